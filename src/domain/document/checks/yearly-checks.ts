import { daysBetween, formatDate, isPlainDate, plainDate } from "../../calendar/plain-date.ts";
import { yearlyDueOn } from "../../calendar/yearly-due.ts";
import { getField } from "../edition.ts";
import type { CheckFunction } from "./check-result.ts";
import {
	documentPlace,
	goalPlace,
	goalsOf,
	milestonePlace,
	milestonesOf,
	strategiesOf,
	strategyPlace,
} from "./plan-parts.ts";

/** The paper was not submitted by the day on which it is due (SIP-112). */
export const yearlyPaperLate: CheckFunction<"yearly-paper-late"> = ({ graph, edition, context }) => {
	const { document, origin, cycle } = graph;
	if (!origin || document.updateNumber === null) return [];
	const plan = { acceptedOn: origin.acceptedOn, startsOn: cycle.startsOn, endsOn: cycle.endsOn };
	const due = yearlyDueOn(edition.dueBasis, plan, document.updateNumber, edition.yearlyPaper);
	const until = document.submittedOn ?? context.today;
	if (!due || until <= due.on) return [];
	const days = daysBetween(due.on, until);
	return [
		{
			place: documentPlace(graph, "submittedOn", "Date submitted"),
			words: { due: formatDate(due.on), days: days === 1 ? "1 day" : `${days} days` },
		},
	];
};

/** A date is given, exists, and does not lie after the day of submission: what it tells of has happened (SIP-113). */
export const dateNotAhead: CheckFunction<"date-not-ahead"> = ({ check, graph, edition, context }) => {
	const field = getField(edition, check.field);
	const value = graph.answers.get(check.field)?.value.trim() ?? "";
	const latest = graph.document.submittedOn ?? context.today;
	const found = !isPlainDate(value)
		? value === ""
			? "is missing"
			: `is "${value.slice(0, 40)}", which is no date`
		: plainDate(value) > latest
			? `is ${formatDate(plainDate(value))}, after the day of submission`
			: undefined;
	if (found === undefined) return [];
	return [{ place: documentPlace(graph, check.field, field.label), words: { label: field.label, found } }];
};

/** A goal, strategy or milestone that was carried over and that nobody has looked at yet (SIP-114). */
export const carriedLookedAt: CheckFunction<"carried-looked-at"> = ({ graph, edition }) => {
	const untouched = (id: string) => graph.carried.get(id)?.standing === "not-looked-at";
	return [
		...goalsOf(graph, edition)
			.filter(({ goal }) => untouched(goal.goal.id) || goal.objectives.some(({ objective }) => untouched(objective.id)))
			.map((part) => ({ place: goalPlace(part, "progress"), words: { thing: part.name } })),
		...strategiesOf(graph, edition)
			.filter(({ strategy }) => untouched(strategy.strategy.id))
			.map((part) => ({ place: strategyPlace(part, "progress"), words: { thing: part.name } })),
		...milestonesOf(graph, edition)
			.filter(({ milestone }) => untouched(milestone.milestone.id))
			.map((part) => ({ place: milestonePlace(part, "progress"), words: { thing: part.name } })),
	];
};

/** Each goal says what was achieved since the last paper (SIP-114). */
export const progressShown: CheckFunction<"progress-shown"> = ({ graph, edition }) =>
	goalsOf(graph, edition)
		.filter(({ goal }) => (graph.carried.get(goal.goal.id)?.progress.trim() ?? "") === "")
		.map((part) => ({ place: goalPlace(part, "progress", "Progress"), words: { thing: part.name } }));

/** Each measure has a figure of a later period than its baseline (SIP-114). */
export const measureNewer: CheckFunction<"measure-newer"> = ({ graph, edition }) =>
	goalsOf(graph, edition).flatMap((part) =>
		part.goal.objectives.flatMap(({ measure, baseline, observations }) => {
			const newest = observations.at(-1);
			if (!measure || (newest && newest.periodEnd > (baseline?.periodEnd ?? ""))) return [];
			return [
				{ place: goalPlace(part, "progress", "Measure"), words: { thing: part.name, measure: measure.indicator } },
			];
		}),
	);
