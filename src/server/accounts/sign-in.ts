import { normalEmail } from "./account-records.ts";
import {
	type Refusal,
	refusals,
	refused,
	type SecondFactorWanted,
	type SetCookies,
	type SignedIn,
} from "./account-results.ts";
import type { AccountsParts } from "./accounts-parts.ts";
import { type AttemptKey, waitInWords } from "./attempts.ts";
import { libraryHeaders, type RequestFacts } from "./request-facts.ts";
import { onlyCookie, sessionCookieName } from "./session-cookie.ts";

export interface SignIn {
	/**
	 * Signs in with e-mail address and password. An unknown address, an account without a password and a wrong password
	 * are answered with the same words after the same work. Too many failures are answered without looking at the
	 * password, whether or not there is such an account.
	 */
	signIn(
		input: { readonly email: string; readonly password: string } & RequestFacts,
	): Promise<SignedIn | SecondFactorWanted | Refusal>;
	/** Signs in without a password, in a practice installation. Throws in any other. */
	signInAs(input: { readonly accountId: string } & RequestFacts): Promise<SignedIn>;
	/** Ends the session, if there is one, and takes the cookies back. */
	signOut(input: RequestFacts): Promise<{ readonly setCookie: SetCookies }>;
}

/**
 * How many failures within 15 minutes: for one account from one address, for one account from anywhere (so that nobody
 * can try from many addresses), and from one address for any account (so that nobody can try one password everywhere;
 * a whole office may share an address).
 */
const signInLimits = { accountAndAddress: 5, account: 20, address: 50 } as const;

/** The keys under which a try to sign in is counted. */
export function signInAttemptKeys(email: string, address: string | undefined) {
	const account = normalEmail(email);
	return {
		own: [
			{ name: `sign-in:${account} ${address ?? "unknown"}`, allowed: signInLimits.accountAndAddress },
			{ name: `sign-in:${account}`, allowed: signInLimits.account },
		],
		shared: address ? [{ name: `sign-in-from:${address}`, allowed: signInLimits.address }] : [],
	} satisfies Record<string, AttemptKey[]>;
}

export function createSignIn(parts: AccountsParts): SignIn {
	const { library, attempts, options } = parts;
	const cookieName = sessionCookieName(options.baseUrl);
	return {
		signIn: async ({ email, password, ...facts }) => {
			const keys = signInAttemptKeys(email, facts.address);
			const retryAt = await attempts.begin([...keys.own, ...keys.shared]);
			if (retryAt) {
				options.logger.warn("Sign-in refused: too many failures", { address: facts.address });
				return refused(
					`There were too many tries with a wrong password. Wait ${waitInWords(options.clock(), retryAt)}, then try again. If you have forgotten your password, choose "Forgot your password?".`,
					retryAt,
				);
			}
			const answer = await library.signIn({ email: normalEmail(email), password }, libraryHeaders(facts));
			if (!answer.ok) {
				options.logger.info("Sign-in refused: e-mail address or password not right", { address: facts.address });
				return refused(refusals.signIn);
			}
			await attempts.succeed(keys.own, keys.shared);
			if (answer.value.secondFactor) return { result: "second-factor", setCookie: answer.setCookie };
			await endReplacedSession(parts, facts);
			return { result: "signed-in", setCookie: answer.setCookie };
		},
		signInAs: async ({ accountId, ...facts }) => {
			if (!options.practice) throw new Error("Signing in without a password is for practice installations only.");
			const answer = await library.openSession({ accountId, signedInBy: "practice" }, libraryHeaders(facts));
			if (!answer.ok) throw new Error(`There is no account ${accountId} to sign in as.`);
			await endReplacedSession(parts, facts);
			return { result: "signed-in", setCookie: answer.setCookie };
		},
		signOut: async (facts) => {
			const answer = await library.signOut(libraryHeaders(facts, onlyCookie(facts.cookieHeader, cookieName)));
			if (!answer.ok) throw new Error(`Signing out failed: ${answer.code}.`);
			return { setCookie: answer.setCookie };
		},
	};
}

/** The browser has just got another session: the one that it came with is of no use any more. */
export async function endReplacedSession({ sessions }: AccountsParts, facts: RequestFacts): Promise<void> {
	const replaced = await sessions.find(facts.cookieHeader, { extend: false });
	if (replaced) await sessions.end(replaced.accountId, replaced.sessionId);
}
