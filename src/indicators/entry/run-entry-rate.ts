import type { IndicatorEngine } from "../engine/engine.ts";
import { compareGroups, type Group, type Grouping, groupings, readGroupings } from "../engine/groups.ts";
import { indicatorIds } from "../engine/indicator.ts";
import { readOptions } from "../engine/options.ts";
import { planQuestions } from "../engine/plan-run.ts";
import { type FileList, readWindow, type Window } from "../engine/window.ts";
import { type PopulationRow, populationOf, populationYear } from "./population.ts";

export type EntryRateRequest = {
	/** Holds the canonical rows of the files already. */
	readonly engine: Pick<IndicatorEngine, "run">;
	readonly files: FileList;
	/** "23A23B". */
	readonly window: string;
	readonly by?: string | readonly string[];
	readonly options?: Readonly<Record<string, string>>;
	/** Children by county or state (`readPopulation`). */
	readonly population: readonly PopulationRow[];
};

/** Children who entered care, per 1,000 children who live there; never rounded. */
export type EntryRateValue = {
	readonly indicator: "ENTRY";
	readonly group: Group;
	readonly numerator: number;
	/** Child population. */
	readonly denominator: number;
	readonly observed: number | null;
	/** The population is that of 1 July of this year: the newest one given where the window's own is not there. */
	readonly populationYear: number;
};
export type EntryRateResult =
	| EntryRateValue
	| { readonly indicator: "ENTRY"; readonly status: "needs-files"; readonly missing: readonly string[] };

/**
 * The foster care entry rate (section 1.8): context beside the seven indicators, without national performance. The total comes first;
 * groups whose population is not given are left out. Throws `IndicatorRequestError` for a window, group or option that is not known.
 */
export async function runEntryRate(request: EntryRateRequest): Promise<readonly EntryRateResult[]> {
	const window = readWindow(request.window);
	const by = readGroupings(request.by);
	const wanted = yearOfFirstOfJuly(window.start);
	const year = populationYear(request.population, wanted);
	const missing: readonly string[] = [
		...window.periods.filter((period) => !request.files.afcars.includes(period)),
		...(year === undefined ? [`population of ${wanted}`] : []),
	];
	if (year === undefined || missing.length > 0) return [{ indicator: "ENTRY", status: "needs-files", missing }];
	const rows = await countEntries({ ...request, window, by });
	const total = { group: {}, entries: rows.reduce((sum, { entries }) => sum + entries, 0) };
	const groups = by.length === 0 ? [] : rows;
	const values = [total, ...groups].flatMap(({ group, entries }) => {
		const children = populationOf(request.population, year, group);
		return children === undefined ? [] : [entryRate(group, entries, children, year)];
	});
	return values;
}

/** Children of one group who entered care. */
export type EntryCount = { readonly group: Group; readonly entries: number };

/** Children who entered care in a window whose two files are there, by groups in order. */
export async function countEntries({
	engine,
	files,
	window,
	by,
	options,
}: Pick<EntryRateRequest, "engine" | "files" | "options"> & {
	readonly window: Window;
	readonly by: readonly Grouping[];
}): Promise<readonly EntryCount[]> {
	const columns = by.map((grouping) => groupings[grouping]).join(", ");
	const sums = "sum(numerator) as numerator";
	const sql =
		columns === ""
			? `select ${sums} from entry_count`
			: `select ${columns}, ${sums} from entry_count group by ${columns}`;
	// Stays as the indicators see them that read the two files of the window.
	const indicators = indicatorIds.filter((each) => each === "P5");
	const plan = planQuestions({ window, options: readOptions(options), by, indicators, files }, [
		{ name: "entry_count", sql },
	]);
	return ((await engine.run(plan)).entry_count ?? [])
		.map((row) => ({
			group: Object.fromEntries(by.map((grouping) => [grouping, String(row[groupings[grouping]])])),
			entries: Number(row.numerator ?? 0),
		}))
		.sort((a, b) => compareGroups(a.group, b.group));
}

/** Entries per 1,000 children. */
export function entryRate(group: Group, entries: number, children: number, year: number): EntryRateValue {
	return {
		indicator: "ENTRY",
		group,
		numerator: entries,
		denominator: children,
		observed: children === 0 ? null : (entries / children) * 1000,
		populationYear: year,
	};
}

/** Every 12-month window has one 1 July: that of 2023 for 23A23B, that of 2022 for 22B23A. */
export function yearOfFirstOfJuly(start: string): number {
	const year = Number(start.slice(0, 4));
	return start.slice(5) <= "07-01" ? year : year + 1;
}
