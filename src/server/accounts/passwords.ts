import { isMailAddress } from "../mail/mail-address.ts";
import { passwordResetMessage } from "../mail/messages/password-reset.ts";
import { signInChangedMessage } from "../mail/messages/sign-in-changed.ts";
import { accountPaths } from "./account-paths.ts";
import { type AccountRecord, dropVerifications, findAccountById, normalEmail } from "./account-records.ts";
import { type Done, type Refusal, refusals, refused } from "./account-results.ts";
import type { AccountsOptions } from "./accounts-options.ts";
import type { AccountsParts } from "./accounts-parts.ts";
import type { AuthLibrary } from "./auth-library.ts";
import { confirmPassword } from "./confirm-password.ts";
import { resetLinkMinutes } from "./library-settings.ts";
import { findPasswordFault } from "./password-rules.ts";
import { libraryHeaders, type RequestFacts } from "./request-facts.ts";
import { onlyCookie, sessionCookieName } from "./session-cookie.ts";
import { signInAttemptKeys } from "./sign-in.ts";

export interface Passwords {
	/**
	 * Mails a link to set a new password, if there is such an account. The answer and its time are the same if there is
	 * none, or if too many links were asked for; the mail goes out after the answer.
	 */
	requestPasswordReset(input: { readonly email: string } & RequestFacts): Promise<{ readonly message: string }>;
	/** Whether a link can still be used: so that nobody fills in a form in vain. Does not use it up. */
	isResetLinkGood(token: string): Promise<boolean>;
	/** Sets a new password with a link's token, which works once. Ends all sessions; the person signs in again. */
	resetPassword(
		input: { readonly token: string; readonly password: string } & RequestFacts,
	): Promise<{ readonly result: "done" } | Refusal>;
	/** Changes the password of somebody who is signed in. Ends all other sessions; this one gets a new token. */
	changePassword(
		input: { readonly currentPassword: string; readonly newPassword: string } & RequestFacts,
	): Promise<Done | Refusal>;
}

/** How many reset mails within 15 minutes: for one address, and asked for from one network address. */
const resetLimits = { email: 3, address: 20 } as const;

/** Name under which better-auth keeps a reset token. */
export function resetIdentifier(token: string): string {
	return `reset-password:${token}`;
}

/** The address in a mail that leads to the form for a new password. */
export function resetLink(baseUrl: string, token: string): string {
	return `${baseUrl}${accountPaths.resetPassword}?token=${encodeURIComponent(token)}`;
}

/** Called by the library when it has made a token. */
export async function sendResetLink(
	options: AccountsOptions,
	person: { readonly email: string; readonly name: string },
	token: string,
): Promise<void> {
	try {
		const link = resetLink(options.baseUrl, token);
		await options.sendMail(
			passwordResetMessage({ to: person.email, name: person.name, link, minutes: resetLinkMinutes }),
		);
	} catch (error) {
		// The library would log its own words only.
		options.logger.error(`A mail with a reset link was not sent: ${(error as Error).message}`);
	}
}

export function createPasswords(parts: AccountsParts): Passwords {
	const { library, attempts, sessions, options } = parts;
	const { pool, clock } = options;
	const cookieName = sessionCookieName(options.baseUrl);

	function tellOfChange(account: AccountRecord) {
		options.logger.info("Sign-in changed: password", { accountId: account.accountId });
		const notice = signInChangedMessage({ to: account.email, name: account.name, change: "password" });
		parts.mailInBackground("notice of a change", () => options.sendMail(notice));
	}

	return {
		requestPasswordReset: async ({ email, address }) => {
			const wanted = normalEmail(email);
			const spent = await attempts.begin([
				{ name: `reset:${wanted}`, allowed: resetLimits.email },
				...(address ? [{ name: `reset-from:${address}`, allowed: resetLimits.address }] : []),
			]);
			if (!spent && isMailAddress(wanted)) {
				parts.mailInBackground("reset link", async () => {
					await library.requestPasswordReset(wanted);
				});
			}
			return {
				message: `If there is an account for this e-mail address, a link to set a new password is on its way. It can be used for ${resetLinkMinutes} minutes. If nothing arrives, look in the folder for junk mail, or ask your administrator which address your account has.`,
			};
		},
		isResetLinkGood: async (token) => (await accountOfToken(library, token, clock())) !== undefined,
		resetPassword: async ({ token, password, address }) => {
			const accountId = await accountOfToken(library, token, clock());
			const account = accountId === undefined ? undefined : await findAccountById(pool, accountId);
			if (!account) return refused(refusals.resetLink);
			const fault = findPasswordFault(password, account);
			if (fault) return refused(fault);
			const answer = await library.resetPassword({ token, newPassword: password });
			if (!answer.ok) return refused(refusals.resetLink);
			await dropVerifications(pool, account.accountId);
			// Whoever locked themselves out with wrong passwords has now shown who they are.
			await attempts.succeed(signInAttemptKeys(account.email, address).own, []);
			tellOfChange(account);
			return { result: "done" };
		},
		changePassword: async ({ currentPassword, newPassword, ...facts }) => {
			const session = await sessions.find(facts.cookieHeader);
			const account = session && (await findAccountById(pool, session.accountId));
			if (!account) return refused(refusals.signedOut);
			const fault =
				newPassword === currentPassword
					? "The new password is the same as the old one. Choose another one."
					: findPasswordFault(newPassword, account);
			if (fault) return { ...refused(fault), field: "new" };
			const headers = libraryHeaders(facts, onlyCookie(facts.cookieHeader, cookieName));
			const answer = await confirmPassword(parts, account.accountId, () =>
				library.changePassword({ currentPassword, newPassword }, headers),
			);
			if (answer.result === "refused") return { ...answer, field: "current" };
			await dropVerifications(pool, account.accountId);
			tellOfChange(account);
			return { result: "done", setCookie: answer.setCookie };
		},
	};
}

async function accountOfToken(library: AuthLibrary, token: string, now: Date): Promise<string | undefined> {
	const found = await library.findVerification(resetIdentifier(token));
	return found && found.expiresAt > now ? found.accountId : undefined;
}
