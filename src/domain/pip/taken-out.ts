import type { PlanGraph } from "../plan/plan-graph.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import { type ImprovementFacts, pipFactsOf } from "./improvement-facts.ts";

/** The parts that agreements took out of a PIP: each the part itself, and not what went with it. */
export function partsTakenOut(pip: {
	readonly renegotiations: readonly Fact<"renegotiation">[];
	readonly renegotiatedParts: readonly Fact<"renegotiated-part">[];
}): readonly Fact<"renegotiated-part">[] {
	const agreed = new Map(
		pip.renegotiations
			.filter(({ field, answer }) => field === "takenOut" && answer === "agreed")
			.map(({ id, partId }) => [id, partId]),
	);
	return pip.renegotiatedParts.filter(({ renegotiationId, partId }) => agreed.get(renegotiationId) === partId);
}

/** The same of one of several PIPs, as another document has them. */
export function partsTakenOutOf(
	{ renegotiations = [], renegotiatedParts = [] }: ImprovementFacts,
	pipId: string,
): readonly Fact<"renegotiated-part">[] {
	return partsTakenOut({ renegotiations, renegotiatedParts }).filter(({ documentId }) => documentId === pipId);
}

type Placed = { readonly id: string; readonly position: number };

/**
 * The number of each part among those beside it. In a PIP the number of a part that was taken out is not given again: reports that were
 * sent, letters and agreements name the others by theirs.
 */
export type Numbering = <T>(
	parts: readonly T[],
	placeOf: (part: T) => Placed,
	parentId: string | null,
) => readonly number[];

/** 1, 2, 3 ... without gaps. */
export const plainNumbering: Numbering = (parts) => parts.map((_, index) => index + 1);

/** Numbering that leaves the place of what was taken out of this PIP empty. */
export function numberingOf(graph: Pick<PlanGraph, "document" | "improvement">): Numbering {
	const pip = pipFactsOf(graph);
	const gone = pip ? partsTakenOut(pip) : [];
	return gone.length === 0 ? plainNumbering : numberingWithout(gone);
}

/** Numbering that leaves the places of these parts empty. */
export function numberingWithout(gone: readonly Fact<"renegotiated-part">[]): Numbering {
	return (parts, placeOf, parentId) => {
		const places = parts.map(placeOf);
		const empty = gone.filter((each) => each.parentId === parentId && !places.some(({ id }) => id === each.partId));
		return places.map(({ position }, index) => index + 1 + empty.filter((each) => each.place < position).length);
	};
}
