import type { Pool } from "pg";

/** What an account says of its person. The e-mail address is in lower case. */
export type AccountRecord = { readonly accountId: string; readonly email: string; readonly name: string };

type Row = { id: string; email: string; name: string };

/** E-mail addresses are compared without spaces around them and in lower case. */
export function normalEmail(email: string): string {
	return email.trim().toLowerCase();
}

export async function findAccountById(pool: Pool, accountId: string): Promise<AccountRecord | undefined> {
	const { rows } = await pool.query<Row>("select id, email, name from accounts.account_user where id = $1", [
		accountId,
	]);
	return recordOf(rows[0]);
}

export async function findAccountByEmail(pool: Pool, email: string): Promise<AccountRecord | undefined> {
	const { rows } = await pool.query<Row>("select id, email, name from accounts.account_user where email = $1", [
		normalEmail(email),
	]);
	return recordOf(rows[0]);
}

/** Makes reset links and sign-ins that wait for a code worthless: after the password or the e-mail address changed. */
export async function dropVerifications(pool: Pool, accountId: string): Promise<void> {
	await pool.query("delete from accounts.verification where value = $1", [accountId]);
}

function recordOf(row: Row | undefined): AccountRecord | undefined {
	return row && { accountId: row.id, email: row.email, name: row.name };
}
