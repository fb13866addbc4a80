import { z } from "zod";
import { pipFactsOf, pipsInForce } from "../pip/improvement-facts.ts";
import type { PlanGraph } from "../plan/plan-graph.ts";
import { ServiceCategory } from "../plan/service-facts.ts";

/** What is printed below a text from the facts as they stand, and is frozen with the submission. */
export const LiveBlockKind = z.enum([
	"goals",
	"theory",
	"measures",
	"figures",
	"equity",
	"services",
	"engagement",
	"findings",
	"revisions",
	"due-dates",
	"pip-general",
	"pip-areas",
	"pip-measurement",
	"pip-agreement",
	"pip-progress",
]);
export type LiveBlockKind = z.infer<typeof LiveBlockKind>;

/** A live block as an edition names it. */
export const LiveBlock = z.strictObject({
	block: LiveBlockKind,
	/** Of `services`: only those of these categories. */
	categories: z.array(ServiceCategory).min(1).optional(),
});
export type LiveBlock = z.infer<typeof LiveBlock>;

/** Has the block nothing to print yet? Revisions and due dates are said even when there are none. */
export function isEmptyBlock({ block, categories }: LiveBlock, graph: PlanGraph): boolean {
	const goals = graph.components.flatMap((component) => component.goals);
	switch (block) {
		case "goals":
			return goals.length === 0;
		case "measures":
			return !goals.some(({ objectives }) =>
				objectives.some(({ measure, baseline, target }) => measure || baseline || target),
			);
		case "figures":
			return graph.observations.length === 0;
		case "services":
			return !graph.services.some(({ service }) => categories?.includes(service.category) ?? true);
		case "engagement":
			return (
				graph.team.length === 0 && graph.entries.meeting.length === 0 && graph.entries["partner-input"].length === 0
			);
		case "findings":
			return !graph.findings.some(({ finding }) => finding.state === "confirmed");
		// These stand beside a text, and say nothing in its stead.
		case "equity":
		case "theory":
			return true;
		case "revisions":
		case "due-dates":
		case "pip-general":
		case "pip-agreement":
			return false;
		case "pip-areas":
			return (pipFactsOf(graph)?.determination?.areas.length ?? 0) === 0;
		case "pip-measurement":
			return (pipFactsOf(graph)?.items.length ?? 0) === 0 && (pipFactsOf(graph)?.ratios.length ?? 0) === 0;
		case "pip-progress":
			return pipsInForce(graph).length === 0;
	}
}
