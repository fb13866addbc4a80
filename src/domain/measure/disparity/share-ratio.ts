import { type Interval, normalQuantile } from "../change/interval.ts";
import type { Share } from "../change/share-difference.ts";

/**
 * The ratio of two shares (first over second) with its 95 percent interval on the scale of logarithms (Katz). Only for counts that are
 * not small: a `RangeError` where a numerator is 0, or is no part of its denominator.
 */
export function shareRatio(first: Share, second: Share): Interval {
	for (const { numerator, denominator } of [first, second]) {
		if (!(numerator > 0 && numerator <= denominator))
			throw new RangeError(`${numerator} of ${denominator} has no ratio with an interval.`);
	}
	const estimate = (first.numerator * second.denominator) / (first.denominator * second.numerator);
	const variance = (share: Share) => 1 / share.numerator - 1 / share.denominator;
	const spread = Math.exp(normalQuantile * Math.sqrt(variance(first) + variance(second)));
	return { estimate, lower: estimate / spread, upper: estimate * spread };
}
