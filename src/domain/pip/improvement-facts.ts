import type { PlanGraph } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";

/** What a jurisdiction's Program Improvement Plans have beside the plan graph, all of them, and every use of a goal there. */
export type ImprovementFacts = {
	readonly documents: readonly Fact<"document">[];
	readonly uses: readonly Fact<"goal-use">[];
	readonly areas: readonly Fact<"focus-area">[];
	readonly cycles: readonly Fact<"cycle">[];
	/** For a document that is no PIP: the goals of the PIPs in force, and what serves them. A PIP has its own in its graph. */
	readonly goals: readonly Fact<"goal">[];
	readonly strategies: readonly Fact<"strategy">[];
	readonly milestones: readonly Fact<"milestone">[];
	/** What makes these goals measurable. Not in copies of submissions that were made before reports told of it. */
	readonly objectives?: readonly Fact<"objective">[];
	readonly baselines?: readonly Fact<"baseline">[];
	readonly targets?: readonly Fact<"target">[];
	readonly determinations: readonly Fact<"determination">[];
	readonly terms: readonly Fact<"plan-terms">[];
	readonly clockEvents: readonly Fact<"clock-event">[];
	readonly workSteps: readonly Fact<"work-step">[];
	readonly addresses: readonly Fact<"goal-address">[];
	readonly items: readonly Fact<"measurement-item">[];
	readonly results: readonly Fact<"measurement-result">[];
	readonly ratios: readonly Fact<"monthly-ratio">[];
	/** Not in copies of submissions that were made before there was any. */
	readonly renegotiations?: readonly Fact<"renegotiation">[];
	readonly renegotiatedParts?: readonly Fact<"renegotiated-part">[];
	readonly completionEvidence?: readonly Fact<"completion-evidence">[];
	readonly evidenceFiles?: readonly Fact<"attachment">[];
};

/** The facts of one PIP. */
export type PipFacts = Pick<
	ImprovementFacts,
	"clockEvents" | "workSteps" | "addresses" | "items" | "results" | "ratios"
> & {
	readonly determination: Fact<"determination"> | undefined;
	readonly terms: Fact<"plan-terms"> | undefined;
	readonly renegotiations: readonly Fact<"renegotiation">[];
	/** What was asked to be added, and what was taken out, as it stood. */
	readonly renegotiatedParts: readonly Fact<"renegotiated-part">[];
	readonly evidence: readonly Fact<"completion-evidence">[];
	readonly evidenceFiles: readonly Fact<"attachment">[];
};

/** The facts of the PIP that a document is, or reports on; undefined for any other document. */
export function pipFactsOf(graph: Pick<PlanGraph, "document" | "improvement">): PipFacts | undefined {
	const { improvement, document } = graph;
	const pipId = document.updateOf ?? document.id;
	const terms = improvement?.terms.find(({ documentId }) => documentId === pipId);
	if (!improvement || !terms) return undefined;
	const own = <T extends { readonly documentId: string }>(facts: readonly T[]) =>
		facts.filter(({ documentId }) => documentId === pipId);
	return {
		terms,
		determination: improvement.determinations.find(({ documentId }) => documentId === pipId),
		clockEvents: own(improvement.clockEvents),
		workSteps: own(improvement.workSteps),
		addresses: own(improvement.addresses),
		items: own(improvement.items),
		results: own(improvement.results),
		ratios: own(improvement.ratios),
		renegotiations: own(improvement.renegotiations ?? []),
		renegotiatedParts: own(improvement.renegotiatedParts ?? []),
		evidence: own(improvement.completionEvidence ?? []),
		evidenceFiles: own(improvement.evidenceFiles ?? []),
	};
}

/** One use of a goal in another document of the jurisdiction, with its number there. */
export type OtherUse = { readonly document: Fact<"document">; readonly goalId: string; readonly number: string };

/** Where else a goal stands: one goal, many uses, each with the number of its document. Papers that report are left out. */
export function otherUsesOf(graph: Pick<PlanGraph, "document" | "improvement">, goalId: string): readonly OtherUse[] {
	const { improvement, document } = graph;
	if (!improvement) return [];
	return improvement.documents.flatMap((other): OtherUse[] => {
		if (other.updateOf !== null || other.id === document.id || other.id === document.updateOf) return [];
		const areas = improvement.areas.filter((each) => each.documentId === other.id).toSorted(byPlace);
		for (const [index, area] of areas.entries()) {
			const uses = improvement.uses.filter((each) => each.focusAreaId === area.id).toSorted(byPlace);
			const place = uses.findIndex((each) => each.goalId === goalId);
			if (place < 0) continue;
			const number = `${place + 1}.0`;
			return [{ document: other, goalId, number: areas.length < 2 ? number : `${index + 1}, ${number}` }];
		}
		return [];
	});
}

function byPlace(
	a: { readonly id: string; readonly position: number },
	b: { readonly id: string; readonly position: number },
): number {
	return a.position - b.position || (a.id < b.id ? -1 : 1);
}

/** The Program Improvement Plans that are in force in the jurisdiction of another document. */
export function pipsInForce({ document, improvement }: Pick<PlanGraph, "document" | "improvement">) {
	return (improvement?.documents ?? []).filter(
		({ id, state, updateOf, acceptedOn }) =>
			state === "accepted" &&
			updateOf === null &&
			id !== document.id &&
			// What was sent before the PIP was approved had nothing to say of it.
			(document.submittedOn === null || acceptedOn === null || acceptedOn <= document.submittedOn) &&
			improvement?.terms.some(({ documentId }) => documentId === id),
	);
}
