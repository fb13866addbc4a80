import type { Context } from "hono";
import type { SetCookies } from "../accounts/account-results.ts";

/** Sends cookies of the accounts with the answer, each as a header of its own. */
export function sendCookies(context: Context, setCookie: SetCookies): void {
	for (const line of setCookie) context.header("Set-Cookie", line, { append: true });
}
