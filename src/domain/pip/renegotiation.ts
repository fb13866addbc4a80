import { z } from "zod";
import { daysBetween, formatDate, isPlainDate, PlainDate, plainDate } from "../calendar/plain-date.ts";
import type { PlanGraph } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import { otherUsesOf, type PipFacts } from "./improvement-facts.ts";
import { WholePart, type WholePartKind } from "./pip-facts.ts";
import type { PipRules } from "./pip-rules.ts";
import type { PipView } from "./pip-view.ts";
import { belowWords, lastOfItsKind, placesToAdd, wholePartLabels, wholeParts } from "./whole-parts.ts";

/** What of a PIP in force can be negotiated anew: whole parts, text, day, goal of a measure, what a goal addresses, the end of implementation. */
export const RenegotiatedKind = z.enum(["goal", "strategy", "milestone", "target", "goal-address", "cycle"]);
export type RenegotiatedKind = z.infer<typeof RenegotiatedKind>;

export const RenegotiatedField = z.enum(["statement", "dueOn", "value", "by", "codes", "endsOn", "added", "takenOut"]);
export type RenegotiatedField = z.infer<typeof RenegotiatedField>;

export const renegotiable: Readonly<Record<RenegotiatedKind, readonly RenegotiatedField[]>> = {
	goal: ["statement", "added", "takenOut"],
	"goal-address": ["codes"],
	strategy: ["statement", "added", "takenOut"],
	milestone: ["statement", "dueOn", "added", "takenOut"],
	target: ["value", "by"],
	cycle: ["endsOn"],
};

export const RenegotiationAnswer = z.enum(["agreed", "declined", "withdrawn"]);
export type RenegotiationAnswer = z.infer<typeof RenegotiationAnswer>;

export const renegotiationAnswerLabels: Readonly<Record<RenegotiationAnswer, string>> = {
	agreed: "Agreed",
	declined: "Not agreed",
	withdrawn: "Withdrawn by the State",
};

/** State and federal agency negotiate a part of a PIP in force anew (45 CFR 1355.35). It holds from the day on which both agreed. */
export const Renegotiation = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	partKind: RenegotiatedKind,
	partId: z.uuid(),
	field: RenegotiatedField,
	before: z.string().max(4000),
	/** Empty where a part is taken out. */
	after: z.string().max(4000),
	reason: z.string().trim().min(1).max(2000),
	askedOn: PlainDate,
	/** Null while the federal agency has not answered. */
	answer: RenegotiationAnswer.nullable(),
	answeredOn: PlainDate.nullable(),
	/** Who agreed, of the State and of the federal agency. */
	answeredBy: z.string().max(500),
	/** The letter, and where it is kept. */
	letter: z.string().max(500),
	/** The step of the work plan that waits for the answer. */
	workStepId: z.uuid().nullable(),
});
export type Renegotiation = z.infer<typeof Renegotiation>;

/** A part that can be negotiated anew, by the words of the field. */
export type RenegotiablePart = {
	readonly kind: RenegotiatedKind;
	readonly id: string;
	readonly field: RenegotiatedField;
	/** "Key activity 1.1.1: day" */
	readonly name: string;
	/** What it says now. */
	readonly now: string;
};

/** Every part of a PIP that can be negotiated anew, in the order of the plan. */
export function renegotiableParts(graph: PlanGraph, pip: PipFacts): readonly RenegotiablePart[] {
	const goals = graph.components.flatMap((component) => component.goals);
	const part = (kind: RenegotiatedKind, id: string, field: RenegotiatedField, name: string, now: string) => ({
		...{ kind, id, field, name, now },
	});
	return [
		...goals.flatMap(({ goal, number, objectives, strategies }): RenegotiablePart[] => [
			part("goal", goal.id, "statement", `Goal ${number}: text`, goal.statement),
			part("goal", goal.id, "takenOut", `Goal ${number}: taken out with all below it`, goal.statement),
			...pip.addresses
				.filter(({ goalId }) => goalId === goal.id)
				.map(({ id, codes }) =>
					part("goal-address", id, "codes", `Goal ${number}: what it addresses`, codes.join(", ")),
				),
			...objectives.flatMap(({ objective, target }): RenegotiablePart[] => {
				if (!target) return [];
				const item = pip.items.find(({ objectiveId }) => objectiveId === objective.id);
				const name = item?.label ?? objective.statement;
				return [
					part("target", target.id, "value", `Goal ${number}, ${name}: goal of the measure`, told(target.value)),
					part("target", target.id, "by", `Goal ${number}, ${name}: to be reached by`, target.by ?? ""),
				];
			}),
			...strategies.flatMap(({ strategy, number: own, milestones }): RenegotiablePart[] => [
				part("strategy", strategy.id, "statement", `Strategy ${own}: text`, strategy.statement),
				part("strategy", strategy.id, "takenOut", `Strategy ${own}: taken out with all below it`, strategy.statement),
				...milestones.flatMap(({ milestone, number: no, dueOn }): RenegotiablePart[] => [
					part("milestone", milestone.id, "statement", `Key activity ${no}: text`, milestone.statement),
					part("milestone", milestone.id, "dueOn", `Key activity ${no}: projected completion`, dueOn ?? ""),
					part("milestone", milestone.id, "takenOut", `Key activity ${no}: taken out`, milestone.statement),
				]),
			]),
		]),
		part("cycle", graph.cycle.id, "endsOn", "Last day of implementation", graph.cycle.endsOn),
	];
}

const told = (value: number | null) => (value === null ? "" : String(Number(value.toFixed(4))));

export type RenegotiationContext = {
	readonly graph: PlanGraph;
	readonly pip: PipFacts;
	readonly rules: PipRules;
	readonly view: Pick<PipView, "state" | "limits" | "implementationEnd" | "nonOverlapEnd">;
};

/**
 * Why a part cannot be negotiated to say this; undefined when it can. The source is 45 CFR 1355.35: the plan must still answer every
 * area, within two years, or within three with an extension that the Secretary approved.
 */
export function renegotiationFault(
	{ partKind, partId, field, after }: Pick<Renegotiation, "partKind" | "partId" | "field" | "after">,
	{ graph, pip, rules, view }: RenegotiationContext,
): string | undefined {
	const { state } = view;
	const measured = state.phase === "measuring" && partKind === "target";
	if (state.phase !== "in-force" && !measured) {
		return state.phase === "measuring"
			? "Implementation has ended: only the goal of a measure, and its day, can be negotiated now."
			: "A plan is negotiated anew while it is in force. While it is drafted, change it directly.";
	}
	switch (field) {
		case "takenOut":
			return takenOutFault(partKind, partId, { graph, pip });
		case "dueOn":
		case "by":
		case "endsOn":
			return dayFault(field, after, { graph, view });
		case "value":
			return Number.isFinite(numberIn(after)) ? undefined : "Give the number, for example 72.5.";
		case "codes":
			return codesFault(codesIn(after), partId, { graph, pip, rules });
		default:
			return undefined;
	}
}

function dayFault(
	field: "dueOn" | "by" | "endsOn",
	after: string,
	{ graph, view }: Pick<RenegotiationContext, "graph" | "view">,
): string | undefined {
	const { state, limits, implementationEnd, nonOverlapEnd } = view;
	if (!isPlainDate(after)) return "Give the day, for example 6/30/2027.";
	const day = plainDate(after);
	const approvedOn = state.approvedOn ?? graph.cycle.startsOn;
	if (day < approvedOn) return `The plan was approved on ${formatDate(approvedOn)}. Give a later day.`;
	if (field === "endsOn") return endFault(day, graph, limits);
	if (field === "dueOn" && day > implementationEnd) {
		return `Implementation ends on ${formatDate(implementationEnd)}, and the time after it is for measurement only. Give an earlier day, or negotiate the last day of implementation first.`;
	}
	if (field === "by" && day > nonOverlapEnd) {
		return `Measurement ends on ${formatDate(nonOverlapEnd)}. Give that day or an earlier one.`;
	}
	return undefined;
}

function codesFault(
	codes: readonly string[],
	partId: string,
	{ graph, pip, rules }: Pick<RenegotiationContext, "graph" | "pip" | "rules">,
): string | undefined {
	const known = knownCodes(rules);
	const unknown = codes.find((code) => !known.includes(code));
	if (unknown) return noCode(unknown);
	const others = addressesInUse(graph, pip).filter(({ id }) => id !== partId);
	return openAreasFault([...codes, ...others.flatMap((each) => each.codes)], pip);
}

/** What the goals of the plan address; what a goal addressed that was taken out is left out. */
function addressesInUse(graph: PlanGraph, { addresses }: PipFacts) {
	const goals = new Set(graph.components.flatMap((component) => component.goals.map(({ goal }) => goal.id)));
	return addresses.filter(({ goalId }) => goals.has(goalId));
}

function openAreasFault(named: readonly string[], { determination }: PipFacts): string | undefined {
	const open = determination?.areas.filter((code) => !named.includes(code)) ?? [];
	if (open.length === 0) return undefined;
	return `No goal would answer ${open.join(", ")} any more: a plan that is negotiated anew must still answer every area (45 CFR 1355.35).`;
}

function takenOutFault(
	kind: RenegotiatedKind,
	partId: string,
	{ graph, pip }: Pick<RenegotiationContext, "graph" | "pip">,
): string | undefined {
	const others = addressesInUse(graph, pip).filter(({ goalId }) => goalId !== partId);
	const open =
		kind === "goal"
			? openAreasFault(
					others.flatMap(({ codes }) => codes),
					pip,
				)
			: undefined;
	return open ?? lastOfItsKind(graph, partId);
}

/** What is asked to be added. */
export type Addition = {
	readonly partKind: WholePartKind;
	readonly underId: string | null;
	readonly codes: readonly string[];
	readonly dueOn: PlainDate | null;
};

/** Why a part cannot be added to a plan in force, and which field of the form it is about; undefined when it can. */
export function additionFault(
	{ partKind, underId, codes, dueOn }: Addition,
	context: RenegotiationContext,
): { readonly field: string; readonly message: string } | undefined {
	if (context.view.state.phase !== "in-force") {
		return {
			field: "part",
			message: "Parts are added to a plan in force. While it is drafted, add them to the plan itself.",
		};
	}
	const places = placesToAdd(context.graph, context.pip);
	if (!places.some((each) => each.kind === partKind && each.underId === underId)) {
		return { field: "part", message: "Choose what it is added to: that is not in the plan any more." };
	}
	if (partKind === "goal") {
		if (codes.length === 0) return { field: "codes", message: "Say what the goal addresses, for example S1, 1." };
		const unknown = codes.find((code) => !knownCodes(context.rules).includes(code));
		return unknown === undefined ? undefined : { field: "codes", message: noCode(unknown) };
	}
	if (partKind !== "milestone") return undefined;
	if (!dueOn) return { field: "dueOn", message: "Give the day by which it is to be done, for example 6/30/2027." };
	const fault = dayFault("dueOn", dueOn, context);
	return fault === undefined ? undefined : { field: "dueOn", message: fault };
}

const noCode = (code: string) => `"${code}" is no outcome, systemic factor, item or indicator of this kind of plan.`;

function knownCodes({ areas }: PipRules): readonly string[] {
	return areas.flatMap(({ code, items, indicators }) => [code, ...[...items, ...indicators].map((each) => each.code)]);
}

function endFault(day: PlainDate, graph: PlanGraph, limits: PipView["limits"]): string | undefined {
	if (limits.absolute && day >= limits.absolute) {
		return `No implementation passes ${formatDate(limits.absolute)}: three years from the approval.`;
	}
	if (limits.endBy && day >= limits.endBy) {
		return `Implementation lasts until before ${formatDate(limits.endBy)}. More time is an extension that the Secretary approves: record under “Clock” when it was asked for and granted.`;
	}
	const late = graph.components
		.flatMap(({ goals }) => goals.flatMap(({ strategies }) => strategies.flatMap(({ milestones }) => milestones)))
		.filter(({ milestone, dueOn }) => dueOn && dueOn > day && !["completed", "dropped"].includes(milestone.status));
	if (late.length === 0) return undefined;
	return `Key activity ${late.map(({ number }) => number).join(", ")} is dated after that day. Negotiate its day first.`;
}

/** "S1, SA, 1" as codes. */
export function codesIn(text: string): readonly string[] {
	return [...new Set(text.split(/[\s,;]+/).filter((code) => code !== ""))];
}

/** "72.5%" as a number; not a number where it is none. */
export function numberIn(text: string): number {
	const plain = text.trim().replace(/%$/, "").replaceAll(",", "");
	return plain === "" ? Number.NaN : Number(plain);
}

/** A renegotiation with the name of its part and what it does to clock, reports and measures. */
export type RenegotiationLine = {
	readonly renegotiation: Fact<"renegotiation">;
	readonly name: string;
	readonly effect: string;
	/** Of what is added or taken out: the part and all below it, as it is asked for, stands, or stood on the day of the agreement. */
	readonly parts: readonly WholePart[];
};

/** Every renegotiation, newest first. */
export function renegotiationLines(
	graph: PlanGraph,
	pip: PipFacts,
	view: Pick<PipView, "reports" | "measurement"> & { readonly nonOverlapMonths: number },
): readonly RenegotiationLine[] {
	const parts = renegotiableParts(graph, pip);
	return pip.renegotiations
		.toSorted((a, b) => (a.askedOn > b.askedOn ? -1 : a.askedOn < b.askedOn ? 1 : a.id < b.id ? -1 : 1))
		.map((renegotiation) => {
			const { id, partId, field, answer } = renegotiation;
			const kept = pip.renegotiatedParts
				.filter(({ renegotiationId }) => renegotiationId === id)
				.toSorted((a, b) => a.position - b.position)
				.map((each) => WholePart.parse(each));
			const waits = field === "takenOut" && answer === null;
			const own = waits ? wholeParts(graph, pip, view.measurement, partId) : kept;
			const name = parts.find((each) => each.id === partId && each.field === field)?.name;
			return {
				renegotiation,
				name: name ?? wholeName(renegotiation, { graph, pip }),
				effect: [effectOf(renegotiation, view, own), elsewhereWords(field, own, graph)].filter(Boolean).join(" "),
				parts: own,
			};
		});
}

/** What it means for the other plans that have the goal: one goal, its strategies and key activities stand in all of them. */
function elsewhereWords(field: RenegotiatedField, [part]: readonly WholePart[], graph: PlanGraph): string {
	if (!part || (field === "added" && part.partKind === "goal")) return "";
	const goals = graph.components.flatMap((component) => component.goals);
	const holding = goals.find(({ goal, strategies }) =>
		[part.partId, part.parentId].some((id) => id === goal.id || strategies.some(({ strategy }) => strategy.id === id)),
	);
	const uses = holding ? otherUsesOf(graph, holding.goal.id) : [];
	if (uses.length === 0) return "";
	const names = uses.map(({ number, document }) => `goal ${number} of ${document.title}`).join("; ");
	if (part.partKind === "goal") return `It stays ${names}.`;
	return `It ${field === "added" ? "comes to" : "leaves"} ${names} too.`;
}

/** The name of what was added, or of what is in the plan no more. */
function wholeName(
	{ partId, partKind, field, answer }: Fact<"renegotiation">,
	{ graph, pip }: Pick<RenegotiationContext, "graph" | "pip">,
): string {
	const kind = partKind === "strategy" || partKind === "milestone" ? partKind : "goal";
	const label = wholePartLabels[kind];
	const inPlan = wholeParts(graph, pip, [], partId)[0];
	if (field === "added") {
		if (inPlan) return `${label} ${inPlan.number}: added`;
		return answer === null ? `${label} that is asked for` : `${label} that was asked for`;
	}
	const gone = pip.renegotiatedParts.find((each) => each.partId === partId && each.number !== "");
	if (gone) return `${wholePartLabels[gone.partKind]} ${gone.number}: taken out`;
	return "A part that was taken out since";
}

function effectOf(
	{ field, partId, before, after }: Fact<"renegotiation">,
	view: Parameters<typeof renegotiationLines>[2],
	parts: readonly WholePart[],
): string {
	if (field === "takenOut") {
		const below = belowWords(parts);
		return `${below ? `Taken out with it: ${below}. ` : ""}Its number is not given again. No day moves.`;
	}
	if (field === "added") {
		const dueOn = parts[0]?.dueOn;
		return `It comes after those that are there. No day moves.${dueOn ? reportMoved(dueOn, dueOn, view.reports) : ""}`;
	}
	if (field === "value") return measuredAgainst(numberIn(after), partId, view.measurement);
	if (!isPlainDate(before) || !isPlainDate(after)) return "No day moves.";
	const [then, now] = [plainDate(before), plainDate(after)];
	const moved = daysWords(daysBetween(then, now));
	switch (field) {
		case "dueOn":
			return `${moved}.${reportMoved(then, now, view.reports)}`;
		case "endsOn":
			return `${moved}, and with it the end of measurement, ${view.nonOverlapMonths} months after it. The limits of the clock stay.`;
		default:
			return `${moved}.`;
	}
}

/** In which progress report a key activity is told of, where that changes. */
function reportMoved(then: PlainDate, now: PlainDate, reports: PipView["reports"]): string {
	const [first, second] = [then, now].map((day) => reports.find(({ from, to }) => from <= day && day <= to)?.number);
	if (second === undefined) return "";
	if (first === second || first === undefined) return ` It falls in the period of progress report ${second}.`;
	return ` It falls in the period of progress report ${second}, not ${first}.`;
}

/** The newest result that counts against the goal that is negotiated. */
function measuredAgainst(goal: number, targetId: string, measurement: PipView["measurement"]): string {
	const line = measurement.find((each) => each.targetId === targetId);
	const newest = line?.results.findLast(({ faults, reached }) => faults.length === 0 && reached !== null);
	if (!line || newest?.reached == null) return "Nothing that counts was measured yet.";
	const met = line.item.better === "higher" ? newest.reached >= goal : newest.reached <= goal;
	return `Measured last: ${told(newest.reached)}, which ${met ? "reaches" : "does not reach"} the goal.`;
}

function daysWords(days: number): string {
	if (days === 0) return "On the same day";
	const count = Math.abs(days) === 1 ? "1 day" : `${Math.abs(days)} days`;
	return `${count} ${days > 0 ? "later" : "earlier"}`;
}
