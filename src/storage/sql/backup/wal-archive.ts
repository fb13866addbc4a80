/**
 * The archive of WAL in `<dataDir>/wal-archive`: what PostgreSQL wrote since the backups, one packed file a segment, so
 * that an installation can be restored to any moment between its last backups and now.
 *
 * Growth: there is no archive before the first backup (cluster-settings.ts). After each backup the WAL that is older
 * than the last `keptBackups` backups is removed; the folder's `backups.json` remembers them. Without further backups it
 * grows: a quiet office adds at most one packed, nearly empty segment each quarter of an hour. `describeWalArchive` tells
 * its size and age for `throughline doctor`.
 */
import { chmod, chown, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { replaceFile } from "../embedded/cluster-settings.ts";
import { unlessMissing } from "../embedded/file-faults.ts";
import { isSegment, segmentNumber } from "./wal-names.ts";

/** Backups whose later WAL is kept: the last, and the one before it in case the last proves damaged. */
export const keptBackups = 2;

interface KnownBackup {
	readonly takenAt: string;
	readonly startWal: string;
}

/** The size and the age of the archive. */
export interface WalArchiveFacts {
	/** Bytes on disk. */
	readonly size: number;
	readonly segments: number;
	/** When the last backup was taken, as its caller said, ISO 8601; `undefined` before the first. */
	readonly lastBackupAt: string | undefined;
}

export function walArchiveFolder(dataDir: string): string {
	return join(dataDir, "wal-archive");
}

/** Makes the archive's folder, which turns archiving on, owned by whoever owns the cluster. */
export async function openWalArchive(dataDir: string): Promise<void> {
	const folder = walArchiveFolder(dataDir);
	const cluster = await stat(join(dataDir, "postgres"));
	await mkdir(folder, { recursive: true, mode: 0o700 });
	if (process.getuid?.() === 0) await chown(folder, cluster.uid, cluster.gid);
	await chmod(folder, 0o700);
}

/** @returns `undefined` before the first backup: then nothing is archived. */
export async function describeWalArchive(dataDir: string): Promise<WalArchiveFacts | undefined> {
	const folder = walArchiveFolder(dataDir);
	const names = await unlessMissing(readdir(folder));
	if (names === undefined) return undefined;
	let size = 0;
	for (const name of names) size += (await unlessMissing(stat(join(folder, name))))?.size ?? 0;
	const segments = names.filter((name) => isSegment(name.replace(/\.gz$/, ""))).length;
	return { size, segments, lastBackupAt: (await readKnownBackups(folder)).at(-1)?.takenAt };
}

/** Notes a finished backup and removes WAL that only older ones than the last `keptBackups` need. */
export async function noteBackup(dataDir: string, backup: KnownBackup): Promise<void> {
	const folder = walArchiveFolder(dataDir);
	const known = [...(await readKnownBackups(folder)), backup].slice(-keptBackups);
	await replaceFile(join(folder, "backups.json"), `${JSON.stringify(known, null, "\t")}\n`, undefined);
	const oldest = known[0];
	if (oldest === undefined || known.length < keptBackups) return;
	const limit = segmentNumber(oldest.startWal);
	for (const name of await readdir(folder)) {
		const segment = name.slice(0, 24);
		if (isSegment(segment) && segmentNumber(segment) < limit) await rm(join(folder, name), { force: true });
	}
}

async function readKnownBackups(folder: string): Promise<readonly KnownBackup[]> {
	const text = await unlessMissing(readFile(join(folder, "backups.json"), "utf8"));
	const value: unknown = text === undefined ? [] : JSON.parse(text);
	if (!Array.isArray(value)) return [];
	return value.flatMap((entry: unknown) => {
		if (typeof entry !== "object" || entry === null || !("takenAt" in entry && "startWal" in entry)) return [];
		const { takenAt, startWal } = entry;
		if (typeof takenAt !== "string" || typeof startWal !== "string" || !isSegment(startWal)) return [];
		return [{ takenAt, startWal }];
	});
}
