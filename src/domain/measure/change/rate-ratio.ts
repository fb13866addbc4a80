import { incompleteBeta } from "./incomplete-beta.ts";
import type { Interval } from "./interval.ts";

/** Events, and the time or people among which they happened. */
export type EventRate = { readonly numerator: number; readonly denominator: number };

/** `mid-p` counts half of the chance of what was seen; `exact` all of it, which makes intervals wider than 95 percent. */
type Tail = "mid-p" | "exact";

/**
 * The ratio of two rates (first over second) with its conditional 95 percent interval: given how many events there were in both, those
 * of the first are a binomial count. The upper end is infinite where the second had none, the estimate NaN where neither had any.
 *
 * Throws a `RangeError` when a count is negative or a denominator is not above 0.
 */
export function rateRatio(first: EventRate, second: EventRate, tail: Tail = "mid-p"): Interval {
	for (const { numerator, denominator } of [first, second]) {
		if (!(denominator > 0 && Number.isInteger(numerator) && numerator >= 0))
			throw new RangeError(`${numerator} events in ${denominator} are not a rate.`);
	}
	const [count, all] = [first.numerator, first.numerator + second.numerator];
	const scale = second.denominator / first.denominator;
	const weight = tail === "mid-p" ? 0.5 : 1;
	const orMore = (least: number, chance: number) =>
		least <= 0 ? 1 : least > all ? 0 : incompleteBeta(chance, least, all - least + 1);
	const above = (chance: number) => (1 - weight) * orMore(count + 1, chance) + weight * orMore(count, chance);
	const notBelow = (chance: number) => (1 - weight) * orMore(count, chance) + weight * orMore(count + 1, chance);
	return {
		estimate: (first.numerator / second.numerator) * scale,
		lower: count === 0 ? 0 : scale * oddsWhere((chance) => above(chance) >= outside),
		upper: count === all ? Number.POSITIVE_INFINITY : scale * oddsWhere((chance) => notBelow(chance) >= 1 - outside),
	};
}

/** What the interval leaves out on each side. */
const outside = 0.025;

/** The odds at which a condition that holds for high chances begins to hold. */
function oddsWhere(holds: (chance: number) => boolean): number {
	let [low, high] = [-50, 50];
	for (let step = 0; step < 80; step += 1) {
		const middle = (low + high) / 2;
		if (holds(1 / (1 + Math.exp(-middle)))) high = middle;
		else low = middle;
	}
	return Math.exp((low + high) / 2);
}
