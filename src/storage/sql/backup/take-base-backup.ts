/**
 * A backup of the running embedded database, without stopping anybody: PostgreSQL is told that a backup begins, the
 * cluster's files are copied while it works, and the WAL written meanwhile is added, which makes the copy consistent
 * (PostgreSQL manual, "Making a Base Backup Using the Low Level API").
 *
 * The backup is a folder: `cluster/` the files, `wal/` the packed WAL, `manifest.json` with the checksum of each. It
 * appears under its name only when it is whole and on disk; one cut short by kill -9 leaves a hidden folder
 * `.<name>.part-...` beside it, which may be deleted. It holds all records and the hashed passwords, so keep it
 * where only those may go who may see everything. Restoring it by hand, without Throughline: copy `cluster/` to a data
 * folder, unpack `wal/*.gz` into its `pg_wal/`, start PostgreSQL of the same major version.
 */
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { Client } from "pg";
import { archiveCommand } from "../embedded/cluster-settings.ts";
import { type EmbeddedConnection, withClient } from "../embedded/connection.ts";
import { EmbeddedPostgresError } from "../embedded/embedded-postgres-error.ts";
import { diskFull } from "../embedded/explain-failure.ts";
import { systemCode, unlessMissing } from "../embedded/file-faults.ts";
import { syncFolder } from "../embedded/initialize-cluster.ts";
import { type BackupFile, type BackupManifest, writeManifest } from "./backup-manifest.ts";
import { copyFile, forEachOf, syncFiles, writeNewFile } from "./copy-file.ts";
import { noteBackup, openWalArchive, walArchiveFolder } from "./wal-archive.ts";
import { findGap, isRecoveryFile, isSegment, segmentNumber } from "./wal-names.ts";

export interface BaseBackupOptions {
	/** The superuser's connection to the running server. */
	readonly connection: EmbeddedConnection;
	/** The installation's data folder. */
	readonly dataDir: string;
	/** The folder of the new backup, absolute. It must not exist or be empty. */
	readonly outDir: string;
	/** Now, ISO 8601. */
	readonly takenAt: string;
	/** A name for people, such as `before the upgrade`. */
	readonly label?: string;
}

/**
 * Takes a base backup of the running database.
 * @throws EmbeddedPostgresError `backup-refused` when the folder is not empty, the server is not one of ours or does not
 *   archive; `disk-full` when there is no room. Nothing half-made stays.
 */
export async function takeBaseBackup(options: BaseBackupOptions): Promise<BackupManifest> {
	const { outDir, dataDir } = options;
	if (!isAbsolute(outDir)) throw new RangeError(`The backup's folder must be an absolute path: ${outDir}`);
	const present = await unlessMissing(readdir(outDir).catch(notAFolder(outDir)));
	if (present !== undefined && present.length > 0) throw refused(`The folder ${outDir} is not empty: name a new one.`);
	if (/\p{Cc}/u.test(options.label ?? "") || (options.label ?? "").length > 200) {
		throw refused("The label of a backup is one line of at most 200 letters.");
	}
	await mkdir(dirname(outDir), { recursive: true, mode: 0o700 });
	const draft = await mkdtemp(join(dirname(outDir), `.${basename(outDir)}.part-`));
	try {
		const manifest = await withClient(options.connection, (client) => backUp(client, draft, options));
		await writeManifest(draft, manifest);
		const written = [...manifest.files.map((file) => file.path), "manifest.json", "manifest.sha256"];
		await syncFiles(written.map((path) => join(draft, path)));
		for (const folder of manifest.folders.toReversed()) await syncFolder(join(draft, folder));
		await syncFolder(draft);
		await rename(draft, outDir);
		await syncFolder(dirname(outDir));
		await noteBackup(dataDir, { takenAt: options.takenAt, startWal: manifest.startWal });
		return manifest;
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		const code = systemCode(error);
		if (code === "ENOSPC" || code === "EDQUOT") throw await diskFull(dirname(outDir), error);
		throw error;
	}
}

async function backUp(client: Client, draft: string, options: BaseBackupOptions): Promise<BackupManifest> {
	const { dataDir, label = "Throughline", takenAt } = options;
	await checkArchives(client, dataDir);
	await openWalArchive(dataDir);
	await client.query("set statement_timeout = '10min'");
	const start = await askOne(
		client,
		`select lsn::text, pg_walfile_name(lsn) as wal, current_setting('server_version') as version,
			(select system_identifier::text from pg_control_system()) as system
		from pg_backup_start($1, fast => true) as lsn`,
		[label],
	);
	const { folders, files } = await copyCluster(join(dataDir, "postgres"), draft);
	const stop = await stopBackup(client, dataDir);
	files.push({
		path: "cluster/backup_label",
		...(await writeNewFile(join(draft, "cluster/backup_label"), stop.label)),
	});
	files.push(...(await copyWal(walArchiveFolder(dataDir), draft, start.wal ?? "", stop.wal ?? "")));
	return {
		format: "throughline-base-backup",
		formatVersion: 1,
		label,
		takenAt,
		consistentFrom: stop.time ?? "",
		serverVersion: start.version ?? "",
		systemIdentifier: start.system ?? "",
		startLsn: start.lsn ?? "",
		stopLsn: stop.lsn ?? "",
		startWal: start.wal ?? "",
		stopWal: stop.wal ?? "",
		folders: [...folders, "wal"],
		files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
	};
}

async function checkArchives(client: Client, dataDir: string): Promise<void> {
	const facts = await askOne(
		client,
		`select current_setting('archive_mode') as mode, current_setting('archive_command') as command,
			(select count(*)::text from pg_tablespace where spcname not in ('pg_default', 'pg_global')) as tablespaces`,
	);
	if (facts.mode !== "on" || facts.command !== archiveCommand) {
		throw refused(
			`The database that answers is not the embedded one of ${dataDir}, or its archive settings were changed: for a PostgreSQL server of your own use its pg_basebackup; else undo ALTER SYSTEM for archive_mode and archive_command and start Throughline again.`,
		);
	}
	if (facts.tablespaces !== "0") {
		throw refused("The database has tablespaces outside its folder, which this backup would miss: use pg_basebackup.");
	}
}

/** Ends the backup; PostgreSQL answers when the last WAL that the backup needs is in the archive. */
async function stopBackup(client: Client, dataDir: string): Promise<Record<string, string> & { label: string }> {
	try {
		const stop = await askOne(
			client,
			`select lsn::text, pg_walfile_name(lsn) as wal, labelfile as label,
				to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time
			from pg_backup_stop(wait_for_archive => true)`,
		);
		return { ...stop, label: stop.label ?? "" };
	} catch (cause) {
		if (systemCode(cause) !== "57014") throw cause;
		throw new EmbeddedPostgresError(
			"backup-refused",
			`The database's WAL does not reach the archive ${walArchiveFolder(dataDir)} within ten minutes: see that the disk has room and that the programs gzip, cmp and sync are there, then take the backup again.`,
			{ cause },
		);
	}
}

/** Folders whose contents belong to the running server only (PostgreSQL manual, "Backing Up The Data Directory"). */
const emptied = new Set([
	"log",
	"pg_dynshmem",
	"pg_notify",
	"pg_replslot",
	"pg_serial",
	"pg_snapshots",
	"pg_stat_tmp",
	"pg_subtrans",
	"pg_wal",
]);

const leftOut =
	/^(postmaster\.(pid|opts)|backup_label|tablespace_map|current_logfiles|pg_hba\.open\.conf|pg_internal\.init.*|pgsql_tmp.*|.*\.(tmp|new))$/;

async function copyCluster(cluster: string, draft: string): Promise<{ folders: string[]; files: BackupFile[] }> {
	const folders: string[] = [];
	const paths: string[] = [];
	const walk = async (path: string): Promise<void> => {
		folders.push(join("cluster", path));
		await mkdir(join(draft, "cluster", path), { mode: 0o700 });
		for (const entry of await readdir(join(cluster, path), { withFileTypes: true })) {
			const inner = join(path, entry.name);
			if (leftOut.test(entry.name)) continue;
			if (entry.isFile()) paths.push(inner);
			if (!entry.isDirectory()) continue;
			if (emptied.has(inner)) {
				folders.push(join("cluster", inner));
				await mkdir(join(draft, "cluster", inner), { mode: 0o700 });
			} else await walk(inner);
		}
	};
	await walk("");
	folders.push("cluster/pg_wal/archive_status");
	await mkdir(join(draft, "cluster/pg_wal/archive_status"), { mode: 0o700 });
	const files: BackupFile[] = [];
	await forEachOf(paths, 4, async (path) => {
		const target = join("cluster", path);
		const copied = await unlessMissing(
			path === "global/pg_control"
				? copyControlFile(join(cluster, path), join(draft, target))
				: copyFile(join(cluster, path), join(draft, target)),
		);
		if (copied !== undefined) files.push({ path: target, ...copied });
	});
	return { folders, files };
}

/** The control file is rewritten while we read and, unlike pages, is not mended from WAL: two equal readings are whole. */
async function copyControlFile(source: string, target: string): Promise<{ sha256: string; size: number }> {
	let before = await readFile(source);
	for (;;) {
		const after = await readFile(source);
		if (before.equals(after)) return await writeNewFile(target, after);
		before = after;
	}
}

/** Copies the WAL from the first to the last segment that the backup needs, and the timelines' histories. */
async function copyWal(archive: string, draft: string, first: string, last: string): Promise<BackupFile[]> {
	await mkdir(join(draft, "wal"), { mode: 0o700 });
	const needed = (await readdir(archive)).filter((file) => {
		const name = file.replace(/\.gz$/, "");
		if (!file.endsWith(".gz") || !isRecoveryFile(name)) return false;
		if (!isSegment(name)) return true;
		return segmentNumber(name) >= segmentNumber(first) && segmentNumber(name) <= segmentNumber(last);
	});
	const names = needed.map((file) => file.replace(/\.gz$/, ""));
	if (!names.includes(first) || !names.includes(last) || findGap(names) !== undefined) {
		throw refused(
			`The archive ${archive} lacks WAL that the backup needs (${first} to ${last}): take the backup again.`,
		);
	}
	const files: BackupFile[] = [];
	for (const file of needed) {
		files.push({ path: `wal/${file}`, ...(await copyFile(join(archive, file), join(draft, "wal", file))) });
	}
	return files;
}

async function askOne(
	client: Client,
	text: string,
	values: readonly string[] = [],
): Promise<Record<string, string | undefined>> {
	const { rows } = await client.query<Record<string, string | undefined>>(text, [...values]);
	return rows[0] ?? {};
}

function refused(message: string): EmbeddedPostgresError {
	return new EmbeddedPostgresError("backup-refused", message);
}

function notAFolder(path: string): (error: unknown) => never {
	return (error) => {
		if (systemCode(error) === "ENOTDIR") throw refused(`There is a file at ${path}: name a new folder.`);
		throw error;
	};
}
