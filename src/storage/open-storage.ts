import { randomBytes } from "node:crypto";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import type { Clock, Ids, UnitOfWork } from "../operations/ports.ts";
import { withAdvisoryLock } from "./sql/advisory-lock.ts";
import { readContextSeal, type SealContext } from "./sql/context.ts";
import { type Connection, createDatabase, createPool, type Database, DatabaseRole } from "./sql/database.ts";
import { connectionUrl, type EmbeddedConnection } from "./sql/embedded/connection.ts";
import { EmbeddedPostgresError } from "./sql/embedded/embedded-postgres-error.ts";
import { findRunningConnection } from "./sql/embedded/find-running-connection.ts";
import { startEmbeddedPostgres } from "./sql/embedded/start-embedded-postgres.ts";
import { createIds } from "./sql/ids.ts";
import { clearUnfinishedPractice, type Holding, readHolding } from "./sql/practice-mark.ts";
import { prepareDatabase } from "./sql/prepare-database.ts";
import { createUnitOfWork } from "./sql/unit-of-work.ts";

export type StorageOptions = {
	/** None: the embedded PostgreSQL in `dataDir`. */
	readonly databaseUrl: string | undefined;
	readonly dataDir: string;
	readonly migrationsFolder: string;
	readonly clock: Clock;
	readonly log: (line: string) => void;
	/** The command line: use the database of a running Throughline instead of refusing to start a second one. */
	readonly besideServer?: boolean;
	/** Called if the embedded server ends by itself. */
	readonly onUnexpectedEnd?: (error: Error) => void;
};

/** Everything that is kept, ready for use, and the way to close it. */
export type Storage = {
	readonly inTransaction: UnitOfWork;
	readonly ids: Ids;
	/** Seals the id of the person that a transaction runs for. */
	readonly seal: SealContext;
	/** Under the application's role. */
	readonly database: Database;
	/** Connections of the accounts' role and of the queue's. */
	readonly accountsPool: pg.Pool;
	readonly workerPool: pg.Pool;
	/** The way in with all rights, for backup, export and checks. */
	readonly admin: Connection;
	/** The embedded server's connection; undefined for a server given by URL. */
	readonly embedded: EmbeddedConnection | undefined;
	readonly migrationsFolder: string;
	readonly appliedMigrations: readonly string[];
	/** What the database held when it was opened. */
	readonly holding: Exclude<Holding, "unfinished-practice">;
	close(): Promise<void>;
};

/**
 * Opens the storage: starts or reaches the database, brings it up to date, and opens a pool for each role. On the
 * embedded server each role signs in with a password of its own that lives as long as the process; on a server given by
 * URL the pools sign in with the URL and take the role on (docs/guides/settings.md tells what that means).
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
	const embedded = options.databaseUrl ? undefined : await startOrJoinEmbedded(options);
	const admin: Connection = { url: options.databaseUrl ?? embedded?.url ?? "" };
	try {
		const { applied } = await prepareDatabase(admin, options.migrationsFolder);
		const holding = await readFinishedHolding(admin, options);
		const seal = await readContextSeal(admin);
		const connect =
			embedded && !embedded.joined
				? await signInRoles(admin)
				: (role: DatabaseRole): Connection => ({ ...admin, role });
		const pools = {
			app: createPool(connect(DatabaseRole.app), 12),
			accounts: createPool(connect(DatabaseRole.accounts), 6),
			worker: createPool(connect(DatabaseRole.worker), 4),
		};
		const database = createDatabase(pools.app);
		return {
			inTransaction: createUnitOfWork(database, seal, options.clock),
			ids: createIds(options.clock),
			seal,
			database,
			accountsPool: pools.accounts,
			workerPool: pools.worker,
			admin,
			embedded: embedded?.connection,
			migrationsFolder: options.migrationsFolder,
			appliedMigrations: applied,
			holding,
			async close() {
				const ended = Promise.allSettled([database.destroy(), pools.accounts.end(), pools.worker.end()]);
				// A connection that is not given back is cut by the server's stop, or left to the end of the process.
				await Promise.race([ended, wait(1000, undefined, { ref: false })]);
				await embedded?.stop();
			},
		};
	} catch (error) {
		await embedded?.stop();
		throw error;
	}
}

/**
 * What the database holds. A practice state that another process is loading is waited for; one whose loading was broken off
 * is cleared, so that the database holds nothing again.
 */
async function readFinishedHolding(admin: Connection, options: StorageOptions): Promise<Storage["holding"]> {
	const holding = await readHolding(admin);
	if (holding !== "unfinished-practice") return holding;
	return withAdvisoryLock(admin, "practice", async () => {
		const now = await readHolding(admin);
		if (now !== "unfinished-practice") return now;
		options.log("Loading the practice state was broken off last time: it is made anew.");
		await clearUnfinishedPractice(admin);
		await prepareDatabase(admin, options.migrationsFolder);
		return "nothing";
	});
}

/** The embedded server: of our own, or joined. A joined one is left running. */
type Embedded = {
	readonly url: string;
	readonly joined: boolean;
	readonly connection: EmbeddedConnection;
	stop(): Promise<void>;
};

async function startOrJoinEmbedded(options: StorageOptions): Promise<Embedded> {
	const dataDir = path.resolve(options.dataDir);
	try {
		const server = await startEmbeddedPostgres({
			dataDir,
			log: options.log,
			...(options.onUnexpectedEnd ? { onUnexpectedEnd: options.onUnexpectedEnd } : {}),
		});
		return { url: server.url, joined: false, connection: server, stop: () => server.stop() };
	} catch (error) {
		const running = error instanceof EmbeddedPostgresError && error.fault === "already-running";
		const found = running && options.besideServer ? await findRunningConnection(dataDir) : undefined;
		if (!found) throw error;
		return { url: connectionUrl(found), joined: true, connection: found, stop: async () => undefined };
	}
}

/** Gives each role a new password, so that the pools are those roles and nothing more. */
async function signInRoles(admin: Connection): Promise<(role: DatabaseRole) => Connection> {
	const password = randomBytes(24).toString("hex");
	const pool = createPool(admin, 1);
	try {
		for (const role of [DatabaseRole.app, DatabaseRole.accounts, DatabaseRole.worker]) {
			await pool.query(`alter role ${role} login password '${password}'`);
		}
	} finally {
		await pool.end();
	}
	return (role) => {
		const url = new URL(admin.url);
		url.username = role;
		url.password = password;
		return { url: url.toString() };
	};
}
