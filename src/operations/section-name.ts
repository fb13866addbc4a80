import { sectionAddress } from "../domain/drafting/section-address.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { getEdition } from "./open-plan.ts";
import type { Stores } from "./ports.ts";

/** What a section that was given to somebody is called: its title, or the component's subject; undefined once the component is gone. */
export async function nameOfSection(
	{ facts }: Stores,
	assignment: Fact<"section-assignment">,
	document: Fact<"document">,
): Promise<string | undefined> {
	const edition = getEdition(document);
	const title = edition.sections.find(({ id }) => id === assignment.section)?.title ?? assignment.section;
	if (assignment.focusAreaId === null) return title;
	const component = await facts.find("focus-area", assignment.focusAreaId);
	return component && `${edition.words.component}: ${component.label}`;
}

/** The page of a section that was given to somebody, below `/plans/<id>`. */
export function pathOfSection(
	{ section: id, focusAreaId }: Fact<"section-assignment">,
	document: Fact<"document">,
): string {
	if (focusAreaId !== null) return `/components/${focusAreaId}`;
	const section = getEdition(document).sections.find((each) => each.id === id);
	return section ? sectionAddress(section) : "";
}
