import type { Pool } from "pg";

/** How many rows of each kind were removed. */
export type Removed = {
	readonly sessions: number;
	readonly verifications: number;
	readonly usedCodes: number;
	readonly attempts: number;
};

/** Removes what has run out. Nothing depends on it but the size of the tables; once a day is enough. */
export async function removeExpired(pool: Pool, now: Date): Promise<Removed> {
	const count = async (sql: string, at: Date) => (await pool.query(sql, [at])).rowCount ?? 0;
	return {
		sessions: await count("delete from accounts.session where expires_at <= $1 or idle_expires_at <= $1", now),
		verifications: await count("delete from accounts.verification where expires_at <= $1", now),
		// A code can be valid for 90 seconds.
		usedCodes: await count("delete from accounts.used_code where used_at <= $1", new Date(now.getTime() - 120_000)),
		attempts: await count("delete from accounts.attempt where ends_at <= $1", now),
	};
}
