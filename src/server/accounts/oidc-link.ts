import type { Pool } from "pg";
import { findAccountByEmail, findAccountById } from "./account-records.ts";

/** Who the provider says is there: an issuer's subject never changes hands, an e-mail address may. */
export type OidcIdentity = { readonly issuer: string; readonly subject: string };

export async function findLinkedAccount(pool: Pool, identity: OidcIdentity): Promise<string | undefined> {
	const { rows } = await pool.query<{ user_id: string }>(
		"select user_id from accounts.credential where provider_id = $1 and account_id = $2",
		[identity.issuer, identity.subject],
	);
	return rows[0] && (await findAccountById(pool, rows[0].user_id))?.accountId;
}

/**
 * Links the account of a verified e-mail address to the identity, so that from now on the identity alone counts.
 * `no-account`: nobody here has the address. `taken`: the account is linked to another person of the same provider (the
 * address was given to somebody new), which only an administrator can undo.
 */
export async function linkByEmail(
	pool: Pool,
	identity: OidcIdentity,
	email: string,
	now: Date,
): Promise<{ readonly accountId: string } | "no-account" | "taken"> {
	const account = await findAccountByEmail(pool, email);
	if (!account) return "no-account";
	await pool.query(
		`insert into accounts.credential (user_id, provider_id, account_id, created_at, updated_at)
		 values ($1, $2, $3, $4, $4) on conflict do nothing`,
		[account.accountId, identity.issuer, identity.subject, now],
	);
	const linked = await findLinkedAccount(pool, identity);
	return linked === account.accountId ? { accountId: linked } : "taken";
}

/** Undoes the link of an account to a provider; the next single sign-on links again by e-mail address. */
export async function unlinkAccount(pool: Pool, accountId: string): Promise<boolean> {
	const { rowCount } = await pool.query(
		"delete from accounts.credential where user_id = $1 and provider_id <> 'credential'",
		[accountId],
	);
	return (rowCount ?? 0) > 0;
}
