import { isListField, WordField } from "../../../domain/word/word-facts.ts";
import { notYetWritten } from "../../plan/field-blocks.ts";
import {
	comparableWords,
	hashOfWords,
	type PlaceKey,
	type PlaceMark,
	readFixedMark,
	readNextMark,
	readPartMark,
	readPlaceMark,
	readRowMark,
} from "../word-marks.ts";
import type { AddedEntry, AddedMilestone, AddedStrategy, EditedCopy, EditedText } from "./edited-copy.ts";
import { readStrategyTable, toNewMilestone } from "./strategy-table.ts";
import { textOfLines } from "./text-of-lines.ts";
import type { WordBlock, WordComment, WordContent, WordParagraph, WordRow, WordTable } from "./word-content.ts";
import { paragraphsOf } from "./word-content.ts";

type OpenText = { readonly mark: PlaceMark; readonly lines: WordParagraph[]; readonly order: number };
type Container = { open: OpenText | undefined; next: PlaceMark | undefined; waiting: WordParagraph[] };
type Found = Omit<EditedCopy, "origin">;

/** The cells of a milestone's row after its number. */
const ROW_FIELDS = ["milestone.statement", "milestone.timeframe", "milestone.assigned"] as const;

/**
 * Ties the lines of a file to the texts of a plan by their bookmarks. A line without one continues the text before it in the
 * same cell or page, or begins the one after it; a heading or label ends a text. A text whose own bookmark is gone is known by
 * that of the label before it, or by its column.
 */
export function createPlaceReader(content: WordContent): { read(blocks: readonly WordBlock[]): void; found(): Found } {
	const marked = new Map(
		paragraphsOf(content.blocks)
			.flatMap(({ marks }) => marks.map(readPlaceMark))
			.flatMap((mark) => (mark === undefined ? [] : [[keyOf(mark), mark] as const])),
	);
	const texts: OpenText[] = [];
	const milestones: AddedMilestone[] = [];
	const strategies: AddedStrategy[] = [];
	const entries: AddedEntry[] = [];
	const loose: { text: string; changed: boolean }[] = [];
	const seenComments = new Set<string>();
	let order = 0;
	let goalId: string | undefined;

	const commentsOf = (lines: readonly WordParagraph[]): WordComment[] =>
		lines
			.flatMap((line) => line.comments)
			.flatMap((id) => {
				seenComments.add(id);
				return content.comments.get(id) ?? [];
			});

	/** The text that a line belongs to by its own bookmarks. A further paragraph has the version of the first. */
	function markOf({ marks }: WordParagraph): PlaceMark | undefined {
		const own = marks.map(readPlaceMark).find((each) => each !== undefined);
		if (own) return own;
		const part = marks.map(readPartMark).find((each) => each !== undefined);
		return part && (marked.get(keyOf(part)) ?? { ...part, version: -1 });
	}

	function openText(mark: PlaceMark, before: readonly WordParagraph[]): OpenText {
		order += 1;
		if (mark.field === "goal.statement") goalId = mark.factId;
		const open = { mark, lines: [...before], order };
		texts.push(open);
		return open;
	}

	function close(state: Container): void {
		for (const { text } of state.waiting) loose.push({ text: text.trim(), changed: false });
		state.waiting = [];
		state.open = undefined;
		state.next = undefined;
	}

	function takeMarked(state: Container, mark: PlaceMark, line: WordParagraph): void {
		if (!(state.open && keyOf(state.open.mark) === keyOf(mark))) {
			state.open = openText(mark, state.waiting);
			state.waiting = [];
		}
		state.open.lines.push(line);
	}

	function takeFixed(state: Container, hash: string, { text, marks }: WordParagraph): void {
		close(state);
		if (!hashOfWords(text).startsWith(hash)) loose.push({ text: text.trim(), changed: true });
		state.next = marks.map(readNextMark).find((each) => each !== undefined && !marked.has(keyOf(each)));
	}

	function takeOwn(state: Container, line: WordParagraph): void {
		if (content.headings.has(line.style) || /caption|title/iu.test(line.style)) {
			close(state);
			loose.push({ text: line.text.trim(), changed: false });
			return;
		}
		if (!state.open && state.next) state.open = openText(state.next, []);
		(state.open ? state.open.lines : state.waiting).push(line);
	}

	/** `expected`: the text whose label stands before this place. Answers that of a label at its end. */
	function readContainer(blocks: readonly WordBlock[], expected?: PlaceMark): PlaceMark | undefined {
		const state: Container = { open: undefined, next: expected, waiting: [] };
		for (const block of blocks) {
			if (block.type === "table") {
				close(state);
				readTable(block);
				continue;
			}
			const mark = markOf(block);
			const fixed = block.marks.map(readFixedMark).find((each) => each !== undefined);
			if (mark) takeMarked(state, mark, block);
			else if (fixed !== undefined) takeFixed(state, fixed, block);
			else if (block.text.trim() !== "") takeOwn(state, block);
		}
		const last = state.open === undefined && state.waiting.length === 0 ? state.next : undefined;
		close(state);
		return last;
	}

	function readTable(table: WordTable): void {
		const lines = paragraphsOf([table]);
		if (!lines.some(isMarked)) {
			readOwnTable(table);
			return;
		}
		const strategyId = lines.map(markOf).find((each) => each?.field.startsWith("strategy."))?.factId;
		const listColumns = columnsOfList(table);
		const listFields = fieldsOfList(table, listColumns);
		for (const row of table.rows) {
			const inRow = row.cells.flatMap((cell) => paragraphsOf(cell.blocks));
			const own = !inRow.some(isMarked) && inRow.some(({ text }) => text.trim() !== "");
			if (strategyId !== undefined && own) addMilestone(strategyId, row, inRow);
			else if (own && listColumns.some(Boolean)) addEntry(listColumns, listFields, row, inRow);
			else if (listColumns.some(Boolean)) readListRow(row, inRow, listFields);
			else readCells(row, inRow.map(markOf).find(isOfMilestone));
		}
	}

	/** The columns of a list: in each the first text that still has its bookmark. */
	function columnsOfList(table: WordTable): readonly (PlaceMark | undefined)[] {
		const width = Math.max(0, ...table.rows.map(({ cells }) => cells.length));
		return Array.from({ length: width }, (_, column) =>
			table.rows
				.flatMap(({ cells }) => paragraphsOf(cells[column]?.blocks ?? []).map(markOf))
				.find((mark) => mark !== undefined && isListField(mark.field)),
		);
	}

	/**
	 * Which field stands in each column. Those that have lost their bookmark in every row are named by the first cells of the rows, in the
	 * order of the columns; what is not edited stands before them.
	 */
	function fieldsOfList(
		table: WordTable,
		columns: readonly (PlaceMark | undefined)[],
	): readonly (WordField | undefined)[] {
		const known = columns.map((column) => column?.field);
		const lost = WordField.options.filter(
			(field) => !known.includes(field) && rowMarksOf(paragraphsOf([table])).some((mark) => mark.field === field),
		);
		const unknown = known
			.flatMap((field, column) => (field === undefined ? [column] : []))
			.slice(-lost.length || known.length);
		return known.map((field, column) => field ?? lost[unknown.indexOf(column)]);
	}

	function rowMarksOf(lines: readonly WordParagraph[]): readonly PlaceMark[] {
		return lines.flatMap(({ marks }) => marks.map(readRowMark)).filter((each) => each !== undefined);
	}

	/** A text whose own bookmark went is known by its column, and by what stands on the first cell of its row. */
	function readListRow(
		row: WordRow,
		lines: readonly WordParagraph[],
		fields: readonly (WordField | undefined)[],
	): void {
		const named = rowMarksOf(lines);
		const before = row.cells.length - fields.length;
		for (const [index, cell] of row.cells.entries()) {
			const field = fields[index - before];
			const mark = named.find((each) => each.field === field);
			readContainer(cell.blocks, mark && !marked.has(keyOf(mark)) ? mark : undefined);
		}
	}

	function addEntry(
		columns: readonly (PlaceMark | undefined)[],
		fields: readonly (WordField | undefined)[],
		row: WordRow,
		lines: readonly WordParagraph[],
	): void {
		const before = row.cells.length - columns.length;
		const cells = fields.flatMap((field, index) => {
			const cell = row.cells[index + before];
			return field === undefined || cell === undefined ? [] : [{ field, text: textOfLines(paragraphsOf(cell.blocks)) }];
		});
		order += 1;
		entries.push({
			besideId: columns.find((column) => column !== undefined && !column.field.startsWith("party."))?.factId ?? "",
			cells,
			order,
			revisions: [...row.revisions, ...lines.flatMap((line) => line.revisions)],
			comments: commentsOf(lines),
		});
	}

	function readCells(row: WordRow, milestone: PlaceMark | undefined): void {
		const before = row.cells.length - ROW_FIELDS.length;
		let expected: PlaceMark | undefined;
		for (const [index, cell] of row.cells.entries()) {
			const field = ROW_FIELDS[index - before];
			const byColumn = milestone && field ? { factId: milestone.factId, field, version: milestone.version } : undefined;
			const lost = byColumn && !marked.has(keyOf(byColumn)) ? byColumn : undefined;
			expected = readContainer(cell.blocks, lost ?? expected);
		}
	}

	function addMilestone(strategyId: string, row: WordRow, lines: readonly WordParagraph[]): void {
		order += 1;
		const milestone = toNewMilestone(row.cells.map(({ blocks }) => textOfLines(paragraphsOf(blocks))));
		milestones.push({
			...milestone,
			strategyId,
			order,
			revisions: [...row.revisions, ...lines.flatMap((line) => line.revisions)],
			comments: commentsOf(lines),
		});
	}

	/** A table that somebody put in: a strategy where it looks like one and stands below a goal. */
	function readOwnTable(table: WordTable): void {
		const strategy = readStrategyTable(table);
		const lines = paragraphsOf([table]);
		if (strategy === undefined || goalId === undefined) {
			loose.push(
				...lines.filter(({ text }) => text.trim() !== "").map(({ text }) => ({ text: text.trim(), changed: false })),
			);
			return;
		}
		order += 1;
		strategies.push({
			goalId,
			statement: strategy.statement,
			rationale: strategy.rationale,
			milestones: strategy.milestones,
			order,
			revisions: [...table.rows.flatMap((row) => row.revisions), ...lines.flatMap((line) => line.revisions)],
			comments: commentsOf(lines),
		});
	}

	return {
		read: readContainer,
		found() {
			const read = texts.map(
				({ mark, lines, order: place }): EditedText => ({
					mark,
					text: textOfPlace(mark, lines),
					revisions: lines.flatMap((line) => line.revisions),
					comments: commentsOf(lines),
					order: place,
				}),
			);
			const elsewhere = [...content.comments].filter(([id]) => !seenComments.has(id)).map(([, comment]) => comment);
			return { texts: read, milestones, strategies, entries, loose, comments: elsewhere };
		},
	};
}

function keyOf({ factId, field }: PlaceKey): string {
	return `${factId}/${field}`;
}

function isOfMilestone(mark: PlaceMark | undefined): boolean {
	return mark?.field.startsWith("milestone.") ?? false;
}

function isMarked({ marks }: WordParagraph): boolean {
	return marks.some((each) => readPlaceMark(each) ?? readPartMark(each) ?? readFixedMark(each));
}

function textOfPlace({ field }: PlaceMark, lines: readonly WordParagraph[]): string {
	const [first, ...others] = lines;
	// An objective stands on one line with its label, a tab between; so do figures.
	const shown =
		first && /^(?:objective|baseline|target)\.|\.standing$/u.test(field) && first.text.includes("\t")
			? [{ ...first, text: first.text.slice(first.text.indexOf("\t") + 1) }, ...others]
			: lines;
	const text = textOfLines(shown);
	if (comparableWords(text) === notYetWritten) return "";
	return text.startsWith(notYetWritten)
		? text.slice(notYetWritten.length).trim()
		: text.endsWith(notYetWritten)
			? text.slice(0, -notYetWritten.length).trim()
			: text;
}
