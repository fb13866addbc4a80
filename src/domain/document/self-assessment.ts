import type { PlainDate } from "../calendar/plain-date.ts";
import type { PlanGraph } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";

/** The self-assessment that a plan names: kept here as a document of its own, or on paper elsewhere. */
export type NamedSelfAssessment = {
	readonly reference: Fact<"cross-reference">;
	readonly document: Fact<"document"> | undefined;
	/** The day on which it was completed: sent to the State, or as the paper says. */
	readonly completedOn: PlainDate | null;
};

export function findSelfAssessment(graph: Pick<PlanGraph, "entries" | "linked">): NamedSelfAssessment | undefined {
	const references = graph.entries["cross-reference"].filter((each) => each.planKind === "self-assessment");
	const reference = references.findLast((each) => each.linkedDocumentId !== null) ?? references.at(-1);
	if (!reference) return undefined;
	const document = graph.linked.documents.find((each) => each.id === reference.linkedDocumentId);
	if (reference.linkedDocumentId === null) return { reference, document, completedOn: reference.completedOn };
	const isComplete = document?.state === "submitted" || document?.state === "accepted";
	return { reference, document, completedOn: isComplete ? document.submittedOn : null };
}
