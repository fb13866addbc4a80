import { maskedMark, maskedWords } from "../../../domain/measure/masking.ts";
import type { PublicResults, PublicValue } from "../../../indicators/engine/public-results.ts";
import type { IndicatorResults, IndicatorValue } from "../../../indicators/engine/results.ts";
import { alignColumns } from "./align-columns.ts";

const units = { S1: "per 100,000 days", P5: "per 1,000 days" } as const;

/** The results as a table that a person can read: one line a number, then the data-quality checks over their limit. */
export function indicatorTable({ window, results, quality }: IndicatorResults | PublicResults): string {
	const lines = results.map((result) => {
		if (!("status" in result)) return valueCells(result);
		const why = result.status === "needs-files" ? `needs ${result.missing.join(", ")}` : "not counted in this window";
		return [result.indicator, "", "", "", why];
	});
	const exceeded = quality.filter((each) => each.exceeded);
	const isMasked = [...results, ...quality].some((each) => "masked" in each && each.masked);
	return [
		`Window ${window}. Observed performance: not to be held against national performance.`,
		"",
		...alignColumns([["Indicator", "Group", "Numerator", "Denominator", "Observed"], ...lines], [2, 3]),
		"",
		exceeded.length === 0 ? "No data-quality check is over its limit." : "Data-quality checks over their limit:",
		...exceeded.map(
			({ check, system, period, percent, limit, ...rest }) =>
				`  ${check}, ${system} ${period}: ${percent === null ? nothing(rest) : `${percent.toFixed(1)} percent`} (limit ${limit})`,
		),
		...(isMasked ? ["", `${maskedMark} ${maskedWords} Some others are masked so that none can be worked out.`] : []),
	].join("\n");
}

function valueCells({ indicator, group, numerator, denominator, observed, ...rest }: IndicatorValue | PublicValue) {
	const name = Object.values(group).join(", ") || "all";
	const unit = indicator in units ? units[indicator as keyof typeof units] : "percent";
	const value = observed === null ? nothing(rest) : `${observed.toFixed(unit === "percent" ? 1 : 2)} ${unit}`;
	return [indicator, name, count(numerator), count(denominator), value];
}

function count(value: number | null): string {
	return value === null ? maskedMark : value.toLocaleString("en-US");
}

/** What stands where there is no number. */
function nothing(about: object): string {
	return "masked" in about && about.masked ? maskedMark : "none";
}
