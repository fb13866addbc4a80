import { formatDate } from "../calendar/plain-date.ts";
import type { PlanGraph } from "../plan/plan-graph.ts";

/** "No change" as it is said and printed: since which submission. */
export function noChangeWords({ previous }: Pick<PlanGraph, "previous">): string {
	if (!previous) return "No change since the last submission.";
	const on = previous.submittedOn ? ` of ${formatDate(previous.submittedOn)}` : "";
	return `No change since the last submission: ${previous.title}${on}.`;
}
