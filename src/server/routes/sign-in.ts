import { Hono } from "hono";
import { freshForm } from "../../web/pages/parts/form-page-state.ts";
import { SignInPage } from "../../web/pages/sign-in/sign-in-page.tsx";
import { safeReturnPath } from "../accounts/return-path.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage } from "../middleware/answers.ts";
import { readForm } from "../middleware/read-form.ts";
import { requestFacts } from "../middleware/request-facts.ts";
import { sendCookies } from "../middleware/send-cookies.ts";
import { codeRoutes } from "./sign-in/code.ts";
import { finishSignIn } from "./sign-in/finish-sign-in.ts";
import { passwordResetRoutes } from "./sign-in/password-reset.ts";
import { practiceSignIn } from "./sign-in/practice.ts";
import { sessionRoutes } from "./sign-in/session.ts";
import { signInAgainRoutes } from "./sign-in/sign-in-again.ts";
import { missingSignInFields, refusalStatus } from "./sign-in/sign-in-form.ts";
import { singleSignOnRoutes } from "./sign-in/single-sign-on.ts";

/** Signing in and out, and what belongs to it. Open to everybody. */
export function signInRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	const practicePeople = async () => (services.practice ? await services.listPracticePeople() : undefined);

	routes.get("/sign-in", async (context) => {
		const to = safeReturnPath(context.req.query("to"));
		if (context.get("visit")) return context.redirect(to, 303);
		const props = { to, singleSignOn: services.oidcLabel, practicePeople: await practicePeople(), form: freshForm };
		return answerPage(context, SignInPage({ frame: context.get("frame"), ...props }));
	});

	routes.post("/sign-in", async (context) => {
		const form = await readForm(context);
		const to = safeReturnPath(form.text("to"));
		const again = async (problems: Parameters<typeof form.state>[0], status: 422 | 429 = 422) =>
			answerPage(
				context,
				SignInPage({
					frame: context.get("frame"),
					to,
					singleSignOn: services.oidcLabel,
					practicePeople: await practicePeople(),
					form: form.state(problems),
				}),
				status,
			);
		const missing = missingSignInFields(form);
		if (missing.length > 0) return again(missing);
		const facts = requestFacts(context);
		const answer = await services.accounts.signIn({
			email: form.text("email"),
			password: form.text("password"),
			...facts,
		});
		switch (answer.result) {
			case "refused":
				return again([{ field: "email", message: answer.message }], refusalStatus(answer));
			case "second-factor":
				sendCookies(context, answer.setCookie);
				return context.redirect(`/sign-in/code?to=${encodeURIComponent(to)}`, 303);
			case "signed-in": {
				const finished = await finishSignIn(services, context, answer.setCookie);
				return finished.result === "refused"
					? again([{ field: "email", message: finished.message }])
					: context.redirect(to, 303);
			}
		}
	});

	routes.post("/sign-in/practice", async (context) => {
		const form = await readForm(context);
		const signedIn = await practiceSignIn(services, context, form.text("email"));
		return signedIn
			? context.redirect(safeReturnPath(form.text("to")), 303)
			: answerDone(context, "/sign-in", "That person is not there any more. Choose another one.");
	});

	routes.route("/", codeRoutes(services));
	routes.route("/", signInAgainRoutes(services));
	routes.route("/", singleSignOnRoutes(services));
	routes.route("/", passwordResetRoutes(services));
	routes.route("/", sessionRoutes(services));
	return routes;
}
