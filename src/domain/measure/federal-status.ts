import type { FederalStatus } from "./federal-result.ts";
import { judgeInterval } from "./judge-interval.ts";
import type { Direction } from "./measure-facts.ts";

/** The 95 percent interval of risk-standardized performance, in the indicator's unit. */
export type RiskStandardizedInterval = { readonly lower: number; readonly upper: number };

/** National performance as the rule needs it; `decimals` is the precision that profiles show. */
export type ComparedPerformance = {
	readonly value: number;
	readonly direction: Direction;
	readonly decimals: number;
};

/**
 * Option `compareAtDisplayPrecision` (indicators, section 9): `yes` compares what the profile shows (percent with one decimal, rates
 * with two), `raw` the numbers as they are.
 */
export type CompareAtDisplayPrecision = "yes" | "raw";

/**
 * The federal status of a State on an indicator (indicators, section 2.2): `better` when the whole interval lies on the desirable
 * side of national performance, `worse` when it lies on the other, `no-different` when it contains it, its ends included;
 * `not-calculated` without an interval. Observed performance is no part of the rule and cannot be given to it (section 2.3).
 */
export function judgeFederalResult(
	interval: RiskStandardizedInterval | null,
	national: ComparedPerformance,
	compareAtDisplayPrecision: CompareAtDisplayPrecision = "yes",
): FederalStatus {
	if (!interval) return "not-calculated";
	const decimals = compareAtDisplayPrecision === "raw" ? undefined : national.decimals;
	return judgeInterval(interval, national.value, { direction: national.direction, decimals });
}
