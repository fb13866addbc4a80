import { Hono } from "hono";
import { freshForm } from "../../../web/pages/parts/form-page-state.ts";
import { CodePage } from "../../../web/pages/sign-in/code-page.tsx";
import { SendHeldPage } from "../../../web/pages/sign-in/send-held-page.tsx";
import { safeReturnPath } from "../../accounts/return-path.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage } from "../../middleware/answers.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { requestFacts } from "../../middleware/request-facts.ts";
import { sendCookies } from "../../middleware/send-cookies.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { readHeldForm } from "./held-form.ts";
import { refusalStatus } from "./sign-in-form.ts";

/** The second step of signing in. */
export function codeRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/sign-in/code", (context) =>
		answerPage(
			context,
			CodePage({ frame: context.get("frame"), to: safeReturnPath(context.req.query("to")), form: freshForm }),
		),
	);
	routes.post("/sign-in/code", async (context) => {
		const form = await readForm(context);
		const [to, held] = [safeReturnPath(form.text("to")), readHeldForm(form)];
		const backup = form.text("backupCode").trim() !== "";
		const again = (message: string, status: 422 | 429 = 422) => {
			const { problems } = form.state([{ field: backup ? "backupCode" : "code", message }]);
			const values: Readonly<Record<string, string>> = backup ? { backupCode: "" } : {};
			return answerPage(
				context,
				CodePage({ frame: context.get("frame"), to, held, form: { values, problems } }),
				status,
			);
		};
		if (!backup && form.text("code").trim() === "") return again("Enter the code that your authenticator app shows.");
		const answer = await verify(services, form, backup, requestFacts(context));
		switch (answer.result) {
			case "refused":
				return again(answer.message, refusalStatus(answer));
			case "start-again":
				sendCookies(context, answer.setCookie);
				return answerDone(context, `/sign-in?to=${encodeURIComponent(to)}`, answer.message);
			case "signed-in": {
				const finished = await finishSignIn(services, context, answer.setCookie);
				if (finished.result === "refused") return again(finished.message);
				return held
					? answerPage(context, SendHeldPage({ frame: context.get("frame"), held }))
					: context.redirect(to, 303);
			}
		}
	});
	return routes;
}

function verify({ accounts }: AppServices, form: SentForm, backup: boolean, facts: ReturnType<typeof requestFacts>) {
	return backup
		? accounts.verifyBackupCode({ code: form.text("backupCode"), ...facts })
		: accounts.verifyCode({ code: form.text("code"), ...facts });
}
