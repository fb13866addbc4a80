import { type Refusal, refusals, refused, type SignedIn, type StartAgain } from "./account-results.ts";
import type { AccountsParts } from "./accounts-parts.ts";
import { waitInWords } from "./attempts.ts";
import type { LibraryAnswer } from "./auth-library.ts";
import { asBackupCode } from "./backup-codes.ts";
import { libraryHeaders, type RequestFacts } from "./request-facts.ts";
import { cookiePrefix, findCookie, findSignedToken, isSecure, onlyCookie } from "./session-cookie.ts";
import { endReplacedSession } from "./sign-in.ts";

export interface SecondFactor {
	/** The second step of a sign-in: six digits from the authenticator app. A code is accepted once. */
	verifyCode(input: { readonly code: string } & RequestFacts): Promise<SignedIn | Refusal | StartAgain>;
	/** The second step of a sign-in without the app: one of the backup codes. Each is accepted once. */
	verifyBackupCode(input: { readonly code: string } & RequestFacts): Promise<SignedIn | Refusal | StartAgain>;
}

/** The code without spaces and dashes, or undefined when it is not six digits. */
export function sixDigits(code: string): string | undefined {
	const digits = code.replace(/[\s-]/g, "");
	return /^\d{6}$/.test(digits) ? digits : undefined;
}

export function createSecondFactor(parts: AccountsParts): SecondFactor {
	const { library, usedCodes, options } = parts;
	const challengeName = `${cookiePrefix(options.baseUrl)}.two_factor`;
	const startAgain: StartAgain = {
		result: "start-again",
		message: refusals.challenge,
		setCookie: [
			`${challengeName}=; Max-Age=0; Path=/; HttpOnly;${isSecure(options.baseUrl) ? " Secure;" : ""} SameSite=Lax`,
		],
	};

	/** The account whose password was just given in this browser, if that is not too long ago. */
	async function challengedAccount(facts: RequestFacts): Promise<string | undefined> {
		const identifier = findSignedToken(findCookie(facts.cookieHeader, challengeName), options.secret);
		const found = identifier === undefined ? undefined : await library.findVerification(identifier);
		return found && found.expiresAt > options.clock() ? found.accountId : undefined;
	}

	/** Only the challenge goes to the library: with a session it would check the code for that session's account. */
	const challengeHeaders = (facts: RequestFacts) =>
		libraryHeaders(facts, onlyCookie(facts.cookieHeader, challengeName));

	async function outcome(answer: LibraryAnswer<unknown>, accountId: string, wrong: string, facts: RequestFacts) {
		if (answer.ok) {
			await endReplacedSession(parts, facts);
			return { result: "signed-in", setCookie: answer.setCookie } as const;
		}
		switch (answer.code) {
			case "INVALID_CODE":
			case "INVALID_BACKUP_CODE":
				options.logger.info("Second factor refused: code not right", { accountId });
				return refused(wrong);
			case "ACCOUNT_TEMPORARILY_LOCKED":
				options.logger.warn("Second factor refused: too many failures", { accountId });
				return locked(accountId);
			default:
				options.logger.info("Second factor refused: sign-in must start again", { accountId, code: answer.code });
				return startAgain;
		}
	}

	async function locked(accountId: string): Promise<Refusal> {
		const { rows } = await options.pool.query<{ locked_until: Date | null }>(
			"select locked_until from accounts.two_factor where user_id = $1",
			[accountId],
		);
		const now = options.clock();
		const retryAt = rows[0]?.locked_until ?? now;
		return refused(`There were too many wrong codes. Wait ${waitInWords(now, retryAt)}, then sign in again.`, retryAt);
	}

	return {
		verifyCode: async ({ code, ...facts }) => {
			const accountId = await challengedAccount(facts);
			if (!accountId) return startAgain;
			const digits = sixDigits(code);
			if (!digits) return refused("The code has six digits. Enter the six digits that your authenticator app shows.");
			if (!(await usedCodes.take(accountId, digits))) return refused(refusals.usedCode);
			const answer = await library.verifyTotp({ code: digits }, challengeHeaders(facts));
			if (!answer.ok) await usedCodes.giveBack(accountId, digits);
			return outcome(answer, accountId, refusals.code, facts);
		},
		verifyBackupCode: async ({ code, ...facts }) => {
			const accountId = await challengedAccount(facts);
			if (!accountId) return startAgain;
			const answer = await library.verifyBackupCode({ code: asBackupCode(code) }, challengeHeaders(facts));
			return outcome(answer, accountId, refusals.backupCode, facts);
		},
	};
}
