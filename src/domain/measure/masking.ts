import type { Observation, Unit } from "./measure-facts.ts";
import { isRateUnit, rate } from "./rate.ts";

/**
 * Masking of small numbers, first part: one figure on its own (design, invariant 6). Counts of 1 to 10 are masked, and so
 * is everything worked out from them; 0 is shown (California Health and Human Services, Data De-Identification Guidelines
 * 4.4; the California Child Welfare Indicators Project does the same). Masking the neighbours from which a masked cell
 * could be worked out by subtraction across rows is not done here.
 */

/** A number that may be shown, or the fact that it may not. The number itself is never inside a masked one. */
export type Shown = { readonly masked: false; readonly value: number } | { readonly masked: true };

/** What stands in the place of a masked number, and what it means. */
export const maskedMark = "*";
export const maskedWords = "Not shown, because it is or rests on a count of 1 to 10.";

const masked: Shown = { masked: true };

/** True for a count from which a child could be recognized: more than 0 and less than 11. */
export function isSmallCount(count: number): boolean {
	return count > 0 && count < 11;
}

/** A count as the public may see it: 1 to 10 masked, 0 shown. */
export function maskCount(count: number): Shown {
	return isSmallCount(count) ? masked : { masked: false, value: count };
}

/** One figure as the public may see it. Null stays null: the source did not give that number. */
export interface MaskedFigure {
	readonly numerator: Shown | null;
	readonly denominator: Shown | null;
	readonly value: Shown;
}

/**
 * A figure with its counts as the public may see it.
 *
 * - A numerator or denominator of 1 to 10 is masked, and the value with it.
 * - In percent, the rest (denominator less numerator) of 1 to 10 masks numerator and value as well while the denominator
 *   is shown: 96 of 100 would give away 4.
 * - A count that the source left out but that follows from the value and the other count is judged as if it stood there:
 *   7.0% of 57 gives away 4.
 * - What was withheld when the figure was counted stays masked: it would give a small number of another place away.
 * - A figure given without any count (a median, an old plan) is shown: nothing is known that could be small.
 */
export function maskFigure(
	figure: Pick<Observation, "numerator" | "denominator" | "value" | "withheld">,
	unit: Unit,
): MaskedFigure {
	const { numerator, denominator, value, withheld = "nothing" } = figure;
	const small = (count: number | null) => count !== null && isSmallCount(count);
	const known = fillCounts(figure, unit);
	const smallRest = unit === "percent" && small(difference(known.denominator, known.numerator));
	const [keepsNumerator, keepsDenominator] = [
		withheld === "numerator" || withheld === "both",
		withheld === "denominator" || withheld === "both",
	];
	const hideNumerator = keepsNumerator || small(known.numerator) || (smallRest && !small(known.denominator));
	const hideDenominator = keepsDenominator || small(denominator);
	const hideValue = hideNumerator || hideDenominator || small(known.denominator) || (unit === "count" && small(value));
	const show = (count: number | null, hide: boolean): Shown | null =>
		count === null ? null : hide ? masked : { masked: false, value: count };
	return {
		numerator: show(numerator, hideNumerator),
		denominator: show(denominator, hideDenominator),
		value: hideValue ? masked : { masked: false, value },
	};
}

type Counts = Pick<Observation, "numerator" | "denominator">;

function difference(a: number | null, b: number | null): number | null {
	return a === null || b === null ? null : a - b;
}

/** The counts of a figure, with the one that is missing worked out from the value where that can be done. */
function fillCounts({ numerator, denominator, value }: Counts & { value: number }, unit: Unit): Counts {
	if (!isRateUnit(unit) || value === 0) return { numerator, denominator };
	const scale = rate(1, 1, unit) ?? 1;
	if (numerator === null && denominator !== null) return { numerator: (value * denominator) / scale, denominator };
	if (numerator !== null && denominator === null) return { numerator, denominator: (numerator * scale) / value };
	return { numerator, denominator };
}
