import { contentBlocks } from "./content-blocks.ts";
import { type DocumentWords, documentWords, signatureLines } from "./document-words.ts";
import type {
	CalloutBlock,
	ContentBlock,
	ListBlock,
	NeutralDocument,
	Run,
	TableBlock,
	TableCell,
} from "./neutral-document.ts";
import { titleLines } from "./title-lines.ts";

export interface PlainTextOptions {
	/** Print bullets and numbers before list items (default true). Readers of Word and PDF files leave them out. */
	readonly listMarkers?: boolean;
}

/**
 * The document as lines of text in reading order: one for each heading, paragraph, list item and table row, with a tab
 * between cells. What every format must say, and nothing that only one of them adds (page numbers, running headers).
 */
export function toPlainTextLines(document: NeutralDocument, options: PlainTextOptions = {}): string[] {
	const { metadata } = document;
	const printing = { words: documentWords(metadata.language), listMarkers: options.listMarkers ?? true };
	const title = [metadata.title, ...(metadata.subtitle === undefined ? [] : [metadata.subtitle])];
	const body = contentBlocks(document.blocks).flatMap((block) => blockLines(block, printing));
	return [...title, ...titleLines(metadata), ...body].flatMap((line) => line.split("\n")).filter((line) => line !== "");
}

export function runsText(runs: readonly Run[]): string {
	return runs.map((run) => run.text).join("");
}

export function headingText(heading: { readonly number?: string | undefined; readonly text: string }): string {
	return heading.number === undefined ? heading.text : `${heading.number} ${heading.text}`;
}

/** `Note: title`, so that the kind is said in words and not by colour alone. */
export function calloutTitle(callout: CalloutBlock, words: DocumentWords): string {
	const kind = callout.kind === "note" ? words.note : words.warning;
	return callout.title === undefined ? kind : `${kind}: ${callout.title}`;
}

interface Printing {
	readonly words: DocumentWords;
	readonly listMarkers: boolean;
}

function blockLines(block: ContentBlock, printing: Printing): string[] {
	switch (block.type) {
		case "heading":
			return [headingText(block)];
		case "paragraph":
			return [runsText(block.runs)];
		case "list":
			return listLines(block, 0, printing);
		case "keyValues":
			return block.pairs.map((pair) => `${pair.label}\t${runsText(pair.value)}`.trimEnd());
		case "table":
			return tableLines(block, printing);
		case "figure":
			return [block.caption, ...tableLines(block.data, printing)];
		case "callout":
			return [calloutTitle(block, printing.words), ...block.blocks.flatMap((part) => blockLines(part, printing))];
		case "signature":
			return [
				block.label,
				...signatureLines(block, printing.words).map((line) => `${line.label}\t${line.text ?? ""}`.trimEnd()),
			];
		case "pageBreak":
			return [];
	}
}

function listLines(list: ListBlock, depth: number, printing: Printing): string[] {
	return list.items.flatMap((item, index) => {
		const marker = list.ordered ? `${index + 1}. ` : "• ";
		const line = `${printing.listMarkers ? "  ".repeat(depth) + marker : ""}${runsText(item.runs)}`;
		return item.nested === undefined ? [line] : [line, ...listLines(item.nested, depth + 1, printing)];
	});
}

function tableLines(table: TableBlock, printing: Printing): string[] {
	const rows = table.rows.map((row) =>
		row.cells
			.map((cell) => cellText(cell, printing))
			.join("\t")
			.trimEnd(),
	);
	return [table.caption, ...rows];
}

function cellText(cell: TableCell, printing: Printing): string {
	const lines = cell.blocks.flatMap((block) => blockLines(block, printing));
	return lines.join(" ").replaceAll("\n", " ");
}

/** How many characters a cell prints: what a renderer needs to know to keep short rows whole. */
export function cellLength(cell: TableCell, words: DocumentWords): number {
	return cellText(cell, { words, listMarkers: false }).length;
}
