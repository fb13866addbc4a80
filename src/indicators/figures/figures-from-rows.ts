import { figureLimits } from "./figure-limits.ts";
import type { FigureOptions } from "./figure-options.ts";
import type { FigureRow } from "./figure-row.ts";
import { type CountyFinder, makeCountyFinder } from "./find-county.ts";
import { findHeadings, type Headings } from "./find-headings.ts";
import { columnLetters, wholeFile } from "./place.ts";
import type { Problem } from "./problem.ts";
import { makeProblemList, type ProblemCount, type ProblemList } from "./problem-list.ts";
import { figureInWords, figureKey, readRow, saysTheSame } from "./read-row.ts";
import { makeRowCells } from "./row-cells.ts";
import type { SheetRow } from "./sheet-row.ts";

/** What came of reading a figure file: all its figures, or none and at least one problem that says why. */
export type FigureReading =
	| {
			readonly taken: true;
			readonly figures: readonly FigureRow[];
			/** Problems to look at only. */
			readonly problems: readonly Problem[];
			readonly counts: readonly ProblemCount[];
	  }
	| {
			readonly taken: false;
			readonly figures: readonly [];
			/** Never empty, and at least one of them blocks. */
			readonly problems: readonly [Problem, ...Problem[]];
			readonly counts: readonly ProblemCount[];
	  };

/**
 * Reads figures from the rows of a table, wherever the rows came from (text or workbook). A file is taken whole or not at
 * all: one problem of the tiers `reject` or `mend` and no figure is taken. Never throws for anything that a file may hold.
 */
export function figuresFromRows(rows: readonly SheetRow[], options: FigureOptions): FigureReading {
	return readInto(makeProblemList(), rows, options);
}

/** As `figuresFromRows`, into a list that already has the problems found on the way to the rows. */
export function readInto(list: ProblemList, rows: readonly SheetRow[], options: FigureOptions): FigureReading {
	const figures = list.blocked() ? [] : collectFigures(list, rows, options);
	if (figures.length === 0 && !list.blocked()) list.report("no-figures", wholeFile);
	const [counts, problems] = [list.counts(), list.problems()];
	const [first, ...others] = problems;
	if (list.blocked() && first) return { taken: false, figures: [], problems: [first, ...others], counts };
	return { taken: true, figures, problems, counts };
}

function collectFigures(list: ProblemList, rows: readonly SheetRow[], options: FigureOptions): readonly FigureRow[] {
	if (rows.length > figureLimits.rows || (rows.at(-1)?.row ?? 0) > figureLimits.rows) {
		const details = { limit: figureLimits.rows.toLocaleString("en-US") };
		list.report("too-many-rows", wholeFile, figureLimits.rows.toLocaleString("en-US"), details);
		return [];
	}
	const finder = makeCountyFinder(options.counties);
	const given = {
		county: finder.only !== undefined,
		source: options.source !== undefined,
		dataAsOf: options.dataAsOf !== undefined,
	};
	const wide = rows.find(({ cells }) => cells.findLastIndex((cell) => cell.trim() !== "") >= figureLimits.columns);
	if (wide) {
		const details = { limit: String(figureLimits.columns) };
		list.report("too-many-columns", { ...wholeFile, row: wide.row }, String(wide.cells.length), details);
		return [];
	}
	const headings = findHeadings(rows, given, list);
	if (!headings || list.blocked()) return [];
	if (!headings.columns.has("populationGroup")) {
		const group = { all: "all children", "child-welfare": "child welfare", probation: "probation" };
		const place = { ...wholeFile, row: headings.row };
		list.report("group-assumed", place, null, { group: group[options.populationGroup ?? "all"] });
	}
	return readRows(list, rows.slice(headings.at + 1), headings, finder, options);
}

function readRows(
	list: ProblemList,
	rows: readonly SheetRow[],
	headings: Headings,
	finder: CountyFinder,
	options: FigureOptions,
): readonly FigureRow[] {
	const taken = new Map<string, FigureRow>();
	for (const row of rows) {
		if (!isRowOfFigures(list, row, headings)) continue;
		const cells = makeRowCells(row, headings, list);
		const figure = readRow(cells, finder, options);
		if (!figure) continue;
		const key = figureKey(figure);
		const before = taken.get(key);
		if (!before) taken.set(key, figure);
		else
			cells.report(saysTheSame(before, figure) ? "same-figure-twice" : "same-figure-different", "indicator", () => ({
				figure: figureInWords(figure),
				other: String(before.row),
			}));
	}
	return [...taken.values()];
}

/** Empty rows and notes are passed over; rows that no table of figures can have are reported. */
function isRowOfFigures(list: ProblemList, { row, cells }: SheetRow, headings: Headings): boolean {
	const isFilled = (cell: string) => cell.trim() !== "";
	const first = cells.findIndex(isFilled);
	if (first < 0) return false;
	const last = cells.findLastIndex(isFilled);
	const report = (id: "cell-too-long" | "row-of-text" | "row-too-long", index: number) => {
		const cell = cells[index] ?? "";
		const details = { length: String(cell.length), limit: String(figureLimits.cellLength) };
		list.report(id, { row, column: columnLetters(index), columnName: null }, cell, details);
		return false;
	};
	const long = cells.findIndex((cell) => cell.length > figureLimits.cellLength);
	if (long >= 0) return report("cell-too-long", long);
	if (first === last && headings.columns.size > 1) return report("row-of-text", first);
	return last < headings.width || report("row-too-long", last);
}
