import type { EditionField, EditionSection } from "../../domain/document/edition.ts";
import { heading } from "../neutral/build-blocks.ts";
import type { ContentBlock } from "../neutral/neutral-document.ts";
import { fieldText, textBlocks } from "./field-blocks.ts";
import type { PlanPrinting } from "./plan-printing.ts";

/** A narrative: each field under its label. What is optional and empty is not printed. */
export function narrativeBlocks(section: EditionSection, printing: PlanPrinting): ContentBlock[] {
	let group: string | undefined;
	return [
		heading(1, section.title, { id: `section/${section.id}` }),
		...section.fields.flatMap((field) => {
			const text = fieldText(field, printing.graph.answers, printing.graph);
			if (text === "" && !field.required) return [];
			const head = field.group !== undefined && field.group !== group ? [heading(2, field.group)] : [];
			group = field.group;
			return [...head, ...fieldBlocks(field, text, printing)];
		}),
	];
}

function fieldBlocks(field: EditionField, text: string, { graph, anchor }: PlanPrinting): ContentBlock[] {
	return [
		heading(field.group === undefined ? 2 : 3, field.label),
		...textBlocks(text, anchor(graph.document.id, field.id)),
	];
}
