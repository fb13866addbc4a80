import { assembleComponents } from "../plan/assemble-plan.ts";
import type { ComponentNode, PlanGraph } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import { pipFactsOf } from "./improvement-facts.ts";
import { type MeasurementLine, measurementLines } from "./measurement-line.ts";
import type { PipRules } from "./pip-rules.ts";
import { partsTakenOutOf } from "./taken-out.ts";

/** A PIP in force as another document of its State tells of it. */
export type PipElsewhere = {
	/** Its goals, strategies and key activities under its own numbers. */
	readonly components: readonly ComponentNode[];
	/** Its measures as they stand in the plan itself; none where the copy was made before reports told of them. */
	readonly measurement: readonly MeasurementLine[];
};

/** Makes a PIP out of the facts that another document has of it, by the same functions as its own page. */
export function pipElsewhere(
	{ improvement }: Pick<PlanGraph, "improvement">,
	document: Fact<"document">,
	rules: PipRules | undefined,
): PipElsewhere {
	const cycle = improvement?.cycles.find(({ id }) => id === document.cycleId);
	if (!improvement || !cycle) return { components: [], measurement: [] };
	const { uses, areas, goals, strategies, milestones, objectives = [], baselines = [], targets = [] } = improvement;
	const components = assembleComponents({
		...{ cycle, improvement, goals, strategies, milestones, objectives, baselines, targets },
		...{ answers: [], sharedAnswers: [], measures: [], observations: [] },
		focusAreas: areas.filter(({ documentId }) => documentId === document.id),
		goalUses: uses.filter(({ documentId }) => documentId === document.id),
		takenOut: partsTakenOutOf(improvement, document.id),
	});
	const pip = pipFactsOf({ document, improvement });
	const told = pip && rules && improvement.objectives !== undefined;
	return {
		components,
		measurement: told ? measurementLines({ document, components, origin: null }, pip, rules) : [],
	};
}
