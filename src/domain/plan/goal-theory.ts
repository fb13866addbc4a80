import type { Fact } from "../workflow/fact-kinds.ts";

/** Why a goal should be reached, what was weighed for it, and what its strategies need. */
export type GoalTheory = {
	/** Null while nobody has written it. */
	readonly theory: Fact<"theory-of-change"> | null;
	/** What could be done, in the order of the table. */
	readonly options: readonly Fact<"weighed-option">[];
	/** Of the goal's strategies that have any. */
	readonly interventions: readonly Fact<"intervention">[];
};

/** Choices as they stand in the table: a line that was emptied is no choice any more. */
export function optionsInOrder(options: readonly Fact<"weighed-option">[]): readonly Fact<"weighed-option">[] {
	return options.filter(({ option }) => option !== "").toSorted((a, b) => a.place - b.place);
}
