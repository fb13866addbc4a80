import { type Refusal, refusals, refused, type SetCookies } from "./account-results.ts";
import type { AccountsParts } from "./accounts-parts.ts";
import { waitInWords } from "./attempts.ts";
import type { LibraryAnswer } from "./auth-library.ts";

const allowed = 5;

/**
 * Does something that asks for the password of somebody who is signed in, and counts wrong passwords: whoever finds an
 * open browser must not guess on.
 */
export async function confirmPassword<T>(
	parts: AccountsParts,
	accountId: string,
	work: () => Promise<LibraryAnswer<T>>,
): Promise<{ readonly result: "confirmed"; readonly value: T; readonly setCookie: SetCookies } | Refusal> {
	const { attempts, options } = parts;
	const key = [{ name: `password:${accountId}`, allowed }];
	const retryAt = await attempts.begin(key);
	if (retryAt) {
		return refused(
			`There were too many tries with a wrong password. Wait ${waitInWords(options.clock(), retryAt)}, then try again.`,
			retryAt,
		);
	}
	const answer = await work();
	if (answer.ok) {
		await attempts.succeed(key, []);
		return { result: "confirmed", value: answer.value, setCookie: answer.setCookie };
	}
	switch (answer.code) {
		case "INVALID_PASSWORD":
		case "PASSWORD_TOO_LONG":
			options.logger.info("Step refused: password not right", { accountId });
			return refused(refusals.password);
		case "CREDENTIAL_ACCOUNT_NOT_FOUND":
			return refused(
				'Your account has no password yet. Choose "Forgot your password?" on the sign-in page to set one.',
			);
		case "UNAUTHORIZED":
			return refused(refusals.signedOut);
		default:
			throw new Error(`The accounts library refused a step in a way that is not known: ${answer.code}.`);
	}
}
