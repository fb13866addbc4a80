import { randomBytes } from "node:crypto";
import { link, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { systemCode, unlessMissing } from "./file-faults.ts";
import { findProcess, findProcessPlace } from "./process-identity.ts";

/** The one right to run a server on a data folder, held until `release`. */
export interface DataFolderLock {
	readonly path: string;
	release(): Promise<void>;
}

interface LockFacts {
	readonly pid: number;
	readonly startedAt: string;
	readonly place: string;
	readonly token: string;
}

const beatMilliseconds = 2_000;
const beatsToWatch = 3;

/**
 * Takes `<dataDir>/throughline.lock`, so that two Throughlines never run on one data folder.
 * A lock whose holder is gone (kill -9, power cut) is taken over. Whether it is gone is asked of the system by process
 * number and start time. A holder in another container or on another machine cannot be looked up; it is watched for a
 * few seconds for its beat, the changing time of the file. The clock is never compared, so it may be set back.
 * @throws EmbeddedPostgresError `already-running`, naming the process that holds the folder.
 */
export async function lockDataFolder(dataDir: string): Promise<DataFolderLock> {
	const path = join(dataDir, "throughline.lock");
	const own = await describeSelf();
	const draft = `${path}.${own.token}`;
	const file = await open(draft, "wx", 0o600);
	try {
		await file.writeFile(`${JSON.stringify(own)}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
	try {
		await placeLock(path, draft, dataDir);
	} finally {
		await rm(draft, { force: true });
	}
	const beat = setInterval(() => void touch(path), beatMilliseconds);
	beat.unref();
	return {
		path,
		release: async () => {
			clearInterval(beat);
			if ((await readLock(path))?.token === own.token) await rm(path, { force: true });
		},
	};
}

async function describeSelf(): Promise<LockFacts> {
	const self = await findProcess(process.pid);
	return {
		pid: process.pid,
		startedAt: self?.startedAt ?? "",
		place: await findProcessPlace(),
		token: randomBytes(8).toString("hex"),
	};
}

/** A hard link either makes the whole lock or fails: no moment shows half a lock. */
async function placeLock(path: string, draft: string, dataDir: string): Promise<void> {
	for (let attempt = 0; attempt < 20; attempt++) {
		try {
			await link(draft, path);
			return;
		} catch (error) {
			if (systemCode(error) !== "EEXIST") throw error;
		}
		const text = await unlessMissing(readFile(path, "utf8"));
		if (text === undefined) continue;
		const holder = parseLock(text);
		if (holder !== undefined && (await isHeld(path, holder))) throw refusal(dataDir, holder);
		await removeStale(path, text, dataDir);
	}
	throw new EmbeddedPostgresError(
		"already-running",
		`The lock of the data folder ${dataDir} keeps changing hands: several Throughlines are starting on it at once. Start one only.`,
	);
}

/** Moves a dead lock away. If another start was quicker and the file is now its live lock, it is put back. */
async function removeStale(path: string, judged: string, dataDir: string): Promise<void> {
	const aside = `${path}.${randomBytes(8).toString("hex")}.stale`;
	try {
		await rename(path, aside);
	} catch (error) {
		if (systemCode(error) === "ENOENT") return;
		throw error;
	}
	try {
		const moved = await readFile(aside, "utf8");
		if (moved === judged) return;
		await link(aside, path);
		const holder = parseLock(moved);
		if (holder !== undefined) throw refusal(dataDir, holder);
	} finally {
		await rm(aside, { force: true });
	}
}

async function isHeld(path: string, holder: LockFacts): Promise<boolean> {
	if (holder.place === (await findProcessPlace())) {
		const running = await findProcess(holder.pid);
		return running !== undefined && running.startedAt === holder.startedAt;
	}
	const before = await unlessMissing(stat(path));
	for (let beat = 0; beat < beatsToWatch; beat++) {
		await wait(beatMilliseconds);
		const now = await unlessMissing(stat(path));
		if (before === undefined || now === undefined) return false;
		if (now.mtimeMs !== before.mtimeMs) return true;
	}
	return false;
}

function refusal(dataDir: string, holder: LockFacts): EmbeddedPostgresError {
	return new EmbeddedPostgresError(
		"already-running",
		`Throughline already runs on the data folder ${dataDir} as process ${holder.pid}: stop that one first, or give this one another DATA_DIR.`,
	);
}

async function readLock(path: string): Promise<LockFacts | undefined> {
	const text = await unlessMissing(readFile(path, "utf8"));
	return text === undefined ? undefined : parseLock(text);
}

/** Reads a lock file; anything else in its place counts as left behind. */
function parseLock(text: string): LockFacts | undefined {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return undefined;
	}
	if (typeof value !== "object" || value === null) return undefined;
	if (!("pid" in value && "startedAt" in value && "place" in value && "token" in value)) return undefined;
	const { pid, startedAt, place, token } = value;
	if (typeof pid !== "number" || typeof startedAt !== "string") return undefined;
	if (typeof place !== "string" || typeof token !== "string") return undefined;
	return { pid, startedAt, place, token };
}

/** The beat copies the file's own times one step on, so that it needs no clock. */
async function touch(path: string): Promise<void> {
	try {
		const { mtimeMs } = await stat(path);
		const next = mtimeMs / 1_000 + 0.01;
		await utimes(path, next, next);
	} catch {
		// A beat that fails (full disk, folder gone) must not end the server; the next one tries again.
	}
}
