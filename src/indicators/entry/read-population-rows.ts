import { ageGroups } from "../engine/groups.ts";
import { raceEthnicities } from "../extracts/canonical-rows.ts";
import {
	type CatalogueProblem,
	type CatalogueProblemList,
	makeCatalogueProblemList,
} from "../figures/catalogue-problems.ts";
import { decodeCsv } from "../figures/decode-csv.ts";
import { headingRows } from "../figures/find-separator.ts";
import { columnLetters, wholeFile } from "../figures/place.ts";
import type { SheetRow } from "../figures/sheet-row.ts";
import type { PopulationRow } from "./population.ts";
import { findPopulationColumn, type PopulationColumn, populationColumns } from "./population-columns.ts";
import { type PopulationProblemId, populationProblems } from "./population-problems.ts";

/** A file as it was handed in; `sheetRows` are those of a workbook that has been opened already. */
export type PopulationFile = { readonly bytes: Uint8Array; readonly sheetRows?: readonly SheetRow[] };

export type PopulationProblem = CatalogueProblem<PopulationProblemId>;
export type PopulationProblemList = CatalogueProblemList<PopulationProblemId>;

/** A line of the file with the number of its row, and the State that it names itself. */
export type ReadPopulationRow = PopulationRow & { readonly row: number; readonly state: string };

const known = {
	ageGroup: ageGroups as readonly string[],
	raceEthnicity: raceEthnicities as readonly string[],
	sex: ["female", "male"] as readonly string[],
};

/** More than every county of the largest State over twenty years by age, race and sex. */
const mostRows = 200_000;

export function makePopulationProblemList(): PopulationProblemList {
	return makeCatalogueProblemList(populationProblems);
}

/**
 * Reads a file of child population: text in any usual encoding and separator, or the rows of a workbook. Never throws for anything
 * that a file may hold; what cannot be read is reported, and then no row is answered.
 */
export function readPopulationRows(
	{ bytes, sheetRows }: PopulationFile,
	list: PopulationProblemList,
): readonly ReadPopulationRow[] {
	const rows = sheetRows ?? decode(bytes, list);
	if (list.blocked()) return [];
	if (rows.length > mostRows) {
		const limit = mostRows.toLocaleString("en-US");
		list.report("population-too-many-rows", wholeFile, rows.length.toLocaleString("en-US"), { limit });
		return [];
	}
	const found = findHeadings(rows, list);
	if (!found) return [];
	const read = rows.slice(found.at + 1).flatMap((row) => readRow(row, found.columns, list));
	refuseTwice(read, list);
	return list.blocked() ? [] : read;
}

function decode(bytes: Uint8Array, list: PopulationProblemList): readonly SheetRow[] {
	const { rows, problems } = decodeCsv(bytes);
	for (const problem of problems) list.add(problem);
	return rows;
}

type Columns = ReadonlyMap<PopulationColumn, number>;

/** The row of headings, which may stand below a title. */
function findHeadings(rows: readonly SheetRow[], list: PopulationProblemList) {
	const at = rows.slice(0, headingRows).findIndex(({ cells }) => {
		const names = cells.map(findPopulationColumn);
		return names.includes("year") && names.includes("population");
	});
	const found = rows[at];
	if (!found) {
		list.report("population-headings-not-found", wholeFile, null, { rows: String(headingRows) });
		return undefined;
	}
	const columns = new Map<PopulationColumn, number>();
	for (const [index, cell] of found.cells.entries()) {
		const heading = cell.trim();
		if (heading === "") continue;
		const key = findPopulationColumn(heading);
		const place = { row: found.row, column: columnLetters(index), columnName: key ?? null };
		const other = key === undefined ? undefined : columns.get(key);
		if (key === undefined) list.report("population-column-unused", place, heading);
		else if (other === undefined) columns.set(key, index);
		else list.report("population-column-twice", place, heading, { columnName: key, other: columnLetters(other) });
	}
	return list.blocked() ? undefined : { at, columns };
}

function readRow(
	{ row, cells }: SheetRow,
	columns: Columns,
	list: PopulationProblemList,
): readonly ReadPopulationRow[] {
	const cell = (column: PopulationColumn) => (cells[columns.get(column) ?? -1] ?? "").trim();
	// Empty rows, and notes below the table with one filled cell, are passed over.
	if (cells.filter((each) => each.trim() !== "").length < 2) return [];
	const report = (
		id: PopulationProblemId,
		column: PopulationColumn,
		details: Readonly<Record<string, string>> = {},
	) => {
		const index = columns.get(column);
		const place = {
			...{ row, column: index === undefined ? null : columnLetters(index) },
			columnName: populationColumns[column].name,
		};
		list.report(id, place, cell(column), { columnName: populationColumns[column].name, ...details });
	};
	const lostZero = /^\d{4}$/.test(cell("county"));
	const county = lostZero ? `0${cell("county")}` : cell("county");
	if (lostZero) report("population-county-zero", "county");
	const digits = cell("population").replaceAll(/[,\s]/g, "");
	const labels = (["ageGroup", "raceEthnicity", "sex"] as const).map((name) => {
		const text = cell(name);
		const isKnown = text === "" || known[name].includes(text);
		if (!isKnown) report("population-label", name, { labels: known[name].join("; ") });
		return isKnown;
	});
	const isCounty = /^(\d{5})?$/.test(county);
	const isYear = /^(19|20)\d\d$/.test(cell("year"));
	const isNumber = /^\d{1,9}$/.test(digits);
	if (!isCounty) report("population-county", "county");
	if (!isYear) report("population-year", "year");
	if (!isNumber) report("population-number", "population");
	if (!isCounty || !isYear || !isNumber || labels.includes(false)) return [];
	return [
		{
			...{ row, state: cell("state"), county: county === "" ? null : county, year: Number(cell("year")) },
			ageGroup: cell("ageGroup") || null,
			raceEthnicity: cell("raceEthnicity") || null,
			sex: cell("sex") || null,
			population: Number(digits),
		},
	];
}

/** Two lines of the same children would be added up. */
function refuseTwice(rows: readonly ReadPopulationRow[], list: PopulationProblemList): void {
	const seen = new Map<string, number>();
	for (const { population: _population, row, ...who } of rows) {
		const key = JSON.stringify(who);
		const other = seen.get(key);
		if (other === undefined) seen.set(key, row);
		else {
			const place = { ...wholeFile, row };
			list.report("population-twice", place, null, { who: whoWords(who), other: String(other) });
		}
	}
}

/** "06001, 2023, 1-5 yrs"; "the State, 2023". */
export function whoWords(
	who: Pick<PopulationRow, "county" | "year"> & Partial<Pick<PopulationRow, "ageGroup" | "raceEthnicity" | "sex">>,
): string {
	const labels = [who.ageGroup, who.raceEthnicity, who.sex].filter((each) => each);
	return [who.county ?? "the State", who.year, ...labels].join(", ");
}
