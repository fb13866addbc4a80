import type { IndicatorEngine } from "./engine.ts";
import { readGroupings } from "./groups.ts";
import { type IndicatorId, indicatorIds } from "./indicator.ts";
import { readOptions } from "./options.ts";
import { planRun } from "./plan-run.ts";
import { exceededChecks, fiscalYearName, qualityResults } from "./quality-checks.ts";
import { type IndicatorResult, type IndicatorResults, type IndicatorStatus, valuesOf } from "./results.ts";
import { riskCellsOf } from "./risk-cells.ts";
import { type FileList, filesOf, readWindow } from "./window.ts";

export type IndicatorsRequest = {
	/** Holds the canonical rows of the files already (`engine.append`). */
	readonly engine: Pick<IndicatorEngine, "run">;
	/** The files whose rows it holds: AFCARS periods ("23A") and NCANDS years (2023), in any order; more than needed does no harm. */
	readonly files: FileList;
	/** "23A23B". */
	readonly window: string;
	/** "county,ageGroup", or a list. */
	readonly by?: string | readonly string[];
	/** Section 9, spelled as settled 1 says: `{ rollup: "chain" }`. */
	readonly options?: Readonly<Record<string, string>>;
	/** Answer the cells of a comparison of counties too. */
	readonly withRiskCells?: boolean;
	/** Answer of how many children the days of S1 and P5 are, to mask by. */
	readonly withChildren?: boolean;
};

/**
 * Counts the seven indicators and their data-quality checks from the rows that an engine holds. An indicator without all its files
 * says which are missing; S1 and S2 do not exist in April to March windows. The same rows can be counted again for other windows,
 * groups and options. Throws `IndicatorRequestError` for a window, group or option that is not known.
 */
export async function runIndicators(request: IndicatorsRequest): Promise<IndicatorResults> {
	const window = readWindow(request.window);
	const options = readOptions(request.options);
	const by = readGroupings(request.by);
	const statuses = new Map<IndicatorId, IndicatorStatus | undefined>(
		indicatorIds.map((indicator) => [indicator, statusOf(indicator, filesOf(indicator, window), request.files)]),
	);
	const indicators = indicatorIds.filter((indicator) => statuses.get(indicator) === undefined);
	const { files, withRiskCells = false } = request;
	const answers = await request.engine.run(planRun({ window, options, by, indicators, files, withRiskCells }));
	const quality = qualityResults(answers);
	const results = indicatorIds.flatMap((indicator): readonly IndicatorResult[] => {
		const status = statuses.get(indicator);
		if (status) return [status];
		const [total, ...groups] = valuesOf(indicator, by, answers, request.withChildren);
		const exceeded = exceededChecks(indicator, namesOf(filesOf(indicator, window)), quality);
		return [...(total ? [exceeded.length > 0 ? { ...total, exceededChecks: exceeded } : total] : []), ...groups];
	});
	const riskCells = indicators.flatMap((indicator) => riskCellsOf(indicator, answers));
	return { window: window.name, results, quality, ...(withRiskCells ? { riskCells } : {}) };
}

function statusOf(indicator: IndicatorId, needed: FileList | undefined, given: FileList): IndicatorStatus | undefined {
	if (needed === undefined) return { indicator, status: "not-applicable" };
	const missing = namesOf({
		afcars: needed.afcars.filter((period) => !given.afcars.includes(period)),
		ncands: needed.ncands.filter((year) => !given.ncands.includes(year)),
	});
	return missing.length > 0 ? { indicator, status: "needs-files", missing } : undefined;
}

/** "24A", "FY24". */
function namesOf(files: FileList | undefined): readonly string[] {
	return [...(files?.afcars ?? []), ...(files?.ncands ?? []).map(fiscalYearName)];
}
