import { addDays, addMonths, daysBetween, formatDate, type PlainDate } from "../calendar/plain-date.ts";
import type { GoalNode, PlanGraph } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import { type AreaCompletion, areaCompletions } from "./completion.ts";
import { type EvidenceLine, evidenceLines } from "./completion-evidence.ts";
import { type OtherUse, otherUsesOf, type PipFacts } from "./improvement-facts.ts";
import { type MeasurementLine, measurementLines } from "./measurement-line.ts";
import {
	type Clock,
	type ClockEvent,
	type ClockState,
	clockAtRest,
	dueDay,
	inOrderOfDays,
	isStopped,
	limitsOf,
	type PipLimits,
	stepClock,
	stoppedDays,
} from "./pip-clock.ts";
import type { ConformityArea, PipRules, WorkTrack } from "./pip-rules.ts";
import { type RenegotiationLine, renegotiationLines } from "./renegotiation.ts";

/** What the document's own way says of the clock: the days on which it was sent, and what the federal agency answered. */
export type FederalWay = {
	readonly submissions: readonly { readonly number: number; readonly on: PlainDate }[];
	readonly answers: readonly {
		readonly submission: number;
		readonly answer: "approved" | "returned";
		readonly on: PlainDate;
		readonly letter: string;
	}[];
};

/** A clock with its arithmetic. */
export type ClockLine = {
	readonly clock: Clock;
	readonly label: string;
	readonly dueOn: PlainDate;
	/** "January 15, 2026 + 90 days + 12 days stopped = April 27, 2026" */
	readonly arithmetic: string;
	readonly stopped: boolean;
	/** Days from today on; negative when it is past. Null once it is done. */
	readonly daysLeft: number | null;
	/** Done after its day, or not done and past it. */
	readonly late: boolean;
};

/** An area not in conformity, and the goals that answer it. */
export type AreaLine = {
	readonly area: ConformityArea;
	readonly goals: readonly { readonly goalId: string; readonly number: string; readonly statement: string }[];
};

/** A period of the progress reports. */
export type ReportPeriod = { readonly number: number; readonly from: PlainDate; readonly to: PlainDate };

export type PipView = {
	readonly state: ClockState;
	/** An event that does not fit what came before it, in words; the clock is shown as it stood. */
	readonly clockFault: string;
	readonly clocks: readonly ClockLine[];
	readonly limits: PipLimits;
	/** The limits in words, each with its arithmetic. */
	readonly limitLines: readonly { readonly label: string; readonly on: PlainDate; readonly arithmetic: string }[];
	/** The last day of implementation as planned, or as it ended. */
	readonly implementationEnd: PlainDate;
	readonly nonOverlapEnd: PlainDate;
	readonly areas: readonly AreaLine[];
	/** Codes of items and indicators found to need improvement that no goal names. */
	readonly openItems: readonly string[];
	readonly tracks: Readonly<Record<WorkTrack, readonly Fact<"work-step">[]>>;
	readonly measurement: readonly MeasurementLine[];
	readonly reports: readonly ReportPeriod[];
	/** Of each goal, where else it stands. */
	readonly otherUses: readonly OtherUse[];
	/** What was negotiated anew, newest first. */
	readonly renegotiations: readonly RenegotiationLine[];
	/** Whether each area can be found to be answered: its key activities done and its measures met. */
	readonly completion: readonly AreaCompletion[];
	/** What shows that key activities were done. */
	readonly evidence: readonly EvidenceLine[];
	/** Key activities dated in the time that is for measurement only. */
	readonly misdated: readonly { readonly id: string; readonly number: string; readonly dueOn: PlainDate }[];
};

/** Everything that is worked out of a PIP's facts for a day. Pages, papers, checks and the API show the same. */
export function viewPip(graph: PlanGraph, pip: PipFacts, rules: PipRules, way: FederalWay, today: PlainDate): PipView {
	const { state, fault } = foldClock(clockEventsOf(pip, graph.origin ?? graph.document, way), rules);
	const limits = limitsOf(state, rules.clock);
	const goals = graph.components.flatMap((component) => component.goals);
	const named = new Map(pip.addresses.map(({ goalId, codes }) => [goalId, codes]));
	const end = state.implementationEndedOn ?? graph.cycle.endsOn;
	const nonOverlapMonths = pip.terms?.nonOverlapMonths ?? rules.nonOverlapMonths.usual;
	const nonOverlapEnd = addMonths(end, nonOverlapMonths);
	const measurement = measurementLines(graph, pip, rules);
	const reports = reportPeriods(state, end, pip.terms?.reportEveryMonths ?? rules.reports.everyMonths);
	const areas = areaLines(pip, rules, goals, named);
	const evidence = evidenceLines(graph, pip, reports);
	return {
		...{ state, limits, nonOverlapEnd },
		implementationEnd: end,
		clockFault: fault,
		clocks: state.clocks.map((clock) => clockLine(clock, today)),
		limitLines: limitLines(state, limits, rules),
		areas,
		openItems: (pip.determination?.items ?? []).filter(
			(code) => !goals.some(({ goal }) => named.get(goal.id)?.includes(code)),
		),
		tracks: {
			engagement: onTrack(pip, "engagement"),
			response: onTrack(pip, "response"),
			submission: onTrack(pip, "submission"),
		},
		...{ measurement, reports },
		renegotiations: renegotiationLines(graph, pip, { ...{ reports, measurement }, nonOverlapMonths }),
		evidence,
		completion: areaCompletions(areas, goals, { measurement, evidence }, nonOverlapEnd, today),
		otherUses: goals.flatMap(({ goal }) => otherUsesOf(graph, goal.id)),
		misdated: misdated(goals, end, nonOverlapEnd),
	};
}

/**
 * All that moves the clock, in order. What the document's own steps say stands there alone: a submission counts while it is
 * with the federal agency or was answered by it; one that was recalled does not.
 */
export function clockEventsOf(
	{ clockEvents }: Pick<PipFacts, "clockEvents">,
	document: Pick<Fact<"document">, "state">,
	{ submissions, answers }: FederalWay,
): readonly ClockEvent[] {
	const withAuthority = !["drafting", "ready", "board-approved"].includes(document.state);
	const last = submissions.reduce((most, { number }) => Math.max(most, number), 0);
	const sent = submissions.filter(
		({ number }) => answers.some(({ submission }) => submission === number) || (number === last && withAuthority),
	);
	const plain = { months: null };
	const steps = sent
		.toSorted((a, b) => a.number - b.number)
		.flatMap(({ number, on }): ClockEvent[] => {
			const answer = answers.find(({ submission }) => submission === number);
			// A submission that was keyed in after the letter still came before it.
			const sentOn = answer && answer.on < on ? answer.on : on;
			return [
				{ kind: "submitted", on: sentOn, reason: "", ...plain },
				...(answer
					? [
							{
								kind: answer.answer === "approved" ? ("approved" as const) : ("not-approved" as const),
								...{ on: answer.on, reason: answer.letter, ...plain },
							},
						]
					: []),
			];
		});
	const own = clockEvents.map(
		({ eventKind, on, reason, months }): ClockEvent => ({ kind: eventKind, on, reason, months }),
	);
	const before = own.filter(({ kind }) => firstKinds.includes(kind));
	const after = own.filter(({ kind }) => !firstKinds.includes(kind));
	return inOrderOfDays([...before, ...steps, ...after]);
}

/** What comes before the steps of the document on one and the same day. */
const firstKinds: readonly ClockEvent["kind"][] = ["notice-received", "documentation-filed", "stopped", "resumed"];

/** The clock as far as its events fit together, and in words the first that does not. */
export function foldClock(
	events: readonly ClockEvent[],
	rules: PipRules,
): { readonly state: ClockState; readonly fault: string } {
	let state = clockAtRest;
	let fault = "";
	for (const event of events) {
		// Where nobody must approve, an answer that came all the same moves nothing.
		if (event.kind === "approved" && !rules.clock.approval) continue;
		const result = stepClock(state, event, rules.clock);
		if (result.ok) state = result.state;
		else if (fault === "") fault = result.refusal;
	}
	return { state, fault };
}

const clockLabels = { submission: "Submission", resubmission: "Resubmission" } as const;

function clockLine(clock: Clock, today: PlainDate): ClockLine {
	const dueOn = dueDay(clock, today);
	const stood = stoppedDays(clock, today);
	const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
	const parts = [
		`${formatDate(clock.from)} + ${days(clock.days)}`,
		...(clock.addedDays > 0 ? [`${days(clock.addedDays)} for documentation filed`] : []),
		...(stood > 0 ? [`${days(stood)} stopped`] : []),
	];
	const daysLeft = clock.doneOn === null ? daysBetween(today, dueOn) : null;
	return {
		...{ clock, dueOn, daysLeft },
		label: clockLabels[clock.id],
		arithmetic: `${parts.join(" + ")} = ${formatDate(dueOn)}`,
		stopped: isStopped(clock),
		late: clock.doneOn === null ? dueOn < today : dueOn < clock.doneOn,
	};
}

function limitLines({ approvedOn, extensionMonths }: ClockState, limits: PipLimits, { clock }: PipRules) {
	if (!approvedOn) return [];
	const from = formatDate(approvedOn);
	const line = (label: string, on: PlainDate | null, arithmetic: string) => (on ? [{ label, on, arithmetic }] : []);
	const months = `${clock.limitMonths ?? 0} months`;
	const more = extensionMonths > 0 ? ` + ${extensionMonths} months granted` : "";
	return [
		...line("Last day of implementation", limits.endBy, `${from} + ${months}${more}`),
		...line(
			"A request for an extension is received by",
			limits.askBy,
			`${limits.plainEnd ? formatDate(limits.plainEnd) : ""} − ${clock.extension?.askAheadDays ?? 0} days`,
		),
		...line("No extension passes", limits.absolute, `${from} + ${clock.absoluteMonths ?? 0} months`),
	].map((each) => ({ ...each, arithmetic: `${each.arithmetic} = ${formatDate(each.on)}` }));
}

function areaLines(
	{ determination }: PipFacts,
	rules: PipRules,
	goals: readonly GoalNode[],
	named: ReadonlyMap<string, readonly string[]>,
): readonly AreaLine[] {
	return (determination?.areas ?? []).map((code) => ({
		area: rules.areas.find((each) => each.code === code) ?? {
			...{ code, kind: "outcome", label: code, items: [], indicators: [] },
		},
		goals: goals
			.filter(({ goal }) => named.get(goal.id)?.includes(code))
			.map(({ goal, number }) => ({ goalId: goal.id, number, statement: goal.statement })),
	}));
}

function onTrack({ workSteps }: PipFacts, track: WorkTrack): readonly Fact<"work-step">[] {
	return workSteps
		.filter((each) => each.track === track)
		.toSorted((a, b) => {
			const [x, y] = [a.dueOn ?? "9999", b.dueOn ?? "9999"];
			return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1;
		});
}

/** The periods of the progress reports from the day of approval to the end of implementation; the last may be shorter. */
export function reportPeriods(
	{ approvedOn }: Pick<ClockState, "approvedOn">,
	end: PlainDate,
	everyMonths: number,
): readonly ReportPeriod[] {
	if (!approvedOn) return [];
	const periods: ReportPeriod[] = [];
	for (let number = 1; number <= 40; number++) {
		const from = addMonths(approvedOn, everyMonths * (number - 1));
		if (from > end) break;
		const to = addDays(addMonths(approvedOn, everyMonths * number), -1);
		periods.push({ number, from, to: to < end ? to : end });
	}
	return periods;
}

/** Key activities that are dated in the time after implementation, which is for measurement only. */
export function misdated(goals: readonly GoalNode[], end: PlainDate, until: PlainDate): PipView["misdated"] {
	return goals.flatMap(({ strategies }) =>
		strategies.flatMap(({ milestones }) =>
			milestones.flatMap(({ milestone, number, dueOn }) =>
				dueOn && dueOn > end && dueOn <= until ? [{ id: milestone.id, number, dueOn }] : [],
			),
		),
	);
}
