import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedConnection, withClient } from "../embedded/connection.ts";
import { runProgram } from "../embedded/run-program.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../embedded/start-embedded-postgres.ts";
import { restoreBackup } from "./restore-backup.ts";
import { takeBaseBackup } from "./take-base-backup.ts";
import { describeWalArchive } from "./wal-archive.ts";

// Root's temporary folder is closed to the server's user (mode 700), so under root these tests also show that archive,
// backup and restore work there.
let home = "";
let dataDir = "";
let server: EmbeddedPostgres;
let afterSecond = "";

const takenAt = "2026-11-21T12:00:00Z";

beforeAll(async () => {
	home = await mkdtemp(join(tmpdir(), "throughline-backup-"));
	dataDir = join(home, "data");
	server = await startEmbeddedPostgres({ dataDir });
	await ask(server, "create table note (body text, filler text)");
	await ask(server, "insert into note select 'before', repeat('x', 500) from generate_series(1, 5000)");
});

afterAll(async () => {
	await server.stop();
	await rm(home, { recursive: true, force: true });
});

async function ask(connection: EmbeddedConnection, text: string): Promise<Record<string, unknown>[]> {
	return await withClient(connection, async (client) => (await client.query<Record<string, unknown>>(text)).rows);
}

async function counts(connection: EmbeddedConnection): Promise<Record<string, number>> {
	const rows = await ask(connection, "select body, count(*)::int as count from note group by body");
	return Object.fromEntries(rows.map((row) => [String(row.body), Number(row.count)]));
}

async function restoredCounts(folder: string): Promise<Record<string, number>> {
	const restored = await startEmbeddedPostgres({ dataDir: folder });
	try {
		return await counts(restored);
	} finally {
		await restored.stop();
	}
}

const backupDir = (): string => join(home, "backup");

test("before the first backup nothing is archived", async () => {
	await ask(server, "select pg_switch_wal()");
	await ask(server, "insert into note values ('before')");
	expect(await describeWalArchive(dataDir)).toBeUndefined();
	await expect
		.poll(async () =>
			Number((await ask(server, "select archived_count::int from pg_stat_archiver"))[0]?.archived_count),
		)
		.toBeGreaterThan(0);
});

test("a backup is taken while others save", async () => {
	let saving = true;
	const saver = (async () => {
		let saved = 0;
		while (saving) {
			await ask(server, "insert into note values ('during')");
			saved++;
		}
		return saved;
	})();
	const manifest = await takeBaseBackup({
		connection: server,
		dataDir,
		outDir: backupDir(),
		takenAt,
		label: "it's noon",
	});
	saving = false;
	const saved = await saver;
	expect(saved).toBeGreaterThan(5);
	expect(manifest).toMatchObject({ takenAt, label: "it's noon", serverVersion: server.version, formatVersion: 1 });
	const paths = manifest.files.map((file) => file.path);
	expect(paths).toContain("cluster/backup_label");
	expect(paths).toContain("cluster/global/pg_control");
	expect(paths.filter((path) => /postmaster|pg_wal|\/log\//.test(path))).toEqual([]);
	expect((await stat(backupDir())).mode & 0o777).toBe(0o700);
	const checked = await runProgram("/bin/sh", ["-c", "sha256sum -c manifest.sha256"], { folder: backupDir() });
	expect(checked.output).toContain("manifest.json: OK");
});

test("a folder that holds something is never written over", async () => {
	const again = takeBaseBackup({ connection: server, dataDir, outDir: backupDir(), takenAt });
	await expect(again).rejects.toMatchObject({ fault: "backup-refused", message: expect.stringContaining("not empty") });
	const file = join(home, "file");
	await writeFile(file, "mine");
	const onFile = takeBaseBackup({ connection: server, dataDir, outDir: file, takenAt });
	await expect(onFile).rejects.toThrow(`There is a file at ${file}`);
	expect(await readFile(file, "utf8")).toBe("mine");
	const forged = takeBaseBackup({
		connection: server,
		dataDir,
		outDir: join(home, "forged"),
		takenAt,
		label: "a\nSTART",
	});
	await expect(forged).rejects.toThrow("is one line");
	expect((await readdir(home)).sort()).toEqual(["backup", "data", "file"]);
});

test("restored to the end, also the rows of a moment ago are back", async () => {
	await ask(server, "insert into note values ('second')");
	afterSecond = String((await ask(server, "select clock_timestamp()::text as at"))[0]?.at);
	await ask(server, "insert into note values ('third')");
	const expected = await counts(server);

	const folder = join(home, "to-the-end");
	const restored = await restoreBackup({ backupDir: backupDir(), dataDir: folder, sourceDataDir: dataDir });
	expect(restored.lastChangeAt).toMatch(/^20\d\d-/);
	expect(await restoredCounts(folder)).toEqual(expected);
	expect((await readdir(folder)).sort()).toEqual(["postgres", "postgres-password"]);
});

test("restored to a moment, exactly the rows saved until then are back", async () => {
	const { third, ...expected } = await counts(server);
	expect(third).toBe(1);
	const folder = join(home, "to-a-moment");
	const targetTime = new Date(afterSecond)
		.toISOString()
		.replace("Z", `${/\.\d{3}(\d{0,3})/.exec(afterSecond)?.[1] ?? ""}Z`);
	await restoreBackup({ backupDir: backupDir(), dataDir: folder, sourceDataDir: dataDir, targetTime });
	expect(await restoredCounts(folder)).toEqual(expected);
});

test("restored without the source, the state of the backup is back", async () => {
	const folder = join(home, "backup-only");
	await restoreBackup({ backupDir: backupDir(), dataDir: folder });
	const found = await restoredCounts(folder);
	expect(found.before).toBe(5001);
	expect(found.second).toBeUndefined();
});

test("a restored installation is a new one: its own password, no archive until its first backup", async () => {
	const folder = join(home, "backup-only");
	const restored = await startEmbeddedPostgres({ dataDir: folder });
	try {
		expect(restored.password).not.toBe(server.password);
		await expect(ask({ ...restored, password: server.password }, "select 1")).rejects.toThrow(
			"password authentication",
		);
		expect(await describeWalArchive(folder)).toBeUndefined();
		const outDir = join(home, "second-generation");
		await takeBaseBackup({ connection: restored, dataDir: folder, outDir, takenAt });
		await ask(restored, "insert into note values ('fourth')");
		const next = join(home, "third-generation");
		await restoreBackup({ backupDir: outDir, dataDir: next, sourceDataDir: folder });
		expect((await restoredCounts(next)).fourth).toBe(1);
	} finally {
		await restored.stop();
	}
});

test("a moment outside of what is at hand is refused in words", async () => {
	const restore = async (targetTime: string, sourceDataDir?: string): Promise<unknown> =>
		await restoreBackup({
			backupDir: backupDir(),
			dataDir: join(home, "refused"),
			targetTime,
			...(sourceDataDir === undefined ? {} : { sourceDataDir }),
		});
	await expect(restore("2001-01-01T00:00:00Z")).rejects.toThrow("is before the end of this backup");
	await expect(restore("yesterday")).rejects.toThrow('"yesterday" is not a moment');
	await expect(restore("2099-01-01T00:00:00Z")).rejects.toThrow(/changes at hand (end at|hold none)/);
	await expect(restore("2099-01-01T00:00:00Z", dataDir)).rejects.toThrow(
		/changes at hand end at 20.*UTC, before the moment/,
	);
	await expect(restore("2099-01-01T00:00:00Z", join(home, "to-the-end"))).rejects.toThrow(/WAL segment \w+ is missing/);
	expect(await readdir(join(home, "refused"))).not.toContain("postgres");
});

test("WAL of another installation is never mixed in", async () => {
	const other = join(home, "other");
	await (await startEmbeddedPostgres({ dataDir: other })).stop();
	const mixed = restoreBackup({ backupDir: backupDir(), dataDir: join(home, "mixed"), sourceDataDir: other });
	await expect(mixed).rejects.toThrow(`The database in ${other} is not the one that the backup was taken of`);
});

test("a data folder that holds something is refused", async () => {
	const full = join(home, "full");
	await mkdir(full);
	await writeFile(join(full, "letters.docx"), "mine");
	const onFull = restoreBackup({ backupDir: backupDir(), dataDir: full });
	await expect(onFull).rejects.toThrow(`The data folder ${full} is not empty (it holds letters.docx)`);
	await expect(restoreBackup({ backupDir: backupDir(), dataDir })).rejects.toMatchObject({ fault: "already-running" });
});

test("a restore that was cut short is begun anew", async () => {
	const folder = join(home, "cut-short");
	await mkdir(join(folder, "postgres.restoring", "base"), { recursive: true });
	await mkdir(join(folder, "wal-restore"));
	await restoreBackup({ backupDir: backupDir(), dataDir: folder });
	expect((await restoredCounts(folder)).before).toBe(5001);
});

test("a segment missing among the later changes is named", async () => {
	const source = join(home, "gappy");
	for (let round = 0; round < 3; round++) await ask(server, "create table t(); drop table t; select pg_switch_wal()");
	await ask(server, "select pg_stat_clear_snapshot()");
	await expect.poll(async () => (await describeWalArchive(dataDir))?.segments).toBeGreaterThan(3);
	await runProgram("/bin/cp", ["-a", dataDir, source]);
	const segments = (await readdir(join(source, "wal-archive")))
		.filter((name) => /^[0-9A-F]{24}\.gz$/.test(name))
		.sort();
	const missing = segments.at(-2) ?? "";
	await rm(join(source, "wal-archive", missing));
	await rm(join(source, "postgres", "pg_wal", missing.replace(".gz", "")), { force: true });
	const restore = restoreBackup({ backupDir: backupDir(), dataDir: join(home, "gap"), sourceDataDir: source });
	await expect(restore).rejects.toThrow(`The WAL segment ${missing.slice(8, 24)} is missing in ${source}`);
});

test("old WAL is removed when newer backups have made it useless", async () => {
	const before = (await describeWalArchive(dataDir))?.segments ?? 0;
	await takeBaseBackup({ connection: server, dataDir, outDir: join(home, "backup-2"), takenAt });
	const kept = await describeWalArchive(dataDir);
	expect(kept?.segments).toBeGreaterThan(before);
	await takeBaseBackup({
		connection: server,
		dataDir,
		outDir: join(home, "backup-3"),
		takenAt: "2026-11-22T12:00:00Z",
	});
	const pruned = await describeWalArchive(dataDir);
	expect(pruned?.segments).toBeLessThan(before);
	expect(pruned?.lastBackupAt).toBe("2026-11-22T12:00:00Z");

	await ask(server, "insert into note values ('fifth')");
	const folder = join(home, "from-the-second");
	await restoreBackup({ backupDir: join(home, "backup-2"), dataDir: folder, sourceDataDir: dataDir });
	expect((await restoredCounts(folder)).fifth).toBe(1);
});

test("a damaged backup is refused, naming the file", async () => {
	const manifest: { files: { path: string; size: number }[] } = JSON.parse(
		await readFile(join(backupDir(), "manifest.json"), "utf8"),
	);
	const largest = manifest.files.toSorted((a, b) => b.size - a.size)[0]?.path ?? "";
	const restore = async (): Promise<unknown> =>
		await restoreBackup({ backupDir: backupDir(), dataDir: join(home, "damaged") });
	const damage = async (path: string, work: (file: string, bytes: Buffer) => Promise<void>): Promise<void> => {
		const file = join(backupDir(), path);
		const bytes = await readFile(file);
		await work(file, bytes);
		await expect(restore()).rejects.toThrow(`is damaged: the file ${path} is missing or not as it was written`);
		await writeFile(file, bytes);
	};
	await damage(largest, async (file, bytes) => {
		const flipped = Buffer.from(bytes);
		flipped[4_000] = (flipped[4_000] ?? 0) ^ 1;
		await writeFile(file, flipped);
	});
	await damage("cluster/global/pg_control", async (file) => await truncate(file, 100));
	await damage("cluster/backup_label", async (file) => await rm(file));
	await damage(
		`wal/${manifest.files.find((file) => file.path.startsWith("wal/"))?.path.slice(4)}`,
		async (file, bytes) => {
			await writeFile(file, bytes.subarray(1));
		},
	);
	await damage("manifest.json", async (file, bytes) => {
		await writeFile(file, bytes.toString("utf8").replace("noon", "Noon"));
	});
	expect(await readdir(join(home, "damaged"))).not.toContain("postgres");
	await restore();
	expect((await restoredCounts(join(home, "damaged"))).before).toBe(5001);
});
