import {
	Bookmark,
	CommentRangeEnd,
	CommentRangeStart,
	CommentReference,
	DeletedTextRun,
	ExternalHyperlink,
	InsertedTextRun,
	InternalHyperlink,
	type IParagraphOptions,
	Paragraph,
	type ParagraphChild,
	TextRun,
} from "docx";
import { type DifferencePart, wordDifference } from "../../domain/comparison/word-difference.ts";
import type { Run } from "../neutral/neutral-document.ts";
import { anchorBookmark, fieldBookmark } from "./word-anchors.ts";
import type { WorkingComment, WorkingPlace } from "./working-copy.ts";

/** Tracked changes are told apart from comments and bookmarks by numbers of their own. */
const firstChangeId = 500_000;

export interface ParagraphWriter {
	/** The next paragraph gets a bookmark for this anchor. Nothing happens without one. */
	anchor(id: string | undefined): void;
	/** The next paragraph gets a bookmark of this very name. */
	mark(name: string): void;
	/** The next paragraph shows other words than its own as a tracked change. */
	suggest(before: string, suggested: NonNullable<WorkingPlace["suggested"]>): void;
	/** The next paragraph begins a new page. */
	breakPage(): void;
	runs(runs: readonly Run[]): ParagraphChild[];
	paragraph(options: IParagraphOptions & { readonly children: readonly ParagraphChild[] }): Paragraph;
}

/**
 * Writes the paragraphs of one document; remembers what is to be put on the next one. Comments go on the first paragraph at
 * their anchor, and those without one on the first of all.
 */
export function createParagraphWriter(comments: readonly WorkingComment[] = []): ParagraphWriter {
	const places = new Map<string, number>();
	let anchors: string[] = [];
	let marks: string[] = [];
	let first = true;
	let pageBreak = false;
	let tracked: readonly ParagraphChild[] | undefined;
	let changes = firstChangeId;
	const open = new Set(comments.keys());

	function commented(children: readonly ParagraphChild[]): readonly ParagraphChild[] {
		const here = [...open].filter((index) => {
			const anchor = comments[index]?.anchor;
			return anchor === undefined ? first : anchors.includes(anchor);
		});
		for (const index of here) open.delete(index);
		return [
			...here.map((id) => new CommentRangeStart(id)),
			...children,
			...here.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]),
		];
	}

	function trackedRuns({ kind, text }: DifferencePart, author: string, at: Date): ParagraphChild[] {
		return text.split("\n").map((line, index) => {
			const run = { text: line, ...(index > 0 ? { break: 1 } : {}) };
			if (kind === "same") return new TextRun(run);
			changes += 1;
			const change = { ...run, id: changes, author, date: at.toISOString() };
			return kind === "added" ? new InsertedTextRun(change) : new DeletedTextRun(change);
		});
	}

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
		mark(name) {
			marks.push(name);
		},
		suggest(before, { text, author, at }) {
			tracked = wordDifference(before.trim(), text.trim()).flatMap((part) => trackedRuns(part, author, at));
		},
		breakPage() {
			pageBreak = true;
		},
		runs: (runs) => runs.flatMap((run) => bookmarked(run, linked(run, textRuns(run)))),
		paragraph(options) {
			let children = commented(tracked ?? options.children);
			tracked = undefined;
			for (const id of [...marks, ...anchors.map(anchorBookmark)]) children = [new Bookmark({ id, children })];
			const paragraph = new Paragraph({ ...options, children, ...(pageBreak ? { pageBreakBefore: true } : {}) });
			anchors = [];
			marks = [];
			first = false;
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
