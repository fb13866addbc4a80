import { formatDate } from "../calendar/plain-date.ts";
import type { GoalNode, MilestoneNode, PlanGraph, StrategyNode } from "../plan/plan-graph.ts";
import { inOneSentence, plural } from "../plan/plural.ts";
import type { PipFacts } from "./improvement-facts.ts";
import type { MeasurementLine } from "./measurement-line.ts";
import { standingLabels } from "./measurement-period.ts";
import type { WholePart, WholePartKind } from "./pip-facts.ts";
import type { PipRules } from "./pip-rules.ts";

export const wholePartLabels: Readonly<Record<WholePart["partKind"], string>> = {
	goal: "Goal",
	strategy: "Strategy",
	milestone: "Key activity",
	measure: "Measure",
};

const nothing = {
	...{ rationale: "", codes: [], dueOn: null, assignedTitle: "" },
	...{ status: null, completedOn: null, proof: "", explanation: "" },
} as const satisfies Partial<WholePart>;

/** A part with all that stands below it, in the order of the plan, as it stands: the part itself first. Empty when it is not there. */
export function wholeParts(
	graph: Pick<PlanGraph, "components">,
	pip: Pick<PipFacts, "addresses">,
	measurement: readonly MeasurementLine[],
	partId: string,
): readonly WholePart[] {
	for (const { goal, use, number, strategies } of graph.components.flatMap(({ goals }) => goals)) {
		if (goal.id === partId) {
			const own = { ...nothing, partKind: "goal" as const, partId, parentId: null, place: use.position, number };
			const codes = pip.addresses.filter(({ goalId }) => goalId === goal.id).flatMap((each) => each.codes);
			return [
				{ ...own, statement: goal.statement, codes },
				...measurement.filter(({ item }) => item.goalId === goal.id).map(measurePart),
				...strategies.flatMap(strategyParts),
			];
		}
		for (const node of strategies) {
			if (node.strategy.id === partId) return strategyParts(node);
			const activity = node.milestones.find(({ milestone }) => milestone.id === partId);
			if (activity) return [activityPart(activity)];
		}
	}
	return [];
}

function strategyParts({ strategy, number, milestones }: StrategyNode): readonly WholePart[] {
	const { id, goalId, position, statement, rationale } = strategy;
	return [
		{
			...{ ...nothing, partKind: "strategy", partId: id, parentId: goalId, place: position },
			...{ number, statement, rationale },
		},
		...milestones.map(activityPart),
	];
}

function activityPart({ milestone, number, dueOn }: MilestoneNode): WholePart {
	const { id, strategyId, position, statement, assignedTitle, status, completedOn, proof, explanation } = milestone;
	return {
		...{ ...nothing, partKind: "milestone", partId: id, parentId: strategyId, place: position, number, statement },
		...{ dueOn: dueOn ?? null, assignedTitle, status, completedOn, proof, explanation },
	};
}

function measurePart({ item, standing }: MeasurementLine): WholePart {
	return {
		...{ ...nothing, partKind: "measure", partId: item.id, parentId: item.goalId, place: 0, number: "" },
		...{ statement: item.label, explanation: `${standingLabels[standing.state]}.` },
	};
}

/** "1 strategy, 2 key activities and 1 measure" below the first part; empty when nothing stands below it. */
export function belowWords(parts: readonly Pick<WholePart, "partKind">[]): string {
	const count = (kind: WholePart["partKind"], word: string) => {
		const found = parts.slice(1).filter(({ partKind }) => partKind === kind).length;
		return found === 0 ? [] : [found === 1 ? `1 ${word}` : `${found} ${plural(word)}`];
	};
	return inOneSentence([
		...count("strategy", "strategy"),
		...count("milestone", "key activity"),
		...count("measure", "measure"),
	]);
}

/** Where a goal, strategy or key activity can be added. */
export type PlaceToAdd = {
	readonly kind: WholePartKind;
	/** The goal or strategy that it is added to; null for a goal. */
	readonly underId: string | null;
	/** "A strategy of goal 1.0: Children who may be in danger are seen in time." */
	readonly name: string;
};

/** What can be added to a plan in force, in the order of the plan; also to what is asked for and not answered yet. */
export function placesToAdd(
	graph: Pick<PlanGraph, "components">,
	pip: Pick<PipFacts, "renegotiations" | "renegotiatedParts">,
): readonly PlaceToAdd[] {
	const goals = graph.components.flatMap((component) => component.goals);
	const asked = pip.renegotiations
		.filter(({ field, answer }) => field === "added" && answer === null)
		.flatMap(({ id }) => pip.renegotiatedParts.filter(({ renegotiationId }) => renegotiationId === id));
	return [
		{ kind: "goal", underId: null, name: "A goal" },
		...goals.flatMap(({ goal, number, strategies }): PlaceToAdd[] => [
			{ kind: "strategy", underId: goal.id, name: `A strategy of goal ${number}: ${goal.statement}` },
			...strategies.map(
				({ strategy, number: own }): PlaceToAdd => ({
					...{ kind: "milestone", underId: strategy.id },
					name: `A key activity of strategy ${own}: ${strategy.statement}`,
				}),
			),
		]),
		...asked.flatMap(({ partKind, partId, statement }): PlaceToAdd[] => {
			if (partKind === "goal") {
				return [{ kind: "strategy", underId: partId, name: `A strategy of the goal that is asked for: ${statement}` }];
			}
			if (partKind !== "strategy") return [];
			return [
				{ kind: "milestone", underId: partId, name: `A key activity of the strategy that is asked for: ${statement}` },
			];
		}),
	];
}

/** The goals that were added by agreement and that nothing measures yet. */
export function goalsWithoutMeasures(
	graph: Pick<PlanGraph, "components">,
	{ renegotiations, items }: Pick<PipFacts, "renegotiations" | "items">,
): readonly GoalNode[] {
	const added = new Set(
		renegotiations.filter(({ field, answer }) => field === "added" && answer === "agreed").map(({ partId }) => partId),
	);
	return graph.components
		.flatMap(({ goals }) => goals)
		.filter(({ goal }) => added.has(goal.id) && !items.some(({ goalId }) => goalId === goal.id));
}

/** Why a strategy or key activity cannot be taken out of what it belongs to; undefined when it can. */
export function lastOfItsKind(graph: Pick<PlanGraph, "components">, partId: string): string | undefined {
	const goals = graph.components.flatMap((component) => component.goals);
	if (goals.length === 1 && goals[0]?.goal.id === partId) {
		return "It is the only goal. Have another one added first, and then take this one out.";
	}
	for (const { number, strategies } of goals) {
		if (strategies.length === 1 && strategies[0]?.strategy.id === partId) {
			return `Goal ${number} would have no strategy any more. Have another one added first, or take out the goal.`;
		}
		const alone = strategies.find(
			({ milestones }) => milestones.length === 1 && milestones[0]?.milestone.id === partId,
		);
		if (alone) {
			return `Strategy ${alone.number} would have no key activity any more. Have another one added first, or take out the strategy.`;
		}
	}
	return undefined;
}

/** What else is known of a part, in sentences; how a key activity stood in the words of the kind of plan. */
export function wholePartDetails(part: WholePart, statuses: PipRules["statuses"]): readonly string[] {
	const { partKind, codes, rationale, dueOn, assignedTitle, status, completedOn, proof, explanation } = part;
	const activity = partKind === "milestone" && status ? statuses[status] : "";
	return [
		codes.length > 0 ? `Addresses ${codes.join(", ")}.` : "",
		rationale,
		dueOn ? `Projected completion: ${formatDate(dueOn)}.` : "",
		assignedTitle ? `Responsible: ${assignedTitle}.` : "",
		activity ? `${activity}${completedOn ? ` ${formatDate(completedOn)}` : ""}.` : "",
		proof ? `Shown by: ${proof}.` : "",
		explanation,
	].filter((each) => each !== "");
}
