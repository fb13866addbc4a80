import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addActor, addPlace, openTestStorage, type TestStorage } from "../../../../test/support/test-storage.ts";
import { writeWholePlan } from "../../../../test/support/write-plan.ts";
import { perform } from "../../../operations/operation.ts";
import { removePart } from "../../../operations/remove-part.ts";
import { createPool, DatabaseRole } from "../database.ts";
import { anchorLog } from "./anchor-log.ts";
import { verifyLog } from "./verify-log.ts";

// Everything that somebody with all rights on the database could do behind the program's back, and what is then said.

let storage: TestStorage;
let goal: string;
let milestone: string;

beforeAll(async () => {
	storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
	const county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	const planner = await addActor(storage, county, "county-planner");
	const plan = await writeWholePlan(storage, planner, county);
	({ goalId: goal, milestoneId: milestone } = plan);
	await perform(storage.performer, removePart, planner, {
		documentId: plan.documentId,
		kind: "milestone",
		id: milestone,
		reason: "Done already",
	});
	await anchorLog(storage.admin, storage.clock());
}, 60_000);
afterAll(() => storage.end());

const touched = ["action", "anchor", "goal", "milestone"];

/** Runs statements past every rule, verifies, and takes them back. Answers what was said. */
async function saidAfter(statements: readonly string[]): Promise<string> {
	const pool = createPool({ url: storage.admin.url }, 1);
	try {
		await pool.query("set session_replication_role = replica; create schema saved");
		for (const table of touched) await pool.query(`create table saved.${table} as table app.${table}`);
		await pool.query(statements.join(";"));
		return (await verifyLog(storage.admin)).faults.map((fault) => fault.message).join("\n");
	} finally {
		for (const table of touched) {
			const generated = table === "action" ? "overriding system value" : "";
			await pool.query(`delete from app.${table}; insert into app.${table} ${generated} table saved.${table}`);
		}
		await pool.query("drop schema saved cascade");
		await pool.end();
	}
}

beforeEach(async () => {
	expect((await verifyLog(storage.admin)).faults).toEqual([]);
});

describe("verifying the log", () => {
	it("counts what it looked at", async () => {
		const { actions, subjects, facts, anchors } = await verifyLog(storage.admin);
		expect(actions).toBeGreaterThan(subjects);
		expect(facts).toBe(subjects);
		expect(anchors).toBe(1);
	});

	const seq = () => `(select min(seq) from app.action where subject = '${goal}')`;
	const cases: readonly (readonly [string, () => readonly string[], RegExp])[] = [
		[
			"a text that was changed",
			() => [`update app.action set body = replace(body, 'falls', 'rises') where seq = ${seq()}`],
			/does not have the hash of its text: it was changed/,
		],
		[
			"a text that was changed together with its hash",
			() => [
				`update app.action set body = replace(body, 'falls', 'rises') where seq = ${seq()}`,
				`update app.action set hash = encode(sha256(convert_to(body, 'UTF8')), 'hex') where seq = ${seq()}`,
				`update app.goal set statement = replace(statement, 'falls', 'rises')`,
			],
			/^Anchor 1 does not match the log as it stood: actions were changed, removed or added\.$/,
		],
		[
			"a text that is no action",
			() => [`update app.action set body = 'nonsense' where subject = '${goal}'`],
			/The text of action \d+ is not one that Throughline writes[\s\S]*The facts of kind goal cannot be compared/,
		],
		[
			"an action that was taken out of a chain",
			() => [`delete from app.action where subject = '${milestone}' and position = 1`],
			/is number 2 of its chain, expected 1: one is missing/,
		],
		[
			"a whole chain that is gone with its fact",
			() => [`delete from app.action where subject = '${goal}'`, `delete from app.goal where id = '${goal}'`],
			/Anchor 1 does not match/,
		],
		[
			"an action moved to another fact",
			() => [`update app.action set subject = '${milestone}', position = 3 where subject = '${goal}'`],
			/stands under another fact or place than its text says/,
		],
		[
			"a fact that was changed",
			() => [`update app.goal set statement = 'Nothing to see'`],
			/The goal .* differs from its history in: statement/,
		],
		[
			"a fact with another version",
			() => ["update app.goal set version = 7"],
			/The goal .* stands at version 7, its history at 1/,
		],
		["a fact that was deleted", () => ["delete from app.goal"], /The goal .* has a history but is not in its table/],
		[
			"a fact that was slipped in",
			() => [
				"insert into app.goal select gen_random_uuid(), version, removed_at, jurisdiction_id, cycle_id, statement, goal_kind, population from app.goal",
			],
			/The goal .* is in its table without a history/,
		],
		[
			"a fact that was removed",
			() => ["update app.goal set removed_at = now()"],
			/The goal .* is removed, which its history does not say/,
		],
		[
			"a removed fact that was brought back",
			() => ["update app.milestone set removed_at = null"],
			/The milestone .* is there, which its history does not say/,
		],
		[
			"an anchor that was changed",
			() => ["update app.anchor set heads = repeat('1', 64)"],
			/Anchor 1 does not match the log as it stood/,
		],
		[
			"an anchor of a chain of its own",
			() => ["update app.anchor set previous = repeat('1', 64)"],
			/Anchor 1 does not follow from the anchor before it/,
		],
	];
	for (const [name, statements, words] of cases) {
		it(`names ${name}`, async () => {
			expect(await saidAfter(statements())).toMatch(words);
		});
	}
});

describe("anchoring the log", () => {
	it("makes one anchor for what is new, and none for nothing", async () => {
		expect(await anchorLog(storage.admin, storage.clock())).toBe(1);
		await addPlace(storage, { kind: "state", code: "98", name: "Other State" });
		expect(await anchorLog(storage.admin, storage.clock())).toBe(2);
		expect(await anchorLog(storage.admin, storage.clock())).toBe(2);
	});

	it("leaves out no action that is under way, while people write and anchors are made at once", async () => {
		const write = (code: number) => addPlace(storage, { kind: "county", code: `C${code}`, name: `County ${code}` });
		const writing = Array.from({ length: 30 }, (_, code) => write(code));
		const anchoring = Array.from({ length: 6 }, () => anchorLog(storage.admin, storage.clock()));
		await Promise.all([...writing, ...anchoring]);
		await anchorLog(storage.admin, storage.clock());
		const { faults, anchors } = await verifyLog(storage.admin);
		expect(faults).toEqual([]);
		expect(anchors).toBeGreaterThan(2);
		const pool = createPool({ ...storage.admin, role: DatabaseRole.owner }, 1);
		const { rows } = await pool.query("select up_to from app.anchor order by number desc limit 1");
		const last = await pool.query("select max(seq) as seq from app.action");
		await pool.end();
		expect(rows[0]?.up_to).toBe(last.rows[0]?.seq);
	});
});
