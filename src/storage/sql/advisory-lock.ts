import { type Connection, createPool } from "./database.ts";

/** What only one process at a time may do to a database. The numbers are ours and mean nothing else. */
export const advisoryLocks = { prepare: 7406_001, practice: 7406_002, extract: 7406_003, counting: 7406_004 } as const;

/**
 * Does the work while nobody else holds the same lock on this database; waits for its turn. The lock goes with the
 * connection, so a process that is killed frees it.
 */
export async function withAdvisoryLock<T>(
	admin: Connection,
	lock: keyof typeof advisoryLocks,
	work: () => Promise<T>,
): Promise<T> {
	const pool = createPool({ url: admin.url }, 1);
	try {
		const client = await pool.connect();
		try {
			await client.query("select pg_advisory_lock($1)", [advisoryLocks[lock]]);
			return await work();
		} finally {
			client.release(true);
		}
	} finally {
		await pool.end();
	}
}

/**
 * Does the work while nobody else, here or on another server, counts the indicators of the same place; waits for its turn. The lock
 * goes with the connection.
 */
export async function whileNobodyCounts<T>(
	admin: Connection,
	jurisdictionId: string,
	work: () => Promise<T>,
): Promise<T> {
	const pool = createPool({ url: admin.url }, 1);
	try {
		const client = await pool.connect();
		try {
			await client.query("select pg_advisory_lock($1, hashtext($2))", [advisoryLocks.counting, jurisdictionId]);
			return await work();
		} finally {
			client.release(true);
		}
	} finally {
		await pool.end();
	}
}

/**
 * Does the work while nobody else, here or on another server, reads the same file; does nothing when somebody does. Like the others,
 * the lock goes with the connection.
 */
export async function whileNobodyReads(admin: Connection, loadId: string, work: () => Promise<void>): Promise<void> {
	const pool = createPool({ url: admin.url }, 1);
	try {
		const client = await pool.connect();
		try {
			const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1, hashtext($2)) as free", [
				advisoryLocks.extract,
				loadId,
			]);
			if (rows[0]?.free) await work();
		} finally {
			client.release(true);
		}
	} finally {
		await pool.end();
	}
}
