import type { EditionField, EditionSection } from "../../domain/document/edition.ts";
import type { EntryKind } from "../../domain/document/entry-kinds.ts";
import { heading } from "../neutral/build-blocks.ts";
import type { ContentBlock } from "../neutral/neutral-document.ts";
import { entryBlocks } from "./entry-blocks.ts";
import { fieldText, textBlocks } from "./field-blocks.ts";
import type { PlanPrinting } from "./plan-printing.ts";

/** A narrative: each field under its label. What is optional and empty is not printed. */
export function narrativeBlocks(section: EditionSection, printing: PlanPrinting): ContentBlock[] {
	let group: string | undefined;
	const printed = new Set<EntryKind>();
	return [
		heading(1, section.title, { id: `section/${section.id}` }),
		...section.fields.flatMap((field) => {
			const text = fieldText(field, printing.graph.answers, printing.graph);
			const listed = listOnce(field, printing, printed);
			if (text === "" && listed.length === 0 && (!field.required || isListed(field, printing))) return [];
			const head = field.group !== undefined && field.group !== group ? [heading(2, field.group)] : [];
			group = field.group;
			return [...head, ...fieldBlocks(field, text, listed, printing)];
		}),
	];
}

function isListed(field: EditionField, { graph }: PlanPrinting): boolean {
	return field.entries !== undefined && graph.entries[field.entries].length > 0;
}

/** The list that serves a field, below the first field that it serves. */
function listOnce({ entries }: EditionField, printing: PlanPrinting, printed: Set<EntryKind>): ContentBlock[] {
	if (entries === undefined || printed.has(entries)) return [];
	printed.add(entries);
	return entryBlocks(entries, null, printing);
}

function fieldBlocks(
	field: EditionField,
	text: string,
	listed: readonly ContentBlock[],
	{ graph, anchor }: PlanPrinting,
): ContentBlock[] {
	return [
		heading(field.group === undefined ? 2 : 3, field.label),
		...(text === "" && listed.length > 0 ? [] : textBlocks(text, anchor(graph.document.id, field.id))),
		...listed,
	];
}
