import { formatDate } from "../../../../domain/calendar/plain-date.ts";
import { newestFigure } from "../../../../domain/document/subject-analysis.ts";
import { describePeriod } from "../../../../domain/measure/describe-period.ts";
import { formatValue } from "../../../../domain/measure/format-value.ts";
import type { PlanGraph } from "../../../../domain/plan/plan-graph.ts";
import type { Fact } from "../../../../domain/workflow/fact-kinds.ts";
import { findIndicator } from "../../../../frameworks/ca-indicators/catalogue.ts";

export const ratingWords = { strength: "Strength", "area-needing-improvement": "Needs improvement" } as const;

/** The newest figure held on a subject, with its period and source; empty for what no figure measures. */
export function performanceWords(graph: PlanGraph, analysis: Fact<"subject-analysis">): string {
	if (analysis.subjectKind !== "indicator") return "";
	const figure = newestFigure(graph, analysis);
	const unit = findIndicator(analysis.vintage, analysis.code)?.unit;
	if (!figure || !unit) return "No figure is held";
	const period = describePeriod(figure.periodStart, figure.periodEnd);
	return `${formatValue(figure.value, unit)}, ${period}; ${figure.source}, data as of ${formatDate(figure.dataAsOf)}`;
}
