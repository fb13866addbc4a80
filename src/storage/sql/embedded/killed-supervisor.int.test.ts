import { type ChildProcess, spawn } from "node:child_process";
import { chmod, chown, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { buildDrill, type Drill, endDrill, runDrill } from "../../../../test/support/postgres-drill-run.ts";
import { connectionUrl, superuserConnection, withClient } from "./connection.ts";
import { findRunningConnection } from "./find-running-connection.ts";
import { findProcess } from "./process-identity.ts";
import { asUser } from "./run-program.ts";
import { chooseServerUser } from "./server-user.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./start-embedded-postgres.ts";

let home = "";
let dataDir = "";
let script = "";

beforeAll(async () => {
	home = await mkdtemp(join(tmpdir(), "throughline-killed-"));
	await chmod(home, 0o755);
	dataDir = join(home, "data");
	script = await buildDrill();
});

const drills: Drill[] = [];
const servers: EmbeddedPostgres[] = [];

afterEach(async () => {
	for (const drill of drills.splice(0)) if (isAlive(drill)) await endDrill(drill, "SIGTERM");
	for (const server of servers.splice(0)) await server.stop();
});

afterAll(async () => {
	await rm(home, { recursive: true, force: true });
	await rm(script, { force: true });
});

async function drillOn(folder: string): Promise<Drill> {
	const drill = await runDrill(script, folder);
	drills.push(drill);
	return drill;
}

async function start(log: (line: string) => void = () => {}): Promise<EmbeddedPostgres> {
	const server = await startEmbeddedPostgres({ dataDir, log });
	servers.push(server);
	return server;
}

function isAlive(drill: Drill): boolean {
	return drill.process.exitCode === null && drill.process.signalCode === null;
}

function serverOf(drill: Drill): { pid: number; url: string } {
	const [, pid, url] = /^ready (\d+) (\S+)$/.exec(drill.answer) ?? [];
	expect(pid, drill.answer).toBeDefined();
	return { pid: Number(pid), url: url ?? "" };
}

async function addRow(drill: Drill, text: string): Promise<void> {
	const client = new Client({ connectionString: serverOf(drill).url });
	client.on("error", () => {});
	await client.connect();
	await client.query("create table if not exists saved (what text)");
	await client.query("insert into saved values ($1)", [text]);
	await client.end();
}

async function rows(connection: { host: string; password: string }): Promise<string[]> {
	return await withClient(superuserConnection(connection.host, connection.password), async (client) => {
		const found = await client.query<{ what: string }>("select what from saved order by what");
		return found.rows.map((row) => row.what);
	});
}

test("the server that a killed Throughline leaves is used by the next, with all its rows", async () => {
	const drill = await drillOn(dataDir);
	const { pid } = serverOf(drill);
	await addRow(drill, "before the first kill");
	await endDrill(drill, "SIGKILL");
	expect(await findProcess(pid)).toBeDefined();

	const server = await start();
	expect(server).toMatchObject({ takenOver: true, pid });
	expect(await rows(server)).toEqual(["before the first kill"]);
	await server.stop();
	expect(await findProcess(pid)).toBeUndefined();
});

test("a left server that does not let us in is stopped in order, and another is started", async () => {
	const drill = await drillOn(dataDir);
	const { pid } = serverOf(drill);
	await endDrill(drill, "SIGKILL");
	await rm(join(dataDir, "postgres-password"));

	const server = await start();
	expect(server.takenOver).toBe(false);
	expect(server.pid).not.toBe(pid);
	expect(await findProcess(pid)).toBeUndefined();
	expect(await rows(server)).toEqual(["before the first kill"]);
	await server.stop();
});

test("after Throughline and its server were killed together nothing acknowledged is missing", async () => {
	const drill = await drillOn(dataDir);
	const { pid } = serverOf(drill);
	await addRow(drill, "before the second kill");
	process.kill(pid, "SIGKILL");
	await endDrill(drill, "SIGKILL");

	const server = await start();
	expect(server.takenOver).toBe(false);
	expect(await rows(server)).toEqual(["before the first kill", "before the second kill"]);
	await server.stop();
});

test("a process number that now belongs to another program does not hinder a start", async () => {
	const drill = await drillOn(dataDir);
	process.kill(serverOf(drill).pid, "SIGKILL");
	await endDrill(drill, "SIGKILL");
	const stranger = await startStranger();
	const path = join(dataDir, "postgres", "postmaster.pid");
	const lines = (await readFile(path, "utf8")).split("\n");
	await writeFile(path, [String(stranger.pid), ...lines.slice(1)].join("\n"));

	const said: string[] = [];
	const server = await start((line) => said.push(line));
	try {
		expect(said.join("\n")).toContain("now is another program (sleep)");
		expect(stranger.exitCode).toBe(null);
		expect((await rows(server)).length).toBe(2);
	} finally {
		await server.stop();
		stranger.kill();
	}
});

test("a second process finds the way into the server of the first, also while that one starts", async () => {
	const starting = drillOn(dataDir);
	const found = await findRunningConnection(dataDir);
	const drill = await starting;
	expect(found === undefined ? "" : connectionUrl(found)).toBe(serverOf(drill).url);
	await endDrill(drill, "SIGTERM");
	expect(await findRunningConnection(dataDir, 200)).toBeUndefined();
});

test("SIGTERM to the one that runs stops server and lock within five seconds", async () => {
	const drill = await drillOn(dataDir);
	const { pid } = serverOf(drill);
	const refused = await drillOn(dataDir);
	expect(refused.answer).toContain(`as process ${drill.process.pid}: stop that one first`);
	await Promise.race([endDrill(drill, "SIGTERM"), wait(5_000).then(() => Promise.reject(new Error("too slow")))]);
	expect(await findProcess(pid)).toBeUndefined();
	await expect(stat(join(dataDir, "throughline.lock"))).rejects.toThrow("ENOENT");
});

test("a Throughline that ends without stopping its server takes it along", async () => {
	const drill = await drillOn(dataDir);
	const { pid } = serverOf(drill);
	await endDrill(drill, "SIGUSR2");
	await expect.poll(() => findProcess(pid), { timeout: 5_000 }).toBeUndefined();
});

test("of several starts at once on a folder with a dead lock exactly one goes on", async () => {
	for (let round = 0; round < 3; round++) {
		const before = await drillOn(dataDir);
		await endDrill(before, "SIGKILL");
		const started = await Promise.all([1, 2, 3, 4].map(() => drillOn(dataDir)));
		const ready = started.filter((drill) => drill.answer.startsWith("ready"));
		expect(started.filter((drill) => drill.answer.startsWith("refused")).length).toBe(3);
		for (const drill of ready) await endDrill(drill, "SIGTERM");
		expect(ready.length).toBe(1);
	}
});

/** A program of the same user as the server, so that PostgreSQL by itself would take it for a running server. */
async function startStranger(): Promise<ChildProcess> {
	const user = await chooseServerUser(join(dataDir, "postgres"));
	const stranger = spawn("sleep", ["60"], { stdio: "ignore", ...asUser(user) });
	await wait(100);
	return stranger;
}

test("a cluster that root copied is given back to the user of the server", async () => {
	const isRoot = process.getuid?.() === 0;
	const path = join(dataDir, "postgres");
	if (isRoot) await chown(path, 0, 0);
	const server = await start();
	expect(await rows(server)).toHaveLength(2);
	await server.stop();
	expect((await stat(path)).uid === 0).toBe(false);
});
