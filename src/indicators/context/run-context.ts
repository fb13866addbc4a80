import type { IndicatorEngine } from "../engine/engine.ts";
import { type FileList, readWindow } from "../engine/window.ts";
import { countEntries, type EntryCount } from "../entry/run-entry-rate.ts";
import { firstYearOfVisits, runVisits } from "../visits/run-visits.ts";
import type { VisitValue } from "../visits/visit-results.ts";

/** What is counted beside the seven indicators from the AFCARS files of a window. */
export type ContextCounts = {
	/** Children who entered care, by county; or the files that are missing. */
	readonly entries: readonly EntryCount[] | MissingFiles;
	/** The visits by all four groupings, without the total; null in a window that is no federal fiscal year with dates of visits. */
	readonly visits: readonly VisitValue[] | MissingFiles | null;
};
export type MissingFiles = { readonly missing: readonly string[] };

const everyGrouping = ["county", "ageGroup", "raceEthnicity", "sex"] as const;

/** Counts entries and visits of a window. */
export async function runContext(request: {
	/** Holds the canonical rows of the files already, those of visits too. */
	readonly engine: Pick<IndicatorEngine, "run">;
	readonly files: FileList;
	readonly window: string;
}): Promise<ContextCounts> {
	const { engine, files } = request;
	const window = readWindow(request.window);
	const missing = window.periods.filter((period) => !files.afcars.includes(period));
	const year = window.fiscalYear;
	const hasVisits = year !== null && year >= firstYearOfVisits;
	if (missing.length > 0) return { entries: { missing }, visits: hasVisits ? { missing } : null };
	const entries = await countEntries({ engine, files, window, by: ["county"] });
	if (!hasVisits) return { entries, visits: null };
	const visits = await runVisits({ engine, files, year, by: everyGrouping });
	return { entries, visits: "status" in visits ? { missing: visits.missing } : visits.results.slice(1) };
}
