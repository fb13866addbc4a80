import type { FederalStatus } from "./federal-result.ts";
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

/** Noise of number formats, below which two numbers are the same. */
const noise = 1e-9;

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
	const shown = (value: number) => (compareAtDisplayPrecision === "raw" ? value : roundTo(value, national.decimals));
	const [lower, value, upper] = [shown(interval.lower), shown(national.value), shown(interval.upper)];
	if (lower - value > noise) return national.direction === "up" ? "better" : "worse";
	if (value - upper > noise) return national.direction === "up" ? "worse" : "better";
	return "no-different";
}

/** Half rounds up, as on paper: 9.065 is 9.07, although its binary form lies just below. */
function roundTo(value: number, decimals: number): number {
	const scale = 10 ** decimals;
	return Math.round(value * scale + noise) / scale;
}
