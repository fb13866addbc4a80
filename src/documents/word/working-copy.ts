import type { PlaceMark } from "./word-marks.ts";

/** A text of the plan that can be edited in the Word file, as it is printed there. */
export type WorkingPlace = Omit<PlaceMark, "textHash"> & {
	readonly text: string;
	/** Where it stands in the neutral document. */
	readonly anchor: string;
	/** Other words that somebody has suggested, to be shown as a tracked change. A text of one paragraph. */
	readonly suggested?: { readonly text: string; readonly author: string; readonly at: Date };
};

/** Words of somebody on a place of the plan. */
export type WorkingComment = {
	/** The anchor of the place in the neutral document; the first line of the paper without one. */
	readonly anchor: string | undefined;
	readonly author: string;
	readonly at: Date;
	readonly text: string;
};

/** What turns the paper of a plan into a Word file to be edited and read back. */
export type WorkingCopy = {
	/** Says which plan the file was made of, and when: kept in the file's properties. */
	readonly origin: string;
	readonly places: readonly WorkingPlace[];
	readonly comments: readonly WorkingComment[];
};

/** The name of the file's property that says which plan it was made of. */
export const ORIGIN_PROPERTY = "Throughline working copy";
