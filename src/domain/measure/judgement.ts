import { formatPair } from "./format-value.ts";
import type { Direction, Unit } from "./measure-facts.ts";
import { type Standard, standardKindWords } from "./standard.ts";

export type Verdict = "meets" | "below" | "no-standard" | "not-comparable";

/** What a figure says against its standard, with the reason in one plain sentence for the person who reads it. */
export interface Judgement {
	readonly verdict: Verdict;
	readonly reason: string;
}

/** What is compared: the unit and the direction that is better. Never assume that more is better. */
export interface Comparison {
	readonly unit: Unit;
	/** Null where neither more nor less is better, or where it is not known. */
	readonly direction: Direction | null;
}

/** Differences below this are noise of number formats (94.60000000000001 out of a spreadsheet), not of performance. */
const noise = 1e-9;

/**
 * Holds an observed figure against a standard. `below` means that it falls short, whichever direction is better: a median
 * of 8 months is below a standard of 5.4 months.
 *
 * - No standard: `no-standard` (SIP-40: in the first years only federal indicators have one).
 * - National performance (federal rounds 3 and 4): `not-comparable`, always. Observed figures carry the mix of a county's
 *   children; only the imported risk-standardized figure with its interval may be held against it (design, invariant 9).
 * - Another unit, or no known direction: `not-comparable`.
 *
 * The comparison is made on the unrounded figure; the reason shows both with enough decimals to see the difference.
 */
export function judge(
	observation: { readonly value: number },
	{ unit, direction }: Comparison,
	standard: Standard | null,
): Judgement {
	if (!standard) return { verdict: "no-standard", reason: "No standard is set for this indicator." };
	const name = standardKindWords[standard.kind];
	const refuse = (reason: string): Judgement => ({ verdict: "not-comparable", reason });
	if (standard.kind === "national-performance")
		return refuse(
			"Observed figures are not compared with national performance: only the risk-standardized figure from the state's data profile may be.",
		);
	if (standard.unit !== unit)
		return refuse(`The figure and the ${name} are in different units, so they are not compared.`);
	if (!Number.isFinite(observation.value)) return refuse("There is no figure to compare.");
	if (direction === null)
		return refuse(`It is not settled whether more or less is better, so the figure is not compared with the ${name}.`);

	const distance = (observation.value - standard.value) * (direction === "up" ? 1 : -1);
	const meets = distance >= -noise;
	const shown = formatPair(Math.abs(distance) < noise ? standard.value : observation.value, standard.value, unit);
	const side = direction === "up" ? "or more" : "or less";
	return meets
		? { verdict: "meets", reason: `${shown.value} meets the ${name} of ${shown.standard} ${side}.` }
		: { verdict: "below", reason: `${shown.value} falls short of the ${name} of ${shown.standard} ${side}.` };
}
