import { createHmac } from "node:crypto";
import type { Pool } from "pg";

/** Something that is counted: a try at this account, from this network address, and so on. */
export type AttemptKey = { readonly name: string; readonly allowed: number };

/** Minutes for which failures count, and for which a spent limit stays spent. */
const attemptMinutes = 15;

/**
 * Counts tries that failed, in the database, so that all servers share the count. A try is counted before it is made
 * and taken back when it succeeds: a hundred tries at once cannot all slip past the limit.
 */
export interface Attempts {
	/**
	 * Counts one try under every key. Returns the moment from which to try again when any key is spent, else undefined.
	 * A try that comes while a key is spent does not prolong the wait.
	 */
	begin(keys: readonly AttemptKey[]): Promise<Date | undefined>;
	/** The try was good: forgets the failures under `clear`, takes back one under `restore`. */
	succeed(clear: readonly AttemptKey[], restore: readonly AttemptKey[]): Promise<void>;
}

/** Keys are kept as keyed hashes: people type passwords into the field for the e-mail address. */
export function createAttempts(pool: Pool, secret: string, clock: () => Date): Attempts {
	const hash = (key: AttemptKey) => createHmac("sha256", secret).update(`attempt:${key.name}`).digest("base64url");
	return {
		begin: async (keys) => {
			const now = clock();
			const { rows } = await pool.query<{ ends_at: Date; spent: boolean }>(beginSql, [
				keys.map(hash),
				keys.map((key) => key.allowed),
				now,
				new Date(now.getTime() + attemptMinutes * 60_000),
			]);
			const ends = rows.filter((row) => row.spent).map((row) => row.ends_at.getTime());
			return ends.length === 0 ? undefined : new Date(Math.max(...ends));
		},
		succeed: async (clear, restore) => {
			await pool.query("delete from accounts.attempt where key = any($1)", [clear.map(hash)]);
			await pool.query("update accounts.attempt set failures = failures - 1 where key = any($1) and failures > 0", [
				restore.map(hash),
			]);
		},
	};
}

// Rows are locked in the order of their keys, so that two tries never wait for each other. The last try that is allowed
// starts the wait afresh.
const beginSql = `
	insert into accounts.attempt as a (key, failures, allowed, ends_at)
	select key, 1, allowed, $4 from unnest($1::text[], $2::int[]) as t(key, allowed) order by key
	on conflict (key) do update set
		failures = case when a.ends_at <= $3 then 1 else a.failures + 1 end,
		allowed = excluded.allowed,
		ends_at = case when a.ends_at <= $3 or a.failures + 1 = excluded.allowed then excluded.ends_at else a.ends_at end
	returning ends_at, failures > allowed as spent`;

/** "15 minutes", "1 minute": whole minutes from now, rounded up, for sentences. */
export function waitInWords(now: Date, retryAt: Date): string {
	const minutes = Math.max(1, Math.ceil((retryAt.getTime() - now.getTime()) / 60_000));
	return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
