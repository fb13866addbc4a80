import type { PlanGraph } from "../../plan/plan-graph.ts";
import type { Fact } from "../../workflow/fact-kinds.ts";
import type { Place } from "./check-result.ts";

/** The waiver that sets aside a rule at a place. Rules about the whole plan are waived on the document. */
export function findWaiver(graph: PlanGraph, ruleId: string, place: Place): Fact<"waiver"> | undefined {
	return graph.waivers.find((waiver) => waiver.ruleId === ruleId && waiver.aboutId === place.id);
}
