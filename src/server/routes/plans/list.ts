import { Hono } from "hono";
import { findEdition, listEditions } from "../../../frameworks/editions.ts";
import { InvalidInput } from "../../../operations/errors.ts";
import { listPlacesFor } from "../../../operations/list-places-for.ts";
import { listPlans } from "../../../operations/list-plans.ts";
import { startPlan } from "../../../operations/start-plan.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { NewPlanPage } from "../../../web/pages/plans/new-plan-page.tsx";
import { planPath } from "../../../web/pages/plans/plan-paths.ts";
import { PlansPage } from "../../../web/pages/plans/plans-page.tsx";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { answerDone, answerPage, visitOf } from "../../middleware/answers.ts";
import { readForm, type SentForm } from "../../middleware/read-form.ts";
import { readValues } from "./read-values.ts";

/** The list of plans, and the start of a new one. */
export function planListRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform } = services;
	const routes = new Hono<AppEnvironment>();

	routes.get("/", async (context) => {
		const { person } = visitOf(context);
		const plans = await perform(listPlans, person, {});
		const places = await perform(listPlacesFor, person, { permission: "plan.write" });
		const page = PlansPage({
			frame: context.get("frame"),
			plans: plans.map((plan) => ({ ...plan, edition: findEdition(plan.document.editionId) })),
			mayStart: places.length > 0,
		});
		return answerPage(context, page);
	});

	routes.get("/new", async (context) => {
		const places = await perform(listPlacesFor, visitOf(context).person, { permission: "plan.write" });
		return answerPage(context, NewPlanPage({ frame: context.get("frame"), places, editions: listEditions() }));
	});

	routes.post("/", async (context) => {
		const { person } = visitOf(context);
		const form = await readForm(context);
		const places = await perform(listPlacesFor, person, { permission: "plan.write" });
		const { input, problems } = readNewPlan(form);
		try {
			if (problems.length > 0) throw new InvalidInput(problems);
			const { id } = await perform(startPlan, person, input);
			return answerDone(context, planPath(id), "The plan is started. Begin with its sections, or with a component.");
		} catch (error) {
			if (!(error instanceof InvalidInput)) throw error;
			const typed = { key: "new-plan", values: form.values(), problems: error.problems };
			const page = NewPlanPage({ frame: context.get("frame"), places, editions: listEditions(), typed });
			return answerPage(context, page, 422);
		}
	});
	return routes;
}

function readNewPlan(form: SentForm) {
	const read = readValues(form);
	const startsOn = read.date("startsOn") ?? undefined;
	const endsOn = read.date("endsOn") ?? undefined;
	const missing: FormProblem[] = [];
	if (form.text("jurisdictionId") === "")
		missing.push({ field: "jurisdictionId", message: "Choose whose plan it is." });
	if (form.text("editionId") === "")
		missing.push({ field: "editionId", message: "Choose the edition of the requirements." });
	if (form.text("startsOn").trim() === "") {
		missing.push({ field: "startsOn", message: "Give the first day of the plan, for example 7/1/2026." });
	}
	return {
		input: {
			jurisdictionId: form.text("jurisdictionId"),
			editionId: form.text("editionId"),
			title: read.text("title", 300),
			...(startsOn ? { startsOn } : {}),
			...(endsOn ? { endsOn } : {}),
		},
		problems: [...missing, ...read.problems],
	};
}
