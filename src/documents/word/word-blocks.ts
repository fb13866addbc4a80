import {
	AlignmentType,
	BorderStyle,
	type FileChild,
	HeadingLevel,
	ImageRun,
	type IParagraphOptions,
	LeaderType,
	LineRuleType,
	type Paragraph,
	Tab,
	TabStopType,
	TextRun,
} from "docx";
import { type DocumentWords, documentWords, signatureLines } from "../neutral/document-words.ts";
import type {
	Block,
	CellBlock,
	ContentBlock,
	DocumentLanguage,
	FigureBlock,
	ListBlock,
	Run,
	TableBlock,
} from "../neutral/neutral-document.ts";
import { paragraphs } from "../neutral/build-blocks.ts";
import { calloutTitle, headingText } from "../neutral/plain-text.ts";
import type { PlacedCell } from "../neutral/table-grid.ts";
import { ContentControl } from "./content-control.ts";
import { insteadOfDrawing, svgSize } from "./word-images.ts";
import { placeMark } from "./word-marks.ts";
import { createParagraphWriter, type ParagraphWriter } from "./word-paragraphs.ts";
import { BULLETS, DEEPEST_LEVEL, NUMBERS } from "./word-styles.ts";
import { wordTable } from "./word-table.ts";
import { placeAt, type WorkingCopy } from "./working-copy.ts";

const HEADINGS = {
	1: HeadingLevel.HEADING_1,
	2: HeadingLevel.HEADING_2,
	3: HeadingLevel.HEADING_3,
	4: HeadingLevel.HEADING_4,
} as const;
const ALIGNMENTS = { start: AlignmentType.LEFT, center: AlignmentType.CENTER, end: AlignmentType.RIGHT } as const;
const CALLOUT: IParagraphOptions = {
	shading: { fill: "F0F0F0" },
	border: { left: { style: BorderStyle.SINGLE, size: 32, color: "71767A", space: 8 } },
	indent: { left: 240 },
};
const PAIR_TAB = 3000;
const BLANK_END = 7500;
const FIGURE_WIDTH = 480;

interface Writing {
	readonly language: DocumentLanguage;
	readonly words: DocumentWords;
	readonly writer: ParagraphWriter;
	/** What all paragraphs of the place share: the style of a table cell, the frame of a callout. */
	readonly frame: IParagraphOptions;
	readonly bold: boolean;
	readonly nextList: () => number;
	readonly copy: WorkingCopy | undefined;
}

/** The blocks of a document as paragraphs and tables of Word; of a working copy, with a control around each text. */
export function wordBlocks(blocks: readonly Block[], language: DocumentLanguage, copy?: WorkingCopy): FileChild[] {
	let lists = 0;
	const writing: Writing = {
		language,
		words: documentWords(language),
		writer: createParagraphWriter(copy?.comments),
		copy,
		frame: {},
		bold: false,
		nextList: () => {
			lists += 1;
			return lists;
		},
	};
	return blocks.flatMap((block, index) => {
		if (block.type !== "section") return writeBlock(block, writing);
		if (index > 0) writing.writer.breakPage();
		writing.writer.anchor(block.id);
		return writeInControls(block.blocks, writing, writeBlock);
	});
}

/** Writes blocks; the paragraphs of one editable text, of which the first has its anchor, go into a control of their own. */
function writeInControls<B extends ContentBlock>(
	blocks: readonly B[],
	writing: Writing,
	write: (block: B, writing: Writing) => FileChild[],
): FileChild[] {
	const written: FileChild[] = [];
	for (let index = 0; index < blocks.length; ) {
		const block = blocks[index] as B;
		const place = block.type === "paragraph" ? placeAt(writing.copy, block.id) : undefined;
		const count = place === undefined ? 1 : Math.max(1, paragraphs(place.text).length);
		const part = blocks.slice(index, index + count);
		const id = "id" in block ? block.id : undefined;
		written.push(...inControl(id, place, writing, () => part.flatMap((each) => write(each, writing))));
		index += count;
	}
	return written;
}

function inControl(
	anchor: string | undefined,
	place: ReturnType<typeof placeAt>,
	writing: Writing,
	write: () => FileChild[],
): FileChild[] {
	if (place === undefined || anchor === undefined) return write();
	const tag = placeMark(place, place.text);
	// A fact that is printed again keeps its tag; a bookmark can stand once only.
	if (writing.copy?.places.has(anchor)) writing.writer.mark(tag);
	const kept = place.field === "answer.value";
	return [new ContentControl({ tag, title: place.label, kept, children: write() })];
}

function writeBlock(block: ContentBlock, writing: Writing): FileChild[] {
	if (block.type === "pageBreak") {
		writing.writer.breakPage();
		return [];
	}
	writing.writer.anchor(block.id);
	switch (block.type) {
		case "heading":
			return [paragraph([{ text: headingText(block) }], writing, { heading: HEADINGS[block.level] })];
		case "paragraph":
		case "list":
		case "keyValues":
			return writeText(block, writing);
		case "table":
			return writeTable(block, writing);
		case "figure":
			return writeFigure(block, writing);
		case "callout": {
			const framed = { ...writing, frame: { ...writing.frame, ...CALLOUT } };
			const title = paragraph([{ text: calloutTitle(block, writing.words), strong: true }], framed, { keepNext: true });
			return [title, ...block.blocks.flatMap((part) => writeText(anchored(part, writing), framed))];
		}
		case "signature": {
			const label = paragraph([{ text: block.label, strong: true }], writing, {
				keepNext: true,
				spacing: { before: 240 },
			});
			const lines = signatureLines(block, writing.words);
			return [
				label,
				...lines.map((line, index) => pair(line.label, line.text, writing, { keepNext: index < lines.length - 1 })),
			];
		}
	}
}

function anchored(block: CellBlock, writing: Writing): CellBlock {
	writing.writer.anchor(block.id);
	return block;
}

function writeText(block: CellBlock, writing: Writing): FileChild[] {
	switch (block.type) {
		case "paragraph":
			return [paragraph(block.runs, writing)];
		case "list":
			return writeList(block, 0, writing);
		case "keyValues":
			return block.pairs.flatMap(({ id, label, value }) => {
				writing.writer.anchor(id);
				return inControl(id, placeAt(writing.copy, id), writing, () => [pair(label, value, writing, {})]);
			});
	}
}

function paragraph(runs: readonly Run[], writing: Writing, options: IParagraphOptions = {}): Paragraph {
	const shown = writing.bold ? runs.map((run) => ({ ...run, strong: true })) : runs;
	return writing.writer.paragraph({ ...writing.frame, ...options, children: writing.writer.runs(shown) });
}

function writeList(list: ListBlock, level: number, writing: Writing): Paragraph[] {
	const instance = writing.nextList();
	const reference = list.ordered ? NUMBERS : BULLETS;
	return list.items.flatMap((item) => {
		writing.writer.anchor(item.id);
		const { indent: _, ...frame } = writing.frame;
		const line = paragraph(item.runs, { ...writing, frame }, { numbering: { reference, level, instance } });
		const nested = item.nested;
		if (nested === undefined) return [line];
		writing.writer.anchor(nested.id);
		return [line, ...writeList(nested, Math.min(level + 1, DEEPEST_LEVEL), writing)];
	});
}

/** Label and value with a tab between. An undefined value is a line to be filled in by hand. */
function pair(
	label: string,
	value: readonly Run[] | string | undefined,
	writing: Writing,
	options: IParagraphOptions,
): Paragraph {
	const { writer } = writing;
	const text = typeof value === "string" ? [{ text: value }] : value;
	const blank = { type: TabStopType.LEFT, position: BLANK_END, leader: LeaderType.UNDERSCORE } as const;
	return writer.paragraph({
		...writing.frame,
		style: "Pair",
		tabStops: [{ type: TabStopType.LEFT, position: PAIR_TAB }, ...(text === undefined ? [blank] : [])],
		...options,
		children: [
			new TextRun({ text: label, bold: true }),
			new TextRun({ children: text === undefined ? [new Tab(), new Tab()] : [new Tab()] }),
			...writer.runs(text ?? []),
		],
	});
}

function writeTable(table: TableBlock, writing: Writing): FileChild[] {
	const caption = paragraph([{ text: table.caption }], writing, { style: "Caption" });
	const writeCell = (placed: PlacedCell, blocks: readonly CellBlock[]) => {
		writing.writer.anchor(placed.cell.id);
		const frame = { style: "TableText", alignment: ALIGNMENTS[placed.cell.align ?? "start"] };
		const inside = { ...writing, frame, bold: placed.header !== undefined };
		return inControl(placed.cell.id, placeAt(writing.copy, placed.cell.id), inside, () => {
			const lines = writeInControls(blocks, inside, (block) => writeText(anchored(block, writing), inside));
			return lines.length > 0 ? lines : [paragraph([], inside)];
		});
	};
	const made = wordTable(table, writing.words, writeCell, (row) => writing.writer.anchor(table.rows[row]?.id));
	return [caption, made, paragraph([], writing, { spacing: { after: 0, line: 120, lineRule: LineRuleType.EXACT } })];
}

/**
 * The drawing as SVG, which Word shows since 2016, with its words as text alternative. Older programs show the picture
 * behind it, which points to the table.
 */
function writeFigure(figure: FigureBlock, writing: Writing): FileChild[] {
	const { width, height } = svgSize(figure.svg);
	const caption = paragraph([{ text: figure.caption }], writing, { style: "Caption" });
	const image = new ImageRun({
		type: "svg",
		data: Buffer.from(figure.svg, "utf8"),
		fallback: { type: "png", data: insteadOfDrawing(writing.language) },
		transformation: { width: FIGURE_WIDTH, height: Math.round((FIGURE_WIDTH * height) / width) },
		altText: { name: figure.caption, title: figure.caption, description: figure.altText },
	});
	const drawing = writing.writer.paragraph({ children: [image], keepNext: true });
	writing.writer.anchor(figure.data.id);
	return [caption, drawing, ...writeTable(figure.data, writing)];
}
