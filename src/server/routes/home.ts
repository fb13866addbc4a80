import { Hono } from "hono";
import { getHome } from "../../operations/get-home.ts";
import { listPips } from "../../operations/list-pips.ts";
import { dayOf } from "../../operations/plan-checks.ts";
import { HomePage } from "../../web/pages/home-page.tsx";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage, visitOf } from "../middleware/answers.ts";

/** The first page after signing in. */
export function homeRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/", async (context) => {
		const home = await services.perform(getHome, visitOf(context).person, {});
		const { pips } = await services.perform(listPips, visitOf(context).person, {});
		const today = dayOf(services.clock());
		return answerPage(context, HomePage({ frame: context.get("frame"), home, pips, today }));
	});
	return routes;
}
