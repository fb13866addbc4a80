import { betterAuth } from "better-auth";
import { isAPIError } from "better-auth/api";
import { getAdapter } from "better-auth/db/adapter";
import { Kysely, PostgresDialect } from "kysely";
import type { SetCookies } from "./account-results.ts";
import type { AccountsOptions } from "./accounts-options.ts";
import { withHashedSessionTokens } from "./hashed-session-tokens.ts";
import { type AuthLibraryHooks, librarySettings } from "./library-settings.ts";
import type { SignedInBy } from "./signed-in-by.ts";

/** What a call of the library came to. `code` is the library's own name for the fault, for example INVALID_CODE. */
export type LibraryAnswer<T> =
	| { readonly ok: true; readonly value: T; readonly setCookie: SetCookies }
	| { readonly ok: false; readonly code: string };

/** The calls of better-auth that Throughline uses, each with the headers of the person's request. */
export interface AuthLibrary {
	signIn(
		body: { email: string; password: string },
		headers: Headers,
	): Promise<LibraryAnswer<{ secondFactor: boolean }>>;
	openSession(body: { accountId: string; signedInBy: SignedInBy }, headers: Headers): Promise<LibraryAnswer<unknown>>;
	verifyTotp(body: { code: string }, headers: Headers): Promise<LibraryAnswer<unknown>>;
	verifyBackupCode(body: { code: string }, headers: Headers): Promise<LibraryAnswer<unknown>>;
	enableTotp(body: { password: string }, headers: Headers): Promise<LibraryAnswer<TotpSetup>>;
	disableTotp(body: { password: string }, headers: Headers): Promise<LibraryAnswer<unknown>>;
	generateBackupCodes(body: { password: string }, headers: Headers): Promise<LibraryAnswer<{ backupCodes: string[] }>>;
	changePassword(
		body: { currentPassword: string; newPassword: string },
		headers: Headers,
	): Promise<LibraryAnswer<unknown>>;
	requestPasswordReset(email: string): Promise<LibraryAnswer<unknown>>;
	resetPassword(body: { token: string; newPassword: string }): Promise<LibraryAnswer<unknown>>;
	signOut(headers: Headers): Promise<LibraryAnswer<unknown>>;
	/** Keeps a single-use secret for an account until a moment. The identifier is stored hashed. */
	keepVerification(identifier: string, accountId: string, expiresAt: Date): Promise<void>;
	/** The account that a single-use secret was kept for, if it is there still. */
	findVerification(identifier: string): Promise<{ accountId: string; expiresAt: Date } | undefined>;
}
type TotpSetup = { readonly totpURI: string; readonly backupCodes: readonly string[] };

/**
 * better-auth, set up for this installation: local accounts with password and authenticator app, sessions in the
 * database, nobody signs up alone. Its HTTP handler is not mounted anywhere; the functions of this folder call it.
 */
export async function createAuthLibrary(options: AccountsOptions, hooks: AuthLibraryHooks): Promise<AuthLibrary> {
	const settings = librarySettings(options, hooks);
	const kysely = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool: options.pool }) });
	const adapter = await getAdapter({
		...settings,
		database: { db: kysely, type: "postgres", schemaName: "accounts", transaction: true },
	});
	const library = betterAuth({ ...settings, database: () => withHashedSessionTokens(adapter) });
	const { internalAdapter } = await library.$context;
	const { api } = library;
	const returnHeaders = true as const;
	return {
		signIn: async (body, headers) => {
			const answer = await answerOf(api.signInEmail({ body, headers, returnHeaders }));
			return answer.ok ? { ...answer, value: { secondFactor: "twoFactorRedirect" in answer.value } } : answer;
		},
		openSession: (body, headers) => answerOf(api.openSession({ body, headers, returnHeaders })),
		verifyTotp: (body, headers) => answerOf(api.verifyTOTP({ body, headers, returnHeaders })),
		verifyBackupCode: (body, headers) => answerOf(api.verifyBackupCode({ body, headers, returnHeaders })),
		enableTotp: async (body, headers) => {
			const answer = await answerOf(api.enableTwoFactor({ body, headers, returnHeaders }));
			if (!answer.ok) return answer;
			return "totpURI" in answer.value ? { ...answer, value: answer.value } : { ok: false, code: "TOTP_NOT_OFFERED" };
		},
		disableTotp: (body, headers) => answerOf(api.disableTwoFactor({ body, headers, returnHeaders })),
		generateBackupCodes: (body, headers) => answerOf(api.generateBackupCodes({ body, headers, returnHeaders })),
		changePassword: (body, headers) =>
			answerOf(api.changePassword({ body: { ...body, revokeOtherSessions: true }, headers, returnHeaders })),
		requestPasswordReset: (email) => answerOf(api.requestPasswordReset({ body: { email }, returnHeaders })),
		resetPassword: (body) => answerOf(api.resetPassword({ body, returnHeaders })),
		signOut: (headers) => answerOf(api.signOut({ headers, returnHeaders })),
		keepVerification: async (identifier, accountId, expiresAt) => {
			await internalAdapter.createVerificationValue({ identifier, value: accountId, expiresAt });
		},
		findVerification: async (identifier) => {
			const found = await internalAdapter.findVerificationValue(identifier);
			return found ? { accountId: found.value, expiresAt: found.expiresAt } : undefined;
		},
	};
}

/** Tells a refusal of the library (an answer) from a fault of the server (thrown on). */
async function answerOf<T>(call: Promise<{ headers: Headers; response: T }>): Promise<LibraryAnswer<T>> {
	try {
		const { headers, response } = await call;
		return { ok: true, value: response, setCookie: headers.getSetCookie() };
	} catch (error) {
		if (!isAPIError(error) || error.statusCode >= 500) throw error;
		return { ok: false, code: error.body?.code ?? String(error.status) };
	}
}
