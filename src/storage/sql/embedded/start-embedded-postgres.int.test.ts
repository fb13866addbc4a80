import { mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedConnection, withClient } from "./connection.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { findProcess } from "./process-identity.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start-embedded-postgres.ts";

let home = "";
let dataDir = "";
let running: EmbeddedPostgres | undefined;

beforeAll(async () => {
	home = await mkdtemp(join(tmpdir(), "throughline-embedded-"));
	dataDir = join(home, "data");
});

afterAll(async () => {
	await running?.stop();
	await rm(home, { recursive: true, force: true });
});

async function ask(connection: EmbeddedConnection, text: string): Promise<unknown[]> {
	return await withClient(connection, async (client) => (await client.query<Record<string, unknown>>(text)).rows);
}

async function start(options: { log?: (line: string) => void } = {}): Promise<EmbeddedPostgres> {
	running = await startEmbeddedPostgres({ dataDir, ...options });
	return running;
}

test("a first start makes a cluster with the settings that keep records safe", async () => {
	const server = await start();
	const [row] = await ask(
		server,
		`select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
			current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
			current_setting('password_encryption') as passwords, current_setting('log_error_verbosity') as log,
			datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding
		from pg_database where datname = 'throughline'`,
	);
	expect(row).toEqual({
		fsync: "on",
		pages: "on",
		checksums: "on",
		addresses: "",
		passwords: "scram-sha-256",
		log: "terse",
		provider: "b",
		locale: "C.UTF-8",
		encoding: "UTF8",
	});
	expect((await stat(join(dataDir, "postgres-password"))).mode & 0o777).toBe(0o600);
	expect(await ask(server, "select setting from pg_settings where pending_restart")).toEqual([]);
	expect(await ask(server, "select error from pg_file_settings where error is not null")).toEqual([]);
	expect(await ask(server, "select error from pg_hba_file_rules where error is not null")).toEqual([]);
});

test("a wrong password is refused", async () => {
	const server = await current();
	await expect(ask({ ...server, password: "guess" }, "select 1")).rejects.toThrow("password authentication failed");
});

test("the url leads to the same database", async () => {
	const client = new Client({ connectionString: (await current()).url });
	await client.connect();
	const { rows } = await client.query("select current_database() as name");
	await client.end();
	expect(rows).toEqual([{ name: "throughline" }]);
});

test("a second start on the same folder is refused, naming the process of the first", async () => {
	const server = await current();
	const refusal: unknown = await startEmbeddedPostgres({ dataDir }).catch((error: unknown) => error);
	expect(refusal).toBeInstanceOf(EmbeddedPostgresError);
	expect(refusal).toMatchObject({ fault: "already-running" });
	expect(String(refusal)).toContain(`as process ${process.pid}: stop that one first`);
	expect(await ask(server, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("rows outlive a stop, and stopping again does nothing", async () => {
	const first = await current();
	await ask(first, "create table goal (title text); insert into goal values ('permanency')");
	await Promise.all([first.stop(), first.stop()]);
	expect(await findProcess(first.pid)).toBeUndefined();
	await expect(stat(join(dataDir, "throughline.lock"))).rejects.toThrow("ENOENT");
	const second = await start();
	expect(await ask(second, "select title from goal")).toEqual([{ title: "permanency" }]);
	expect(second.takenOver).toBe(false);
});

test("no value of a row reaches the log of the server", async () => {
	const server = await current();
	await ask(server, "create table child (name text unique check (name <> $$Secret Child$$))");
	await expect(ask(server, "insert into child values ($$Secret Child$$)")).rejects.toThrow("violates check");
	const day = await ask(server, "select pg_current_logfile() as path");
	const path = String((day[0] as { path: unknown }).path);
	const log = await readFile(join(dataDir, "postgres", path), "utf8");
	expect(log).toContain("violates check constraint");
	expect(log).not.toContain("Secret Child");
});

test("a server that dies while we run is told once, with the reason in words", async () => {
	await (await current()).stop();
	const told: EmbeddedPostgresError[] = [];
	const server = await startEmbeddedPostgres({ dataDir, onUnexpectedEnd: (error) => told.push(error) });
	process.kill(server.pid, "SIGKILL");
	await expect.poll(() => told.length, { timeout: 5_000 }).toBe(1);
	expect(told[0]?.message).toContain(`process ${server.pid}) ended without being told to`);
	await server.stop();
	running = undefined;
});

test("after the server was killed the next start waits for what is left of it and recovers", async () => {
	const server = await start();
	expect(await ask(server, "select title from goal")).toEqual([{ title: "permanency" }]);
});

test("a lost password file is made anew", async () => {
	await (await current()).stop();
	await rm(join(dataDir, "postgres-password"));
	const server = await start();
	expect(await ask(server, "select title from goal")).toEqual([{ title: "permanency" }]);
	await expect(ask({ ...server, password: "guess" }, "select 1")).rejects.toThrow("password authentication failed");
});

test("files dated in the future, as after the clock was set back, change nothing", async () => {
	await (await current()).stop();
	const nextYear = new Date("2099-01-01T00:00:00Z");
	await writeFile(join(dataDir, "throughline.lock"), '{"pid": 1');
	for (const name of ["throughline.lock", "postgres", "postgres/PG_VERSION", "postgres/global/pg_control"]) {
		await utimes(join(dataDir, name), nextYear, nextYear);
	}
	const server = await start();
	expect(await ask(server, "select title from goal")).toEqual([{ title: "permanency" }]);
});

test("a cluster of another major version is refused with the way out", async () => {
	await (await current()).stop();
	running = undefined;
	const versionFile = join(dataDir, "postgres", "PG_VERSION");
	const version = await readFile(versionFile, "utf8");
	await writeFile(versionFile, "17\n");
	await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
		fault: "other-version",
		message: expect.stringMatching(/made by PostgreSQL 17, .* export the installation/),
	});
	await writeFile(versionFile, version);
});

test("a data folder with a path too long for a socket works", async () => {
	const long = join(home, "a".repeat(60), "b b".repeat(20), "it's here");
	const server = await startEmbeddedPostgres({ dataDir: long });
	try {
		expect(server.host.length).toBeLessThan(80);
		expect(await ask(server, "select 1 as one")).toEqual([{ one: 1 }]);
	} finally {
		await server.stop();
	}
});

test("a relative data folder is a fault of the caller", async () => {
	await expect(startEmbeddedPostgres({ dataDir: "data" })).rejects.toThrow(RangeError);
});

/** The server that the tests before left running. */
async function current(): Promise<EmbeddedPostgres> {
	return running ?? (await start());
}
