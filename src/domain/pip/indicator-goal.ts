import type { IndicatorGoalRules } from "./pip-rules.ts";

/**
 * What a goal for a statewide data indicator is worked out from. Only observed performance: the risk-standardized value that
 * decides conformity is not what a PIP is measured by, and the two never meet.
 */
export type IndicatorBaseline = {
	readonly performance: "observed";
	/** The most recent year before the PIP. */
	readonly baseline: number;
	/** Grand mean and standard deviation of the three most recent years, from resampling. */
	readonly mean: number;
	readonly deviation: number;
	readonly better: "higher" | "lower";
};

/** The least and the greatest factor that is asked: the 20th and 80th percentile of all States' factors. */
export type FactorBounds = { readonly floor: number | null; readonly cap: number | null };

export type IndicatorGoal = {
	/** (m + 4s) / m, or (m - 4s) / m where lower is better. */
	readonly rawFactor: number;
	readonly factor: number;
	readonly bounded: "floor" | "cap" | null;
	readonly goal: number;
};

/** The goal of a statewide data indicator: observed baseline times the improvement factor, kept between its bounds. */
export function indicatorGoal(
	{ baseline, mean, deviation, better }: IndicatorBaseline,
	{ floor, cap }: FactorBounds,
	rules: IndicatorGoalRules,
): IndicatorGoal {
	const rawFactor = factorOf(mean, deviation, better === "higher" ? rules.deviations : -rules.deviations);
	if (floor !== null && cap !== null && floor > cap)
		throw new RangeError("The floor of the factor lies above its cap.");
	const bounded = floor !== null && rawFactor < floor ? "floor" : cap !== null && rawFactor > cap ? "cap" : null;
	const factor = bounded === "floor" ? (floor as number) : bounded === "cap" ? (cap as number) : rawFactor;
	return { rawFactor, factor, bounded, goal: baseline * factor };
}

/**
 * How far the companion of an indicator may move the wrong way: the mirror image of its own goal. Entries to permanency and
 * reentries guard each other so that neither is reached at the other's cost.
 */
export function companionThreshold(
	{ baseline, mean, deviation, better }: IndicatorBaseline,
	rules: IndicatorGoalRules,
): number {
	return baseline * factorOf(mean, deviation, better === "higher" ? -rules.deviations : rules.deviations);
}

/** Does the companion stay on the good side of its threshold? */
export function staysInside(value: number, threshold: number, better: "higher" | "lower"): boolean {
	return better === "higher" ? value >= threshold : value <= threshold;
}

function factorOf(mean: number, deviation: number, deviations: number): number {
	if (!(mean > 0) || !(deviation >= 0)) {
		throw new RangeError("The mean must be above 0, and the standard deviation 0 or more.");
	}
	return (mean + deviations * deviation) / mean;
}
