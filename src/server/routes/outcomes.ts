import { Hono } from "hono";
import { maskedMark } from "../../domain/measure/masking.ts";
import { getOutcome } from "../../operations/get-outcome.ts";
import { listOutcomes } from "../../operations/list-outcomes.ts";
import { listOutcomesByPlace } from "../../operations/list-outcomes-by-place.ts";
import { listPlans } from "../../operations/list-plans.ts";
import { dayOf } from "../../operations/plan-checks.ts";
import { OutcomeChoicePage } from "../../web/pages/outcomes/outcome-choice-page.tsx";
import { OutcomePage } from "../../web/pages/outcomes/outcome-page.tsx";
import { PlaceOutcomesPage } from "../../web/pages/outcomes/place-outcomes-page.tsx";
import { planName } from "../../web/pages/parts/plan-name.ts";
import type { AppEnvironment, AppServices } from "../app-environment.ts";
import { answerPage, visitOf } from "../middleware/answers.ts";
import { pathId } from "../middleware/path-id.ts";
import { answerCsv } from "./answer-csv.ts";
import { outcomeFile } from "./outcomes/outcome-file.ts";

/** How places stand on indicators, and the whole thread of one indicator in one place. */
export function outcomeRoutes(services: AppServices): Hono<AppEnvironment> {
	const { perform, clock } = services;
	const routes = new Hono<AppEnvironment>();

	routes.get("/", async (context) => {
		const outcomes = await perform(listOutcomesByPlace, visitOf(context).person, {});
		const [place] = outcomes.jurisdictions;
		if (place && outcomes.jurisdictions.length === 1) return context.redirect(`/outcomes/${place.id}`, 303);
		return answerPage(context, OutcomeChoicePage({ frame: context.get("frame"), ...outcomes }));
	});

	routes.get("/:jurisdictionId", async (context) => {
		const { person } = visitOf(context);
		const jurisdictionId = pathId(context, "jurisdictionId");
		const outcomes = await perform(listOutcomes, person, { jurisdictionId });
		const plans = await perform(listPlans, person, { jurisdictionId });
		const page = PlaceOutcomesPage({
			frame: context.get("frame"),
			...outcomes,
			plans: plans.map((plan) => ({ id: plan.document.id, name: planName(plan) })),
		});
		return answerPage(context, page);
	});

	routes.get("/:jurisdictionId/:vintage/:code", async (context) => {
		const input = { jurisdictionId: pathId(context, "jurisdictionId"), ...indicatorOf(context.req.param()) };
		const view = await perform(getOutcome, visitOf(context).person, input);
		return answerPage(context, OutcomePage({ frame: context.get("frame"), ...view, today: dayOf(clock()) }));
	});

	routes.get("/:jurisdictionId/:vintage/:code/figures.csv", async (context) => {
		const input = { jurisdictionId: pathId(context, "jurisdictionId"), ...indicatorOf(context.req.param()) };
		const view = await perform(getOutcome, visitOf(context).person, input);
		const name = `${view.jurisdiction.name} ${view.indicator.vintage} ${view.indicator.code}`;
		return answerCsv(context, name, outcomeFile(view, maskedMark));
	});
	return routes;
}

/** Longer texts than any code are no indicator; the operation answers "not found". */
function indicatorOf({ vintage, code }: { readonly vintage: string; readonly code: string }) {
	return { vintage: vintage.slice(0, 40), code: code.slice(0, 40) };
}
