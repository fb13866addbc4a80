import { addDays, addMonths, type PlainDate } from "../calendar/plain-date.ts";
import type { Observation } from "../measure/measure-facts.ts";
import { type Numbering, numberingOf, numberingWithout } from "../pip/taken-out.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import { formatPlanNumber } from "./numbering.ts";
import type {
	Answers,
	ComponentFacts,
	ComponentNode,
	FindingNode,
	GoalNode,
	MilestoneNode,
	ObjectiveNode,
	PlanFacts,
	PlanGraph,
	StrategyNode,
	TeamNode,
	UnplacedFact,
} from "./plan-graph.ts";

/**
 * Builds the tree of a document from its flat facts. Order comes from each fact's position (its id settles a tie), and the
 * numbers from the order, so that they are unique and without gaps in each component whatever the positions are
 * (SIP-49, SIP-54, SIP-57, SIP-68). A goal used in two components stands in both, with a number of each.
 * Only what was taken out of a PIP in force leaves its number empty.
 * Facts whose parent is missing are listed in `unplaced`; facts of goals that this document does not use are left out.
 */
export function assemblePlan(facts: PlanFacts): PlanGraph {
	const index = indexFacts(facts, numberingOf(facts));
	const components = componentNodes(facts, index);
	return {
		document: facts.document,
		cycle: facts.cycle,
		jurisdiction: facts.jurisdiction,
		answers: answersOf(facts, null),
		components,
		team: teamNodes(facts),
		findings: findingNodes(facts, components),
		waivers: facts.waivers,
		attachments: facts.attachments,
		signatures: facts.signatures,
		boardActions: facts.boardActions,
		entries: facts.entries,
		linked: facts.linked,
		observations: byPeriod(facts.observations),
		unplaced: unplacedFacts(facts, index),
		carried: new Map(facts.carriedParts.map((each) => [each.partId, each])),
		amendments: facts.amendments,
		origin: facts.origin,
		improvement: facts.improvement,
		previous: facts.previous,
		services: facts.services
			.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id))
			.map((service) => ({
				service,
				years: facts.serviceYears
					.filter((year) => year.serviceId === service.id)
					.toSorted((a, b) => a.federalFiscalYear - b.federalFiscalYear),
			})),
		authorityAnswers: facts.authorityAnswers,
		nameScreenings: facts.nameScreenings,
	};
}

/** The tree of the components that are given: of a whole document, or of some of it. */
export function assembleComponents(facts: ComponentFacts): readonly ComponentNode[] {
	return componentNodes(facts, indexFacts(facts, numberingWithout(facts.takenOut ?? [])));
}

function componentNodes(facts: ComponentFacts, index: FactIndex): readonly ComponentNode[] {
	return inOrder(facts.focusAreas).map((focusArea, i) => componentNode(focusArea, i + 1, facts, index));
}

/**
 * The last day of a timeframe of whole months that begins with the plan: 12 months from July 1, 2025 end on June 30, 2026.
 * A timeframe of no months is the first day of the plan.
 */
export function timeframeEnd(planStart: PlainDate, months: number): PlainDate {
	return months === 0 ? planStart : addDays(addMonths(planStart, months), -1);
}

type FactIndex = ReturnType<typeof indexFacts>;

function indexFacts(facts: ComponentFacts, numbers: Numbering) {
	return {
		numbers,
		goals: byId(facts.goals),
		measures: byId(facts.measures),
		strategies: byId(facts.strategies),
		focusAreas: byId(facts.focusAreas),
		observations: byId(facts.observations),
		usesOfArea: groupBy(facts.goalUses, (use) => use.focusAreaId),
		objectivesOfGoal: groupBy(facts.objectives, (objective) => objective.goalId),
		strategiesOfGoal: groupBy(facts.strategies, (strategy) => strategy.goalId),
		milestonesOfStrategy: groupBy(facts.milestones, (milestone) => milestone.strategyId),
		baselinesOfObjective: groupBy(facts.baselines, (baseline) => baseline.objectiveId),
		targetsOfObjective: groupBy(facts.targets, (target) => target.objectiveId),
	};
}

function componentNode(
	focusArea: Fact<"focus-area">,
	number: number,
	facts: ComponentFacts,
	index: FactIndex,
): ComponentNode {
	const uses = inOrder(index.usesOfArea.get(focusArea.id) ?? []);
	const known = uses.flatMap((use) => {
		const goal = index.goals.get(use.goalId);
		return goal ? [{ use, goal }] : [];
	});
	const numbers = index.numbers(known, ({ use, goal }) => ({ id: goal.id, position: use.position }), null);
	return {
		focusArea,
		number,
		answers: answersOf(facts, focusArea.id),
		goals: known.map(({ use, goal }, i) => goalNode(use, goal, numbers[i] ?? i + 1, facts, index)),
	};
}

function goalNode(
	use: Fact<"goal-use">,
	goal: Fact<"goal">,
	n: number,
	facts: ComponentFacts,
	index: FactIndex,
): GoalNode {
	const strategies = inOrder(index.strategiesOfGoal.get(goal.id) ?? []);
	// A timeframe runs from the period for which the goal was set, in whatever document it stands (INT-09).
	const own = facts.improvement?.cycles.find(({ id }) => id === goal.cycleId) ?? facts.cycle;
	const place = { goal: n, startsOn: own.startsOn };
	const numbers = index.numbers(strategies, (each) => each, goal.id);
	return {
		startsOn: own.startsOn,
		use,
		goal,
		number: formatPlanNumber({ level: "goal", goal: n }),
		objectives: inOrder(index.objectivesOfGoal.get(goal.id) ?? []).map((each) => objectiveNode(each, facts, index)),
		strategies: strategies.map((each, i) => strategyNode(each, numbers[i] ?? i + 1, place, index)),
	};
}

function strategyNode(
	strategy: Fact<"strategy">,
	n: number,
	{ goal, startsOn }: { readonly goal: number; readonly startsOn: PlainDate },
	index: FactIndex,
): StrategyNode {
	const milestones = inOrder(index.milestonesOfStrategy.get(strategy.id) ?? []);
	const numbers = index.numbers(milestones, (each) => each, strategy.id);
	return {
		strategy,
		number: formatPlanNumber({ level: "strategy", goal, strategy: n }),
		milestones: milestones.map((milestone, i): MilestoneNode => {
			const number = formatPlanNumber({ level: "milestone", goal, strategy: n, milestone: numbers[i] ?? i + 1 });
			return { milestone, number, dueOn: dueOn(milestone, startsOn) };
		}),
	};
}

function dueOn(milestone: Fact<"milestone">, planStart: PlainDate): PlainDate | undefined {
	if (milestone.dueOn) return milestone.dueOn;
	return milestone.timeframeMonths === null ? undefined : timeframeEnd(planStart, milestone.timeframeMonths);
}

function objectiveNode(objective: Fact<"objective">, facts: ComponentFacts, index: FactIndex): ObjectiveNode {
	const measure = objective.measureId === null ? undefined : index.measures.get(objective.measureId);
	const baseline = lastBy(index.baselinesOfObjective.get(objective.id) ?? [], (each) => each.periodEnd);
	const all = sortedBy(index.targetsOfObjective.get(objective.id) ?? [], (each) => each.by);
	const targets = all.filter((each) => each.benchmarkYear === null);
	return {
		objective,
		measure,
		baseline,
		baselineObservation: baseline?.observationId ? index.observations.get(baseline.observationId) : undefined,
		target: targets.at(-1),
		interimTargets: [...targets.slice(0, -1), ...all.filter((each) => each.benchmarkYear !== null)],
		observations: measure ? byPeriod(facts.observations.filter((each) => isFigureOf(each, measure))) : [],
	};
}

function isFigureOf(observation: Observation, measure: Fact<"measure">): boolean {
	return (
		observation.jurisdictionId === measure.jurisdictionId &&
		observation.indicator === measure.indicator &&
		observation.vintage === measure.vintage &&
		observation.populationGroup === measure.populationGroup
	);
}

function teamNodes(facts: PlanFacts): readonly TeamNode[] {
	const parties = byId(facts.parties);
	return inOrder(facts.teamMembers).map((member) => ({ member, party: parties.get(member.partyId) }));
}

function findingNodes(facts: PlanFacts, components: readonly ComponentNode[]): readonly FindingNode[] {
	return facts.findings.map((finding) => {
		const answer = facts.findingAnswers.find((each) => each.findingId === finding.id);
		return {
			finding,
			evidence: facts.evidence.filter((each) => each.findingId === finding.id),
			answer,
			component:
				components.find(({ focusArea }) => focusArea.id === answer?.focusAreaId) ??
				components.find(
					({ focusArea }) => focusArea.subjectKind === finding.subjectKind && focusArea.codes.includes(finding.code),
				),
		};
	});
}

function unplacedFacts(facts: PlanFacts, index: FactIndex): readonly UnplacedFact[] {
	const uses = facts.goalUses.flatMap((use): UnplacedFact[] => {
		const text = index.goals.get(use.goalId)?.statement ?? "";
		if (!index.goals.has(use.goalId)) return [{ kind: "goal-use", id: use.id, text, missing: "goal" }];
		return index.focusAreas.has(use.focusAreaId) ? [] : [{ kind: "goal-use", id: use.id, text, missing: "focus-area" }];
	});
	const lost = (
		kind: UnplacedFact["kind"],
		missing: UnplacedFact["missing"],
		parents: ReadonlyMap<string, unknown>,
		children: readonly { readonly id: string; readonly statement: string; readonly parent: string }[],
	) =>
		children
			.filter((child) => !parents.has(child.parent))
			.map((child): UnplacedFact => ({ kind, id: child.id, text: child.statement, missing }));
	const ofGoal = <T extends { readonly goalId: string }>(each: T) => ({ ...each, parent: each.goalId });
	return [
		...uses,
		...lost("objective", "goal", index.goals, facts.objectives.map(ofGoal)),
		...lost("strategy", "goal", index.goals, facts.strategies.map(ofGoal)),
		...lost(
			"milestone",
			"strategy",
			index.strategies,
			facts.milestones.map((each) => ({ ...each, parent: each.strategyId })),
		),
	];
}

/** An answer that has its text from another document shows what stands there now, where that may be read. */
function answersOf({ answers, sharedAnswers }: ComponentFacts, focusAreaId: string | null): Answers {
	const sources = byId(sharedAnswers);
	return new Map(
		answers
			.filter((each) => each.focusAreaId === focusAreaId)
			.map((each) => {
				const source = each.sameAs === null ? undefined : sources.get(each.sameAs);
				return [each.field, source ? { ...each, value: source.value, none: source.none } : each];
			}),
	);
}

function byId<T extends { readonly id: string }>(facts: readonly T[]): ReadonlyMap<string, T> {
	return new Map(facts.map((fact) => [fact.id, fact]));
}

function groupBy<T>(facts: readonly T[], key: (fact: T) => string): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const fact of facts) {
		const group = groups.get(key(fact));
		if (group) group.push(fact);
		else groups.set(key(fact), [fact]);
	}
	return groups;
}

function inOrder<T extends { readonly id: string; readonly position: number }>(facts: readonly T[]): readonly T[] {
	return facts.toSorted((a, b) => a.position - b.position || compareText(a.id, b.id));
}

function byPeriod(observations: readonly Observation[]): readonly Observation[] {
	return observations.toSorted(
		(a, b) =>
			compareText(a.periodEnd, b.periodEnd) || compareText(a.periodStart, b.periodStart) || compareText(a.id, b.id),
	);
}

/** Earliest date first, facts without a date before all others. */
function sortedBy<T extends { readonly id: string }>(
	facts: readonly T[],
	date: (fact: T) => string | null,
): readonly T[] {
	return facts.toSorted((a, b) => compareText(date(a) ?? "", date(b) ?? "") || compareText(a.id, b.id));
}

function lastBy<T extends { readonly id: string }>(
	facts: readonly T[],
	date: (fact: T) => string | null,
): T | undefined {
	return sortedBy(facts, date).at(-1);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
