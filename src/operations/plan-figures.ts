import { describePeriod } from "../domain/measure/describe-period.ts";
import { findStandardOn } from "../domain/measure/find-standard-on.ts";
import type { PlanGraph } from "../domain/plan/plan-graph.ts";
import { renderTrendFigure, type TrendFigure } from "../documents/figures/render-trend-figure.ts";
import { findIndicator } from "../frameworks/ca-indicators/catalogue.ts";

/** The trend figures of a plan's measures, by measure id: what its paper shows beside each goal that moves a number. */
export async function planFigures(graph: PlanGraph): Promise<ReadonlyMap<string, TrendFigure>> {
	const figures = new Map<string, TrendFigure>();
	for (const { measure, observations, target } of objectivesOf(graph)) {
		const latest = observations.at(-1);
		if (!measure || !latest || figures.has(measure.id)) continue;
		const indicator = findIndicator(measure.vintage, measure.indicator);
		const standard = findStandardOn(indicator?.standards ?? [], latest.periodEnd);
		figures.set(
			measure.id,
			await renderTrendFigure({
				title: measure.title,
				unit: measure.unit,
				direction: measure.direction,
				points: observations.map((each) => ({
					periodEnd: each.periodEnd,
					label: describePeriod(each.periodStart, each.periodEnd),
					value: each.value,
					numerator: each.numerator ?? undefined,
					denominator: each.denominator ?? undefined,
				})),
				standard: standard ? { value: standard.value, label: "Standard" } : null,
				target: target?.value == null || !target.by ? null : { value: target.value, by: target.by, label: "Target" },
			}),
		);
	}
	return figures;
}

function objectivesOf(graph: PlanGraph) {
	return graph.components.flatMap((component) => component.goals.flatMap((goal) => goal.objectives));
}
