import fc from "fast-check";
import { expect, it } from "vitest";
import { sampleId, samplePlanFacts } from "../../../test/support/sample-plan.ts";
import { assemblePlan } from "./assemble-plan.ts";
import { carryOver } from "./carry-over.ts";
import type { PlanFacts } from "./plan-graph.ts";

const whole = samplePlanFacts();

/** The facts of the paper that is born: the same goals, used once more. */
function born(facts: PlanFacts, taken: ReturnType<typeof carryOver>): PlanFacts {
	const focusAreas = taken.components.map(({ focusArea }, index) => ({ ...focusArea, id: sampleId(5000 + index) }));
	return {
		...facts,
		focusAreas,
		goalUses: taken.components.flatMap(({ focusArea, goals }, index) =>
			goals.map(({ goalId, position }, at) => ({
				...{ id: sampleId(6000 + index * 100 + at), version: 1, jurisdictionId: focusArea.jurisdictionId },
				...{ documentId: sampleId(4), focusAreaId: sampleId(5000 + index), goalId, position },
			})),
		),
	};
}

const numbersOf = (facts: PlanFacts) =>
	assemblePlan(facts).components.map(({ number, goals }) => ({
		number,
		goals: goals.map(({ number: goalNumber, goal, strategies }) => ({
			...{ number: goalNumber, id: goal.id },
			strategies: strategies.map((each) => [
				each.number,
				each.milestones.map((node) => [node.number, node.milestone.id]),
			]),
		})),
	}));

it("carries every goal, objective, strategy and milestone over once, and the paper has the same tree and numbers", () => {
	const pick = <T>(list: readonly T[]) => fc.subarray([...list]);
	fc.assert(
		fc.property(
			pick(whole.goalUses),
			pick(whole.objectives),
			pick(whole.strategies),
			pick(whole.milestones),
			fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 }),
			(goalUses, objectives, strategies, milestones, positions) => {
				const moved = <T extends { position: number }>(list: readonly T[]) =>
					list.map((each, index) => ({ ...each, position: positions[index % positions.length] ?? 1 }));
				const facts: PlanFacts = {
					...{ ...whole, goalUses: moved(goalUses), objectives: moved(objectives) },
					...{ strategies: moved(strategies), milestones: moved(milestones) },
				};
				const taken = carryOver(assemblePlan(facts));
				const goals = new Set(goalUses.map(({ goalId }) => goalId));
				const kept = strategies.filter(({ goalId }) => goals.has(goalId));
				const expected = [
					...goals,
					...objectives.filter(({ goalId }) => goals.has(goalId)).map(({ id }) => id),
					...kept.map(({ id }) => id),
					...milestones.filter(({ strategyId }) => kept.some(({ id }) => id === strategyId)).map(({ id }) => id),
				];
				expect(taken.parts.map(({ id }) => id).sort()).toEqual(expected.sort());
				expect(numbersOf(born(facts, taken))).toEqual(numbersOf(facts));
			},
		),
	);
});
