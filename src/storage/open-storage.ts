import { randomBytes } from "node:crypto";
import path from "node:path";
import type pg from "pg";
import type { Clock, Ids, UnitOfWork } from "../operations/ports.ts";
import { readContextSeal } from "./sql/context.ts";
import { type Connection, createDatabase, createPool, type Database, DatabaseRole } from "./sql/database.ts";
import { startEmbeddedPostgres } from "./sql/embedded/start-embedded-postgres.ts";
import { createIds } from "./sql/ids.ts";
import { prepareDatabase } from "./sql/prepare-database.ts";
import { createUnitOfWork } from "./sql/unit-of-work.ts";

export type StorageOptions = {
	/** None: the embedded PostgreSQL in `dataDir`. */
	readonly databaseUrl: string | undefined;
	readonly dataDir: string;
	readonly migrationsFolder: string;
	readonly clock: Clock;
	readonly log: (line: string) => void;
	/** Called if the embedded server ends by itself. */
	readonly onUnexpectedEnd?: (error: Error) => void;
};

/** Everything that is kept, ready for use, and the way to close it. */
export type Storage = {
	readonly inTransaction: UnitOfWork;
	readonly ids: Ids;
	/** Under the application's role. */
	readonly database: Database;
	/** Connections of the accounts' role and of the queue's. */
	readonly accountsPool: pg.Pool;
	readonly workerPool: pg.Pool;
	/** The way in with all rights, for backup, export and checks. */
	readonly admin: Connection;
	readonly appliedMigrations: readonly string[];
	close(): Promise<void>;
};

/**
 * Opens the storage: starts or reaches the database, brings it up to date, and opens a pool for each role. On the
 * embedded server each role signs in with a password of its own that lives as long as the process; on a server given by
 * URL the pools sign in with the URL and take the role on (docs/guides/settings.md tells what that means).
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
	const embedded = options.databaseUrl ? undefined : await startEmbedded(options);
	const admin: Connection = { url: options.databaseUrl ?? embedded?.url ?? "" };
	try {
		const { applied } = await prepareDatabase(admin, options.migrationsFolder);
		const seal = await readContextSeal(admin);
		const connect = embedded ? await signInRoles(admin) : (role: DatabaseRole): Connection => ({ ...admin, role });
		const pools = {
			app: createPool(connect(DatabaseRole.app), 12),
			accounts: createPool(connect(DatabaseRole.accounts), 6),
			worker: createPool(connect(DatabaseRole.worker), 4),
		};
		const database = createDatabase(pools.app);
		return {
			inTransaction: createUnitOfWork(database, seal, options.clock),
			ids: createIds(options.clock),
			database,
			accountsPool: pools.accounts,
			workerPool: pools.worker,
			admin,
			appliedMigrations: applied,
			async close() {
				await Promise.all([database.destroy(), pools.accounts.end(), pools.worker.end()]);
				await embedded?.stop();
			},
		};
	} catch (error) {
		await embedded?.stop();
		throw error;
	}
}

function startEmbedded({ dataDir, log, onUnexpectedEnd }: StorageOptions) {
	return startEmbeddedPostgres({
		dataDir: path.resolve(dataDir),
		log,
		...(onUnexpectedEnd ? { onUnexpectedEnd } : {}),
	});
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
