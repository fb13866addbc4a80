import { type AccountMaking, createAccountMaking } from "./account-making.ts";
import { type AccountRecord, findAccountByEmail } from "./account-records.ts";
import type { AccountsOptions } from "./accounts-options.ts";
import type { AccountsParts } from "./accounts-parts.ts";
import { type Removed, removeExpired } from "./accounts-upkeep.ts";
import { createAttempts } from "./attempts.ts";
import { createAuthLibrary } from "./auth-library.ts";
import { createPasswords, type Passwords, sendResetLink } from "./passwords.ts";
import { createSecondFactor, type SecondFactor } from "./second-factor.ts";
import { createSessions, type Session, type SessionLine } from "./sessions.ts";
import { createSignIn, type SignIn } from "./sign-in.ts";
import { createSingleSignOn, type SingleSignOn } from "./single-sign-on.ts";
import { createTotpSetup, type TotpSetupSteps } from "./totp-setup.ts";
import { createUsedCodes } from "./used-codes.ts";

/**
 * Who may sign in, and who is signed in. Plain data in and out: a route passes form fields, the Cookie header, the
 * network address and the browser's name, and sends back every `setCookie` as one Set-Cookie header. None of it checks
 * where a form came from: routes must (Origin header, SameSite=Lax alone is not enough).
 */
export interface Accounts extends SignIn, SecondFactor, TotpSetupSteps, Passwords, AccountMaking, SingleSignOn {
	/** The session of a request, or undefined. See `Sessions.find`. */
	findSession(cookieHeader: string | undefined, settings?: { readonly extend?: boolean }): Promise<Session | undefined>;
	/** "Stay signed in": moves the idle end. Undefined when the session is over already. */
	extendSession(cookieHeader: string | undefined): Promise<Session | undefined>;
	listSessions(accountId: string): Promise<readonly SessionLine[]>;
	endSession(input: { readonly accountId: string; readonly sessionId: string }): Promise<boolean>;
	/** Ends all sessions of an account, for example when the person leaves. Returns how many. */
	endAllSessions(accountId: string): Promise<number>;
	findAccount(email: string): Promise<AccountRecord | undefined>;
	/** Removes sessions, links and counts that have run out. For a daily job. */
	removeExpired(): Promise<Removed>;
	/** Waits for mails that are still being handed over. */
	close(): Promise<void>;
}

/** Puts the accounts together. The pool stays the caller's to end. Throws `TypeError` for options that cannot work. */
export async function createAccounts(options: AccountsOptions): Promise<Accounts> {
	checkOptions(options);
	const { pool, secret, clock } = options;
	const mails = createMailsUnderWay(options);
	const sessions = createSessions(options);
	const parts: AccountsParts = {
		options,
		library: await createAuthLibrary(options, {
			sendResetLink: (person, token) => sendResetLink(options, person, token),
		}),
		sessions,
		attempts: createAttempts(pool, secret, clock),
		usedCodes: createUsedCodes(pool, secret, clock),
		mailInBackground: mails.begin,
	};
	return {
		...createSignIn(parts),
		...createSecondFactor(parts),
		...createTotpSetup(parts),
		...createPasswords(parts),
		...createAccountMaking(parts),
		...createSingleSignOn(parts),
		findSession: sessions.find,
		extendSession: sessions.extend,
		listSessions: sessions.list,
		endSession: ({ accountId, sessionId }) => sessions.end(accountId, sessionId),
		endAllSessions: (accountId) => sessions.endAll(accountId),
		findAccount: (email) => findAccountByEmail(pool, email),
		removeExpired: () => removeExpired(pool, clock()),
		close: mails.settled,
	};
}

function checkOptions({ secret, baseUrl, limits }: AccountsOptions): void {
	if (secret.length < 32) throw new TypeError("The secret of the accounts needs at least 32 random characters.");
	const url = new URL(baseUrl);
	if (url.origin !== baseUrl) {
		throw new TypeError(
			`BASE_URL must be the address without a path or a slash at the end, for example ${url.origin}.`,
		);
	}
	if (limits.warnMinutes >= limits.idleMinutes) {
		throw new TypeError("The warning must come before the idle limit: warnMinutes must be less than idleMinutes.");
	}
}

function createMailsUnderWay({ logger }: AccountsOptions) {
	const underWay = new Set<Promise<void>>();
	return {
		begin: (what: string, work: () => Promise<void>) => {
			const mail = work()
				.catch((error: unknown) => logger.error(`A mail (${what}) was not sent: ${String(error)}`))
				.finally(() => underWay.delete(mail));
			underWay.add(mail);
		},
		settled: async () => {
			await Promise.all(underWay);
		},
	};
}
