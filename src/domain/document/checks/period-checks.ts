import { addDays, formatDate, monthsBetween } from "../../calendar/plain-date.ts";
import { timeframeEnd } from "../../plan/assemble-plan.ts";
import type { PlanGraph } from "../../plan/plan-graph.ts";
import type { CheckFunction, Place } from "./check-result.ts";
import { documentPlace, milestonePlace, milestonesOf } from "./plan-parts.ts";

export const periodOrder: CheckFunction<"period-order"> = ({ graph }) =>
	graph.cycle.startsOn < graph.cycle.endsOn ? [] : [{ place: periodPlace(graph), words: periodWords(graph) }];

/** The plan's term in whole months, its last day counted, against what the edition asks (SIP-5). */
export const periodLength: CheckFunction<"period-length"> = ({ check, graph }) => {
	const { startsOn, endsOn } = graph.cycle;
	if (startsOn >= endsOn) return [];
	const months = monthsBetween(startsOn, addDays(endsOn, 1));
	if (Math.abs(months - check.months) <= check.tolerance) return [];
	return [{ place: periodPlace(graph), words: { ...periodWords(graph), months: String(months) } }];
};

/** A date that must be there once the document has come to certain states, and cannot lie ahead. */
export const dateSet: CheckFunction<"date-set"> = ({ check, graph, context }) => {
	if (!check.states.includes(graph.document.state)) return [];
	const date = graph.document[check.date];
	if (date !== null && date <= context.today) return [];
	const label = check.date === "submittedOn" ? "Date submitted" : "Date accepted";
	return [
		{
			place: documentPlace(graph, check.date, label),
			words: { found: date === null ? "is missing" : `is ${formatDate(date)}, which has not come yet` },
		},
	];
};

export const dueWithinPeriod: CheckFunction<"due-within-period"> = ({ graph, edition }) =>
	milestonesOf(graph, edition).flatMap((part) => {
		const { dueOn } = part.milestone;
		if (!dueOn || (dueOn >= graph.cycle.startsOn && dueOn <= graph.cycle.endsOn)) return [];
		return [
			{
				place: milestonePlace(part, "dueOn", edition.words.timeframe),
				words: { thing: part.name, due: formatDate(dueOn), ...periodWords(graph) },
			},
		];
	});

/** The share of milestones due within the first months of the plan (SIP-64). */
export const dueShare: CheckFunction<"due-share"> = ({ check, graph, edition }) => {
	const limit = timeframeEnd(graph.cycle.startsOn, check.months);
	const due = milestonesOf(graph, edition).flatMap((part) => part.milestone.dueOn ?? []);
	const soon = due.filter((date) => date <= limit).length;
	if (due.length === 0 || soon / due.length >= check.share) return [];
	return [
		{
			place: documentPlace(graph, "components", "Timeframes"),
			words: { soon: String(soon), count: String(due.length) },
		},
	];
};

/** A timeframe in months other than those that the guide calls practical (SIP-65). Dates are not weighed. */
export const timeframeOneOf: CheckFunction<"timeframe-one-of"> = ({ check, graph, edition }) =>
	milestonesOf(graph, edition).flatMap((part) => {
		const months = part.milestone.milestone.timeframeMonths;
		if (months === null || check.months.includes(months)) return [];
		return [
			{
				place: milestonePlace(part, "timeframeMonths", edition.words.timeframe),
				words: { thing: part.name, months: months === 1 ? "1 month" : `${months} months` },
			},
		];
	});

function periodPlace(graph: PlanGraph): Place {
	return { kind: "cycle", id: graph.cycle.id, field: "endsOn", label: "Period of plan" };
}

function periodWords(graph: PlanGraph) {
	return { start: formatDate(graph.cycle.startsOn), end: formatDate(graph.cycle.endsOn) };
}
