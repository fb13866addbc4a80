import type { FactKind } from "../workflow/fact-kinds.ts";

/** Facts that stand beside a document's text while it is written and are no part of it: they are never compared, sent or printed. */
export function isBesideText(kind: FactKind): boolean {
	return kind === "section-assignment" || kind === "draft-comment" || kind === "suggestion";
}
