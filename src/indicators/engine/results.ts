import type { Answers } from "./engine.ts";
import { compareGroups, type Group, type Grouping, groupings } from "./groups.ts";
import { type IndicatorId, measureKinds, observedScale } from "./indicator.ts";
import type { QualityResult } from "./quality-checks.ts";
import type { RiskCell } from "./risk-cells.ts";
import { countStep } from "./steps.ts";

/** One number of an indicator. Units: S1 per 100,000 days, P5 per 1,000 days, the others percent; never rounded. */
export type IndicatorValue = {
	readonly indicator: IndicatorId;
	/** `{}` is the total, which comes first. */
	readonly group: Group;
	readonly numerator: number;
	readonly denominator: number;
	/** How many children days are about; only when asked for (`withChildren`), to mask by, and never printed. */
	readonly children?: number;
	/** Null when the denominator is 0. */
	readonly observed: number | null;
	/** Data-quality checks over their limit that put this indicator in doubt (only on the total, and only when there are any). */
	readonly exceededChecks?: readonly string[];
};

/** An indicator that could not be counted. */
export type IndicatorStatus =
	| { readonly indicator: IndicatorId; readonly status: "needs-files"; readonly missing: readonly string[] }
	| { readonly indicator: IndicatorId; readonly status: "not-applicable" };

export type IndicatorResult = IndicatorValue | IndicatorStatus;

/** What a run gives: the JSON of `throughline indicators --json`. */
export type IndicatorResults = {
	readonly window: string;
	readonly results: readonly IndicatorResult[];
	readonly quality: readonly QualityResult[];
	/** Only when asked for (`withRiskCells`); never printed. */
	readonly riskCells?: readonly RiskCell[];
};

/** The values of one indicator: its total, then the groups that have a denominator, in order. */
export function valuesOf(
	indicator: IndicatorId,
	by: readonly Grouping[],
	answers: Answers,
	withChildren = false,
): readonly IndicatorValue[] {
	// Of a rate alone: the counts of a share are of children.
	const isAsked = withChildren && measureKinds[indicator] === "rate";
	const rows = (answers[countStep(indicator)] ?? []).map((row) => ({
		...value(
			indicator,
			Object.fromEntries(by.map((grouping) => [grouping, String(row[groupings[grouping]])])),
			Number(row.numerator ?? 0),
			Number(row.denominator ?? 0),
		),
		...(isAsked ? { children: Number(row.children ?? 0) } : {}),
	}));
	const sum = (field: "numerator" | "denominator") => rows.reduce((total, row) => total + row[field], 0);
	const groups = by.length === 0 ? [] : rows.filter((row) => row.denominator > 0);
	return [
		{
			...value(indicator, {}, sum("numerator"), sum("denominator")),
			...(isAsked ? { children: rows.reduce((total, row) => total + (row.children ?? 0), 0) } : {}),
		},
		...groups.sort((a, b) => compareGroups(a.group, b.group)),
	];
}

function value(indicator: IndicatorId, group: Group, numerator: number, denominator: number): IndicatorValue {
	const observed = denominator === 0 ? null : (numerator / denominator) * observedScale[indicator];
	return { indicator, group, numerator, denominator, observed };
}
