import type { CarriedKind } from "./carry-over-facts.ts";
import type { ComponentNode, PlanGraph } from "./plan-graph.ts";

/** What a yearly paper takes over: its components with the goals used in each, and every part by reference. */
export type CarryOver = {
	readonly components: readonly {
		readonly focusArea: ComponentNode["focusArea"];
		readonly goals: readonly { readonly goalId: string; readonly position: number }[];
	}[];
	/** Each goal, objective, strategy and milestone once, in the plan's order. */
	readonly parts: readonly { readonly kind: CarriedKind; readonly id: string }[];
};

/** All that the plan in force has, to be looked at again: nothing is left out, nothing is copied that can be referred to. */
export function carryOver(graph: PlanGraph): CarryOver {
	const parts = new Map<string, CarriedKind>();
	const components = graph.components.map(({ focusArea, goals }) => {
		for (const { goal, objectives, strategies } of goals) {
			parts.set(goal.id, "goal");
			for (const { objective } of objectives) parts.set(objective.id, "objective");
			for (const { strategy, milestones } of strategies) {
				parts.set(strategy.id, "strategy");
				for (const { milestone } of milestones) parts.set(milestone.id, "milestone");
			}
		}
		return { focusArea, goals: goals.map(({ goal, use }) => ({ goalId: goal.id, position: use.position })) };
	});
	return { components, parts: [...parts].map(([id, kind]) => ({ kind, id })) };
}
