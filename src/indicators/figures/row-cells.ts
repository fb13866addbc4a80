import { type FigureColumnKey, figureColumns } from "./figure-columns.ts";
import type { FigureProblemId } from "./figure-problems.ts";
import type { Headings } from "./find-headings.ts";
import { columnLetters, type Place } from "./place.ts";
import type { ProblemDetails, ProblemList } from "./problem-list.ts";
import type { SheetRow } from "./sheet-row.ts";

/** One row as the readers of its parts see it: cells by what they hold, and a place to report problems. */
export interface RowCells {
	readonly row: number;
	/** The cell's text without spaces around it; "" when it is empty or the file has no such column. */
	text(column: FigureColumnKey): string;
	has(column: FigureColumnKey): boolean;
	/** Reports a problem at a cell of this row; `columnName` and `value` are filled in. */
	report(id: FigureProblemId, column: FigureColumnKey, details?: ProblemDetails | (() => ProblemDetails)): void;
}

/** Spreadsheets guard a cell that begins like a formula with an apostrophe; it is not part of the text. */
function unguard(text: string): string {
	return /^'[=+\-@]/.test(text) ? text.slice(1) : text;
}

/** A cell as text on one line, without signs that a database refuses. */
function clean(cell: string): string {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
	return unguard(cell.replace(/[\u0000-\u001f\u007f\s]+/g, " ").trim());
}

export function makeRowCells({ row, cells }: SheetRow, headings: Headings, list: ProblemList): RowCells {
	const text = (column: FigureColumnKey): string => {
		const index = headings.columns.get(column);
		return index === undefined ? "" : clean(cells[index] ?? "");
	};
	const place = (column: FigureColumnKey): Place => {
		const index = headings.columns.get(column);
		return { row, column: index === undefined ? null : columnLetters(index), columnName: figureColumns[column].name };
	};
	return {
		row,
		text,
		has: (column) => headings.columns.has(column),
		report(id, column, details = {}) {
			const { name, example } = figureColumns[column];
			const found = text(column);
			list.report(id, place(column), found === "" ? null : found, () => ({
				columnName: name,
				example,
				...(typeof details === "function" ? details() : details),
			}));
		},
	};
}
