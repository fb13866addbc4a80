import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestPostgres, type TestPostgres } from "../../../test/support/postgres.ts";
import { createTestDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import { addActor, addPlace, migrationsFolder, openTestStorage } from "../../../test/support/test-storage.ts";
import { writeWholePlan } from "../../../test/support/write-plan.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { perform } from "../../operations/operation.ts";
import { createPool } from "./database.ts";
import { anchorLog } from "./log/anchor-log.ts";
import { verifyLog } from "./log/verify-log.ts";
import { MigrationError } from "./migration-error.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { DatabaseUnreachable } from "./reach-database.ts";

let home: string;
const databases: TestDatabase[] = [];

beforeAll(async () => {
	home = await mkdtemp(path.join(tmpdir(), "throughline-migrations-"));
});
afterAll(async () => {
	for (const database of databases) await database.drop();
	await rm(home, { recursive: true, force: true });
});

async function newDatabase(): Promise<TestDatabase> {
	const database = await createTestDatabase();
	databases.push(database);
	return database;
}

/** The project's migrations in a folder of their own, with others after them. */
async function migrationsWith(more: Readonly<Record<string, string>>): Promise<string> {
	const folder = await mkdtemp(path.join(home, "folder-"));
	for (const name of await readdir(migrationsFolder))
		await copyFile(path.join(migrationsFolder, name), path.join(folder, name));
	for (const [name, text] of Object.entries(more)) await writeFile(path.join(folder, name), text);
	return folder;
}

async function ask(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
	const pool = createPool({ url }, 1);
	try {
		return (await pool.query(text)).rows;
	} finally {
		await pool.end();
	}
}

/** All that stands in a database's catalog of ours: tables, columns, functions, policies, triggers and grants. */
function catalog(url: string) {
	return ask(
		url,
		`select 'column' as what, format('%s.%s.%s %s %s', table_schema, table_name, column_name, data_type, is_nullable) as it
			from information_schema.columns where table_schema in ('app', 'accounts', 'migrations', 'graphile_worker')
		union all select 'function', format('%s.%s', n.nspname, p.proname) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'app'
		union all select 'policy', format('%s %s %s %s', tablename, policyname, qual, with_check) from pg_policies
		union all select 'trigger', format('%s %s', tgrelid::regclass, tgname) from pg_trigger where not tgisinternal
		union all select 'migration', name from migrations.kysely_migration
		order by 1, 2`,
	);
}

const names = async () =>
	(await readdir(migrationsFolder))
		.filter((name) => name.endsWith(".sql"))
		.map((name) => path.basename(name, ".sql"))
		.sort();

describe("an empty database", () => {
	it("is made ready once, and then left as it is", async () => {
		const { adminUrl } = await newDatabase();
		expect(await prepareDatabase({ url: adminUrl }, migrationsFolder)).toEqual({ applied: await names() });
		const before = await catalog(adminUrl);
		expect(await prepareDatabase({ url: adminUrl }, migrationsFolder)).toEqual({ applied: [] });
		expect(await catalog(adminUrl)).toEqual(before);
	});

	it("is made ready once by four servers that start at the same time", async () => {
		const { adminUrl } = await newDatabase();
		const all = await Promise.all([1, 2, 3, 4].map(() => prepareDatabase({ url: adminUrl }, migrationsFolder)));
		const applied = all.map((each) => each.applied).filter((each) => each.length > 0);
		expect(applied).toEqual([await names()]);
		const { adminUrl: alone } = await newDatabase();
		await prepareDatabase({ url: alone }, migrationsFolder);
		expect(await catalog(adminUrl)).toEqual(await catalog(alone));
	}, 60_000);
});

describe("a filled database", () => {
	it("takes a later migration and keeps every fact, with a log that verifies", async () => {
		const storage = await openTestStorage();
		const state = await addPlace(storage, { kind: "state", code: "99", name: "State" });
		const county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
		const planner = await addActor(storage, county, "county-planner");
		const { documentId } = await writeWholePlan(storage, planner, county);
		await anchorLog(storage.admin, storage.clock());
		const view = () => perform(storage.performer, getPlan, planner, { documentId });
		const [before, logBefore] = [await view(), await verifyLog(storage.admin)];
		expect(logBefore.faults).toEqual([]);

		const later = await migrationsWith({
			"0097-priority.sql": `alter table app.goal add column priority text not null default 'usual';
				create table app.tag (id uuid primary key, goal_id uuid not null references app.goal, name text not null);
				insert into app.tag select gen_random_uuid(), id, goal_kind from app.goal;`,
			"0098-priority-index.sql": "create index goal_priority on app.goal (priority);",
		});
		expect(await prepareDatabase(storage.admin, later)).toEqual({ applied: ["0097-priority", "0098-priority-index"] });

		expect(await view()).toEqual(before);
		expect(await verifyLog(storage.admin)).toEqual(logBefore);
		expect(await ask(storage.admin.url, "select name from app.tag")).toEqual([{ name: "numeric" }]);
		await expect(prepareDatabase(storage.admin, migrationsFolder)).rejects.toThrow(
			/from a newer Throughline \(it has 0097-priority, 0098-priority-index\)/,
		);
		expect(await view()).toEqual(before);
		await storage.end();
	}, 60_000);

	it("is as it was when one of several migrations fails, and says which", async () => {
		const { adminUrl } = await newDatabase();
		await prepareDatabase({ url: adminUrl }, migrationsFolder);
		const before = await catalog(adminUrl);
		const broken = await migrationsWith({
			"0097-good.sql": "alter table app.goal add column priority text;",
			"0098-broken.sql": "create table app.half (id uuid); alter table app.nowhere add column x text;",
		});
		const failure = await prepareDatabase({ url: adminUrl }, broken).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(MigrationError);
		expect((failure as Error).message).toMatch(
			/^The database could not be brought up to date: the migration 0098-broken failed \(relation "app.nowhere" does not exist\)\. Nothing was changed\./,
		);
		expect(await catalog(adminUrl)).toEqual(before);
		expect(await prepareDatabase({ url: adminUrl }, migrationsFolder)).toEqual({ applied: [] });
	});

	it("refuses a migration that would come before those that were applied", async () => {
		const { adminUrl } = await newDatabase();
		await prepareDatabase({ url: adminUrl }, migrationsFolder);
		const late = await migrationsWith({ "0000-late.sql": "create table app.late (id uuid);" });
		await expect(prepareDatabase({ url: adminUrl }, late)).rejects.toThrow(/0000-late comes before others/);
	});
});

describe("a server that is not ours", () => {
	let server: TestPostgres;
	const asUser = (user: string, name: string) => {
		const url = new URL(server.adminUrl);
		[url.username, url.password, url.pathname] = [user, "word", `/${name}`];
		return { url: url.toString() };
	};

	beforeAll(async () => {
		server = await startTestPostgres();
		for (const [user, rights] of [
			["agency", "createrole createdb"],
			["other", "createrole createdb"],
			["weak", "createdb"],
		]) {
			await ask(server.adminUrl, `create role ${user} login ${rights} password 'word'`);
			await ask(server.adminUrl, `create database ${user} owner ${user}`);
		}
		await ask(server.adminUrl, "create database foreign_one");
	});
	afterAll(() => server.stop());

	it("names the right that a user lacks to make roles", async () => {
		const failure = prepareDatabase(asUser("weak", "weak"), migrationsFolder);
		await expect(failure).rejects.toThrow(MigrationError);
		await expect(failure).rejects.toThrow(
			/The user "weak" of DATABASE_URL may not make roles\. .*: alter role "weak" createrole\./,
		);
	});

	it("is used by a user who is no superuser", async () => {
		const admin = asUser("agency", "agency");
		expect(await prepareDatabase(admin, migrationsFolder)).toEqual({ applied: await names() });
		expect(await prepareDatabase(admin, migrationsFolder)).toEqual({ applied: [] });
		const roles = await ask(
			admin.url,
			"select rolsuper, rolbypassrls from pg_roles where rolname like 'throughline_%' or rolname = 'agency'",
		);
		expect(roles).toHaveLength(5);
		expect(roles.every((role) => role.rolsuper === false && role.rolbypassrls === false)).toBe(true);
	});

	it("says who must own the database", async () => {
		await expect(prepareDatabase(asUser("agency", "foreign_one"), migrationsFolder)).rejects.toThrow(
			/"agency" of DATABASE_URL may not make anything in the database "foreign_one"\. .*: alter database "foreign_one" owner to "agency"\./,
		);
	});

	it("says what to do when the roles were made by somebody else", async () => {
		await expect(prepareDatabase(asUser("other", "other"), migrationsFolder)).rejects.toThrow(
			/roles of Throughline are on this server already, made by somebody else\. .*: grant throughline_owner, .* to "other" with admin option\./,
		);
		await ask(
			server.adminUrl,
			"grant throughline_owner, throughline_app, throughline_accounts, throughline_worker to other with admin option",
		);
		expect(await prepareDatabase(asUser("other", "other"), migrationsFolder)).toEqual({ applied: await names() });
	});

	it("is told in one sentence when it cannot be reached, without the password", async () => {
		const closed = createServer().listen(0, "127.0.0.1");
		await new Promise((resolve) => closed.once("listening", resolve));
		const address = closed.address();
		const port = typeof address === "object" ? address?.port : 0;
		await new Promise((resolve) => closed.close(resolve));
		const wrongPassword = asUser("agency", "agency");
		const faults: readonly (readonly [string, RegExp])[] = [
			[
				`postgres://agency:sesame@127.0.0.1:${port}/plans`,
				/^No database server answers at 127\.0\.0\.1:\d+\. Check DATABASE_URL/,
			],
			[`postgres://agency:sesame@localhost:${port}/plans`, /^No database server answers at localhost:\d+\./],
			[
				"postgres://agency:sesame@no-such-host.invalid/plans",
				/^There is no machine of the name in DATABASE_URL \(no-such-host\.invalid:5432\)/,
			],
			[
				asUser("agency", "missing").url,
				/^There is no database "missing" on the server at .* \(createdb missing\), owned by "agency"/,
			],
			[
				wrongPassword.url.replace(":word@", ":sesame@"),
				/^The database server at .* does not let the user "agency" in\./,
			],
			[`postgres://agency:sesame@/plans?host=${home}`, /^There is no database server's socket at /],
		];
		for (const [url, words] of faults) {
			const failure = await prepareDatabase({ url }, migrationsFolder).catch((error: unknown) => error);
			expect(failure, url).toBeInstanceOf(DatabaseUnreachable);
			expect((failure as Error).message).toMatch(words);
			expect((failure as Error).message).not.toContain("sesame");
		}
	}, 60_000);
});

it("refuses a folder of migrations that is not there", async () => {
	const { adminUrl } = await newDatabase();
	const missing = path.join(home, "nowhere");
	await expect(prepareDatabase({ url: adminUrl }, missing)).rejects.toMatchObject({ code: "ENOENT" });
	await mkdir(missing);
	expect(await prepareDatabase({ url: adminUrl }, missing)).toEqual({ applied: [] });
});
