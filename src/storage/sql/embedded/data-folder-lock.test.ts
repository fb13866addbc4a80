import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockDataFolder } from "./data-folder-lock.ts";
import { findProcess, findProcessPlace } from "./process-identity.ts";

let dataDir = "";
let path = "";

beforeEach(async () => {
	dataDir = await mkdtemp(join(tmpdir(), "throughline-lock-"));
	path = join(dataDir, "throughline.lock");
});

afterEach(async () => {
	await rm(dataDir, { recursive: true, force: true });
});

async function leaveLock(facts: Record<string, unknown>): Promise<void> {
	await writeFile(
		path,
		JSON.stringify({ pid: 1, startedAt: "0", place: await findProcessPlace(), token: "t", ...facts }),
	);
}

test("a held folder is refused naming the holder, and free again after release", async () => {
	const lock = await lockDataFolder(dataDir);
	await expect(lockDataFolder(dataDir)).rejects.toThrow(
		`already runs on the data folder ${dataDir} as process ${process.pid}`,
	);
	await lock.release();
	expect(await readdir(dataDir)).toEqual([]);
	await (await lockDataFolder(dataDir)).release();
});

test("the lock of a process that is gone is taken over", async () => {
	await leaveLock({ pid: 2 ** 22 + 1 });
	const lock = await lockDataFolder(dataDir);
	expect(JSON.parse(await readFile(path, "utf8"))).toMatchObject({ pid: process.pid });
	await lock.release();
});

test("the lock of an earlier process with the number of a living one is taken over", async () => {
	await leaveLock({ pid: process.pid, startedAt: "1" });
	await (await lockDataFolder(dataDir)).release();
});

test("the lock of a living process is respected whatever its file says of time", async () => {
	const self = await findProcess(process.pid);
	await leaveLock({ pid: process.pid, startedAt: self?.startedAt });
	await utimes(path, 0, 0);
	await expect(lockDataFolder(dataDir)).rejects.toMatchObject({ fault: "already-running" });
});

test.each(["", "{", "null", "17", '{"pid":"1"}'])("a lock file cut short (%s) is taken over", async (text) => {
	await writeFile(path, text);
	await (await lockDataFolder(dataDir)).release();
	expect(await readdir(dataDir)).toEqual([]);
});

test("a holder in another container that beats is respected", async () => {
	await leaveLock({ place: "another machine" });
	const beat = setTimeout(() => void utimes(path, 1_000, 1_000), 500);
	await expect(lockDataFolder(dataDir)).rejects.toMatchObject({ fault: "already-running" });
	clearTimeout(beat);
});

test("a holder in another container that has no beat is taken over", async () => {
	await leaveLock({ place: "another machine" });
	await (await lockDataFolder(dataDir)).release();
});

test("our own lock beats, so that others see it", async () => {
	const lock = await lockDataFolder(dataDir);
	const first = (await readFile(path, "utf8")).length;
	const before = (await stat(path)).mtimeMs;
	await expect.poll(async () => (await stat(path)).mtimeMs, { timeout: 4_000 }).not.toBe(before);
	expect((await readFile(path, "utf8")).length).toBe(first);
	await lock.release();
});
