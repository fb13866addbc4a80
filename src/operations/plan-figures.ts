import { table } from "../documents/neutral/build-blocks.ts";
import type { PlanFigure } from "../documents/plan/plan-printing.ts";
import { formatDate } from "../domain/calendar/plain-date.ts";
import { describePeriod } from "../domain/measure/describe-period.ts";
import { formatValue, unitWords } from "../domain/measure/format-value.ts";
import { maskedMark, maskFigure, type Shown } from "../domain/measure/masking.ts";
import type { Observation, Unit } from "../domain/measure/measure-facts.ts";
import type { PlanGraph } from "../domain/plan/plan-graph.ts";
import { drawTrend } from "./draw-trend.ts";

const newestPeriods = 8;

/**
 * The trend figures of a plan's measures, by measure id, each with its table: what its paper shows beside each goal that
 * moves a number. Small counts are masked, for a paper leaves the agency (design, invariant 6).
 */
export async function planFigures(graph: PlanGraph): Promise<ReadonlyMap<string, PlanFigure>> {
	const figures = new Map<string, PlanFigure>();
	const objectives = graph.components.flatMap((component) => component.goals.flatMap((goal) => goal.objectives));
	for (const { measure, observations: all, target } of objectives) {
		if (!measure || all.length === 0 || figures.has(measure.id)) continue;
		// A paper has its page limit (SIP-7): two years of quarters tell the trend; the outcome page has all.
		const observations = all.slice(-newestPeriods);
		const goal = target?.value != null && target.by ? { value: target.value, by: target.by } : undefined;
		const figure = await drawTrend({ ...measure, observations, target: goal, masked: true });
		figures.set(measure.id, { ...figure, table: figureTable(measure, observations) });
	}
	return figures;
}

function figureTable(measure: { readonly title: string; readonly unit: Unit }, observations: readonly Observation[]) {
	const { unit } = measure;
	const shown = (count: Shown | null) =>
		count === null ? "" : count.masked ? maskedMark : formatValue(count.value, "count");
	return table({
		caption: `${measure.title}, ${unitWords[unit]}, newest ${observations.length} periods`,
		weights: [4, 1.5, 2.5, 5],
		rows: [
			["Period", "Value", "Count", "Source"],
			...observations.map((each) => {
				const { value, numerator, denominator } = maskFigure(each, unit);
				const counts = [shown(numerator), shown(denominator)].filter((text) => text !== "");
				return [
					describePeriod(each.periodStart, each.periodEnd),
					value.masked ? maskedMark : formatValue(value.value, unit),
					counts.join(" of "),
					`${each.source}, data as of ${formatDate(each.dataAsOf)}`,
				];
			}),
		],
	});
}
