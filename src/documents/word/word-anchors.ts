import { createHash } from "node:crypto";

/**
 * The name of the bookmark that stands for an anchor in a Word file. Word allows forty letters, digits and underscores,
 * so it is a hash: a reader works the names out from the anchors of the neutral document and looks them up.
 */
export function anchorBookmark(anchor: string): string {
	return `a_${shortHash(anchor)}`;
}

/** The same for text that shows a fact, which may stand in several places; `place` counts them from 1. */
export function fieldBookmark(field: string, place: number): string {
	return `f_${shortHash(field)}_${place}`;
}

function shortHash(text: string): string {
	return createHash("sha256").update(text).digest("hex").slice(0, 24);
}
