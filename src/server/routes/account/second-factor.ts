import { type Context, Hono } from "hono";
import type { AccountForm } from "../../../web/pages/account/account-page.tsx";
import { AuthenticatorPage } from "../../../web/pages/account/authenticator-page.tsx";
import { BackupCodesPage } from "../../../web/pages/account/backup-codes-page.tsx";
import { type FormState, freshForm } from "../../../web/pages/parts/form-page-state.ts";
import type { Refusal } from "../../accounts/account-results.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage } from "../../middleware/answers.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { requestFacts } from "../../middleware/request-facts.ts";
import { sendCookies } from "../../middleware/send-cookies.ts";
import { refusalStatus } from "../sign-in/sign-in-form.ts";

type Show = (
	context: Context<AppEnvironment>,
	sent: { readonly form: AccountForm; readonly state: FormState },
	status: 422 | 429,
) => Promise<Response>;

/** Setting up the authenticator app, new backup codes, turning it off. `show` is the account page with a form sent back. */
export function secondFactorRoutes({ accounts }: AppServices, show: Show): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	const refuse = (context: Context<AppEnvironment>, form: AccountForm, sent: SentForm, refusal: Refusal) =>
		show(
			context,
			{ form, state: sent.state([{ field: "password", message: refusal.message }]) },
			refusalStatus(refusal),
		);

	routes.post("/start", async (context) => {
		const form = await readForm(context);
		const answer = await accounts.startTotp({ password: form.text("password"), ...requestFacts(context) });
		if (answer.result === "refused") return refuse(context, "start", form, answer);
		return answerPage(context, AuthenticatorPage({ frame: context.get("frame"), shown: answer, form: freshForm }));
	});

	routes.post("/confirm", async (context) => {
		const form = await readForm(context);
		const answer = await accounts.confirmTotp({ code: form.text("code"), ...requestFacts(context) });
		if (answer.result === "refused") {
			const state = form.state([{ field: "code", message: answer.message }]);
			const page = AuthenticatorPage({ frame: context.get("frame"), shown: undefined, form: state });
			return answerPage(context, page, refusalStatus(answer));
		}
		sendCookies(context, answer.setCookie);
		return answerDone(context, "/account", "The second factor is on. Other places were signed out.");
	});

	routes.post("/backup-codes", async (context) => {
		const form = await readForm(context);
		const answer = await accounts.newBackupCodes({ password: form.text("password"), ...requestFacts(context) });
		if (answer.result === "refused") return refuse(context, "codes", form, answer);
		return answerPage(context, BackupCodesPage({ frame: context.get("frame"), codes: answer.backupCodes }));
	});

	routes.post("/off", async (context) => {
		const form = await readForm(context);
		const answer = await accounts.disableTotp({ password: form.text("password"), ...requestFacts(context) });
		if (answer.result === "refused") return refuse(context, "off", form, answer);
		sendCookies(context, answer.setCookie);
		return answerDone(context, "/account", "The second factor is off.");
	});
	return routes;
}
