import type { EditionField, EditionSection } from "../../domain/document/edition.ts";
import type { EntryKind } from "../../domain/document/entry-kinds.ts";
import { heading, paragraph } from "../neutral/build-blocks.ts";
import type { ContentBlock } from "../neutral/neutral-document.ts";
import { entryBlocks } from "./entry-blocks.ts";
import { fieldText, textBlocks } from "./field-blocks.ts";
import { liveBlocksUnder } from "./live-blocks.ts";
import type { PlanPrinting } from "./plan-printing.ts";

/** The live blocks of a section alone, each under the label of its field. */
export function liveBlocksOf(section: EditionSection, printing: PlanPrinting): ContentBlock[] {
	const found = section.fields.flatMap((field) => {
		const blocks = liveBlocksUnder(1, field, printing);
		return blocks.length === 0 ? [] : [heading(1, field.label), ...blocks];
	});
	return found.length === 0 ? [paragraph("The facts have nothing to print here yet.")] : found;
}

/** A narrative: each field under its label, with its lists and live blocks. What is optional and empty is not printed. */
export function narrativeBlocks(section: EditionSection, printing: PlanPrinting): ContentBlock[] {
	let group: string | undefined;
	const printed = new Set<EntryKind>();
	return [
		heading(1, section.title, { id: `section/${section.id}` }),
		...section.fields.flatMap((field) => {
			const text = fieldText(field, printing.graph.answers, printing.graph);
			const live = liveBlocksUnder(labelLevel(field), field, printing);
			const listed = [...listOnce(field, printing, printed), ...live];
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

/** Where fields stand in groups, their labels stand below those of the groups. */
function labelLevel({ group }: EditionField): 2 | 3 {
	return group === undefined ? 2 : 3;
}

function fieldBlocks(
	field: EditionField,
	text: string,
	listed: readonly ContentBlock[],
	{ graph, anchor, options }: PlanPrinting,
): ContentBlock[] {
	return [
		heading(labelLevel(field), field.label, field.item ? { id: `item/${field.id}` } : {}),
		...(text === "" && listed.length > 0 && !options.toEdit
			? []
			: textBlocks(text, anchor(graph.document.id, field.id))),
		...listed,
	];
}
