import {
	Bookmark,
	ExternalHyperlink,
	InternalHyperlink,
	type IParagraphOptions,
	Paragraph,
	type ParagraphChild,
	TextRun,
} from "docx";
import type { Run } from "../neutral/neutral-document.ts";
import { anchorBookmark, fieldBookmark } from "./word-anchors.ts";

export interface ParagraphWriter {
	/** The next paragraph gets a bookmark for this anchor. Nothing happens without one. */
	anchor(id: string | undefined): void;
	/** The next paragraph begins a new page. */
	breakPage(): void;
	runs(runs: readonly Run[]): ParagraphChild[];
	paragraph(options: IParagraphOptions & { readonly children: readonly ParagraphChild[] }): Paragraph;
}

/** Writes the paragraphs of one document; remembers what is to be put on the next one. */
export function createParagraphWriter(): ParagraphWriter {
	const places = new Map<string, number>();
	let anchors: string[] = [];
	let pageBreak = false;

	function bookmarked(run: Run, children: ParagraphChild[]): ParagraphChild[] {
		if (run.field === undefined) return children;
		const place = (places.get(run.field) ?? 0) + 1;
		places.set(run.field, place);
		return [new Bookmark({ id: fieldBookmark(run.field, place), children })];
	}

	return {
		anchor(id) {
			if (id !== undefined) anchors.push(id);
		},
		breakPage() {
			pageBreak = true;
		},
		runs: (runs) => runs.flatMap((run) => bookmarked(run, linked(run, textRuns(run)))),
		paragraph(options) {
			let children = options.children;
			for (const id of anchors) children = [new Bookmark({ id: anchorBookmark(id), children })];
			const paragraph = new Paragraph({ ...options, children, ...(pageBreak ? { pageBreakBefore: true } : {}) });
			anchors = [];
			pageBreak = false;
			return paragraph;
		},
	};
}

function linked(run: Run, children: ParagraphChild[]): ParagraphChild[] {
	if (run.href === undefined) return children;
	if (!run.href.startsWith("#")) return [new ExternalHyperlink({ link: run.href, children })];
	return [new InternalHyperlink({ anchor: anchorBookmark(run.href.slice(1)), children })];
}

function textRuns(run: Run): TextRun[] {
	return run.text
		.replaceAll("\t", " ")
		.split("\n")
		.map(
			(text, index) =>
				new TextRun({
					text,
					...(index > 0 ? { break: 1 } : {}),
					...(run.strong ? { bold: true } : {}),
					...(run.emphasis ? { italics: true } : {}),
					...(run.href === undefined ? {} : { style: "Hyperlink" }),
				}),
		);
}
