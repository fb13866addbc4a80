import { type Context, Hono } from "hono";
import { type AccountForm, AccountPage } from "../../web/pages/account/account-page.tsx";
import type { FormState } from "../../web/pages/parts/form-page-state.ts";
import { refusals } from "../accounts/account-results.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../middleware/answers.ts";
import { readForm } from "../middleware/read-form.ts";
import { requestFacts } from "../middleware/request-facts.ts";
import { sendCookies } from "../middleware/send-cookies.ts";
import { browserInWords } from "./account/browser-words.ts";
import { secondFactorRoutes } from "./account/second-factor.ts";
import { refusalStatus } from "./sign-in/sign-in-form.ts";

const signedInByWords = {
	password: "Password",
	"password-and-code": "Password and code",
	"password-and-backup-code": "Password and backup code",
	"single-sign-on": "Single sign-on",
	practice: "Practice, without a password",
} as const;

/** One's own account. */
export function accountRoutes(services: AppServices): Hono<AppEnvironment> {
	const { accounts } = services;
	const routes = new Hono<AppEnvironment>();

	async function show(
		context: Context<AppEnvironment>,
		sent?: { readonly form: AccountForm; readonly state: FormState },
		status: 200 | 422 | 429 = 200,
	) {
		const { accountId, sessionId } = visitOf(context);
		const session = await accounts.findSession(context.req.header("cookie"), { extend: false });
		const lines = await accounts.listSessions(accountId);
		const page = AccountPage({
			frame: context.get("frame"),
			email: session?.email ?? "",
			secondFactor: session?.totpEnabled ?? false,
			sessions: lines.map((line) => ({
				sessionId: line.sessionId,
				createdAt: line.createdAt.toISOString(),
				how: signedInByWords[line.signedInBy],
				address: line.address,
				browser: browserInWords(line.userAgent),
				current: line.sessionId === sessionId,
			})),
			sent,
		});
		return answerPage(context, page, status);
	}

	routes.get("/", (context) => show(context));

	routes.post("/password", async (context) => {
		const form = await readForm(context);
		const [current, next] = [form.text("current"), form.text("new")];
		const missing = [
			...(current === "" ? [{ field: "current", message: "Give your current password." }] : []),
			...(next === "" ? [{ field: "new", message: "Give the new password." }] : []),
		];
		if (missing.length > 0) return show(context, { form: "password", state: form.state(missing) }, 422);
		const answer = await accounts.changePassword({
			currentPassword: current,
			newPassword: next,
			...requestFacts(context),
		});
		if (answer.result === "refused") {
			const aboutCurrent = answer.retryAt !== undefined || answer.message === refusals.password;
			const problems = [{ field: aboutCurrent ? "current" : "new", message: answer.message }];
			return show(context, { form: "password", state: form.state(problems) }, refusalStatus(answer));
		}
		sendCookies(context, answer.setCookie);
		return answerDone(context, "/account", "Your password is changed. Other places were signed out.");
	});

	routes.post("/sessions/end", async (context) => {
		const form = await readForm(context);
		const ended = await accounts.endSession({
			accountId: visitOf(context).accountId,
			sessionId: form.text("sessionId"),
		});
		return answerDone(context, "/account", ended ? "You are signed out there." : "That session had ended already.");
	});

	routes.post("/sessions/end-others", async (context) => {
		const { accountId, sessionId } = visitOf(context);
		for (const line of await accounts.listSessions(accountId)) {
			if (line.sessionId !== sessionId) await accounts.endSession({ accountId, sessionId: line.sessionId });
		}
		return answerDone(context, "/account", "You are signed out everywhere else.");
	});

	routes.route("/second-factor", secondFactorRoutes(services, show));
	return routes;
}
