import { randomBytes, randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { Pool } from "pg";
import { isMailAddress } from "../mail/mail-address.ts";
import { accountInvitationMessage } from "../mail/messages/account-invitation.ts";
import { dropVerifications, findAccountById, normalEmail } from "./account-records.ts";
import { type Refusal, refused } from "./account-results.ts";
import type { AccountsParts } from "./accounts-parts.ts";
import { findPasswordFault } from "./password-rules.ts";
import { resetIdentifier, resetLink } from "./passwords.ts";

export type NewAccount = {
	/** Id that the account shall have; a new one without it. */
	readonly accountId?: string | undefined;
	readonly email: string;
	readonly name: string;
	/** Without a password a link to choose one is mailed, unless `invite` is false. */
	readonly password?: string | undefined;
	readonly invite?: boolean | undefined;
};

export interface AccountMaking {
	/**
	 * Makes an account. `invited` says whether the mail with the link went out: when it is false the account is there, and
	 * `inviteAgain` (or "Forgot your password?") sends another. Throws only for faults of the server.
	 */
	createAccount(
		account: NewAccount,
	): Promise<{ readonly result: "created"; readonly accountId: string; readonly invited: boolean } | Refusal>;
	/** Mails a new link to choose a password. Throws when the mail cannot be handed over, or there is no such account. */
	inviteAgain(accountId: string): Promise<void>;
	/** Moves an account to another e-mail address, for example when the person's address in Throughline changes. */
	changeEmail(input: {
		readonly accountId: string;
		readonly email: string;
	}): Promise<{ readonly result: "done" } | Refusal>;
}

/** Days for which the link of an invitation is good. */
const invitationDays = 3;

const uniqueViolation = "23505";

export function createAccountMaking(parts: AccountsParts): AccountMaking {
	const { library, options } = parts;
	const { pool, clock, logger } = options;

	async function invite(accountId: string): Promise<void> {
		const account = await findAccountById(pool, accountId);
		if (!account) throw new Error(`There is no account ${accountId}.`);
		const token = randomBytes(24).toString("base64url");
		const expiresAt = new Date(clock().getTime() + invitationDays * 86_400_000);
		await library.keepVerification(resetIdentifier(token), accountId, expiresAt);
		const link = resetLink(options.baseUrl, token);
		await options.sendMail(
			accountInvitationMessage({ to: account.email, name: account.name, link, days: invitationDays }),
		);
	}

	return {
		createAccount: async ({ accountId = randomUUID(), password, invite: wanted = true, ...given }) => {
			const account = { accountId, email: normalEmail(given.email), name: given.name.trim() };
			const fault = findFault(account, password);
			if (fault) return refused(fault);
			try {
				await insertAccount(pool, account, password && (await hashPassword(password)), clock());
			} catch (error) {
				if (!isUniqueViolation(error)) throw error;
				return refused(`There is an account for ${account.email} already. Use that one, or give another address.`);
			}
			logger.info("Account made", { accountId });
			if (password !== undefined || !wanted) return { result: "created", accountId, invited: false };
			try {
				await invite(accountId);
				return { result: "created", accountId, invited: true };
			} catch (error) {
				logger.error(`The invitation of a new account was not sent: ${(error as Error).message}`, { accountId });
				return { result: "created", accountId, invited: false };
			}
		},
		inviteAgain: invite,
		changeEmail: async ({ accountId, email: given }) => {
			const email = normalEmail(given);
			if (!isMailAddress(email)) return refused(addressFault(given));
			try {
				await pool.query("update accounts.account_user set email = $2, updated_at = $3 where id = $1", [
					accountId,
					email,
					clock(),
				]);
			} catch (error) {
				if (!isUniqueViolation(error)) throw error;
				return refused(`There is an account for ${email} already. Give another address.`);
			}
			// Links that went to the old address must not open the account any more.
			await dropVerifications(pool, accountId);
			logger.info("Account has another e-mail address", { accountId });
			return { result: "done" };
		},
	};
}

function findFault(account: { email: string; name: string }, password: string | undefined): string | undefined {
	if (!isMailAddress(account.email)) return addressFault(account.email);
	if (account.name === "" || account.name.length > 200) return "The name must have 1 to 200 characters.";
	return password === undefined ? undefined : findPasswordFault(password, account);
}

function addressFault(given: string): string {
	return `"${given.slice(0, 100)}" is not an e-mail address. Expected one like ana.ruiz@county.example.`;
}

function isUniqueViolation(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === uniqueViolation;
}

/** One statement, so that no account is left without its way to sign in. `hash` is better-auth's form of scrypt. */
async function insertAccount(
	pool: Pool,
	account: { accountId: string; email: string; name: string },
	hash: string | undefined,
	now: Date,
): Promise<void> {
	await pool.query(
		`with made as (
			insert into accounts.account_user (id, email, name, created_at, updated_at) values ($1, $2, $3, $5, $5) returning id
		)
		insert into accounts.credential (user_id, provider_id, account_id, password, created_at, updated_at)
		select id, 'credential', id::text, $4, $5, $5 from made where $4::text is not null`,
		[account.accountId, account.email, account.name, hash ?? null, now],
	);
}
