import { type FigureColumnKey, figureColumns, findColumn } from "./figure-columns.ts";
import { headingRows } from "./find-separator.ts";
import { columnLetters, wholeFile } from "./place.ts";
import type { ProblemList } from "./problem-list.ts";
import type { SheetRow } from "./sheet-row.ts";

/** Where the columns of a figure file are: for each kind the index of its cells, and how wide the table is. */
export interface Headings {
	/** Index into the rows, not the number of the row. */
	readonly at: number;
	readonly row: number;
	readonly columns: ReadonlyMap<FigureColumnKey, number>;
	readonly width: number;
}

/** What a load knows without the file, so that the file need not have a column for it. */
export interface GivenForLoad {
	readonly county: boolean;
	readonly source: boolean;
	readonly dataAsOf: boolean;
}

function kindsIn({ cells }: SheetRow): number {
	return new Set(cells.map(findColumn).filter((key) => key !== undefined)).size;
}

/**
 * Finds the row of headings, which may stand below a title, and the columns by their headings. Reports what is missing,
 * double or not used. Undefined when no row has headings.
 */
export function findHeadings(rows: readonly SheetRow[], given: GivenForLoad, list: ProblemList): Headings | undefined {
	const scores = rows.slice(0, headingRows).map(kindsIn);
	const best = Math.max(0, ...scores);
	const at = scores.indexOf(best);
	const found = rows[at];
	if (best < 3 || !found) {
		list.report("headings-not-found", wholeFile, null, { rows: String(headingRows) });
		return undefined;
	}
	const above = rows.slice(0, at).some(({ cells }) => cells.some((cell) => cell.trim() !== ""));
	if (above) list.report("rows-above-headings", { ...wholeFile, row: found.row }, String(found.row));
	const headings = readHeadings(found, at, list);
	reportMissing(headings, given, list);
	return headings;
}

function readHeadings({ row, cells }: SheetRow, at: number, list: ProblemList): Headings {
	const columns = new Map<FigureColumnKey, number>();
	let width = 0;
	for (const [index, cell] of cells.entries()) {
		const heading = cell.trim();
		if (heading === "") continue;
		width = index + 1;
		const key = findColumn(heading);
		const other = key === undefined ? undefined : columns.get(key);
		const place = { row, column: columnLetters(index), columnName: key ? figureColumns[key].name : null };
		if (key === undefined) list.report("column-unused", place, heading);
		else if (other === undefined) columns.set(key, index);
		else
			list.report("column-twice", place, heading, { columnName: figureColumns[key].name, other: columnLetters(other) });
	}
	return { at, row, columns, width };
}

function reportMissing({ row, columns }: Headings, given: GivenForLoad, list: ProblemList): void {
	const has = (...keys: readonly FigureColumnKey[]) => keys.every((key) => columns.has(key));
	const missing: readonly [FigureColumnKey, boolean][] = [
		["county", !given.county && !has("county") && !has("countyName")],
		["indicator", !has("indicator")],
		["period", !has("period") && !has("periodStart") && !has("periodEnd")],
		["periodStart", !has("period") && !has("periodStart") && has("periodEnd")],
		["periodEnd", !has("period") && has("periodStart") && !has("periodEnd")],
		["numerator", !has("value") && !has("numerator")],
		["denominator", !has("value") && !has("denominator")],
		["source", !given.source && !has("source")],
		["dataAsOf", !given.dataAsOf && !has("dataAsOf")],
	];
	for (const [key, isMissing] of missing) {
		if (!isMissing) continue;
		const { name, needed, headings } = figureColumns[key];
		const place = { row, column: null, columnName: name };
		list.report("column-missing", place, null, { columnName: name, needed, headings: headings.join(", ") });
	}
}
