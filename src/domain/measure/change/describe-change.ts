import { addDays, type PlainDate } from "../../calendar/plain-date.ts";
import { formatValue } from "../format-value.ts";
import type { MeasureKind } from "../masking/published-family.ts";
import type { Direction } from "../measure-facts.ts";
import { type RateUnit, rate } from "../rate.ts";
import type { Interval } from "./interval.ts";
import { rateRatio } from "./rate-ratio.ts";
import { shareDifference } from "./share-difference.ts";

/** What was counted in a window. A count that is masked for the reader is null. */
export type CountedWindow = {
	/** "23A23B". */
	readonly name: string;
	readonly start: PlainDate;
	readonly end: PlainDate;
	readonly numerator: number | null;
	readonly denominator: number | null;
};

/** What is counted: a share of children or a rate, its unit, and the direction that is better. */
export type ChangeMeasure = { readonly kind: MeasureKind; readonly unit: RateUnit; readonly direction: Direction };

/** Whether a change is more than chance alone would make, or why that cannot be said. */
export type ChangeVerdict = "more-than-noise" | "within-noise" | "too-few" | "masked" | "no-earlier-window";

/** A change between two windows that do not overlap, in words. */
export type ChangeDescription = {
	readonly verdict: ChangeVerdict;
	readonly latest: CountedWindow | null;
	readonly earlier: CountedWindow | null;
	/** Of shares the difference (0.04 is four percentage points), of rates the ratio; null where nothing can be said. */
	readonly change: Interval | null;
	/** One or two plain sentences for the reader. */
	readonly sentence: string;
	/** How it was judged, in plain words. */
	readonly judgedBy: string;
};

/** Fewer children than this in a window, or events than that in both together, are too few to say. */
const fewestChildren = 30;
const fewestEvents = 10;

const judgedBy: Readonly<Record<MeasureKind, string>> = {
	share:
		"The two windows do not overlap. The difference of the shares has a 95% interval (Newcombe's, made of Wilson's score intervals); a change is more than noise when the interval leaves out 0. Children who were in care in both windows make the two a little alike, which the interval does not know.",
	rate: "The two windows do not overlap. The ratio of the rates has a 95% interval (conditional on all events, mid-P); a change is more than noise when the interval leaves out 1. Events of one child often come together, which the interval does not know: a change just beyond it deserves doubt.",
};

/**
 * Says in plain words what changed between the newest window and the newest one that does not overlap it (one year apart where all
 * windows were counted), and whether that is more than noise. Rolling windows share half a year, so neighbours are never compared.
 * Shares and rates are judged as `judgedBy` says; with fewer than 30 children in a window, or fewer than 10 events (of shares also
 * fewer than 10 children without) in both, nothing is said. A masked count is never used.
 */
export function describeChange(windows: readonly CountedWindow[], measure: ChangeMeasure): ChangeDescription {
	const inOrder = [...windows].sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
	const latest = inOrder.at(-1) ?? null;
	const earlier = (latest && inOrder.findLast(({ end }) => end < latest.start)) ?? null;
	const answer = (verdict: ChangeVerdict, sentence: string, change: Interval | null = null): ChangeDescription => ({
		...{ verdict, latest, earlier, change, sentence },
		judgedBy: judgedBy[measure.kind],
	});
	if (!latest) return answer("no-earlier-window", "Nothing has been counted.");
	if (!earlier) {
		const words = `${latest.name} is the only window so far that can be compared: the others overlap it.`;
		return answer("no-earlier-window", inOrder.length > 1 ? words : `${latest.name} is the only window so far.`);
	}
	const [now, then] = [countsOf(latest), countsOf(earlier)];
	if (!now || !then) {
		return answer("masked", `What changed from ${earlier.name} to ${latest.name} is not shown: a count is masked.`);
	}
	const apart = addDays(earlier.end, 1) === latest.start ? "one year apart" : "more than one year apart";
	const moved = `${movement(now, then, measure)} from ${earlier.name} to ${latest.name} (${apart}, so that they do not overlap)`;
	const lack = whatIsTooFew(now, then, measure.kind);
	if (lack)
		return answer("too-few", `Observed performance ${moved}. Too few to say whether that is more than noise: ${lack}.`);
	const change = measure.kind === "share" ? shareDifference(now, then) : rateRatio(now, then);
	const still = measure.kind === "share" ? 0 : 1;
	const isMore = change.lower > still || change.upper < still;
	const verdict = isMore ? "That is more than noise" : "That is no more than noise can make";
	return answer(
		isMore ? "more-than-noise" : "within-noise",
		`Observed performance ${moved}. ${verdict}: ${intervalWords(change, measure.kind)}.`,
		change,
	);
}

type Counts = { readonly numerator: number; readonly denominator: number };

function countsOf({ numerator, denominator }: CountedWindow): Counts | undefined {
	return numerator === null || denominator === null ? undefined : { numerator, denominator };
}

function movement(now: Counts, then: Counts, { unit, direction }: ChangeMeasure): string {
	const [value, before] = [now, then].map(({ numerator, denominator }) => rate(numerator, denominator, unit));
	if (value === null || value === undefined || before === null || before === undefined) return "cannot be compared";
	const [shown, shownBefore] = [formatValue(value, unit), formatValue(before, unit)];
	if (shown === shownBefore) return `stayed at ${shown}`;
	const rose = value > before;
	const wanted = rose === (direction === "up") ? "the desired direction" : "not the desired direction";
	return `${rose ? "rose" : "fell"} from ${shownBefore} to ${shown}, ${wanted},`;
}

function whatIsTooFew(now: Counts, then: Counts, kind: MeasureKind): string | undefined {
	if (now.denominator <= 0 || then.denominator <= 0) return "a window has nobody to count";
	const events = now.numerator + then.numerator;
	if (events < fewestEvents) return `fewer than ${fewestEvents} events in both windows together`;
	if (kind === "rate") return undefined;
	if (Math.min(now.denominator, then.denominator) < fewestChildren)
		return `a window has fewer than ${fewestChildren} children`;
	const without = now.denominator + then.denominator - events;
	return without < fewestEvents ? `fewer than ${fewestEvents} children without it in both windows together` : undefined;
}

function intervalWords({ lower, upper }: Interval, kind: MeasureKind): string {
	const signed = (value: number, digits: number) => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(digits)}`;
	return kind === "share"
		? `the 95% interval of the difference is ${signed(lower * 100, 1)} to ${signed(upper * 100, 1)} percentage points`
		: `the 95% interval of the ratio is ${lower.toFixed(2)} to ${Number.isFinite(upper) ? upper.toFixed(2) : "no end"}`;
}
