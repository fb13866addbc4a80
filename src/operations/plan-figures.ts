import type { TrendFigure } from "../documents/figures/render-trend-figure.ts";
import type { PlanGraph } from "../domain/plan/plan-graph.ts";
import { drawTrend } from "./draw-trend.ts";

/** The trend figures of a plan's measures, by measure id: what its paper shows beside each goal that moves a number. */
export async function planFigures(graph: PlanGraph): Promise<ReadonlyMap<string, TrendFigure>> {
	const figures = new Map<string, TrendFigure>();
	const objectives = graph.components.flatMap((component) => component.goals.flatMap((goal) => goal.objectives));
	for (const { measure, observations, target } of objectives) {
		if (!measure || observations.length === 0 || figures.has(measure.id)) continue;
		const goal = target?.value != null && target.by ? { value: target.value, by: target.by } : undefined;
		figures.set(measure.id, await drawTrend({ ...measure, observations, target: goal }));
	}
	return figures;
}
