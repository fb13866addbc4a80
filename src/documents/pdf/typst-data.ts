import { type DocumentWords, documentWords, signatureLines } from "../neutral/document-words.ts";
import type { Block, ContentBlock, ListBlock, NeutralDocument, Run, TableBlock } from "../neutral/neutral-document.ts";
import { calloutTitle, cellLength, headingText } from "../neutral/plain-text.ts";
import { getPlacedCells, type PlacedCell } from "../neutral/table-grid.ts";
import { shortVersion, titleLines } from "../neutral/title-lines.ts";

/** A row with more text than this may be split between two pages; a shorter one moves to the next page whole. */
const LONGEST_UNSPLIT_ROW = 700;

/** Typefaces in order: the design system's own, then whatever the machine has for other scripts. */
const FONTS = ["Source Sans Pro", "Public Sans"];

/**
 * The data that the Typst template prints, as one JSON text. Nothing is left for the template to decide but looks: words
 * are chosen, spans and headers worked out, missing values null.
 *
 * `missing` maps each character that no font can show to the words that stand for it.
 */
export function toTypstData(document: NeutralDocument, missing: Readonly<Record<string, string>>): string {
	const { metadata } = document;
	const words = documentWords(metadata.language);
	const version = shortVersion(metadata);
	return JSON.stringify({
		title: metadata.title,
		subtitle: metadata.subtitle ?? null,
		author: metadata.author,
		subject: metadata.subject ?? null,
		language: metadata.language,
		created: metadata.created.split("-").map(Number),
		lines: titleLines(metadata),
		mark: metadata.status.draft ? words.draft : metadata.status.label,
		version: version === undefined ? "" : `${words.version} ${version}`,
		page: words.page("{page}", "{pages}").join(""),
		fonts: FONTS,
		missing,
		blocks: document.blocks.map((block, index) => blockData(block, index === 0, words)),
	});
}

function blockData(block: Block, first: boolean, words: DocumentWords): unknown {
	if (block.type !== "section") return contentData(block, words);
	return { kind: "section", id: block.id, first, blocks: block.blocks.map((part) => contentData(part, words)) };
}

function contentData(block: ContentBlock, words: DocumentWords): unknown {
	switch (block.type) {
		case "heading":
			return { kind: "heading", ...idOf(block), level: block.level, text: headingText(block) };
		case "paragraph":
			return { kind: "paragraph", ...idOf(block), runs: runsData(block.runs) };
		case "list":
			return listData(block);
		case "keyValues":
			return {
				kind: "pairs",
				...idOf(block),
				pairs: block.pairs.map((pair) => ({ ...idOf(pair), label: pair.label, value: runsData(pair.value) })),
			};
		case "table":
			return tableData(block, words);
		case "figure":
			return {
				kind: "figure",
				...idOf(block),
				caption: block.caption,
				altText: block.altText,
				svg: block.svg,
				data: tableData(block.data, words),
			};
		case "callout":
			return {
				kind: "callout",
				...idOf(block),
				title: calloutTitle(block, words),
				blocks: block.blocks.map((part) => contentData(part, words)),
			};
		case "signature":
			return {
				kind: "signature",
				...idOf(block),
				label: block.label,
				pairs: signatureLines(block, words).map(({ label, text }) => ({
					id: null,
					label,
					value: text === undefined ? null : runsData([{ text }]),
				})),
			};
		case "pageBreak":
			return { kind: "break" };
	}
}

function idOf(block: { readonly id?: string | undefined }): { readonly id: string | null } {
	return { id: block.id ?? null };
}

function runsData(runs: readonly Run[]): unknown {
	return runs.map((run) => ({
		text: run.text.replaceAll("\t", " "),
		strong: run.strong ?? false,
		emphasis: run.emphasis ?? false,
		href: run.href ?? null,
	}));
}

function listData(list: ListBlock): unknown {
	return {
		kind: "list",
		...idOf(list),
		ordered: list.ordered,
		items: list.items.map((item) => ({
			...idOf(item),
			runs: runsData(item.runs),
			nested: item.nested === undefined ? null : listData(item.nested),
		})),
	};
}

/** The header rows form one part of level 1, a row of headers further down is of level 2; Typst
 * repeats both on the pages that follow. */
function tableData(table: TableBlock, words: DocumentWords): unknown {
	const rows = getPlacedCells(table);
	const cells = (row: readonly PlacedCell[]) => {
		const breakable = row.some(({ rowspan }) => rowspan > 1) || rowLength(row, words) > LONGEST_UNSPLIT_ROW;
		return row.map((placed) => cellData(placed, breakable, words));
	};
	const header = rows.slice(0, table.headerRows);
	const body = rows.slice(table.headerRows).map((row) => {
		const isHeader = row.length > 0 && row.every((placed) => placed.header === "column" && placed.rowspan === 1);
		return { level: isHeader ? 2 : 0, cells: cells(row) };
	});
	return {
		kind: "table",
		...idOf(table),
		caption: table.caption,
		weights: table.columns.map(({ weight }) => weight),
		parts: header.length > 0 ? [{ level: 1, cells: header.flatMap(cells) }, ...body] : body,
	};
}

function cellData({ cell, colspan, rowspan, header }: PlacedCell, breakable: boolean, words: DocumentWords): unknown {
	return {
		...idOf(cell),
		colspan,
		rowspan,
		header: header !== undefined,
		breakable,
		align: cell.align ?? "start",
		blocks: cell.blocks.map((block) => contentData(block, words)),
	};
}

function rowLength(row: readonly PlacedCell[], words: DocumentWords): number {
	return row.reduce((sum, { cell }) => sum + cellLength(cell, words), 0);
}
