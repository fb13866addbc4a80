import type { Context } from "hono";
import { type Refusal, refused, type SetCookies } from "../../accounts/account-results.ts";
import { cookiesToSend } from "../../accounts/request-facts.ts";
import type { AppServices } from "../../app-environment.ts";
import { sendCookies } from "../../middleware/send-cookies.ts";

/**
 * Hands the new session to the browser, unless no active person stands behind the account: then the session is ended again,
 * and the answer says so.
 */
export async function finishSignIn(
	{ accounts, findActor }: AppServices,
	context: Context,
	setCookie: SetCookies,
): Promise<{ readonly result: "signed-in" } | Refusal> {
	const session = await accounts.findSession(cookiesToSend(setCookie), { extend: false });
	if (session && (await findActor(session.email))) {
		sendCookies(context, setCookie);
		return { result: "signed-in" };
	}
	if (session) await accounts.endSession({ accountId: session.accountId, sessionId: session.sessionId });
	return refused("Your access to Throughline was ended. If that is a mistake, ask the administrator of your agency.");
}
