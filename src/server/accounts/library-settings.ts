import type { BetterAuthOptions } from "better-auth";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { AccountsOptions } from "./accounts-options.ts";
import { makeBackupCodes } from "./backup-codes.ts";
import { openSessionPlugin } from "./open-session-plugin.ts";
import { passwordLength } from "./password-rules.ts";
import { cookiePrefix, isSecure } from "./session-cookie.ts";
import { endsOfNewSession, idleEnd } from "./session-limits.ts";
import { SignedInBy, signedInByPath } from "./signed-in-by.ts";

/** Header in which our calls carry the network address as far as newSessionHook. Requests never reach the library. */
export const addressHeader = "x-throughline-address";

/** What the library asks of us in turn. */
export type AuthLibraryHooks = {
	readonly sendResetLink: (person: { readonly email: string; readonly name: string }, token: string) => Promise<void>;
};

/** Minutes for which a reset link is good. */
export const resetLinkMinutes = 60;

/** How better-auth is set up: its tables under our names, its cookies, its limits. */
export function librarySettings(options: AccountsOptions, hooks: AuthLibraryHooks) {
	return {
		appName: "Throughline",
		baseURL: options.baseUrl,
		// Given as a list so that no environment variable can stand in for it.
		secrets: [{ version: 1, value: options.secret }],
		telemetry: { enabled: false },
		logger: {
			level: "warn",
			// Only the library's own words: further arguments may hold requests or rows.
			log: (level, message) => options.logger[level === "error" ? "error" : "info"](`better-auth: ${message}`),
		},
		emailAndPassword: {
			enabled: true,
			disableSignUp: true,
			minPasswordLength: passwordLength.least,
			maxPasswordLength: passwordLength.most,
			resetPasswordTokenExpiresIn: resetLinkMinutes * 60,
			revokeSessionsOnPasswordReset: true,
			sendResetPassword: async ({ user, token }) => hooks.sendResetLink(user, token),
		},
		plugins: [twoFactorPlugin(), openSessionPlugin()],
		// Counted by ./attempts.ts instead: by account as well as by address, and by the given clock.
		rateLimit: { enabled: false },
		session: {
			modelName: "session",
			expiresIn: options.limits.absoluteHours * 3600,
			// expires_at is the absolute limit; ./sessions.ts moves the idle limit.
			disableSessionRefresh: true,
			fields: {
				userId: "user_id",
				expiresAt: "expires_at",
				ipAddress: "ip_address",
				userAgent: "user_agent",
				createdAt: "created_at",
				updatedAt: "updated_at",
			},
			additionalFields: {
				idleExpiresAt: { type: "date", required: true, input: false, fieldName: "idle_expires_at" },
				signedInBy: { type: "string", required: true, input: false, fieldName: "signed_in_by" },
			},
		},
		user: {
			modelName: "account_user",
			fields: { emailVerified: "email_verified", createdAt: "created_at", updatedAt: "updated_at" },
		},
		account: {
			modelName: "credential",
			fields: {
				userId: "user_id",
				accountId: "account_id",
				providerId: "provider_id",
				accessToken: "access_token",
				refreshToken: "refresh_token",
				idToken: "id_token",
				accessTokenExpiresAt: "access_token_expires_at",
				refreshTokenExpiresAt: "refresh_token_expires_at",
				createdAt: "created_at",
				updatedAt: "updated_at",
			},
		},
		verification: {
			fields: { expiresAt: "expires_at", createdAt: "created_at", updatedAt: "updated_at" },
			storeIdentifier: "hashed",
		},
		advanced: {
			cookiePrefix: cookiePrefix(options.baseUrl),
			// The library would add "__Secure-" to the name; ours carry "__Host-", which asks for more.
			useSecureCookies: false,
			defaultCookieAttributes: { secure: isSecure(options.baseUrl), httpOnly: true, sameSite: "lax", path: "/" },
			database: { generateId: "uuid" },
			// The library would take 127.0.0.1 outside production; newSessionHook writes the address that we were told.
			ipAddress: { disableIpTracking: true },
		},
		databaseHooks: { session: { create: { before: newSessionHook(options) } } },
	} satisfies BetterAuthOptions;
}

function twoFactorPlugin() {
	return twoFactor({
		issuer: "Throughline",
		backupCodeOptions: { customBackupCodesGenerate: makeBackupCodes },
		schema: {
			user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
			twoFactor: {
				modelName: "two_factor",
				fields: {
					userId: "user_id",
					backupCodes: "backup_codes",
					failedVerificationCount: "failed_verification_count",
					lockedUntil: "locked_until",
				},
			},
		},
	});
}

type SessionHook = NonNullable<
	NonNullable<NonNullable<NonNullable<BetterAuthOptions["databaseHooks"]>["session"]>["create"]>["before"]
>;

/**
 * Times of a new session by the given clock. A session that replaces another one (the library changes the token when
 * the password or the second factor changes) keeps the absolute end and the way of sign-in of the first.
 */
function newSessionHook(options: AccountsOptions): SessionHook {
	return async (session, context) => {
		const now = options.clock();
		const replaced = context?.context.session?.session;
		const expiresAt = replaced?.expiresAt ?? endsOfNewSession(now, options.limits).absoluteExpiresAt;
		return {
			data: {
				...session,
				createdAt: replaced?.createdAt ?? now,
				updatedAt: now,
				ipAddress: context?.headers?.get(addressHeader) ?? "",
				expiresAt,
				idleExpiresAt: idleEnd(now, expiresAt, options.limits),
				signedInBy: SignedInBy.parse(
					replaced?.signedInBy ?? (session as Record<string, unknown>).signedInBy ?? signedInByPath(context?.path),
				),
			},
		};
	};
}
