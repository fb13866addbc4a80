import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { runCli } from "../../src/cli/run-cli.ts";
import type { Permission } from "../../src/domain/people/roles.ts";
import { testSecret } from "../../src/server/accounts/testing/test-accounts.ts";
import { apiOperations } from "../../src/server/api/operations.ts";
import { createPool } from "../../src/storage/sql/database.ts";
import { type AccessServer, type Answer, openAccessServer } from "./access-server.ts";
import { type AccessWorld, type CountyFacts, makeAccessWorld, type Visitor } from "./access-world.ts";
import { type CountySite, exploreCounty, isFile } from "./county-paths.ts";
import { inputFor, mayDoAt } from "./input-for.ts";
import { countiesFor, representativesOf } from "./representatives.ts";
import type { SentForm } from "./sent-forms.ts";

// Users x roles x places x what can be asked for: no path to a fact of a county by page, file, API or command line where
// the person has no right to it. By raw SQL and by operation in access-by-sql-and-operation.test.ts.

let world: AccessWorld;
let server: AccessServer;
let visitors: readonly Visitor[];
const sites = new Map<string, CountySite>();
const root = path.resolve(import.meta.dirname, "../..");

beforeAll(async () => {
	world = await makeAccessWorld();
	server = await openAccessServer(world);
	visitors = representativesOf(world);
	const asked = new Set(visitors.flatMap((visitor) => countiesFor(world, visitor)));
	await Promise.all([...asked].map(async (county) => sites.set(county.id, await exploreCounty(server, world, county))));
}, 300_000);
afterAll(async () => {
	await server.close();
	await world.end();
});

function siteOf(county: CountyFacts): CountySite {
	const site = sites.get(county.id);
	if (!site) throw new Error("Every county that somebody is tried at is explored.");
	return site;
}

/** Rows in all tables that hold facts or accounts, by table. Sessions come and go. */
async function countRows(): Promise<Readonly<Record<string, number>>> {
	const { rows } = await admin((pool) =>
		pool.query<{ name: string; rows: number }>(
			`select format('%I.%I', schemaname, relname) as name,
				(xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', schemaname, relname), false, true, '')))[1]::text::int as rows
			from pg_stat_user_tables where schemaname in ('app', 'accounts') and relname <> 'session' order by 1`,
		),
	);
	return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

async function admin<T>(work: (pool: ReturnType<typeof createPool>) => Promise<T>): Promise<T> {
	const pool = createPool(world.storage.admin, 1);
	try {
		return await work(pool);
	} finally {
		await pool.end();
	}
}

/** The plan, or form of the State, that a path leads to, and whether this person may read it. */
function mayReadPlanAt(visitor: Visitor, county: CountyFacts, where: string): boolean {
	if (where.includes(world.stateFormId)) return visitor.may("plan.read-draft", world.stateId);
	if (visitor.may("plan.read-draft", county.id)) return true;
	const sent = where.includes(county.submittedId) || /submissions?[/=]/.test(where);
	return sent && visitor.may("plan.read-submitted", county.id);
}

/**
 * What a visitor asks for. The three plans of a county differ only to the State, which sees what was submitted and not the
 * drafts; others ask for one. Files are asked for by those alone who must not get them.
 */
function pathsFor(visitor: Visitor): readonly string[] {
	const isState = world.counties.every(({ id }) => visitor.may("plan.review", id));
	const paths = countiesFor(world, visitor).flatMap((county) =>
		siteOf(county)
			.paths.filter((where) => !(isFile(where) && mayReadPlanAt(visitor, county, where)))
			.filter((where) => isState || !(where.includes(county.submittedId) || where.includes(county.recalledId))),
	);
	return [...new Set(paths)];
}

const hasId = /[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Does the work for all items, four at a time. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
	const waiting = [...items];
	const takeTurns = async () => {
		for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await work(item);
	};
	await Promise.all([takeTurns(), takeTurns(), takeTurns(), takeTurns()]);
}

describe("by page, file and API", () => {
	it("reads nothing of a county without the right to it", async () => {
		const leaks: string[] = [];
		let asked = 0;
		let shown = 0;
		for (const visitor of visitors) {
			await inTurns(pathsFor(visitor), async (where) => {
				const answer = await server.get(visitor, where);
				asked += 1;
				if (answer.status === 200) shown += 1;
				leaks.push(...leaksOf(answer, visitor, where));
			});
		}
		expect(leaks).toEqual([]);
		expect(server.log).toEqual([]);
		expect(asked).toBeGreaterThan(3000);
		expect(shown).toBeGreaterThan(500);
		console.log(asked, shown);
	}, 300_000);

	it("gives the files to whoever may read the plan", async () => {
		const [county] = world.counties;
		const planner = visitors.find((each) => each.placeId === county?.id && each.role === "county-planner");
		if (!county || !planner) throw new Error("The first county has a planner.");
		// A summary of findings is a self-assessment's alone, and this is an improvement plan; the goal is one of the draft.
		const files = siteOf(county).paths.filter(
			(where) => isFile(where) && where.includes(county.submittedId) && !/\/summary\.|\/theory\./.test(where),
		);
		const answers = await Promise.all(files.map((where) => server.get(planner, where)));
		expect(answers.map(({ status }) => status)).toEqual(files.map(() => 200));
		expect(files.length).toBeGreaterThanOrEqual(4);
	}, 120_000);

	it("writes nothing to a county by a form without the right to it", async () => {
		const before = await countRows();
		const faults: string[] = [];
		let sent = 0;
		for (const visitor of visitors) {
			const forms = countiesFor(world, visitor).flatMap((county) =>
				siteOf(county).forms.filter((form) => isAbout(form, county) && !mayWriteBy(visitor, county, form)),
			);
			await inTurns(forms, async (form) => {
				const answer = await server.post(visitor, form.action, bodyOf(form));
				sent += 1;
				faults.push(...faultsOf(answer, visitor, `form ${form.action}`));
			});
		}
		expect(faults).toEqual([]);
		expect(await countRows()).toEqual(before);
		expect(server.log).toEqual([]);
		console.log(sent);
		expect(sent).toBeGreaterThan(1000);
	}, 300_000);

	it("writes nothing to a county by the API without the right to it", async () => {
		const before = await countRows();
		const faults: string[] = [];
		let sent = 0;
		const operations = apiOperations.filter(({ http }) => http.method === "post");
		for (const visitor of visitors) {
			for (const county of world.counties) {
				for (const { name, http } of operations) {
					if (mayDoAt(visitor.may, name, county.id)) continue;
					const input = inputFor(name, county, world);
					const where = `/api${http.path.replace(/\{(\w+)\}/g, (_, parameter) => String(input[parameter]))}`;
					const answer = await server.post(visitor, where, JSON.stringify(input));
					sent += 1;
					faults.push(...faultsOf(answer, visitor, where));
				}
			}
		}
		expect(faults).toEqual([]);
		expect(await countRows()).toEqual(before);
		expect(server.log).toEqual([]);
		expect(sent).toBeGreaterThan(300);
	}, 300_000);

	// Last: it changes the first county. Shows that the forms above are good ones, refused for want of the right alone.
	it("takes the same forms from the county's own people", async () => {
		const [county] = world.counties;
		if (!county) throw new Error("There is a county.");
		const own = world.visitors.filter((each) => each.placeId === county.id);
		const taken = new Set<string>();
		for (const form of siteOf(county).forms.filter((each) => isAbout(each, county))) {
			// A draft that the county shares is for the State to read: the next test needs one that is not.
			if (form.action.endsWith("/review/share")) continue;
			const person = own.find((each) => mayWriteBy(each, county, form));
			if (!person) continue;
			const answer = await server.post(person, form.action, bodyOf(form));
			if (answer.status < 400) taken.add(form.action.replaceAll(/[0-9a-f-]{36}/g, ":id"));
		}
		expect([...taken].sort().length).toBeGreaterThan(12);
	}, 120_000);
});

/** Words of the answer that this person has no right to, or a file that is not theirs. */
function leaksOf(answer: Answer, visitor: Visitor, where: string): readonly string[] {
	const file = isFile(where) && answer.status === 200 ? [`${visitor.role} gets the file`] : [];
	return [...file, ...world.leaksIn(answer.text, visitor)].map((leak) => `${where}: ${leak}`);
}

/** What is wrong with the answer to a change that this person may not make. */
function faultsOf(answer: Answer, visitor: Visitor, where: string): readonly string[] {
	const refused = [403, 404, 409, 422].includes(answer.status);
	return [
		...(refused ? [] : [`${where}: ${visitor.role} is answered ${answer.status} ${answer.location}`]),
		...leaksOf(answer, visitor, where),
	];
}

function isAbout(form: SentForm, county: CountyFacts): boolean {
	return hasId.test(form.action) || form.fields.some(([, value]) => value === county.id);
}

/** What a form changes is told by its address. */
const neededBy: readonly (readonly [RegExp, readonly Permission[]])[] = [
	[/^\/figures/, ["figures.load"]],
	[/^\/indicators\/population/, ["figures.load"]],
	[/^\/(shared-goals|resources|assistance|pips|budget-forms|planning-year)/, ["plan.write"]],
	[/^\/extracts/, ["extracts.load"]],
	[/^\/findings/, ["finding.confirm"]],
	[/^\/people/, ["people.manage"]],
	[/^\/plans\/[^/]+\/steps/, ["plan.ready", "plan.submit", "plan.review", "plan.write"]],
	[/^\/plans\/[^/]+\/(comments|assignments)/, ["plan.comment"]],
	[/^\/plans\/[^/]+\/review/, ["plan.write", "plan.review", "plan.negotiate"]],
	[/^\/plans\/[^/]+\/waive/, ["plan.waive"]],
	[/^\/plans/, ["plan.write"]],
];

function mayWriteBy(visitor: Visitor, county: CountyFacts, { action }: SentForm): boolean {
	const needed = neededBy.find(([pattern]) => pattern.test(action))?.[1];
	if (!needed) throw new Error(`Teach access-by-server.test.ts what it takes to send ${action}.`);
	return needed.some((permission) => visitor.may(permission, county.id));
}

function bodyOf({ fields }: SentForm): FormData {
	const body = new FormData();
	for (const [name, value] of fields) body.append(name, value);
	return body;
}

describe("by the command line", () => {
	it("exports plans and loads figures for those alone who have the right", async () => {
		const folder = await mkdtemp(path.join(tmpdir(), "throughline-access-"));
		await writeFile(path.join(folder, "figures.csv"), figures);
		const before = await countRows();
		const wrong: string[] = [];
		for (const { args, visitor, allowed } of commandCases()) {
			const { code, text } = await run(folder, [...args, "--as", visitor.actor.email]);
			if (code !== (allowed ? 0 : 1)) wrong.push(`${visitor.role}: ${args.join(" ")} ended with ${code}: ${text}`);
			wrong.push(...world.leaksIn(text, visitor));
		}
		expect(wrong).toEqual([]);
		expect(await countRows()).toEqual(before);
		expect((await readdir(folder)).sort()).toEqual(["draft.html", "figures.csv", "submitted.html"]);
		await rm(folder, { recursive: true });
	}, 120_000);
});

const figures =
	"Indicator,Period start,Period end,Numerator,Denominator,Population group,Source,Data as of\n3F,2025-01-01,2025-12-31,31,250,all,overwritten,2026-06-30\n";

type CommandCase = { readonly args: readonly string[]; readonly visitor: Visitor; readonly allowed: boolean };

/** Everybody of one county at another one, everybody of a region at a county outside, and those who may. */
function commandCases(): readonly CommandCase[] {
	const [first, second, third] = world.counties;
	if (!first || !second || !third) throw new Error("There are three counties.");
	const refused = (county: CountyFacts, visitor: Visitor): readonly CommandCase[] =>
		[
			["export", "plan", county.documentId, "--out", "refused.html"],
			["export", "plan", county.submittedId, "--out", "refused.html"],
			["load", "figures", "figures.csv", "--county", county.code],
		].map((args) => ({ args, visitor, allowed: false }));
	const elsewhere = visitors.filter(({ placeId }) => !world.counties.some(({ id }) => id === placeId));
	const [planner] = visitors.filter((each) => each.placeId === first.id && each.role === "county-planner");
	const [analyst] = elsewhere.filter((each) => each.role === "state-analyst" && each.may("plan.review", first.id));
	if (!planner || !analyst) throw new Error("There is a planner in the county and an analyst above it.");
	return [
		...visitors.filter((each) => each.placeId === first.id).flatMap((visitor) => refused(second, visitor)),
		...elsewhere.filter((each) => !each.may("people.read", third.id)).flatMap((visitor) => refused(third, visitor)),
		{ args: ["export", "plan", first.documentId, "--out", "refused.html"], visitor: analyst, allowed: false },
		{ args: ["export", "plan", first.submittedId, "--out", "submitted.html"], visitor: analyst, allowed: true },
		{ args: ["export", "plan", first.documentId, "--out", "draft.html"], visitor: planner, allowed: true },
	];
}

/** Runs the command line on the world's database, as the command does. */
async function run(folder: string, args: readonly string[]): Promise<{ code: number; text: string }> {
	const lines: string[] = [];
	const url = new URL(inject("postgresUrl"));
	url.pathname = `/${world.storage.databaseName}`;
	const code = await runCli({
		args,
		environment: { DATABASE_URL: url.toString(), DATA_DIR: folder, THROUGHLINE_SECRET: testSecret },
		folder,
		programFolder: root,
		clock: world.storage.clock,
		print: (line) => lines.push(line),
		complain: (line) => lines.push(line),
		untilStopped: () => new AbortController().signal,
	});
	return { code, text: lines.join("\n") };
}
