import { Hono } from "hono";
import { InvalidInput } from "../../../operations/errors.ts";
import { screenNames } from "../../../operations/screen-names.ts";
import { NamesPage } from "../../../web/pages/plans/names-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerPage, visitOf } from "../../middleware/answers.ts";
import { readForm } from "../../middleware/read-form.ts";
import { openPlanPage } from "./plan-page-context.ts";

/** The search for names of children and families before a plan leaves the agency. */
export function planNameRoutes(services: AppServices): Hono<AppEnvironment> {
	const routes = new Hono<AppEnvironment>();
	routes.get("/:documentId/names", async (context) => {
		const { plan } = await openPlanPage(context, services);
		return answerPage(context, NamesPage({ plan, found: undefined }));
	});
	routes.post("/:documentId/names", async (context) => {
		const form = await readForm(context);
		const { documentId } = await openPlanPage(context, services);
		const input = { documentId, names: form.text("names"), note: form.text("note") };
		try {
			const found = await services.perform(screenNames, visitOf(context).person, input);
			const { plan } = await openPlanPage(context, services);
			return answerPage(context, NamesPage({ plan, found }));
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const typed = { key: "names", values: form.values(), problems: error.problems };
			const { plan } = await openPlanPage(context, services, typed);
			return answerPage(context, NamesPage({ plan, found: undefined }), 422);
		}
	});
	return routes;
}
