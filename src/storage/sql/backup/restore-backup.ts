/**
 * Restores a base backup into an empty data folder, to its end or to a moment. The backup's files are checked while they
 * are copied; then PostgreSQL replays the WAL in `<dataDir>/postgres.restoring`, and only a recovered cluster gets its
 * name. A restore that is cut short is begun anew by the same call.
 *
 * The restored cluster is a new beginning: its superuser has a new password, and its WAL archive starts with its next
 * backup, which should be taken at once. To a moment means: every change saved at or before it, by the clock of the
 * server at that time; where that clock was set back in between, changes follow their order, not their times.
 */
import { chmod, mkdir, readdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { writeClusterSettings } from "../embedded/cluster-settings.ts";
import { superuserConnection, withClient } from "../embedded/connection.ts";
import { copyPlaces } from "../embedded/copy-binaries.ts";
import { lockDataFolder } from "../embedded/data-folder-lock.ts";
import { EmbeddedPostgresError } from "../embedded/embedded-postgres-error.ts";
import { diskFull, explainFailure } from "../embedded/explain-failure.ts";
import { systemCode } from "../embedded/file-faults.ts";
import { openToServer } from "../embedded/folder-access.ts";
import { checkMajor, syncFolder } from "../embedded/initialize-cluster.ts";
import { createPassword, superuser } from "../embedded/password-file.ts";
import { type BinariesLocator, locateNpmBinaries, prepareBinaries } from "../embedded/postgres-binaries.ts";
import { findServerTrace } from "../embedded/postmaster-file.ts";
import { type Cluster, folderAsSeenBy, runServer, stopServer } from "../embedded/run-server.ts";
import { chooseServerUser, giveTo } from "../embedded/server-user.ts";
import { makeSocketFolder, removeSocketFolder } from "../embedded/socket-folder.ts";
import { type BackupManifest, damaged, getManifest } from "./backup-manifest.ts";
import { copyFile, forEachOf } from "./copy-file.ts";
import { gatherWal } from "./recovery-wal.ts";

export interface RestoreOptions {
	/** A folder that `takeBaseBackup` made. */
	readonly backupDir: string;
	/** The data folder to restore into, absolute; missing or empty. */
	readonly dataDir: string;
	/** The moment to restore to, ISO 8601 with `Z` or an offset; without it, as far as the WAL goes. */
	readonly targetTime?: string;
	/**
	 * The data folder that the backup was taken of, or a copy of it, for the changes saved after the backup. Without it
	 * the restore ends with the backup.
	 */
	readonly sourceDataDir?: string;
	readonly locateBinaries?: BinariesLocator;
	readonly copyPlaces?: readonly string[];
	readonly log?: (line: string) => void;
}

export interface Restored {
	readonly manifest: BackupManifest;
	/** When the last change that came back was saved, ISO 8601; `undefined` when the WAL held none. */
	readonly lastChangeAt: string | undefined;
}

const draftName = "postgres.restoring";
const walName = "wal-restore";
/** Replaying a year of a small office's WAL is minutes; an hour is a limit against hanging for ever. */
const replayWithinMilliseconds = 3_600_000;

/**
 * Restores a backup.
 * @throws EmbeddedPostgresError `restore-refused` when the data folder is not empty, the backup is damaged, or the moment
 *   cannot be reached; `other-version`, `disk-full` as for a start.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
	if (!isAbsolute(options.dataDir))
		throw new RangeError(`The data folder must be an absolute path: ${options.dataDir}`);
	const manifest = await getManifest(options.backupDir);
	checkMoment(manifest, options.targetTime);
	await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
	const dataDir = await realpath(options.dataDir);
	const lock = await lockDataFolder(dataDir);
	try {
		await clearUnfinished(dataDir);
		const restored = await restoreLocked({ ...options, dataDir }, manifest);
		await syncFolder(dataDir);
		return restored;
	} catch (error) {
		const code = systemCode(error);
		if (code === "ENOSPC" || code === "EDQUOT") throw await diskFull(dataDir, error);
		throw error;
	} finally {
		await lock.release();
	}
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/;

function checkMoment(manifest: BackupManifest, targetTime: string | undefined): void {
	if (targetTime === undefined) return;
	if (!moment.test(targetTime) || Number.isNaN(Date.parse(targetTime))) {
		throw refused(
			`"${targetTime}" is not a moment: write it as 2026-11-21T14:30:00Z or with an offset, 2026-11-21T06:30:00-08:00.`,
		);
	}
	if (Date.parse(targetTime) >= Math.floor(Date.parse(manifest.consistentFrom))) return;
	throw refused(
		`The moment ${targetTime} is before the end of this backup (${manifest.consistentFrom}): use an older backup for it.`,
	);
}

/** A folder with anything but our own unfinished restore in it is refused; that is ended and removed. */
async function clearUnfinished(dataDir: string): Promise<void> {
	const ours = [draftName, walName, "socket", "programs", "postgres-password", "throughline.lock"];
	const names = await readdir(dataDir);
	const strange = names.find((name) => !ours.includes(name));
	if (strange !== undefined) {
		throw refused(`The data folder ${dataDir} is not empty (it holds ${strange}): restore into a new folder.`);
	}
	const trace = await findServerTrace(join(dataDir, draftName));
	if (trace.kind === "running") await stopServer(trace.process);
	await rm(join(dataDir, draftName), { recursive: true, force: true });
	await rm(join(dataDir, walName), { recursive: true, force: true });
}

async function restoreLocked(options: RestoreOptions, manifest: BackupManifest): Promise<Restored> {
	const { dataDir, backupDir, log = () => {} } = options;
	const draft = join(dataDir, draftName);
	const wal = join(dataDir, walName);
	const user = await chooseServerUser(draft);
	await openToServer(dataDir, user);
	const places = options.copyPlaces ?? copyPlaces(dataDir);
	const binaries = await prepareBinaries(options.locateBinaries ?? locateNpmBinaries, places, user, log);
	checkMajor(backupDir, manifest.serverVersion.split(".")[0] ?? "", binaries);
	try {
		log(`Copying the backup of ${manifest.takenAt} from ${backupDir}.`);
		await copyCluster(manifest, backupDir, dataDir);
		await gatherWal(manifest, backupDir, options.sourceDataDir, wal);
		await writeFile(join(draft, "recovery.signal"), "");
		await writeFile(join(draft, "pg_hba.open.conf"), "local all all trust\n", { mode: 0o600 });
		await writeClusterSettings(draft, undefined);
		if (user !== undefined) {
			await giveTo(user, draft);
			await giveTo(user, wal);
		}
		log("Replaying the changes.");
		const lastChangeAt = await replay({ folder: draft, binaries, user }, options);
		await rm(join(draft, "pg_hba.open.conf"), { force: true });
		await rm(join(draft, "backup_label.old"), { force: true });
		await rename(draft, join(dataDir, "postgres"));
		return { manifest, lastChangeAt };
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		throw error;
	} finally {
		await rm(wal, { recursive: true, force: true });
	}
}

/** PostgreSQL itself forces the whole cluster to disk before it recovers. */
async function copyCluster(manifest: BackupManifest, backupDir: string, dataDir: string): Promise<void> {
	const inDraft = (path: string): string => join(dataDir, draftName, path.slice("cluster".length));
	const folders = manifest.folders.filter((folder) => folder.startsWith("cluster")).toSorted();
	for (const folder of folders) await mkdir(inDraft(folder), { mode: 0o700 });
	await chmod(inDraft("cluster"), 0o700);
	const files = manifest.files.filter((file) => file.path.startsWith("cluster/"));
	await forEachOf(files, 4, async (file) => {
		const copied = await copyFile(join(backupDir, file.path), inDraft(file.path)).catch((cause: unknown) => {
			if (systemCode(cause) === "ENOENT") throw damaged(backupDir, file.path, cause);
			throw cause;
		});
		if (copied.sha256 !== file.sha256) throw damaged(backupDir, file.path);
	});
}

/** Where this setting is read PostgreSQL does not know the `Z` yet. */
function asTargetTime(moment: string): string {
	return moment.replace("T", " ").replace(/Z$/, "+00");
}

/** @returns when the last change that was replayed had been saved. */
async function replay(cluster: Cluster, options: RestoreOptions): Promise<string | undefined> {
	const { dataDir, targetTime } = options;
	const socketFolder = await makeSocketFolder(dataDir, cluster.user);
	const settings = {
		hba_file: join(await folderAsSeenBy(cluster.user, cluster.folder), "pg_hba.open.conf"),
		archive_mode: "off",
		restore_command: `test -f ../${walName}/%f && cp ../${walName}/%f %p`,
		recovery_target_action: "promote",
		hot_standby: "off",
		...(targetTime === undefined ? {} : { recovery_target_time: asTargetTime(targetTime) }),
	};
	const outcome = await runServer(cluster, {
		socketFolder,
		settings,
		readyWithinMilliseconds: replayWithinMilliseconds,
	});
	if (outcome.kind !== "ready") {
		await removeSocketFolder(socketFolder);
		throw await explainReplay(outcome.lines, options);
	}
	try {
		const password = await createPassword(dataDir);
		return await withClient({ ...superuserConnection(socketFolder, ""), database: "postgres" }, async (client) => {
			const { rows } = await client.query<{ time: string | null }>(
				`select to_char(pg_last_xact_replay_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time`,
			);
			await client.query(`alter role ${superuser} password ${client.escapeLiteral(password)}`);
			await client.query("checkpoint");
			return rows[0]?.time ?? undefined;
		});
	} finally {
		await stopServer(outcome.process, 60_000, 5_000);
		await removeSocketFolder(socketFolder);
	}
}

async function explainReplay(lines: readonly string[], options: RestoreOptions): Promise<EmbeddedPostgresError> {
	const text = lines.join("\n");
	if (/recovery ended before configured recovery target was reached/.test(text)) {
		const last = /last completed transaction was at log time (\S+ \S+)/.exec(text)?.[1];
		const ends = last === undefined ? "hold none after the backup" : `end at ${last} UTC`;
		return new EmbeddedPostgresError(
			"restore-refused",
			`The changes at hand ${ends}, before the moment ${options.targetTime}: name the data folder or the copy that has the later ones, or restore without a moment to get all there is.`,
			{ serverLog: lines },
		);
	}
	return await explainFailure({
		what: `The backup in ${options.backupDir} could not be restored`,
		dataDir: options.dataDir,
		lines,
	});
}

function refused(message: string): EmbeddedPostgresError {
	return new EmbeddedPostgresError("restore-refused", message);
}
