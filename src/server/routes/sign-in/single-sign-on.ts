import { type Context, Hono } from "hono";
import { SignInPage } from "../../../web/pages/sign-in/sign-in-page.tsx";
import { MessagePage } from "../../../web/shell/message-page.tsx";
import { accountPaths } from "../../accounts/account-paths.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage } from "../../middleware/answers.ts";
import { requestFacts } from "../../middleware/request-facts.ts";
import { sendCookies } from "../../middleware/send-cookies.ts";
import { finishSignIn } from "./finish-sign-in.ts";

/** Leaving for the single sign-on service, and coming back. */
export function singleSignOnRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	const refuse = async (context: Context<AppEnvironment>, message: string) =>
		answerPage(
			context,
			SignInPage({
				frame: context.get("frame"),
				to: "/",
				singleSignOn: services.oidcLabel,
				practicePeople: services.practice ? await services.listPracticePeople() : undefined,
				form: { values: {}, problems: [{ field: "", message }] },
			}),
			422,
		);

	routes.get("/sign-in/single-sign-on", async (context) => {
		const start = await services.accounts.startOidc(context.req.query("to"));
		sendCookies(context, start.setCookie);
		return start.result === "redirect" ? context.redirect(start.redirectUrl, 303) : refuse(context, start.message);
	});

	routes.get(accountPaths.oidcCallback, async (context) => {
		const { pathname, search } = new URL(context.req.url);
		const answer = await services.accounts.finishOidc({ callbackUrl: pathname + search, ...requestFacts(context) });
		if (answer.result === "refused") {
			sendCookies(context, answer.setCookie);
			return refuse(context, answer.message);
		}
		const finished = await finishSignIn(services, context, answer.setCookie);
		return finished.result === "refused" ? refuse(context, finished.message) : context.redirect(answer.returnTo, 303);
	});

	routes.get("/sign-in/done", (context) =>
		answerPage(
			context,
			MessagePage({
				frame: context.get("frame"),
				title: "You are signed in",
				message: "Close this window and go back to the one with your text.",
			}),
		),
	);
	return routes;
}
