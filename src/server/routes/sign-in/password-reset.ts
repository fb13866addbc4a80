import { Hono } from "hono";
import { freshForm } from "../../../web/pages/parts/form-page-state.ts";
import { ForgotPasswordPage } from "../../../web/pages/sign-in/forgot-password-page.tsx";
import { ResetPasswordPage } from "../../../web/pages/sign-in/reset-password-page.tsx";
import { MessagePage } from "../../../web/shell/message-page.tsx";
import type { PageFrame } from "../../../web/shell/page-frame.ts";
import { accountPaths } from "../../accounts/account-paths.ts";
import { refusals } from "../../accounts/account-results.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage } from "../../middleware/answers.ts";
import { readForm } from "../../middleware/read-form.ts";
import { requestFacts } from "../../middleware/request-facts.ts";

/** A forgotten password: a link by mail, and the form that it leads to. */
export function passwordResetRoutes({ accounts }: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	routes.get("/forgot-password", (context) =>
		answerPage(context, ForgotPasswordPage({ frame: context.get("frame"), form: freshForm })),
	);

	routes.post("/forgot-password", async (context) => {
		const form = await readForm(context);
		const frame = context.get("frame");
		if (form.text("email").trim() === "") {
			const problems = [{ field: "email", message: "Give the e-mail address of your account." }];
			return answerPage(context, ForgotPasswordPage({ frame, form: form.state(problems) }), 422);
		}
		const { message } = await accounts.requestPasswordReset({ email: form.text("email"), ...requestFacts(context) });
		const links = [{ label: "Go to the sign-in page", href: "/sign-in" }];
		return answerPage(context, MessagePage({ frame, title: "Look into your mail", message, links }));
	});

	routes.get(accountPaths.resetPassword, async (context) => {
		const frame = context.get("frame");
		const token = context.req.query("token") ?? "";
		return (await accounts.isResetLinkGood(token))
			? answerPage(context, ResetPasswordPage({ frame, token, form: freshForm }))
			: answerPage(context, spentLinkPage(frame), 422);
	});

	routes.post(accountPaths.resetPassword, async (context) => {
		const form = await readForm(context);
		const frame = context.get("frame");
		const [token, password] = [form.text("token"), form.text("password")];
		const answer = await accounts.resetPassword({ token, password, ...requestFacts(context) });
		if (answer.result === "done") {
			return answerDone(context, "/sign-in", "Your password is set. Sign in with it.");
		}
		if (!(await accounts.isResetLinkGood(token))) return answerPage(context, spentLinkPage(frame), 422);
		const problems = [{ field: "password", message: answer.message }];
		return answerPage(context, ResetPasswordPage({ frame, token, form: form.state(problems) }), 422);
	});
	return routes;
}

function spentLinkPage(frame: PageFrame) {
	const links = [{ label: "Ask for a new link", href: "/forgot-password" }];
	return MessagePage({ frame, title: "This link is no longer good", message: refusals.resetLink, links });
}
