import { ageGroups } from "../engine/groups.ts";
import { IndicatorRequestError } from "../engine/request-error.ts";
import { raceEthnicities } from "../extracts/canonical-rows.ts";
import { decodeCsv } from "../figures/decode-csv.ts";
import type { PopulationRow } from "./population.ts";

const known = {
	ageGroup: ageGroups as readonly string[],
	raceEthnicity: raceEthnicities as readonly string[],
	sex: ["female", "male"] as readonly string[],
};
const columns = ["county", "state", "year", "ageGroup", "raceEthnicity", "sex", "population"] as const;
type Column = (typeof columns)[number];

/**
 * Reads a file of child population: columns `county` (five digits; blank or no column: the whole state), `year`, `population`, and
 * where given `state`, `ageGroup`, `raceEthnicity`, `sex` with the labels of the results. Throws `IndicatorRequestError` with the
 * line, what was found and what was expected.
 */
export function readPopulation(bytes: Uint8Array, name: string): readonly PopulationRow[] {
	const { rows, problems } = decodeCsv(bytes);
	const [problem] = problems.filter(({ tier }) => tier === "reject");
	if (problem) throw new IndicatorRequestError(`${name}: ${problem.message}`);
	const [heading, ...lines] = rows;
	const at = placesOf(heading?.cells ?? [], name);
	const found = lines.map(({ row, cells }) => {
		const cell = (column: Column) => (cells[at.get(column) ?? -1] ?? "").trim();
		return readLine(cell, `${name}, line ${row}`);
	});
	if (found.length === 0) throw new IndicatorRequestError(`${name} has no line below its headings.`);
	refuseTwice(found, name);
	return found;
}

/** In which column each value stands. */
function placesOf(cells: readonly string[], name: string): ReadonlyMap<Column, number> {
	const at = new Map<Column, number>();
	for (const [index, cell] of cells.entries()) {
		const column = columns.find((each) => each.toLowerCase() === cell.trim().toLowerCase());
		if (column === undefined) {
			throw new IndicatorRequestError(
				`${name} has a column "${cell.trim()}". Expected ${columns.join(", ")} as headings of the first line.`,
			);
		}
		at.set(column, index);
	}
	for (const column of ["year", "population"] as const) {
		if (!at.has(column))
			throw new IndicatorRequestError(`${name} has no column "${column}". Add it to the first line.`);
	}
	return at;
}

function readLine(cell: (column: Column) => string, place: string): PopulationRow {
	const expect = (column: Column, isRight: boolean, expected: string) => {
		if (isRight) return;
		throw new IndicatorRequestError(`${place}: ${column} is "${cell(column)}". Expected ${expected}.`);
	};
	expect("county", /^(\d{5})?$/.test(cell("county")), "five digits (06001), or nothing for the whole state");
	expect("year", /^(19|20)\d\d$/.test(cell("year")), "a year of four digits: the population is that of its 1 July");
	const digits = cell("population").replaceAll(",", "");
	expect("population", /^\d{1,10}$/.test(digits), "a whole number of children");
	const label = (column: keyof typeof known) => {
		const text = cell(column);
		expect(column, text === "" || known[column].includes(text), `one of: ${known[column].join("; ")}`);
		return text === "" ? null : text;
	};
	return {
		county: cell("county") === "" ? null : cell("county"),
		year: Number(cell("year")),
		ageGroup: label("ageGroup"),
		raceEthnicity: label("raceEthnicity"),
		sex: label("sex"),
		population: Number(digits),
	};
}

/** Two lines of the same children would be added up. */
function refuseTwice(rows: readonly PopulationRow[], name: string): void {
	const seen = new Set<string>();
	for (const { population: _, ...who } of rows) {
		const key = JSON.stringify(who);
		if (seen.has(key)) {
			throw new IndicatorRequestError(
				`${name} has two lines for ${who.county ?? "the state"}, ${who.year}${who.ageGroup ? `, ${who.ageGroup}` : ""}. Keep one of them.`,
			);
		}
		seen.add(key);
	}
}
