import type {
	CalloutBlock,
	CellBlock,
	ContentBlock,
	DocumentMetadata,
	FigureBlock,
	HeadingBlock,
	KeyValue,
	KeyValuesBlock,
	ListBlock,
	ListItem,
	NeutralDocument,
	PageBreakBlock,
	ParagraphBlock,
	Run,
	SectionBlock,
	SignatureBlock,
	TableBlock,
	TableCell,
	TableRow,
} from "./neutral-document.ts";

/** Running text as given to a builder: one text, one run, or a mixture. */
export type RunsInput = string | Run | readonly (string | Run)[];

/** Turns text into runs: `toRuns(['Goal ', strong('1.0')])`. */
export function toRuns(input: RunsInput): Run[] {
	const parts = typeof input === "string" || "text" in input ? [input] : input;
	return parts.map((part) => (typeof part === "string" ? { text: part } : part));
}

export function strong(text: string): Run {
	return { text, strong: true };
}

export function emphasis(text: string): Run {
	return { text, emphasis: true };
}

/** `href`: https://, http://, mailto: or `#anchor`. */
export function link(text: string, href: string): Run {
	return { text, href };
}

/** Text that shows a fact: `field('plan/7/vision', plan.vision)`. */
export function field(factId: string, text: string): Run {
	return { text, field: factId };
}

export function heading(
	level: HeadingBlock["level"],
	text: string,
	options: Pick<HeadingBlock, "id" | "number"> = {},
): HeadingBlock {
	return { type: "heading", level, text, ...options };
}

/** The blocks with their headings moved together, so that the highest stands one level under `level`. */
export function under(level: 1 | 2 | 3, blocks: readonly ContentBlock[]): ContentBlock[] {
	const levels = blocks.flatMap((block) => (block.type === "heading" ? [block.level] : []));
	const by = level + 1 - Math.min(...levels);
	return blocks.map((block) =>
		block.type === "heading" ? { ...block, level: Math.min(4, block.level + by) as HeadingBlock["level"] } : block,
	);
}

export function paragraph(runs: RunsInput, options: Pick<ParagraphBlock, "id"> = {}): ParagraphBlock {
	return { type: "paragraph", runs: toRuns(runs), ...options };
}

/** A person's text as typed: an empty line begins a new paragraph. The anchor goes on the first one. */
export function paragraphs(text: string, options: Pick<ParagraphBlock, "id"> = {}): ParagraphBlock[] {
	const parts = text
		.replace(/\r\n?/gu, "\n")
		.split(/\n[ \t]*\n\s*/u)
		.map((part) => part.trim())
		.filter((part) => part !== "");
	return parts.map((part, index) => paragraph(part, index === 0 ? options : {}));
}

export function listItem(runs: RunsInput, options: Pick<ListItem, "id" | "nested"> = {}): ListItem {
	return { runs: toRuns(runs), ...options };
}

function list(ordered: boolean, items: readonly (ListItem | RunsInput)[], options: Pick<ListBlock, "id">): ListBlock {
	return { type: "list", ordered, items: items.map(toListItem), ...options };
}

function toListItem(item: ListItem | RunsInput): ListItem {
	return typeof item === "object" && "runs" in item ? item : listItem(item);
}

export function bulletList(items: readonly (ListItem | RunsInput)[], options: Pick<ListBlock, "id"> = {}): ListBlock {
	return list(false, items, options);
}

export function numberedList(items: readonly (ListItem | RunsInput)[], options: Pick<ListBlock, "id"> = {}): ListBlock {
	return list(true, items, options);
}

export function keyValue(label: string, value: RunsInput, options: Pick<KeyValue, "id"> = {}): KeyValue {
	return { label, value: toRuns(value), ...options };
}

export function keyValues(pairs: readonly KeyValue[], options: Pick<KeyValuesBlock, "id"> = {}): KeyValuesBlock {
	return { type: "keyValues", pairs: [...pairs], ...options };
}

export type CellOptions = Omit<TableCell, "blocks">;
/** A cell as given to a builder: running text, blocks, or a whole cell. */
export type CellInput = RunsInput | readonly CellBlock[] | TableCell;

/** A cell with its options: `cell('Goal 1.0', { colspan: 4 })`. */
export function cell(content: RunsInput | readonly CellBlock[], options: CellOptions = {}): TableCell {
	if (isBlocks(content)) return { blocks: [...content], ...options };
	const runs = toRuns(content);
	return { blocks: runs.some((run) => run.text !== "") ? [paragraph(runs)] : [], ...options };
}

function isBlocks(content: CellInput): content is readonly CellBlock[] {
	if (!Array.isArray(content)) return false;
	const first: unknown = content[0];
	return typeof first === "object" && first !== null && "type" in first;
}

function toCell(content: CellInput): TableCell {
	return typeof content === "object" && "blocks" in content ? content : cell(content);
}

export function tableRow(cells: readonly CellInput[], options: Pick<TableRow, "id"> = {}): TableRow {
	return { cells: cells.map(toCell), ...options };
}

export interface TableInput {
	readonly caption: string;
	/** Widths of the columns, relative to each other. */
	readonly weights: readonly number[];
	readonly rows: readonly (TableRow | readonly CellInput[])[];
	/** Default 1. */
	readonly headerRows?: number;
	/** Default 0. */
	readonly headerColumns?: number;
	readonly id?: string;
}

/** A table from rows of text, runs, blocks or cells; the first row is its header unless said otherwise. */
export function table(input: TableInput): TableBlock {
	return {
		type: "table",
		...(input.id === undefined ? {} : { id: input.id }),
		caption: input.caption,
		columns: input.weights.map((weight) => ({ weight })),
		headerRows: input.headerRows ?? 1,
		headerColumns: input.headerColumns ?? 0,
		rows: input.rows.map((row) => ("cells" in row ? row : tableRow(row))),
	};
}

export function figure(input: Omit<FigureBlock, "type">): FigureBlock {
	return { type: "figure", ...input };
}

export function callout(
	kind: CalloutBlock["kind"],
	blocks: readonly CellBlock[],
	options: Pick<CalloutBlock, "id" | "title"> = {},
): CalloutBlock {
	return { type: "callout", kind, blocks: [...blocks], ...options };
}

export function pageBreak(): PageBreakBlock {
	return { type: "pageBreak" };
}

export function signature(input: Omit<SignatureBlock, "type">): SignatureBlock {
	return { type: "signature", ...input };
}

export function section(role: SectionBlock["role"], id: string, blocks: SectionBlock["blocks"]): SectionBlock {
	return { type: "section", role, id, blocks };
}

export function neutralDocument(metadata: DocumentMetadata, blocks: NeutralDocument["blocks"]): NeutralDocument {
	return { format: "throughline-neutral-document/1", metadata, blocks };
}
