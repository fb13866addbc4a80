import type { Direction } from "./measure-facts.ts";

/** Where the whole of an interval lies beside a value: on its desirable side, on the other, or around it (its ends included). */
export type IntervalJudgement = "better" | "no-different" | "worse";

/** Noise of number formats, below which two numbers are the same. */
const noise = 1e-9;

/**
 * Judges an interval against a value. With `decimals` both are first brought to the precision that is shown, so that the judgement is
 * that of the numbers on paper.
 */
export function judgeInterval(
	interval: { readonly lower: number; readonly upper: number },
	value: number,
	{ direction, decimals }: { readonly direction: Direction; readonly decimals?: number | undefined },
): IntervalJudgement {
	const shown = (each: number) => (decimals === undefined ? each : roundTo(each, decimals));
	const [lower, middle, upper] = [shown(interval.lower), shown(value), shown(interval.upper)];
	if (lower - middle > noise) return direction === "up" ? "better" : "worse";
	if (middle - upper > noise) return direction === "up" ? "worse" : "better";
	return "no-different";
}

/** Half rounds up, as on paper: 9.065 is 9.07, although its binary form lies just below. */
function roundTo(value: number, decimals: number): number {
	const scale = 10 ** decimals;
	return Math.round(value * scale + noise) / scale;
}
