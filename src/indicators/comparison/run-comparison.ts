import { type IndicatorId, indicatorIds } from "../engine/indicator.ts";
import { IndicatorRequestError } from "../engine/request-error.ts";
import type { IndicatorStatus } from "../engine/results.ts";
import { type IndicatorsRequest, runIndicators } from "../engine/run-indicators.ts";
import { type CountyComparison, compareCounties, type NoComparison } from "./compare-counties.ts";
import { localApproximationWords } from "./comparison-words.ts";

export type ComparisonResult = CountyComparison | NoComparison | IndicatorStatus;

/** The JSON of `throughline compare-counties --json`. */
export type ComparisonResults = {
	readonly window: string;
	/** That these are no federal figures. */
	readonly about: string;
	readonly comparisons: readonly ComparisonResult[];
};

/**
 * Compares the counties of the files on these indicators, or on all. Throws `IndicatorRequestError` for a window or option that is
 * not known.
 */
export async function runComparison(
	request: Omit<IndicatorsRequest, "by" | "withRiskCells">,
	asked: readonly IndicatorId[] = indicatorIds,
): Promise<ComparisonResults> {
	const { window, results, riskCells = [] } = await runIndicators({ ...request, withRiskCells: true });
	const comparisons = asked.flatMap((indicator): readonly ComparisonResult[] => {
		const result = results.find((each) => each.indicator === indicator);
		if (result === undefined) return [];
		if ("status" in result) return [result];
		return [
			compareCounties(
				indicator,
				riskCells.filter((each) => each.indicator === indicator),
			),
		];
	});
	return { window, about: localApproximationWords, comparisons };
}

/** Reads "P1,P4"; all indicators where nothing is given. Throws `IndicatorRequestError` for one that is not known. */
export function readIndicators(text: string | undefined): readonly IndicatorId[] {
	if (text === undefined) return indicatorIds;
	const names = text.split(",").map((each) => each.trim().toUpperCase());
	for (const name of names) {
		if (indicatorIds.some((each) => each === name)) continue;
		throw new IndicatorRequestError(
			`"${name}" is not an indicator. Choose of ${indicatorIds.join(", ")}, with commas between.`,
		);
	}
	return indicatorIds.filter((each) => names.includes(each));
}
