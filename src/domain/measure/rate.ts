import type { Unit } from "./measure-facts.ts";

const perUnit = {
	percent: 100,
	"per-1000": 1_000,
	"per-1000-days": 1_000,
	"per-100000-days": 100_000,
	ratio: 1,
} as const satisfies Partial<Record<Unit, number>>;

/** Units whose value is a numerator over a denominator. Medians in months and plain counts are not. */
export type RateUnit = keyof typeof perUnit;

/** True when a value in this unit is worked out from a numerator and a denominator. */
export function isRateUnit(unit: Unit): unit is RateUnit {
	return Object.hasOwn(perUnit, unit);
}

/**
 * The rate of `numerator` over `denominator` in a unit: 376 of 500 is 75.2 in percent. Null when the denominator is 0,
 * because nothing was there to count.
 *
 * Multiplies before it divides, so that whole counts give the same number as the decimal that a person would write, and
 * a figure that equals its standard never seems to miss it by a rounding error.
 *
 * Throws a `RangeError` when a count is negative or not finite.
 */
export function rate(numerator: number, denominator: number, unit: RateUnit): number | null {
	for (const count of [numerator, denominator]) {
		if (!Number.isFinite(count) || count < 0) throw new RangeError(`A count must be 0 or more, not ${count}.`);
	}
	return denominator === 0 ? null : (numerator * perUnit[unit]) / denominator;
}
