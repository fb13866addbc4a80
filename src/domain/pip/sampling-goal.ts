import type { ItemGoalRules } from "./pip-rules.ts";

/** The baseline of a case review item: cases rated a Strength among those to which the item applied. */
export type ItemBaseline = { readonly strengths: number; readonly applicable: number };

/** A goal for a case review item, with each step of the arithmetic. All shares are 0 to 1. */
export type SamplingGoal = {
	readonly baseline: number;
	/** sqrt(p * (1 - p) / n) */
	readonly standardError: number;
	readonly z: number;
	/** What is added to the baseline before the overlap is taken into account. */
	readonly margin: number;
	/** 1 where baseline and implementation do not overlap. */
	readonly overlapFactor: number;
	readonly goal: number;
	/** The baseline is so high that no more is asked. */
	readonly exempt: boolean;
};

/**
 * The goal of a case review item: the baseline plus its sampling error, p + z * sqrt(p * (1 - p) / n). Where the baseline was
 * measured while the PIP was already under way, part of the improvement is in it, and less is added. A baseline above the
 * threshold is kept, not raised. Every constant comes from the edition's data with its source.
 * Throws a `RangeError` for counts that cannot be.
 */
export function samplingGoal(
	{ strengths, applicable }: ItemBaseline,
	rules: ItemGoalRules,
	options: { readonly safety: boolean; readonly overlapMonths: number },
): SamplingGoal {
	if (!Number.isInteger(applicable) || applicable < 1) {
		throw new RangeError("A baseline needs at least 1 case to which the item applied.");
	}
	if (!Number.isInteger(strengths) || strengths < 0 || strengths > applicable) {
		throw new RangeError(`The cases rated a Strength must be a whole number from 0 to ${applicable}.`);
	}
	const baseline = strengths / applicable;
	const standardError = Math.sqrt((baseline * (1 - baseline)) / applicable);
	const margin = rules.z * standardError;
	const overlapFactor = overlapFactorOf(options.overlapMonths, rules);
	const threshold = options.safety ? rules.noIncreaseFrom.safety : rules.noIncreaseFrom.other;
	const exempt = threshold !== null && baseline >= threshold;
	return {
		...{ baseline, standardError, z: rules.z, margin, overlapFactor, exempt },
		goal: exempt ? baseline : Math.min(1, baseline + margin * overlapFactor),
	};
}

/** 1 - months / divisor, for at most so many months. */
export function overlapFactorOf(months: number, { overlap }: ItemGoalRules): number {
	return 1 - Math.min(Math.max(months, 0), overlap.maxMonths) / overlap.divisorMonths;
}
