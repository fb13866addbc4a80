import { open, readdir, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { EmbeddedPostgresError, type EmbeddedPostgresFault } from "./embedded-postgres-error.ts";
import { systemCode } from "./file-faults.ts";

/** The last lines that the server wrote since its last start, oldest first; none when there is no log. */
export async function readServerLog(clusterFolder: string, count = 20): Promise<readonly string[]> {
	const folder = join(clusterFolder, "log");
	const names = await readdir(folder).catch(() => []);
	let newest: { path: string; changed: number; size: number } | undefined;
	for (const name of names) {
		const path = join(folder, name);
		const { mtimeMs, size } = await stat(path);
		if (newest === undefined || mtimeMs > newest.changed) newest = { path, changed: mtimeMs, size };
	}
	if (newest === undefined) return [];
	const file = await open(newest.path);
	try {
		const length = Math.min(newest.size, 16_384);
		const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, newest.size - length);
		const lines = buffer.subarray(0, bytesRead).toString("utf8").split("\n");
		const start = lines.findLastIndex((line) => line.includes("LOG:  starting PostgreSQL"));
		return lines
			.slice(Math.max(start, 0))
			.filter((line) => line.trim() !== "")
			.slice(-count);
	} finally {
		await file.close();
	}
}

/** Bytes left on the disk of a folder; of the nearest folder above it where it does not exist yet. */
export async function findFreeSpace(folder: string): Promise<number> {
	try {
		const { bavail, bsize } = await statfs(folder);
		return bavail * bsize;
	} catch (error) {
		if (dirname(folder) === folder) throw error;
		return await findFreeSpace(dirname(folder));
	}
}

/** A server that ends without a word on a disk with less room than this could not write its log. */
const leastRoom = 4_000_000;

/** The fault for a disk without room, naming the folder and what is left. */
export async function diskFull(
	folder: string,
	cause: unknown,
	serverLog: readonly string[] = [],
): Promise<EmbeddedPostgresError> {
	return new EmbeddedPostgresError(
		"disk-full",
		`There is no room on the disk for the database in ${folder} (${Math.floor((await findFreeSpace(folder)) / 1_000_000)} MB free): free some space, 1 GB at least, and try again. Nothing that was acknowledged is lost.`,
		{ cause, serverLog },
	);
}

/**
 * Gives the plain-word fault behind an error that a query met when the disk was full (SQLSTATE 53100), and `undefined`
 * for any other error.
 */
export async function explainWriteFailure(error: unknown, dataDir: string): Promise<EmbeddedPostgresError | undefined> {
	const code = systemCode(error);
	return code === "53100" || code === "ENOSPC" ? await diskFull(dataDir, error) : undefined;
}

const noRoom = /No space left on device|Disk quota exceeded/;

/** Turns what initdb or the server wrote before it failed into a fault that says what to do. */
export async function explainFailure(facts: {
	readonly what: string;
	readonly dataDir: string;
	readonly lines: readonly string[];
	readonly cause?: unknown;
}): Promise<EmbeddedPostgresError> {
	const { what, dataDir, lines, cause } = facts;
	const text = lines.join("\n");
	if (noRoom.test(text) || systemCode(cause) === "ENOSPC") return await diskFull(dataDir, cause, lines);
	if (lines.length === 0 && cause === undefined && (await findFreeSpace(dataDir)) < leastRoom) {
		return await diskFull(dataDir, cause, lines);
	}
	const fault: EmbeddedPostgresFault = "did-not-start";
	const details = { cause, serverLog: lines };
	const missing = /error while loading shared libraries: (\S+):/.exec(text)?.[1];
	if (missing !== undefined) {
		const advice = "install the package that holds it, or set DATABASE_URL to a PostgreSQL server of your own";
		return new EmbeddedPostgresError(fault, `${what}: the system library ${missing} is missing: ${advice}.`, details);
	}
	if (/could not look up effective user ID/.test(text)) {
		const advice = "PostgreSQL needs an account with a name: run Throughline as a user listed in /etc/passwd";
		return new EmbeddedPostgresError(fault, `${what}: ${advice}.`, details);
	}
	if (/could not create shared memory segment|could not map anonymous shared memory/.test(text)) {
		const advice = "the machine has too little memory free for it: stop other programs and start again";
		return new EmbeddedPostgresError(fault, `${what}: ${advice}.`, details);
	}
	if (/[Pp]ermission denied/.test(text)) {
		const advice = `give the folder ${join(dataDir, "postgres")} back to the user who runs Throughline`;
		return new EmbeddedPostgresError(
			"not-our-folder",
			`${what}: permission denied (${reason(lines)}): ${advice}.`,
			details,
		);
	}
	return new EmbeddedPostgresError(
		fault,
		`${what} (${reason(lines) || describeCause(cause)}): the server's log in ${join(dataDir, "postgres", "log")} says more; if it speaks of damaged files, restore the last backup.`,
		details,
	);
}

/** The first fatal line, without its time and process number. */
function reason(lines: readonly string[]): string {
	const fatal = lines.find((line) => /\b(PANIC|FATAL|initdb: error|error):/.test(line)) ?? lines.at(-1) ?? "";
	return fatal.replace(/^.*?\b(?:PANIC|FATAL|initdb: error|error):\s*/, "").trim();
}

function describeCause(cause: unknown): string {
	return cause instanceof Error ? cause.message : "no reason given";
}
