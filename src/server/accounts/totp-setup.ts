import { type SignInChange, signInChangedMessage } from "../mail/messages/sign-in-changed.ts";
import { findAccountById } from "./account-records.ts";
import { type Done, type Refusal, refusals, refused } from "./account-results.ts";
import type { AccountsParts } from "./accounts-parts.ts";
import { confirmPassword } from "./confirm-password.ts";
import { cookiesToSend, libraryHeaders, type RequestFacts } from "./request-facts.ts";
import { sixDigits } from "./second-factor.ts";
import { onlyCookie, sessionCookieName } from "./session-cookie.ts";

/** What the person needs to set up an authenticator app. Shown once; the backup codes cannot be shown again. */
export type TotpStart = {
	readonly result: "started";
	/** `otpauth://` address: a link for a phone, and what the QR code says. */
	readonly otpauthUri: string;
	/** The secret in groups of four, to type into the app by hand. */
	readonly secret: string;
	/** Inline SVG, when the installation can draw one. */
	readonly qrCode?: string;
	readonly backupCodes: readonly string[];
};

export interface TotpSetupSteps {
	/** First step: asks for the password and gives a new secret. Nothing changes for sign-in until it is confirmed. */
	startTotp(input: { readonly password: string } & RequestFacts): Promise<TotpStart | Refusal>;
	/** Second step: a code from the app shows that it works. Ends all other sessions; this one gets a new token. */
	confirmTotp(input: { readonly code: string } & RequestFacts): Promise<Done | Refusal>;
	disableTotp(input: { readonly password: string } & RequestFacts): Promise<Done | Refusal>;
	/** Ten new backup codes; the old ones are worthless from now on. */
	newBackupCodes(
		input: { readonly password: string } & RequestFacts,
	): Promise<{ readonly result: "codes"; readonly backupCodes: readonly string[] } | Refusal>;
	isTotpEnabled(accountId: string): Promise<boolean>;
	/** For an administrator, when somebody has lost phone and backup codes: removes the second factor, ends all sessions. */
	clearTotp(accountId: string): Promise<void>;
}

export function createTotpSetup(parts: AccountsParts): TotpSetupSteps {
	const { library, sessions, usedCodes, options } = parts;
	const cookieName = sessionCookieName(options.baseUrl);
	const sessionHeaders = (facts: RequestFacts) => libraryHeaders(facts, onlyCookie(facts.cookieHeader, cookieName));

	function tell(accountId: string, change: SignInChange) {
		options.logger.info(`Sign-in changed: ${change}`, { accountId });
		parts.mailInBackground("notice of a change", async () => {
			const account = await findAccountById(options.pool, accountId);
			if (account) await options.sendMail(signInChangedMessage({ to: account.email, name: account.name, change }));
		});
	}

	return {
		startTotp: async ({ password, ...facts }) => {
			const session = await sessions.find(facts.cookieHeader);
			if (!session) return refused(refusals.signedOut);
			if (session.totpEnabled) {
				return refused("An authenticator app is set up already. Turn it off first, then set up the new one.");
			}
			const answer = await confirmPassword(parts, session.accountId, () =>
				library.enableTotp({ password }, sessionHeaders(facts)),
			);
			if (answer.result === "refused") return answer;
			const { totpURI, backupCodes } = answer.value;
			const secret = new URL(totpURI).searchParams.get("secret") ?? "";
			return {
				result: "started",
				otpauthUri: totpURI,
				secret: (secret.match(/.{1,4}/g) ?? []).join(" "),
				...(options.drawQrCode ? { qrCode: options.drawQrCode(totpURI) } : {}),
				backupCodes,
			};
		},
		confirmTotp: async ({ code, ...facts }) => {
			const session = await sessions.find(facts.cookieHeader);
			if (!session) return refused(refusals.signedOut);
			if (session.totpEnabled) return { result: "done", setCookie: [] };
			const digits = sixDigits(code);
			if (!digits) return refused("The code has six digits. Enter the six digits that your authenticator app shows.");
			if (!(await usedCodes.take(session.accountId, digits))) return refused(refusals.usedCode);
			const answer = await library.verifyTotp({ code: digits }, sessionHeaders(facts));
			if (!answer.ok) {
				await usedCodes.giveBack(session.accountId, digits);
				return refused(
					answer.code === "TOTP_NOT_ENABLED" ? "Start the set-up of the authenticator app again." : refusals.code,
				);
			}
			const renewed = await sessions.find(cookiesToSend(answer.setCookie), { extend: false });
			await sessions.endAll(session.accountId, renewed?.sessionId);
			tell(session.accountId, "app-on");
			return { result: "done", setCookie: answer.setCookie };
		},
		disableTotp: async ({ password, ...facts }) => {
			const session = await sessions.find(facts.cookieHeader);
			if (!session) return refused(refusals.signedOut);
			const answer = await confirmPassword(parts, session.accountId, () =>
				library.disableTotp({ password }, sessionHeaders(facts)),
			);
			if (answer.result === "refused") return answer;
			tell(session.accountId, "app-off");
			return { result: "done", setCookie: answer.setCookie };
		},
		newBackupCodes: async ({ password, ...facts }) => {
			const session = await sessions.find(facts.cookieHeader);
			if (!session) return refused(refusals.signedOut);
			if (!session.totpEnabled) return refused("Set up an authenticator app first; backup codes come with it.");
			const answer = await confirmPassword(parts, session.accountId, () =>
				library.generateBackupCodes({ password }, sessionHeaders(facts)),
			);
			if (answer.result === "refused") return answer;
			tell(session.accountId, "backup-codes");
			return { result: "codes", backupCodes: answer.value.backupCodes };
		},
		isTotpEnabled: async (accountId) => {
			const { rowCount } = await options.pool.query(
				"select from accounts.account_user where id = $1 and two_factor_enabled",
				[accountId],
			);
			return rowCount === 1;
		},
		clearTotp: async (accountId) => {
			await options.pool.query(
				`with gone as (delete from accounts.two_factor where user_id = $1)
				 update accounts.account_user set two_factor_enabled = false where id = $1`,
				[accountId],
			);
			await sessions.endAll(accountId);
			tell(accountId, "app-off");
		},
	};
}
