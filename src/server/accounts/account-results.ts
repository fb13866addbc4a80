/** Cookies to send, each the whole value of one `Set-Cookie` header. */
export type SetCookies = readonly string[];

/**
 * Why something was refused, in words for the person. `retryAt` is set when waiting helps; `field` where a form has a
 * current and a new password, and the fault lies in one of them.
 */
export type Refusal = {
	readonly result: "refused";
	readonly message: string;
	readonly field?: "current" | "new";
	readonly retryAt?: Date;
};

export type SignedIn = { readonly result: "signed-in"; readonly setCookie: SetCookies };

/** The password was right; the code of the authenticator app is still wanted. */
export type SecondFactorWanted = { readonly result: "second-factor"; readonly setCookie: SetCookies };

/** The code cannot be tried any more: the person must start from the sign-in page. */
export type StartAgain = { readonly result: "start-again"; readonly message: string; readonly setCookie: SetCookies };

/** Done; the session goes on under the cookies given. */
export type Done = { readonly result: "done"; readonly setCookie: SetCookies };

export function refused(message: string, retryAt?: Date): Refusal {
	return retryAt ? { result: "refused", message, retryAt } : { result: "refused", message };
}

/** Sentences that more than one function gives. */
export const refusals = {
	signIn: "The e-mail address or the password is not right. Check both and try again.",
	password: "The password is not right. Nothing was changed.",
	signedOut: "You are signed out. Sign in again, then repeat the step.",
	code: "That code is not right. Wait for the next code in your authenticator app and enter it within 30 seconds.",
	usedCode: "That code has been used already. Wait for the next code in your authenticator app and enter that one.",
	backupCode: "That backup code is not right, or it has been used already. Try another one from your list.",
	challenge: "This sign-in took too long or has been used already. Enter your e-mail address and password again.",
	resetLink: "This link is no longer good: it was used already, or it is too old. Ask for a new one.",
} as const;
