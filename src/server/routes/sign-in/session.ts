import { Hono } from "hono";
import { safeReturnPath } from "../../accounts/return-path.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone } from "../../middleware/answers.ts";
import { requestFacts } from "../../middleware/request-facts.ts";
import { sendCookies } from "../../middleware/send-cookies.ts";

/** The session itself: staying signed in, and signing out. */
export function sessionRoutes({ accounts }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	/** "Stay signed in": asked by the page's script, or by a plain form. */
	routes.post("/session/extend", async (context) => {
		const session = await accounts.extendSession(context.req.header("cookie"));
		const endsAt =
			session && new Date(Math.min(session.idleExpiresAt.getTime(), session.absoluteExpiresAt.getTime())).toISOString();
		if (!context.req.header("accept")?.includes("text/html")) {
			return endsAt
				? context.json({ endsAt })
				: context.json({ error: "signed-out", message: "Your session has ended. Sign in again." }, 401);
		}
		const to = safeReturnPath(context.req.query("to"));
		return endsAt
			? answerDone(context, to, "You stay signed in.")
			: context.redirect(`/sign-in?to=${encodeURIComponent(to)}`, 303);
	});

	routes.post("/sign-out", async (context) => {
		sendCookies(context, (await accounts.signOut(requestFacts(context))).setCookie);
		return answerDone(context, "/sign-in", "You are signed out.");
	});
	return routes;
}
