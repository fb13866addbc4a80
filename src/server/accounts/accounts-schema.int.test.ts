import { getMigrations } from "better-auth/db/migration";
import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import { createPool, DatabaseRole } from "../../storage/sql/database.ts";
import { createAccounts } from "./accounts.ts";
import { librarySettings } from "./library-settings.ts";
import { startTestAccounts, type TestAccounts } from "./testing/test-accounts.ts";

let database: TestDatabase;
let here: TestAccounts;
let app: Pool;
let worker: Pool;

const clock = { now: () => new Date("2026-11-23T16:00:00Z"), move: () => undefined };
beforeAll(async () => {
	database = await createTestDatabase();
	here = await startTestAccounts(database.adminUrl, clock);
	app = createPool({ url: database.adminUrl, role: DatabaseRole.app }, 1);
	worker = createPool({ url: database.adminUrl, role: DatabaseRole.worker }, 1);
});

afterAll(async () => {
	await Promise.all([app.end(), worker.end(), here.close()]);
	await database.drop();
});

test("the migration makes every table and column that better-auth expects, with types that it accepts", async () => {
	const kysely = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool: here.pool }) });
	const plan = await getMigrations({
		...librarySettings(here.options, { sendResetLink: async () => undefined }),
		database: { db: kysely, type: "postgres", schemaName: "accounts" },
	});
	expect(plan.toBeCreated).toEqual([]);
	expect(plan.toBeAdded).toEqual([]);
	expect(plan.schemaProblems).toEqual([]);
});

const tables = ["account_user", "credential", "session", "verification", "two_factor", "used_code", "attempt"];

test("the tables of the schema are the ones that this test goes through", async () => {
	const { rows } = await here.pool.query<{ name: string }>(
		"select c.relname as name from pg_class c where c.relnamespace = 'accounts'::regnamespace and c.relkind in ('r', 'v', 'm', 'p', 'f')",
	);
	expect(rows.map((row) => row.name).sort()).toEqual([...tables].sort());
});

test.each(tables)("the application's role and the worker's can neither read nor write %s", async (table) => {
	for (const pool of [app, worker]) {
		for (const statement of [
			`select * from accounts.${table}`,
			`select count(*) from accounts.${table}`,
			`delete from accounts.${table}`,
			`insert into accounts.${table} default values`,
		]) {
			await expect(pool.query(statement)).rejects.toThrow("permission denied");
		}
	}
});

test("no right in the schema is given to anybody else, and no function of it to anybody", async () => {
	const { rows: grants } = await here.pool.query(
		`select distinct a.grantee::regrole::text as role from pg_class c, lateral aclexplode(c.relacl) a
		 where c.relnamespace = 'accounts'::regnamespace and a.grantee <> c.relowner`,
	);
	expect(grants).toEqual([{ role: "throughline_accounts" }]);
	const { rows: schema } = await here.pool.query(
		`select a.grantee::regrole::text as role, a.privilege_type from pg_namespace n, lateral aclexplode(n.nspacl) a
		 where n.nspname = 'accounts' and a.grantee <> n.nspowner`,
	);
	expect(schema).toEqual([{ role: "throughline_accounts", privilege_type: "USAGE" }]);
	const { rows: functions } = await here.pool.query(
		"select 1 from pg_proc where pronamespace = 'accounts'::regnamespace",
	);
	expect(functions).toEqual([]);
});

test("the accounts' role sees nothing of the facts and can change no table", async () => {
	await expect(here.pool.query("select * from app.person")).rejects.toThrow("permission denied");
	await expect(here.pool.query("drop table accounts.attempt")).rejects.toThrow("must be owner");
	await expect(here.pool.query("create table accounts.mine (x int)")).rejects.toThrow("permission denied");
});

test("an account takes all that belongs to it along when it is deleted", async () => {
	const made = await here.accounts.createAccount({
		email: "gone@oak.example",
		name: "Gone",
		password: "seven quiet herons at dusk",
	});
	if (made.result !== "created") throw new Error(made.message);
	await here.accounts.signIn({ email: "gone@oak.example", password: "seven quiet herons at dusk" });
	await here.pool.query("delete from accounts.account_user where id = $1", [made.accountId]);
	for (const table of ["credential", "session", "two_factor", "used_code"]) {
		expect((await here.pool.query(`select 1 from accounts.${table}`)).rows).toEqual([]);
	}
});

test.each([
	[{ secret: "short" }, "at least 32"],
	[{ baseUrl: "https://county.example/plans" }, "https://county.example"],
	[{ baseUrl: "https://county.example/" }, "without a path or a slash"],
	[{ limits: { idleMinutes: 5, absoluteHours: 1, warnMinutes: 5 } }, "warnMinutes"],
	[{ oidc: { issuer: "http://login.example", clientId: "x", clientSecret: "y", label: "z" } }, "https://"],
])("options that cannot work are refused at the start: %o", async (faulty, message) => {
	await expect(createAccounts({ ...here.options, ...faulty })).rejects.toThrow(message);
});
