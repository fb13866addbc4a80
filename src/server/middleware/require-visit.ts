import type { MiddlewareHandler } from "hono";
import { SignInAgainPage } from "../../web/pages/sign-in-again-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage } from "./answers.ts";
import { isSecretField } from "./read-form.ts";

/**
 * Lets only signed-in people on. Others go to the sign-in page and come back to where they were. What somebody had typed
 * when the session ended is not lost: a form that arrives without a session is handed back inside the sign-in page and
 * sent again after signing in.
 */
export function requireVisit(services: AppServices): MiddlewareHandler<AppEnvironment> {
	return async (context, next) => {
		if (context.get("visit")) return next();
		const url = new URL(context.req.url);
		if (context.req.method === "GET" || context.req.method === "HEAD") {
			return context.redirect(`/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`, 303);
		}
		if (context.req.header("accept")?.includes("application/json")) {
			return context.json(
				{ error: "signed-out", message: "Your session has ended. Sign in again; what you typed is kept here." },
				401,
			);
		}
		return answerPage(
			context,
			SignInAgainPage({
				frame: context.get("frame"),
				action: url.pathname + url.search,
				fields: await heldFields(context.req.raw),
				singleSignOn: services.oidcLabel,
				practicePeople: services.practice ? await services.listPracticePeople() : undefined,
			}),
			401,
		);
	};
}

/**
 * The text fields of the form. Files cannot be handed back: the person chooses them again. Passwords and codes are not put
 * into a page.
 */
async function heldFields(request: Request): Promise<readonly (readonly [string, string])[]> {
	try {
		const form = await request.formData();
		return [...form.entries()].flatMap(([name, value]) =>
			typeof value === "string" && !isSecretField(name) ? [[name, value] as const] : [],
		);
	} catch {
		return [];
	}
}
