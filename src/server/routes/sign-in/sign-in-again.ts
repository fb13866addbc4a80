import { type Context, Hono } from "hono";
import { InvalidInput } from "../../../operations/errors.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { freshForm } from "../../../web/pages/parts/form-page-state.ts";
import { CodePage } from "../../../web/pages/sign-in/code-page.tsx";
import type { HeldForm } from "../../../web/pages/sign-in/held-form.tsx";
import { SendHeldPage } from "../../../web/pages/sign-in/send-held-page.tsx";
import { SignInAgainPage } from "../../../web/pages/sign-in-again-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage } from "../../middleware/answers.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { requestFacts } from "../../middleware/request-facts.ts";
import { sendCookies } from "../../middleware/send-cookies.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { readHeldForm } from "./held-form.ts";
import { practiceSignIn } from "./practice.ts";
import { missingSignInFields, refusalStatus } from "./sign-in-form.ts";

/** Signing in with a form in hand that arrived after the session had ended; afterwards the form can be sent again. */
export function signInAgainRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();

	async function again(
		context: Context<AppEnvironment>,
		form: SentForm,
		problems: readonly FormProblem[],
		status: 422 | 429 = 422,
	) {
		const held = getHeldForm(form);
		const page = SignInAgainPage({
			frame: context.get("frame"),
			action: held.action,
			fields: held.fields,
			singleSignOn: services.oidcLabel,
			practicePeople: services.practice ? await services.listPracticePeople() : undefined,
			form: form.state(problems),
		});
		return answerPage(context, page, status);
	}

	const sendHeld = (context: Context<AppEnvironment>, form: SentForm) =>
		answerPage(context, SendHeldPage({ frame: context.get("frame"), held: getHeldForm(form) }));

	routes.post("/sign-in/again", async (context) => {
		const form = await readForm(context);
		const missing = missingSignInFields(form);
		if (missing.length > 0) return again(context, form, missing);
		const answer = await services.accounts.signIn({
			email: form.text("email"),
			password: form.text("password"),
			...requestFacts(context),
		});
		if (answer.result === "refused") {
			return again(context, form, [{ field: "email", message: answer.message }], refusalStatus(answer));
		}
		if (answer.result === "second-factor") {
			sendCookies(context, answer.setCookie);
			const held = getHeldForm(form);
			return answerPage(context, CodePage({ frame: context.get("frame"), to: "/", held, form: freshForm }));
		}
		const finished = await finishSignIn(services, context, answer.setCookie);
		return finished.result === "refused"
			? again(context, form, [{ field: "email", message: finished.message }])
			: sendHeld(context, form);
	});

	routes.post("/sign-in/again/practice", async (context) => {
		const form = await readForm(context);
		const signedIn = await practiceSignIn(services, context, form.text("email"));
		const gone = "That person is not there any more. Choose another one.";
		return signedIn ? sendHeld(context, form) : again(context, form, [{ field: "", message: gone }]);
	});

	routes.post("/sign-in/again/elsewhere", async (context) => {
		const form = await readForm(context);
		if (context.get("visit")) return sendHeld(context, form);
		const message = "You are not signed in yet. Sign in in the other window first, then come back to this page.";
		return again(context, form, [{ field: "", message }]);
	});
	return routes;
}

function getHeldForm(form: SentForm): HeldForm {
	const held = readHeldForm(form);
	if (!held) {
		throw new InvalidInput([
			{ field: "", message: "What you had typed could not be read back. Go back in the browser and send it again." },
		]);
	}
	return held;
}
