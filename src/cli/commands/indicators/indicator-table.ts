import type { IndicatorResults, IndicatorValue } from "../../../indicators/engine/results.ts";
import { alignColumns } from "./align-columns.ts";

const units = { S1: "per 100,000 days", P5: "per 1,000 days" } as const;

/** The results as a table that a person can read: one line a number, then the data-quality checks over their limit. */
export function indicatorTable({ window, results, quality }: IndicatorResults): string {
	const lines = results.map((result) => {
		if (!("status" in result)) return valueCells(result);
		const why = result.status === "needs-files" ? `needs ${result.missing.join(", ")}` : "not counted in this window";
		return [result.indicator, "", "", "", why];
	});
	const exceeded = quality.filter((each) => each.exceeded);
	return [
		`Window ${window}. Observed performance: not to be held against national performance.`,
		"",
		...alignColumns([["Indicator", "Group", "Numerator", "Denominator", "Observed"], ...lines], [2, 3]),
		"",
		exceeded.length === 0 ? "No data-quality check is over its limit." : "Data-quality checks over their limit:",
		...exceeded.map(
			({ check, system, period, percent, limit }) =>
				`  ${check}, ${system} ${period}: ${percent === null ? "none" : `${percent.toFixed(1)} percent`} (limit ${limit})`,
		),
	].join("\n");
}

function valueCells({ indicator, group, numerator, denominator, observed }: IndicatorValue): readonly string[] {
	const name = Object.values(group).join(", ") || "all";
	const unit = indicator in units ? units[indicator as keyof typeof units] : "percent";
	const value = observed === null ? "none" : `${observed.toFixed(unit === "percent" ? 1 : 2)} ${unit}`;
	return [indicator, name, numerator.toLocaleString("en-US"), denominator.toLocaleString("en-US"), value];
}
