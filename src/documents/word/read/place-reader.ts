import { notYetWritten } from "../../plan/field-blocks.ts";
import { comparableWords, hashOfWords, type PlaceMark, readFixedMark, readPlaceMark } from "../word-marks.ts";
import type { AddedMilestone, AddedStrategy, EditedCopy, EditedText } from "./edited-copy.ts";
import { readStrategyTable, toNewMilestone } from "./strategy-table.ts";
import { textOfLines } from "./text-of-lines.ts";
import type { WordBlock, WordComment, WordContent, WordParagraph, WordRow, WordTable } from "./word-content.ts";
import { paragraphsOf } from "./word-content.ts";

type OpenText = { readonly mark: PlaceMark; readonly lines: WordParagraph[]; readonly order: number };
type Found = Omit<EditedCopy, "origin">;

/** The cells of a milestone's row after its number, where the words of one stand outside its control. */
const ROW_FIELDS = ["milestone.statement", "milestone.timeframe", "milestone.assigned"] as const;

/**
 * Ties the lines of a file to the texts of a plan. A line in a control, or with a bookmark, belongs to the text that it names;
 * a line without a mark continues the text before it in the same cell or page, or begins the one after it; a heading or label
 * ends a text.
 */
export function createPlaceReader(content: WordContent): { read(blocks: readonly WordBlock[]): void; found(): Found } {
	const texts: OpenText[] = [];
	const milestones: AddedMilestone[] = [];
	const strategies: AddedStrategy[] = [];
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

	function readContainer(blocks: readonly WordBlock[]): void {
		let open: OpenText | undefined;
		let waiting: WordParagraph[] = [];
		const close = () => {
			for (const { text } of waiting) loose.push({ text: text.trim(), changed: false });
			waiting = [];
			open = undefined;
		};
		for (const block of blocks) {
			if (block.type === "table") {
				close();
				readTable(block);
				continue;
			}
			const mark = block.marks.map(readPlaceMark).find((each) => each !== undefined);
			const fixed = block.marks.map(readFixedMark).find((each) => each !== undefined);
			if (mark) {
				if (!(open && isSame(open.mark, mark))) {
					order += 1;
					open = { mark, lines: [...waiting], order };
					waiting = [];
					texts.push(open);
					if (mark.field === "goal.statement") goalId = mark.factId;
				}
				open.lines.push(block);
			} else if (fixed !== undefined) {
				close();
				if (!hashOfWords(block.text).startsWith(fixed)) loose.push({ text: block.text.trim(), changed: true });
			} else if (block.text.trim() !== "") {
				if (content.headings.has(block.style) || /caption|title/iu.test(block.style)) {
					close();
					loose.push({ text: block.text.trim(), changed: false });
				} else if (open) open.lines.push(block);
				else waiting.push(block);
			}
		}
		close();
	}

	function readTable(table: WordTable): void {
		const marks = paragraphsOf([table]).flatMap((line) => line.marks);
		if (!marks.some((each) => readPlaceMark(each) || readFixedMark(each) !== undefined)) {
			readOwnTable(table);
			return;
		}
		const strategyId = marks.map(readPlaceMark).find((each) => each?.field.startsWith("strategy."))?.factId;
		const rows = new Set<string>();
		for (const row of table.rows) {
			const lines = row.cells.flatMap((cell) => paragraphsOf(cell.blocks));
			const ids = new Set(
				lines.flatMap((line) => line.marks.map(readPlaceMark)).flatMap((each) => milestoneId(each) ?? []),
			);
			const [id] = ids;
			const copied = id !== undefined && rows.has(id);
			const own = id === undefined && !lines.some(isMarked) && lines.some(({ text }) => text.trim() !== "");
			if (id !== undefined) rows.add(id);
			if (strategyId !== undefined && (copied || own)) {
				addMilestone(strategyId, row, lines);
				continue;
			}
			for (const cell of row.cells) readContainer(id === undefined ? cell.blocks : withOwnMarks(row, cell.blocks, id, lines));
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
			loose.push(...lines.filter(({ text }) => text.trim() !== "").map(({ text }) => ({ text: text.trim(), changed: false })));
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
			const read = texts.map(({ mark, lines, order: place }): EditedText => ({
				mark,
				text: textOfPlace(mark, lines),
				revisions: lines.flatMap((line) => line.revisions),
				comments: commentsOf(lines),
				order: place,
			}));
			const elsewhere = [...content.comments].filter(([id]) => !seenComments.has(id)).map(([, comment]) => comment);
			return { texts: read, milestones, strategies, loose, comments: elsewhere };
		},
	};
}

function isSame(one: PlaceMark, other: PlaceMark): boolean {
	return one.factId === other.factId && one.field === other.field;
}

function milestoneId(mark: PlaceMark | undefined): string | undefined {
	return mark?.field.startsWith("milestone.") ? mark.factId : undefined;
}

function isMarked(line: WordParagraph): boolean {
	return line.marks.some((each) => readPlaceMark(each) !== undefined || readFixedMark(each) !== undefined);
}

/** A cell of a milestone's row whose control was deleted with its text: what is typed there anew is still its text. */
function withOwnMarks(
	row: WordRow,
	blocks: readonly WordBlock[],
	id: string,
	lines: readonly WordParagraph[],
): readonly WordBlock[] {
	const field = ROW_FIELDS[row.cells.findIndex((cell) => cell.blocks === blocks) - (row.cells.length - ROW_FIELDS.length)];
	if (field === undefined || paragraphsOf(blocks).some(isMarked)) return blocks;
	const known = lines.flatMap((line) => line.marks.map(readPlaceMark)).find((mark) => milestoneId(mark) === id);
	if (known === undefined) return blocks;
	const name = lines.flatMap((line) => line.marks).find((each) => readPlaceMark(each)?.factId === id) ?? "";
	const code = { "milestone.statement": "ms", "milestone.timeframe": "mt", "milestone.assigned": "ma" }[field];
	const mark = name.replace(/_[a-z]{2}_([0-9a-z]+)(?:_[0-9a-f]{6})?$/iu, `_${code}_$1`);
	return blocks.map((block) => (block.type === "paragraph" ? { ...block, marks: [...block.marks, mark] } : block));
}

function textOfPlace({ field }: PlaceMark, lines: readonly WordParagraph[]): string {
	const [first, ...others] = lines;
	// An objective stands on one line with its label, a tab between.
	const shown =
		first && field.startsWith("objective.") && first.text.includes("\t")
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
