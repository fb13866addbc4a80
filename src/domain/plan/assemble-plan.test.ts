import fc from "fast-check";
import { expect, test } from "vitest";
import { changeFact, sample, sampleId, samplePlanFacts } from "../../../test/support/sample-plan.ts";
import { plainDate } from "../calendar/plain-date.ts";
import { assemblePlan, timeframeEnd } from "./assemble-plan.ts";
import { parsePlanNumber } from "./numbering.ts";
import type { PlanFacts, PlanGraph } from "./plan-graph.ts";

const facts = samplePlanFacts();

/** Each line of a plan as printed: number and text. */
function lines(graph: PlanGraph): readonly string[] {
	return graph.components.flatMap((component) =>
		component.goals.flatMap((goal) => [
			`${goal.number} ${goal.goal.statement}`,
			...goal.strategies.flatMap((strategy) => [
				`${strategy.number} ${strategy.strategy.statement}`,
				...strategy.milestones.map((milestone) => `${milestone.number} ${milestone.milestone.statement}`),
			]),
		]),
	);
}

function numbers(graph: PlanGraph): readonly string[] {
	return lines(graph).map((line) => line.split(" ")[0] ?? "");
}

test("the sample plan is numbered as on the form", () => {
	expect(numbers(assemblePlan(facts))).toEqual(
		"1.0 1.1 1.1.1 1.1.2 1.1.3 1.2 1.2.1 1.2.2 2.0 2.1 2.1.1 2.1.2".split(" "),
	);
});

const positions = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 12, maxLength: 12 });

function withPositions(positions: readonly number[]): PlanFacts {
	const at = (i: number) => positions[i] ?? 1;
	return {
		...facts,
		goalUses: facts.goalUses.map((each, i) => ({ ...each, position: at(i) })),
		strategies: facts.strategies.map((each, i) => ({ ...each, position: at(2 + i) })),
		milestones: facts.milestones.map((each, i) => ({ ...each, position: at(5 + i) })),
	};
}

test("SIP-49, SIP-54, SIP-57, SIP-68: whatever the positions, numbers are unique, without gaps, and each child's begins with its parent's", () => {
	fc.assert(
		fc.property(positions, (given) => {
			const graph = assemblePlan(withPositions(given));
			for (const { goals } of graph.components) {
				expect(goals.map((goal) => goal.number)).toEqual(goals.map((_, i) => `${i + 1}.0`));
				for (const { number, strategies } of goals) {
					const goal = parsePlanNumber(number)?.goal;
					expect(strategies.map((each) => each.number)).toEqual(strategies.map((_, i) => `${goal}.${i + 1}`));
					for (const strategy of strategies) {
						expect(strategy.milestones.map((each) => each.number)).toEqual(
							strategy.milestones.map((_, i) => `${strategy.number}.${i + 1}`),
						);
					}
				}
			}
		}),
		{ seed: 3 },
	);
});

test("the order of the lists does not matter, and a lower position always comes first", () => {
	const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
	fc.assert(
		fc.property(positions, shuffled(facts.milestones), shuffled(facts.strategies), (given, milestones, strategies) => {
			const ordered = withPositions(given);
			const ids = (list: readonly { readonly id: string }[]) => new Map(list.map((each, i) => [each.id, i]));
			const by = (order: ReadonlyMap<string, number>) => (a: { id: string }, b: { id: string }) =>
				(order.get(a.id) ?? 0) - (order.get(b.id) ?? 0);
			const mixed = {
				...ordered,
				milestones: ordered.milestones.toSorted(by(ids(milestones))),
				strategies: ordered.strategies.toSorted(by(ids(strategies))),
			};
			const graph = assemblePlan(mixed);
			expect(lines(graph)).toEqual(lines(assemblePlan(ordered)));
			for (const strategy of graph.components.flatMap((each) => each.goals.flatMap((goal) => goal.strategies))) {
				const held = strategy.milestones.map((each) => each.milestone.position);
				expect(held).toEqual(held.toSorted((a, b) => a - b));
			}
		}),
		{ seed: 4 },
	);
});

test("nothing is lost: every strategy and milestone is in the tree or listed as unplaced", () => {
	const drop = fc.subarray([...sample.strategies, sample.numericGoal, sample.component]);
	fc.assert(
		fc.property(drop, (gone) => {
			const left = <T extends { readonly id: string }>(list: readonly T[]) =>
				list.filter((each) => !gone.includes(each.id));
			const fewer: PlanFacts = {
				...facts,
				focusAreas: left(facts.focusAreas),
				goals: left(facts.goals),
				strategies: left(facts.strategies),
			};
			const graph = assemblePlan(fewer);
			const placed = new Set(
				graph.components.flatMap((component) =>
					component.goals.flatMap((goal) => [
						goal.use.id,
						...goal.strategies.flatMap((each) => [
							each.strategy.id,
							...each.milestones.map((milestone) => milestone.milestone.id),
						]),
					]),
				),
			);
			const unplaced = new Set(graph.unplaced.map((each) => each.id));
			for (const use of fewer.goalUses) expect(placed.has(use.id) !== unplaced.has(use.id)).toBe(true);
			if (gone.includes(sample.component)) return;
			for (const each of fewer.strategies) expect(placed.has(each.id) !== unplaced.has(each.id)).toBe(true);
			for (const each of fewer.milestones) {
				const strategy = facts.strategies.find((s) => s.id === each.strategyId);
				if (strategy && gone.includes(strategy.goalId) && !gone.includes(strategy.id)) continue;
				expect(placed.has(each.id) !== unplaced.has(each.id)).toBe(true);
			}
		}),
		{ seed: 5 },
	);
});

test("one goal in two components stands in both, numbered anew in each", () => {
	const second = {
		...facts.focusAreas[0],
		id: sampleId(11),
		position: 2,
		codes: ["3G"],
	} as PlanFacts["focusAreas"][number];
	const use = {
		...facts.goalUses[1],
		id: sampleId(27),
		focusAreaId: second.id,
		position: 1,
	} as PlanFacts["goalUses"][number];
	const graph = assemblePlan({
		...facts,
		focusAreas: [second, ...facts.focusAreas],
		goalUses: [...facts.goalUses, use],
	});
	expect(graph.components.map((component) => [component.number, component.focusArea.codes[0]])).toEqual([
		[1, "3F"],
		[2, "3G"],
	]);
	expect(graph.components[1]?.goals.map((goal) => [goal.number, goal.goal.id])).toEqual([["1.0", sample.processGoal]]);
	expect(graph.components[1]?.goals[0]?.strategies.map((each) => each.number)).toEqual(["1.1"]);
});

test("a milestone is due on its date, or else on the last day of its timeframe, counted from the start of the plan", () => {
	const [, first = ""] = sample.milestones;
	const due = (values: Partial<PlanFacts["milestones"][number]>) =>
		assemblePlan(changeFact(facts, "milestones", first, values)).components[0]?.goals[0]?.strategies[0]?.milestones[1]
			?.dueOn;
	expect(due({ timeframeMonths: 12, dueOn: null })).toBe("2026-06-30");
	expect(due({ timeframeMonths: 12, dueOn: plainDate("2026-05-15") })).toBe("2026-05-15");
	expect(due({ timeframeMonths: null, dueOn: null })).toBeUndefined();
	expect(timeframeEnd(plainDate("2025-07-01"), 36)).toBe("2028-06-30");
	expect(timeframeEnd(plainDate("2025-07-01"), 0)).toBe("2025-07-01");
	expect(timeframeEnd(plainDate("2023-11-30"), 3)).toBe("2024-02-28");
});

test("an objective has its figures oldest first, its baseline with the figure behind it, and its last target", () => {
	const early = {
		...facts.targets[0],
		id: sampleId(42),
		value: 10,
		by: plainDate("2026-12-31"),
	} as PlanFacts["targets"][number];
	const graph = assemblePlan({
		...facts,
		targets: [...facts.targets, early],
		observations: facts.observations.toReversed(),
	});
	const objective = graph.components[0]?.goals[0]?.objectives[0];
	expect(objective?.target?.id).toBe(sample.target);
	expect(objective?.interimTargets.map((each) => each.id)).toEqual([early.id]);
	expect(objective?.baselineObservation?.periodEnd).toBe("2024-12-31");
	expect(objective?.observations.map((each) => each.periodEnd)).toEqual(
		facts.observations.map((each) => each.periodEnd),
	);
});

test("a finding is answered by the component named in its answer, or by the one on the same indicator", () => {
	const of = (changed: PlanFacts) =>
		assemblePlan(changed).findings.map(({ finding, component }) => [finding.code, component?.number]);
	expect(of(facts)).toEqual([
		["3F", 1],
		["3B", undefined],
	]);
	expect(of({ ...facts, findingAnswers: [] })).toEqual([
		["3F", 1],
		["3B", undefined],
	]);
	const answer = facts.findingAnswers[1];
	expect(of(changeFact(facts, "findingAnswers", answer?.id ?? "", { focusAreaId: sample.component }))[1]).toEqual([
		"3B",
		1,
	]);
});
