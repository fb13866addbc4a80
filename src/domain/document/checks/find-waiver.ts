import type { PlanGraph } from "../../plan/plan-graph.ts";
import type { Fact } from "../../workflow/fact-kinds.ts";
import type { CheckKind } from "../check-definitions.ts";
import type { Place } from "./check-result.ts";

/** The checks that speak of one outcome indicator each: set aside for one, they count for the others. */
export const checksBySubject: readonly CheckKind[] = ["below-standard-answered", "figures-assessed"];

/**
 * The waiver that sets aside a rule at a place, for its subject where it has one. Rules about the whole plan are waived on the
 * document. A waiver of the time before subjects were told apart names none, and holds for all, as it was given.
 */
export function findWaiver(graph: PlanGraph, ruleId: string, place: Place): Fact<"waiver"> | undefined {
	return graph.waivers.find(
		(waiver) =>
			waiver.ruleId === ruleId &&
			waiver.aboutId === place.id &&
			(waiver.subject === null || waiver.subject === place.subject),
	);
}
