import { createHmac } from "node:crypto";
import type { Pool } from "pg";

/** Milliseconds in which a code can be valid: the step of 30 seconds that it belongs to and one either side. */
const validFor = 90_000;

/**
 * Remembers codes that were accepted, so that one seen over a shoulder or on the wire is not accepted again (RFC 6238,
 * section 5.2). better-auth does not remember them.
 */
export interface UsedCodes {
	/** Takes the code for this account. False when it was taken already while it could still be valid. */
	take(accountId: string, code: string): Promise<boolean>;
	/** The code was not right after all: forgets it. */
	giveBack(accountId: string, code: string): Promise<void>;
}

export function createUsedCodes(pool: Pool, secret: string, clock: () => Date): UsedCodes {
	const hash = (code: string) => createHmac("sha256", secret).update(`code:${code}`).digest("base64url");
	return {
		take: async (accountId, code) => {
			const now = clock();
			const { rowCount } = await pool.query(
				`insert into accounts.used_code as u (user_id, code_hash, used_at) values ($1, $2, $3)
				 on conflict (user_id, code_hash) do update set used_at = excluded.used_at where u.used_at <= $4`,
				[accountId, hash(code), now, new Date(now.getTime() - validFor)],
			);
			return rowCount === 1;
		},
		giveBack: async (accountId, code) => {
			await pool.query("delete from accounts.used_code where user_id = $1 and code_hash = $2", [accountId, hash(code)]);
		},
	};
}
