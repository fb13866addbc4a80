import { table } from "../documents/neutral/build-blocks.ts";
import type { PlanFigure } from "../documents/plan/plan-printing.ts";
import { describePeriod } from "../domain/measure/describe-period.ts";
import { formatValue, unitWords } from "../domain/measure/format-value.ts";
import { maskedMark, maskFigure, type Shown } from "../domain/measure/masking.ts";
import type { Observation, Unit } from "../domain/measure/measure-facts.ts";
import type { PlanGraph } from "../domain/plan/plan-graph.ts";
import { drawTrend } from "./draw-trend.ts";

/**
 * The trend figures of a plan's measures, by measure id, each with its table: what its paper shows beside each goal that
 * moves a number. Small counts are masked, for a paper leaves the agency (design, invariant 6).
 */
export async function planFigures(graph: PlanGraph): Promise<ReadonlyMap<string, PlanFigure>> {
	const figures = new Map<string, PlanFigure>();
	const objectives = graph.components.flatMap((component) => component.goals.flatMap((goal) => goal.objectives));
	for (const { measure, observations, target } of objectives) {
		if (!measure || observations.length === 0 || figures.has(measure.id)) continue;
		const goal = target?.value != null && target.by ? { value: target.value, by: target.by } : undefined;
		const figure = await drawTrend({ ...measure, observations, target: goal, masked: true });
		figures.set(measure.id, { ...figure, table: figureTable(measure, observations) });
	}
	return figures;
}

function figureTable(measure: { readonly title: string; readonly unit: Unit }, observations: readonly Observation[]) {
	const { unit } = measure;
	const count = (shown: Shown | null) =>
		shown === null ? "" : shown.masked ? maskedMark : formatValue(shown.value, "count");
	return table({
		caption: `${measure.title}, ${unitWords[unit]}`,
		weights: [4, 2, 2, 2, 4],
		rows: [
			["Period", "Value", "Numerator", "Denominator", "Source"],
			...observations.map((each) => {
				const { value, numerator, denominator } = maskFigure(each, unit);
				return [
					describePeriod(each.periodStart, each.periodEnd),
					value.masked ? maskedMark : formatValue(value.value, unit),
					count(numerator),
					count(denominator),
					`${each.source}, data as of ${each.dataAsOf}`,
				];
			}),
		],
	});
}
