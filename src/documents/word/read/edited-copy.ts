import type { WordField } from "../../../domain/word/word-facts.ts";
import type { PlaceMark } from "../word-marks.ts";
import type { WordComment, WordRevision } from "./word-content.ts";

/** A text of the plan as it stands in an edited Word file. */
export type EditedText = {
	readonly mark: PlaceMark;
	/** Paragraphs are set apart by an empty line; "" where the words for an empty place stand. */
	readonly text: string;
	readonly revisions: readonly WordRevision[];
	readonly comments: readonly WordComment[];
	/** Its place in the file. */
	readonly order: number;
};

export type NewMilestone = { readonly statement: string; readonly timeframe: string; readonly assigned: string };

type Added = {
	readonly revisions: readonly WordRevision[];
	readonly comments: readonly WordComment[];
	readonly order: number;
};

/** A row that somebody put into the table of a strategy. */
export type AddedMilestone = Added & NewMilestone & { readonly strategyId: string };

/** A table like that of a strategy, put below a goal. */
export type AddedStrategy = Added & {
	readonly goalId: string;
	readonly statement: string;
	readonly rationale: string;
	readonly milestones: readonly NewMilestone[];
};

/** A row that somebody put into a list: what stands in each of its cells. */
export type AddedEntry = Added & {
	/** A fact of the same list, beside which it stands. */
	readonly besideId: string;
	readonly cells: readonly { readonly field: WordField; readonly text: string }[];
};

export type EditedCopy = {
	/** Which plan the file was made of, and when; undefined where the file has lost it, or is no working copy. */
	readonly origin: string | undefined;
	readonly texts: readonly EditedText[];
	readonly milestones: readonly AddedMilestone[];
	readonly strategies: readonly AddedStrategy[];
	readonly entries: readonly AddedEntry[];
	/** Lines that belong to no text of the plan: somebody's own, or a heading or label that was changed. */
	readonly loose: readonly { readonly text: string; readonly changed: boolean }[];
	/** Comments that stand at no text of the plan. */
	readonly comments: readonly WordComment[];
};
