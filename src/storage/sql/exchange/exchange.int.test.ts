import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approvePlan } from "../../../../test/support/approve-plan.ts";
import { mountSmallDisk } from "../../../../test/support/small-disk.ts";
import { createTestDatabase, type TestDatabase } from "../../../../test/support/test-database.ts";
import {
	addActor,
	addPlace,
	createTestClock,
	migrationsFolder,
	openTestStorage,
	type TestStorage,
} from "../../../../test/support/test-storage.ts";
import { writeWholePlan } from "../../../../test/support/write-plan.ts";
import type { Actor } from "../../../domain/people/may.ts";
import { changePart } from "../../../operations/change-part.ts";
import { getPlan } from "../../../operations/get-plan.ts";
import { loadFigures } from "../../../operations/load-figures.ts";
import { perform } from "../../../operations/operation.ts";
import { takeStep } from "../../../operations/take-step.ts";
import { openStorage } from "../../open-storage.ts";
import { createPool } from "../database.ts";
import { anchorLog } from "../log/anchor-log.ts";
import { verifyLog } from "../log/verify-log.ts";
import { prepareDatabase } from "../prepare-database.ts";
import { ExchangeError } from "./exchange-error.ts";
import { leftOut } from "./exchange-tables.ts";
import { exportInstallation } from "./export-installation.ts";
import { importInstallation } from "./import-installation.ts";
import type { Manifest } from "./manifest.ts";

let storage: TestStorage;
let planner: Actor;
let documentId: string;
let home: string;
let exported: string;
let manifest: Manifest;
const databases: TestDatabase[] = [];
const disk = await mountSmallDisk(1);

/** A line end to some programs, a character to us. */
const oddText = 'First\u2028second\u2029third\u0085fourth \\u0000 \\n "quoted" ünïcödé 🧭';
const figures = [
	"indicator,vintage,period start,period end,numerator,denominator,group,source,data as of",
	"3F,ccfsr-2004,2025-04-01,2026-03-31,31,275,all,County extract,2026-06-01",
].join("\n");

beforeAll(async () => {
	home = await mkdtemp(path.join(tmpdir(), "throughline-exchange-"));
	storage = await openTestStorage();
	const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
	const county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(storage, county, "county-planner");
	const director = await addActor(storage, county, "child-welfare-director");
	// Padding makes it larger than a page of rows, as text in hexadecimal.
	const file = `${figures}\n${",".repeat(100)}\n`.padEnd(6_000_000, "\n");
	const loaded = await perform(storage.performer, loadFigures, planner, {
		jurisdictionId: county,
		fileName: "figures.csv",
		bytes: new TextEncoder().encode(file),
	});
	expect(loaded.result).toBe("taken");
	const plan = await writeWholePlan(storage, planner, county);
	documentId = plan.documentId;
	await perform(storage.performer, changePart, planner, {
		documentId,
		kind: "strategy",
		id: plan.strategyId,
		version: 1,
		patch: { rationale: oddText },
	});
	await anchorLog(storage.admin, storage.clock());
	for (const [actor, action] of [
		[planner, "mark-ready"],
		[director, "submit"],
	] as const) {
		if (action === "submit") await approvePlan(storage, director, documentId);
		const { facts } = await perform(storage.performer, getPlan, actor, { documentId });
		await perform(storage.performer, takeStep, actor, { documentId, action, version: facts.document.version });
	}
	await sqlAsAdmin(
		storage.admin.url,
		"insert into accounts.account_user (name, email, created_at, updated_at) values ('Pat', 'pat@example.org', now(), now())",
	);
	exported = path.join(home, "export");
	manifest = await exportInstallation(storage.admin, exported, storage.clock());
}, 120_000);

afterAll(async () => {
	await storage.end();
	for (const database of databases) await database.drop();
	await disk?.remove();
	await rm(home, { recursive: true, force: true });
});

async function sqlAsAdmin(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
	const pool = createPool({ url }, 1);
	try {
		return (await pool.query(text)).rows;
	} finally {
		await pool.end();
	}
}

/** An empty installation, as `migrate` leaves it. */
async function emptyDatabase(folder = migrationsFolder): Promise<{ url: string }> {
	const database = await createTestDatabase();
	databases.push(database);
	await prepareDatabase({ url: database.adminUrl }, folder);
	return { url: database.adminUrl };
}

/** A copy of the export with a file changed; with `cover` the manifest says that it belongs so. */
async function changedExport(file: string, change: (text: string) => string, cover = false): Promise<string> {
	const folder = await mkdtemp(path.join(home, "changed-"));
	await cp(exported, folder, { recursive: true });
	const text = change(await readFile(path.join(folder, file), "utf8"));
	await writeFile(path.join(folder, file), text);
	if (cover) {
		const sha256 = createHash("sha256").update(text).digest("hex");
		const tables = manifest.tables.map((each) => (each.file === file ? { ...each, sha256 } : each));
		await writeFile(path.join(folder, "manifest.json"), JSON.stringify({ ...manifest, tables }));
	}
	return folder;
}

const sums = (of: Manifest) => of.tables.map(({ table, rows, sha256 }) => `${table} ${rows} ${sha256}`);
const refusal = async (work: Promise<unknown>): Promise<string> => {
	const error = await work.then(
		() => undefined,
		(failure: unknown) => failure,
	);
	expect(error).toBeInstanceOf(ExchangeError);
	return (error as Error).message;
};

describe("an export", () => {
	it("holds every table but keys, sessions and what runs out, each with its checksum, readable by the owner alone", async () => {
		const tables = await sqlAsAdmin(
			storage.admin.url,
			"select format('%s.%s', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'accounts') order by 1",
		);
		const all = tables.map((each) => String(each.name));
		expect(leftOut.filter((name) => !all.includes(name))).toEqual([]);
		expect(manifest.tables.map((each) => each.table).sort()).toEqual(all.filter((name) => !leftOut.includes(name)));
		expect((await readdir(exported)).sort()).toEqual(
			[...manifest.tables.map((each) => each.file), "manifest.json"].sort(),
		);
		for (const { file, rows, sha256, columns } of manifest.tables) {
			const text = await readFile(path.join(exported, file), "utf8");
			expect(createHash("sha256").update(text).digest("hex"), file).toBe(sha256);
			const lines = text.split("\n").slice(0, -1);
			expect(lines.length, file).toBe(rows);
			for (const line of lines) {
				expect(Object.keys(JSON.parse(line) as object).sort()).toEqual(columns.map((each) => each.name).sort());
			}
		}
		expect(JSON.parse(await readFile(path.join(exported, "manifest.json"), "utf8"))).toEqual(manifest);
		expect(manifest).toMatchObject({
			format: "throughline-installation",
			formatVersion: 1,
			exportedAt: "2026-07-01T16:00:00.000Z",
		});
	});

	it("is described in its guide, table by table and type by type", async () => {
		const guide = await readFile(path.resolve(import.meta.dirname, "../../../../docs/guides/export-format.md"), "utf8");
		const types = new Set(manifest.tables.flatMap((each) => each.columns.map((column) => column.type)));
		const words = [...manifest.tables.map((each) => each.table), ...types].map((word) => `\`${word}\``);
		expect(words.filter((word) => !guide.includes(word))).toEqual([]);
	});

	it("is not written over something else", async () => {
		expect(await refusal(exportInstallation(storage.admin, exported, storage.clock()))).toMatch(
			/is there already, and not empty/,
		);
		const file = path.join(home, "a-file");
		await writeFile(file, "mine");
		expect(await refusal(exportInstallation(storage.admin, file, storage.clock()))).toMatch(
			/There is a file at .*a-file/,
		);
		expect(await readFile(file, "utf8")).toBe("mine");
	});

	it.runIf(disk)("leaves nothing behind on a disk that fills up", async () => {
		const folder = path.join(disk?.folder ?? "", "export");
		await expect(exportInstallation(storage.admin, folder, storage.clock())).rejects.toMatchObject({ code: "ENOSPC" });
		expect(await readdir(disk?.folder ?? "")).toEqual([]);
	});
});

describe("an import", () => {
	it("takes everything as it was: the same facts, the same log, the same anchors", async () => {
		const target = await emptyDatabase();
		const { verification } = await importInstallation(target, { folder: exported, migrationsFolder });
		const before = await verifyLog(storage.admin);
		expect(before).toMatchObject({ faults: [], anchors: 1, files: 2 });
		expect(verification).toEqual(before);
		expect(await verifyLog(target)).toEqual(before);
		const again = await exportInstallation(target, path.join(home, "again"), storage.clock());
		expect(sums(again)).toEqual(sums(manifest));
	}, 60_000);

	it("goes on where the other left off: people read their plans, and write the next action", async () => {
		const target = await emptyDatabase();
		await importInstallation(target, { folder: exported, migrationsFolder });
		const clock = createTestClock("2026-07-02T09:00:00.000Z");
		const opened = await openStorage({
			databaseUrl: target.url,
			dataDir: "/nowhere",
			migrationsFolder,
			clock,
			log: () => undefined,
		});
		expect(opened.holding).toBe("records");
		const performer = { inTransaction: opened.inTransaction, clock, ids: opened.ids };
		const view = () => perform(performer, getPlan, planner, { documentId });
		const imported = await view();
		expect(imported).toEqual(await perform(storage.performer, getPlan, planner, { documentId }));
		expect(imported.facts.strategies[0]?.rationale).toBe(oddText);
		const stranger: Actor = { ...planner, personId: opened.ids.next() };
		await expect(perform(performer, getPlan, stranger, { documentId })).rejects.toThrow(/no such plan/);
		await opened.inTransaction(planner, ({ facts }) =>
			facts.write({
				kind: "party",
				id: opened.ids.next(),
				verb: "add",
				expectedVersion: 0,
				patch: {
					jurisdictionId: imported.facts.jurisdiction.id,
					name: "Youth board",
					affiliation: "Youth",
					personId: null,
				},
				jurisdictionId: imported.facts.jurisdiction.id,
				root: documentId,
				role: "county-planner",
				reason: "",
			}),
		);
		await anchorLog(target, clock());
		expect(await verifyLog(target)).toMatchObject({ faults: [], anchors: 2 });
		await expect(sqlAsAdmin(target.url, "delete from app.action")).rejects.toThrow(/only grows/);
		await opened.close();
	}, 60_000);

	it("refuses a file that was damaged, is missing, or does not end where it should", async () => {
		const target = await emptyDatabase();
		const take = (folder: string) => refusal(importInstallation(target, { folder, migrationsFolder }));
		const damaged = await changedExport("app.goal.ndjson", (text) => text.replace("falls", "rises"));
		expect(await take(damaged)).toMatch(/^The file app\.goal\.ndjson was changed or damaged/);
		const missing = await changedExport("app.goal.ndjson", (text) => text);
		await rm(path.join(missing, "app.party.ndjson"));
		expect(await take(missing)).toMatch(/^The file app\.party\.ndjson of the export is missing/);
		const short = await changedExport("app.party.ndjson", (text) => text.split("\n").slice(1).join("\n"), true);
		expect(await take(short)).toMatch(/^The file app\.party\.ndjson has \d+ rows, and the manifest says \d+/);
		expect(await take(home)).toMatch(/is not an export of Throughline/);
		expect(
			await take(await changedExport("manifest.json", (text) => text.replace('"app.party"', '"app.person"'))),
		).toMatch(/does not list the tables/);
		expect(
			await take(await changedExport("manifest.json", (text) => text.replace('"app.party.ndjson"', '"../x.ndjson"'))),
		).toMatch(/manifest\.json was changed/);
		expect(await take(await changedExport("manifest.json", () => "{"))).toMatch(
			/no manifest\.json in it that can be read/,
		);
		expect(await sqlAsAdmin(target.url, "select 1 from app.action")).toEqual([]);
	}, 60_000);

	it("refuses a forged history, however well the manifest covers it", async () => {
		const target = await emptyDatabase();
		const take = (folder: string) => refusal(importInstallation(target, { folder, migrationsFolder }));
		const forge = (text: string) => text.replace("falls from", "rises from");
		expect(await take(await changedExport("app.goal.ndjson", forge, true))).toMatch(
			/The goal .* differs from its history in: statement\. Nothing was taken\./,
		);
		expect(await take(await changedExport("app.action.ndjson", forge, true))).toMatch(
			/Action \d+ does not have the hash of its text/,
		);
		const file = await changedExport(
			"app.stored_file.ndjson",
			(text) => text.replace(/\\\\x[0-9a-f]{4}/, "\\\\x4142"),
			true,
		);
		expect(await take(file)).toMatch(/The file "figures\.csv" is not as it was kept/);
		const removed = await changedExport(
			"app.party.ndjson",
			(text) => text.replace('"removed_at": null', '"removed_at": "2026-07-01T16:00:00+00:00"'),
			true,
		);
		expect(await take(removed)).toMatch(/is removed, which its history does not say/);
		expect(await sqlAsAdmin(target.url, "select 1 from app.jurisdiction")).toEqual([]);

		const folder = await changedExport("app.goal.ndjson", forge, true);
		const { verification } = await importInstallation(target, { folder, migrationsFolder, despiteFaults: true });
		expect(verification.faults).toHaveLength(1);
		expect(await verifyLog(target)).toMatchObject({ faults: [{ message: expect.stringContaining("statement") }] });
	}, 60_000);

	it("refuses an installation that holds something, and one that is older than the export", async () => {
		expect(await refusal(importInstallation(storage.admin, { folder: exported, migrationsFolder }))).toMatch(
			/holds records already/,
		);
		const newer = await changedExport("manifest.json", (text) =>
			text.replace('"migrations": [', '"migrations": [ "9999-from-the-future",'),
		);
		const target = await emptyDatabase();
		expect(await refusal(importInstallation(target, { folder: newer, migrationsFolder }))).toMatch(
			/from a newer Throughline \(it has 9999-from-the-future\)/,
		);
		const form = await changedExport("manifest.json", (text) =>
			text.replace('"formatVersion": 1', '"formatVersion": 2'),
		);
		expect(await refusal(importInstallation(target, { folder: form, migrationsFolder }))).toMatch(/newer form \(2\)/);
	});

	it("takes an export of an older Throughline and brings it up to date, beside a running server", async () => {
		const later = await mkdtemp(path.join(home, "later-"));
		await cp(migrationsFolder, later, { recursive: true });
		await writeFile(
			path.join(later, "0097-priority.sql"),
			`alter table app.goal add column priority text;
				alter table app.goal disable trigger user;
				update app.goal set priority = goal_kind;
				alter table app.goal enable trigger user;
				alter table app.goal alter column priority set not null;`,
		);
		const target = await emptyDatabase(later);
		const clock = createTestClock();
		const running = await openStorage({
			databaseUrl: target.url,
			dataDir: "/nowhere",
			migrationsFolder: later,
			clock,
			log: () => undefined,
		});
		const { verification } = await importInstallation(target, { folder: exported, migrationsFolder: later });
		expect(verification.faults).toEqual([]);
		expect(await sqlAsAdmin(target.url, "select priority from app.goal")).toEqual([{ priority: "numeric" }]);
		const performer = { inTransaction: running.inTransaction, clock, ids: running.ids };
		expect((await perform(performer, getPlan, planner, { documentId })).facts.goals).toHaveLength(1);
		await running.close();

		const other = await emptyDatabase(later);
		const forged = await changedExport("app.goal.ndjson", (text) => text.replace("falls", "rises"), true);
		await refusal(importInstallation(other, { folder: forged, migrationsFolder: later }));
		expect(
			await sqlAsAdmin(other.url, "select name from migrations.kysely_migration order by name desc limit 1"),
		).toEqual([{ name: "0097-priority" }]);
		expect(await sqlAsAdmin(other.url, "select 1 from app.action")).toEqual([]);
	}, 60_000);
});
