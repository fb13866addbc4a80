import { ageGroups } from "../engine/groups.ts";
import { wholeFile } from "../figures/place.ts";
import { populationOf } from "./population.ts";
import { type PopulationProblemList, type ReadPopulationRow, whoWords } from "./read-population-rows.ts";

/** All children of 0 to 17 years of a county, or with `county` "" of the whole State, in a year. */
export type PopulationTotal = { readonly county: string; readonly year: number; readonly population: number };

/** A place that a file is loaded for: a State by its two digits, or a county by its five. */
export type PopulationPlace = { readonly kind: "state" | "county"; readonly code: string; readonly name: string };

/**
 * What of a file is about a place: one number a county and year. Rows by age group, race and ethnicity or sex are added up. Reports
 * rows of other places, age groups that are missing, and counties that have more children than their State.
 */
export function populationTotals(
	rows: readonly ReadPopulationRow[],
	place: PopulationPlace,
	list: PopulationProblemList,
): readonly PopulationTotal[] {
	if (list.blocked()) return [];
	const own = rows.filter((row) => isOf(row, place));
	const others = rows.length - own.length;
	if (own.length === 0) list.report("population-no-rows", wholeFile, null, { place: place.name });
	if (others > 0) {
		list.report("population-other-place", wholeFile, null, { count: String(others), place: place.name });
	}
	const groups = new Map<string, ReadPopulationRow[]>();
	for (const row of own) {
		const key = `${row.year} ${row.county ?? ""}`;
		const known = groups.get(key);
		if (known) known.push(row);
		else groups.set(key, [row]);
	}
	const totals = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => totalOf(each, list));
	tellMoreThanState(totals, list);
	return list.blocked() ? [] : totals;
}

function isOf({ county, state }: ReadPopulationRow, { kind, code }: PopulationPlace): boolean {
	if (kind === "county") return county === code;
	if (county !== null) return county.startsWith(code);
	return state === "" || state.padStart(2, "0") === code;
}

/** Rows of one county and year as one number. */
function totalOf(rows: readonly ReadPopulationRow[], list: PopulationProblemList): PopulationTotal {
	const [first] = rows;
	const { county, year } = first ?? { county: null, year: 0 };
	const named = new Set(rows.map(({ ageGroup }) => ageGroup));
	const missing = ageGroups.filter((each) => !named.has(each));
	if (!named.has(null) && missing.length > 0) {
		const place = { ...wholeFile, row: first?.row ?? null };
		list.report("population-ages-missing", place, null, {
			...{ who: whoWords({ county, year }), missing: missing.join(", ") },
		});
	}
	return { county: county ?? "", year, population: populationOf(rows, year, {}) ?? 0 };
}

function tellMoreThanState(totals: readonly PopulationTotal[], list: PopulationProblemList): void {
	for (const { year, population } of totals.filter(({ county }) => county === "")) {
		const counties = totals
			.filter((each) => each.year === year && each.county !== "")
			.reduce((sum, each) => sum + each.population, 0);
		if (counties <= population) continue;
		const count = (value: number) => value.toLocaleString("en-US");
		const details = { year: String(year), counties: count(counties), state: count(population) };
		list.report("population-more-than-state", wholeFile, null, details);
	}
}
