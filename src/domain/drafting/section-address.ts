import type { EditionSection } from "../document/edition.ts";

/** The page of a section, below the address of its document: some kinds have a page of their own. */
export function sectionAddress({ id, kind }: Pick<EditionSection, "id" | "kind">): string {
	if (kind === "progress" || kind === "attachments" || kind === "team") return `/${kind}`;
	return `/sections/${encodeURIComponent(id)}`;
}
