import { type Connection, createPool } from "./database.ts";

/** What only one process at a time may do to a database. The numbers are ours and mean nothing else. */
export const advisoryLocks = { prepare: 7406_001, practice: 7406_002 } as const;

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
