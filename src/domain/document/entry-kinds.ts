import type { Fact, FactKind } from "../workflow/fact-kinds.ts";

/** The kinds of facts that stand in lists beside a document's text: who was asked, what was found, what is asked for. */
export const entryKinds = [
	"planning-body",
	"data-collection",
	"peer-review",
	"subject-analysis",
	"meeting",
	"invitation",
	"partner-input",
	"compensation",
	"assistance-request",
	"law-change",
	"cross-reference",
	"training-course",
] as const satisfies readonly FactKind[];
export type EntryKind = (typeof entryKinds)[number];

/** All entries of one document, by kind, oldest first. */
export type PlanEntries = { readonly [K in EntryKind]: readonly Fact<K>[] };

/** The entries of a kind that hang on one component, or on none. */
export function entriesOf<K extends EntryKind>(
	entries: PlanEntries,
	kind: K,
	focusAreaId: string | null,
): readonly Fact<K>[] {
	const list: readonly Fact<K>[] = entries[kind];
	return list.filter((each) => ("focusAreaId" in each ? each.focusAreaId : null) === focusAreaId);
}

export function isEntryKind(kind: string): kind is EntryKind {
	return entryKinds.some((each) => each === kind);
}
