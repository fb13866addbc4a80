import { type Interval, normalQuantile } from "./interval.ts";

/** How many of how many. */
export type Share = { readonly numerator: number; readonly denominator: number };

/**
 * The difference of two shares (later less earlier, each from 0 to 1) with Newcombe's hybrid score interval at 95 percent: Wilson's
 * interval of each share, put together (Newcombe 1998, method 10). It never leaves -1 to 1 and works where a share is 0 or 1.
 *
 * Throws a `RangeError` when a share is not one.
 */
export function shareDifference(later: Share, earlier: Share): Interval {
	const [one, other] = [wilson(later), wilson(earlier)];
	const estimate = one.estimate - other.estimate;
	return {
		estimate,
		lower: estimate - Math.hypot(one.estimate - one.lower, other.upper - other.estimate),
		upper: estimate + Math.hypot(one.upper - one.estimate, other.estimate - other.lower),
	};
}

/** Wilson's score interval of one share, without correction for continuity. */
function wilson({ numerator, denominator }: Share): Interval {
	if (!(denominator > 0 && numerator >= 0 && numerator <= denominator))
		throw new RangeError(`${numerator} of ${denominator} is not a share.`);
	const estimate = numerator / denominator;
	const square = normalQuantile ** 2;
	const middle = 2 * numerator + square;
	const half = normalQuantile * Math.sqrt(square + 4 * numerator * (1 - estimate));
	const scale = 2 * (denominator + square);
	return { estimate, lower: Math.max(0, (middle - half) / scale), upper: Math.min(1, (middle + half) / scale) };
}
