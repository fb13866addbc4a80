import type { Context } from "hono";
import type { ComponentNode } from "../../../domain/plan/plan-graph.ts";
import { findIndicator } from "../../../frameworks/ca-indicators/catalogue.ts";
import { NotFound } from "../../../operations/errors.ts";
import { getOutcome } from "../../../operations/get-outcome.ts";
import { listGoalsToUse } from "../../../operations/list-goals-to-use.ts";
import { listPeople } from "../../../operations/list-people.ts";
import type { SignedInPerson } from "../../../storage/sql/actors.ts";
import type { ComponentFigures } from "../../../web/pages/plans/component-figures.tsx";
import { ComponentPage } from "../../../web/pages/plans/component-page.tsx";
import { idsWithin } from "../../../web/pages/plans/section-states.ts";
import type { AppEnvironment, AppServices } from "../../app-environment.ts";
import { visitOf } from "../../middleware/answers.ts";
import type { OpenedPlan } from "./plan-page-context.ts";

/** The page of the component in which a part stands. Throws `NotFound` when there is none. */
export async function componentPageOf(
	context: Context<AppEnvironment>,
	services: AppServices,
	{ plan }: OpenedPlan,
	part: { readonly kind: string; readonly id: string },
) {
	const component = plan.graph.components.find((each) => idsWithin(each).has(part.id));
	if (!component) throw new NotFound("This component is not in the plan any more. See the plan's history.");
	const { person } = visitOf(context);
	const people = await services.perform(listPeople, person, {});
	const documentId = plan.graph.document.id;
	const goalsToUse = plan.mayWrite ? await services.perform(listGoalsToUse, person, { documentId }) : [];
	return ComponentPage({
		plan,
		component,
		goalsToUse,
		figures: await figuresOf(services, person, plan, component),
		people: people
			.filter(({ active }) => active)
			.map(({ id, name, title }) => ({ id, name, title }))
			.sort((a, b) => a.name.localeCompare(b.name, "en")),
	});
}

/** The loaded figures of the indicators that a component is about. */
async function figuresOf(
	services: AppServices,
	person: SignedInPerson,
	{ edition, graph }: OpenedPlan["plan"],
	{ focusArea }: ComponentNode,
): Promise<readonly ComponentFigures[]> {
	if (focusArea.subjectKind !== "indicator") return [];
	const jurisdictionId = graph.jurisdiction.id;
	const found: ComponentFigures[] = [];
	for (const code of focusArea.codes) {
		const vintage = edition.indicatorVintages.find((each) => findIndicator(each, code));
		if (!vintage) continue;
		const { indicator, series, figure } = await services.perform(getOutcome, person, { jurisdictionId, vintage, code });
		const all = series[0];
		found.push({
			code: indicator.code,
			vintage,
			title: indicator.label ?? "",
			unit: indicator.unit,
			observations: all?.observations ?? [],
			judgement: all?.judgement.reason ?? "",
			trend: figure,
			href: `/outcomes/${jurisdictionId}/${vintage}/${encodeURIComponent(indicator.code)}`,
		});
	}
	return found;
}
