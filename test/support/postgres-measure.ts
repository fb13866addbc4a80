/**
 * Measures the embedded database on this machine, and kills it again and again while rows are saved:
 *
 *   npx esbuild test/support/postgres-measure.ts --bundle --platform=node --format=esm --packages=external --outfile=.build/drills/postgres-measure.mjs && node .build/drills/postgres-measure.mjs [kills]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { restoreBackup } from "../../src/storage/sql/backup/restore-backup.ts";
import { takeBaseBackup } from "../../src/storage/sql/backup/take-base-backup.ts";
import { withClient } from "../../src/storage/sql/embedded/connection.ts";
import { startEmbeddedPostgres } from "../../src/storage/sql/embedded/start-embedded-postgres.ts";

const rounds = 5;

async function timed<T>(into: number[], work: () => Promise<T>): Promise<T> {
	const start = performance.now();
	const result = await work();
	into.push(performance.now() - start);
	return result;
}

function show(name: string, values: number[]): void {
	const sorted = values.toSorted((a, b) => a - b).map((value) => Math.round(value));
	console.log(`${name}: median ${sorted[Math.floor(sorted.length / 2)]} ms (${sorted[0]} to ${sorted.at(-1)})`);
}

async function measure(home: string): Promise<void> {
	const times = { first: [], warm: [], stop: [], crash: [], backup: [], restore: [] } satisfies Record<
		string,
		number[]
	>;
	const { first, warm, stop, crash, backup, restore }: Record<keyof typeof times, number[]> = times;
	for (let round = 0; round < rounds; round++) {
		const dataDir = join(home, `data-${round}`);
		const made = await timed(first, () => startEmbeddedPostgres({ dataDir }));
		await timed(stop, () => made.stop());
		const again = await timed(warm, () => startEmbeddedPostgres({ dataDir }));
		await withClient(again, (client) =>
			client.query("create table t as select i, repeat('x', 200) as text from generate_series(1, 100000) i"),
		);
		process.kill(again.pid, "SIGKILL");
		await again.stop();
		const recovered = await timed(crash, () => startEmbeddedPostgres({ dataDir }));
		const outDir = join(home, `backup-${round}`);
		const takenAt = new Date().toISOString();
		await timed(backup, () => takeBaseBackup({ connection: recovered, dataDir, outDir, takenAt }));
		await timed(restore, () =>
			restoreBackup({ backupDir: outDir, dataDir: join(home, `restored-${round}`), sourceDataDir: dataDir }),
		);
		await timed(stop, () => recovered.stop());
	}
	show("first start, cluster made", first);
	show("warm start", warm);
	show("start after kill -9 with 100,000 rows to recover", crash);
	show("stop", stop);
	show("base backup of 100,000 rows", backup);
	show("restore of it, to the end", restore);
}

/** Saves numbered rows until the connection breaks; gives the last that was acknowledged. */
async function saveUntilKilled(url: string, from: number): Promise<number> {
	const client = new Client({ connectionString: url });
	client.on("error", () => {});
	let acknowledged = from;
	try {
		await client.connect();
		for (;;) {
			await client.query("insert into saved values ($1)", [acknowledged + 1]);
			acknowledged++;
		}
	} catch {
		return acknowledged;
	}
}

/** Kills Throughline (in every second round its server too) at a random moment and looks for every acknowledged row. */
async function torture(home: string, kills: number): Promise<void> {
	const dataDir = join(home, "torture");
	let acknowledged = 0;
	let lost = 0;
	let takenOver = 0;
	for (let round = 0; round < kills; round++) {
		const child = spawn(process.execPath, [process.argv[1] ?? "", "serve", dataDir], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		const [chunk]: unknown[] = await once(child.stdout, "data");
		const [pid, took, url] = String(chunk).trim().split(" ");
		if (took === "true") takenOver++;
		const client = new Client({ connectionString: url });
		await client.connect();
		await client.query("create table if not exists saved (id int primary key)");
		const { rows } = await client.query<{ count: number }>("select count(*)::int as count from saved where id <= $1", [
			acknowledged,
		]);
		lost += acknowledged - (rows[0]?.count ?? 0);
		const { rows: last } = await client.query<{ id: number | null }>("select max(id) as id from saved");
		await client.end();
		const saving = saveUntilKilled(url ?? "", last[0]?.id ?? 0);
		await wait(50 + Math.random() * 400);
		const gone = once(child, "exit");
		child.kill("SIGKILL");
		await gone;
		if (round % 2 === 0) process.kill(Number(pid), "SIGKILL");
		else await endSessions(url ?? "");
		acknowledged = await saving;
	}
	const server = await startEmbeddedPostgres({ dataDir });
	const count = await withClient(server, async (each) => (await each.query("select from saved")).rowCount ?? 0);
	await server.stop();
	lost += Math.max(0, acknowledged - count);
	console.log(`${kills} kills: ${acknowledged} acknowledged, ${lost} lost, ${takenOver} servers taken over`);
}

async function endSessions(url: string): Promise<void> {
	const client = new Client({ connectionString: url });
	await client.connect();
	await client.query(
		"select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
	);
	await client.end();
}

if (process.argv[2] === "serve") {
	const server = await startEmbeddedPostgres({ dataDir: process.argv[3] ?? "" });
	setInterval(() => {}, 60_000);
	console.log(`${server.pid} ${server.takenOver} ${server.url}`);
} else {
	const home = await mkdtemp(join(tmpdir(), "throughline-measure-"));
	try {
		await measure(home);
		await torture(home, Number(process.argv[2] ?? 100));
	} finally {
		await rm(home, { recursive: true, force: true });
	}
}
