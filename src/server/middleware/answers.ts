import type { Context } from "hono";
import { setCookie } from "hono/cookie";
import type { ReactNode } from "react";
import { renderPage } from "../../web/shell/page.tsx";
import type { AppEnvironment, Visit } from "../app-environment.ts";

/** A page as the answer. */
export function answerPage(
	context: Context<AppEnvironment>,
	page: ReactNode,
	status: 200 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 = 200,
) {
	context.header("Cache-Control", "no-store");
	return context.html(renderPage(page), status);
}

/** Goes to another page after something was done, with a message to show there. */
export function answerDone(context: Context<AppEnvironment>, location: string, notice: string) {
	setCookie(context, "throughline_notice", notice, { path: "/", maxAge: 60, httpOnly: true, sameSite: "Lax" });
	return context.redirect(location, 303);
}

/** Who is visiting; only behind `requireVisit`. */
export function visitOf(context: Context<AppEnvironment>): Visit {
	const visit = context.get("visit");
	if (!visit) throw new Error("This route must stand behind requireVisit.");
	return visit;
}
