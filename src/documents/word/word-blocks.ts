import {
	AlignmentType,
	BorderStyle,
	HeadingLevel,
	ImageRun,
	type IParagraphOptions,
	LeaderType,
	LineRuleType,
	type Paragraph,
	Tab,
	type Table,
	TabStopType,
	TextRun,
} from "docx";
import { paragraphs } from "../neutral/build-blocks.ts";
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
import { calloutTitle, headingText } from "../neutral/plain-text.ts";
import type { PlacedCell } from "../neutral/table-grid.ts";
import { insteadOfDrawing, svgSize } from "./word-images.ts";
import { partMark, placeMark } from "./word-marks.ts";
import { createParagraphWriter, type ParagraphWriter } from "./word-paragraphs.ts";
import { BULLETS, DEEPEST_LEVEL, NUMBERS } from "./word-styles.ts";
import { wordTable } from "./word-table.ts";
import type { WorkingCopy, WorkingPlace } from "./working-copy.ts";

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
	/** The editable texts by anchor; none where the paper is not to be edited. */
	readonly places: ReadonlyMap<string, WorkingPlace>;
	readonly nextPart: () => number;
}

/** The blocks of a document as paragraphs and tables of Word; of a working copy, with a mark on each text. */
export function wordBlocks(
	blocks: readonly Block[],
	language: DocumentLanguage,
	copy?: WorkingCopy,
): (Paragraph | Table)[] {
	let lists = 0;
	let parts = 0;
	const writing: Writing = {
		language,
		words: documentWords(language),
		writer: createParagraphWriter(copy?.comments),
		places: new Map(copy?.places.map((place) => [place.anchor, place])),
		nextPart: () => {
			parts += 1;
			return parts;
		},
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
		return writeMarked(block.blocks, writing, writeBlock);
	});
}

/** Writes blocks; each paragraph of an editable text, of which the first has its anchor, gets the text's mark. */
function writeMarked<B extends ContentBlock>(
	blocks: readonly B[],
	writing: Writing,
	write: (block: B, writing: Writing) => (Paragraph | Table)[],
): (Paragraph | Table)[] {
	let inside: WorkingPlace | undefined;
	let left = 0;
	return blocks.flatMap((block) => {
		const place = block.type === "paragraph" ? placeAt(block.id, writing) : undefined;
		if (place !== undefined && block.type === "paragraph") {
			mark(block.id, writing);
			if (place.suggested) writing.writer.suggest(place.text, place.suggested);
			inside = place;
			left = paragraphs(place.text).length - 1;
		} else if (inside !== undefined && left > 0) {
			writing.writer.mark(partMark(inside, writing.nextPart()));
			left -= 1;
		}
		return write(block, writing);
	});
}

/** The next paragraph is the first of the editable text at this anchor, if there is one. */
function mark(anchor: string | undefined, writing: Writing): void {
	const { places, writer, nextPart } = writing;
	const place = placeAt(anchor, writing);
	if (place === undefined || anchor === undefined) return;
	// A fact that is printed again has the same place; a bookmark can stand once only.
	writer.mark(places.has(anchor) ? placeMark(place, place.text) : partMark(place, nextPart()));
}

/** The editable text at an anchor. A fact that is printed again has `/2` behind its anchor. */
function placeAt(anchor: string | undefined, { places }: Writing): WorkingPlace | undefined {
	if (anchor === undefined) return undefined;
	return places.get(anchor) ?? places.get(anchor.replace(/\/\d+$/u, ""));
}

function writeBlock(block: ContentBlock, writing: Writing): (Paragraph | Table)[] {
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

function writeText(block: CellBlock, writing: Writing): Paragraph[] {
	switch (block.type) {
		case "paragraph":
			return [paragraph(block.runs, writing)];
		case "list":
			return writeList(block, 0, writing);
		case "keyValues":
			return block.pairs.map(({ id, label, value }) => {
				writing.writer.anchor(id);
				mark(id, writing);
				return pair(label, value, writing, {});
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

function writeTable(table: TableBlock, writing: Writing): (Paragraph | Table)[] {
	const caption = paragraph([{ text: table.caption }], writing, { style: "Caption" });
	const writeCell = (placed: PlacedCell, blocks: readonly CellBlock[]) => {
		writing.writer.anchor(placed.cell.id);
		const frame = { style: "TableText", alignment: ALIGNMENTS[placed.cell.align ?? "start"] };
		const inside = { ...writing, frame, bold: placed.header !== undefined };
		mark(placed.cell.id, inside);
		const lines = writeMarked(blocks, inside, (block) => writeText(anchored(block, writing), inside));
		return lines.length > 0 ? lines : [paragraph([], inside)];
	};
	const made = wordTable(table, writing.words, writeCell, (row) => writing.writer.anchor(table.rows[row]?.id));
	return [caption, made, paragraph([], writing, { spacing: { after: 0, line: 120, lineRule: LineRuleType.EXACT } })];
}

/**
 * The drawing as SVG, which Word shows since 2016, with its words as text alternative. Older programs show the picture
 * behind it, which points to the table.
 */
function writeFigure(figure: FigureBlock, writing: Writing): (Paragraph | Table)[] {
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
