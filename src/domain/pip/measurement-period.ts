import { addDays, formatDate, monthsBetween, type PlainDate } from "../calendar/plain-date.ts";
import type { ItemGoalRules } from "./pip-rules.ts";

/** What was found in one measurement period. Shares are 0 to 1; null where they were not stated. */
export type MeasuredPeriod = {
	readonly periodStart: PlainDate;
	readonly periodEnd: PlainDate;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly value: number | null;
	readonly metroShare: number | null;
	readonly fosterShare: number | null;
	/** Same schedule of reviews and same quality assurance as for the baseline. */
	readonly sameMethod: boolean;
	/** The federal agency has confidence in the accuracy. */
	readonly accepted: boolean;
};

export type BaselineMix = {
	readonly applicable: number | null;
	readonly metroShare: number | null;
	readonly fosterShare: number | null;
};

/** Why a period cannot count, in plain words; empty when it can. Source of each rule: the edition's `items.period`. */
export function periodFaults(
	period: MeasuredPeriod,
	baseline: BaselineMix,
	{ period: rules }: ItemGoalRules,
): readonly string[] {
	const faults: string[] = [];
	if (monthsBetween(period.periodStart, addDays(period.periodEnd, 1)) < rules.months) {
		faults.push(
			`${formatDate(period.periodStart)} to ${formatDate(period.periodEnd)} is less than ${rules.months} months.`,
		);
	}
	const cases = period.denominator ?? 0;
	if (baseline.applicable !== null && cases < baseline.applicable) {
		faults.push(`The item applied to fewer cases than in the baseline.`);
	}
	faults.push(
		...shareFault(
			"The share of cases from the largest metropolitan area",
			period.metroShare,
			baseline.metroShare,
			rules.tolerance,
		),
		...shareFault("The share of foster care cases", period.fosterShare, baseline.fosterShare, rules.tolerance),
	);
	if (!period.sameMethod) faults.push("Schedule and quality assurance of the reviews differ from the baseline's.");
	if (!period.accepted) faults.push("The federal agency has not said that it has confidence in the results.");
	return faults;
}

function shareFault(what: string, now: number | null, then: number | null, tolerance: number): readonly string[] {
	if (then === null) return [];
	if (now === null) return [`${what} is not stated.`];
	// In whole hundredths of a point, so that 0.35 against 0.30 is exactly 5 points.
	const apart = Math.abs(Math.round(now * 10_000) - Math.round(then * 10_000));
	if (apart <= Math.round(tolerance * 10_000)) return [];
	return [`${what} is more than ${tolerance * 100} points away from the baseline's.`];
}

/** What was reached in a period: numerator over denominator, or the value where only that is known. */
export function reachedIn(period: MeasuredPeriod): number | null {
	if (period.numerator !== null && period.denominator) return period.numerator / period.denominator;
	return period.value;
}

export type ItemStanding = {
	readonly state: "no-goal" | "not-measured" | "not-met" | "exempt" | "met";
	/** The end of the period in which it was met. */
	readonly periodEnd: PlainDate | null;
};

export const standingLabels: Readonly<Record<ItemStanding["state"], string>> = {
	"no-goal": "No goal yet",
	"not-measured": "Not measured yet",
	"not-met": "Not met yet",
	exempt: "No increase asked",
	met: "Met",
};

/**
 * How a measure of the plan stands. Reached once in any period that counts, its measurement is complete and stays so, whatever
 * comes after (one period is enough; whether two in a row were ever asked is not known).
 */
export function itemStanding(
	goal: number | null,
	better: "higher" | "lower",
	periods: readonly (MeasuredPeriod & { readonly faults: readonly string[] })[],
	exempt = false,
): ItemStanding {
	if (exempt) return { state: "exempt", periodEnd: null };
	if (goal === null) return { state: "no-goal", periodEnd: null };
	const counting = periods
		.filter(({ faults }) => faults.length === 0)
		.toSorted((a, b) => (a.periodEnd < b.periodEnd ? -1 : 1));
	const met = counting.find((each) => {
		const value = reachedIn(each);
		return value !== null && (better === "higher" ? value >= goal : value <= goal);
	});
	if (met) return { state: "met", periodEnd: met.periodEnd };
	return { state: counting.length === 0 ? "not-measured" : "not-met", periodEnd: null };
}
