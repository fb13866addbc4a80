import { type FileHandle, mkdir, open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedPostgresError } from "../embedded/embedded-postgres-error.ts";
import { unlessMissing } from "../embedded/file-faults.ts";
import { type BackupManifest, damaged } from "./backup-manifest.ts";
import { checksum, unpackSegment, writeNewFile } from "./copy-file.ts";
import { walArchiveFolder } from "./wal-archive.ts";
import { findGap, isRecoveryFile, isSegment, nameWithoutTimeline, segmentNumber } from "./wal-names.ts";

/**
 * Lays out, unpacked, all WAL that a restore replays: that of the backup and, if a source is given, that of the source's
 * archive and of its own `pg_wal`, so that also the last changes before an accident come back.
 * @throws EmbeddedPostgresError `restore-refused` when a file is damaged, a segment is missing in between, or the source
 *   is another installation.
 */
export async function gatherWal(
	manifest: BackupManifest,
	backupDir: string,
	sourceDataDir: string | undefined,
	target: string,
): Promise<void> {
	await mkdir(target, { mode: 0o700 });
	const have = new Set<string>();
	const add = async (name: string, content: Buffer): Promise<void> => {
		if (have.has(name)) return;
		have.add(name);
		await writeNewFile(join(target, name), content);
	};
	for (const file of manifest.files.filter((each) => each.path.startsWith("wal/"))) {
		const packed = await readFile(join(backupDir, file.path)).catch((cause: unknown) => {
			throw damaged(backupDir, file.path, cause);
		});
		if (checksum(packed) !== file.sha256) throw damaged(backupDir, file.path);
		await add(nameOf(file.path.slice("wal/".length)), await unpackSegment(packed));
	}
	if (sourceDataDir !== undefined) await addFromSource(manifest, sourceDataDir, have, add);
	const gap = findGap([...have]);
	if (gap === undefined) return;
	throw new EmbeddedPostgresError(
		"restore-refused",
		`The WAL segment ${nameWithoutTimeline(gap)} is missing in ${sourceDataDir ?? backupDir}: changes after it cannot be brought back. Restore without the source to get the state of the backup (${manifest.takenAt}).`,
	);
}

async function addFromSource(
	manifest: BackupManifest,
	sourceDataDir: string,
	have: ReadonlySet<string>,
	add: (name: string, content: Buffer) => Promise<void>,
): Promise<void> {
	await checkSameCluster(manifest, sourceDataDir);
	const first = segmentNumber(manifest.startWal);
	const isWanted = (name: string): boolean =>
		isRecoveryFile(name) && !have.has(name) && (!isSegment(name) || segmentNumber(name) >= first);
	const archive = walArchiveFolder(sourceDataDir);
	for (const file of (await unlessMissing(readdir(archive))) ?? []) {
		if (!file.endsWith(".gz") || !isWanted(nameOf(file))) continue;
		const unpacked = await unpackSegment(await readFile(join(archive, file))).catch((cause: unknown) => {
			throw new EmbeddedPostgresError(
				"restore-refused",
				`The WAL file ${join(archive, file)} is damaged: restore without the source to get the state of the backup (${manifest.takenAt}), or to a moment before it with a copy of the archive that ends there.`,
				{ cause },
			);
		});
		await add(nameOf(file), unpacked);
	}
	const live = join(sourceDataDir, "postgres", "pg_wal");
	for (const name of (await unlessMissing(readdir(live))) ?? []) {
		if (isWanted(name) && (await isInUse(join(live, name), name))) await add(name, await readFile(join(live, name)));
	}
}

/** PostgreSQL keeps old segments under future names for reuse. A segment in use begins with its own address. */
async function isInUse(path: string, name: string): Promise<boolean> {
	if (!isSegment(name)) return true;
	const header = await readStart(path, 16);
	return header.readBigUInt64LE(8) === BigInt(segmentNumber(name)) * 16_777_216n;
}

/** The first number in pg_control tells clusters apart; WAL of another one would silently end the recovery. */
async function checkSameCluster(manifest: BackupManifest, sourceDataDir: string): Promise<void> {
	const control = await unlessMissing(readStart(join(sourceDataDir, "postgres", "global", "pg_control"), 8));
	if (control === undefined || control.readBigUInt64LE(0).toString() === manifest.systemIdentifier) return;
	throw new EmbeddedPostgresError(
		"restore-refused",
		`The database in ${sourceDataDir} is not the one that the backup was taken of: name the data folder of that installation.`,
	);
}

async function readStart(path: string, length: number): Promise<Buffer> {
	const file: FileHandle = await open(path, "r");
	try {
		return (await file.read(Buffer.alloc(length), 0, length, 0)).buffer;
	} finally {
		await file.close();
	}
}

function nameOf(file: string): string {
	return file.replace(/\.gz$/, "");
}
