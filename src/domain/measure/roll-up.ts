import type { PlainDate } from "../calendar/plain-date.ts";
import { isSmallCount, maskFigure } from "./masking.ts";
import type { Observation, Unit, Withheld } from "./measure-facts.ts";
import { isRateUnit, rate } from "./rate.ts";

/** Why a place does not count in the sum. */
export type LeftOut = "no-figure" | "another-period" | "no-counts";

export const leftOutWords: Readonly<Record<LeftOut, string>> = {
	"no-figure": "No figure of this measure yet.",
	"another-period": "Its newest figure is of another period.",
	"no-counts": "Its source gives only the rate, without numerator and denominator.",
};

/** Several places as one: their numerators over their denominators, of the same period. */
export type RollUp<Place> = {
	readonly periodStart: PlainDate;
	readonly periodEnd: PlainDate;
	readonly numerator: number;
	readonly denominator: number;
	readonly value: number;
	readonly counted: readonly Place[];
	readonly leftOut: readonly { readonly place: Place; readonly why: LeftOut }[];
	/** The sum would give a masked place away to whoever takes the other places from it. */
	readonly withheld: Withheld;
};

type Row<Place> = { readonly place: Place; readonly observation: Observation | undefined };

/**
 * Adds up places from numerators and denominators, never from percentages (INT-10, INT-11): the newest period that any of
 * them has decides, and places with another period or without both counts are named as left out. Undefined where nothing can
 * be added up: no counts at all, a denominator of nothing, or a unit that is no rate.
 */
export function rollUp<Place>(rows: readonly Row<Place>[], unit: Unit): RollUp<Place> | undefined {
	if (!isRateUnit(unit)) return undefined;
	const newest = rows
		.flatMap(({ observation }) => (observation && countsOf(observation) ? [observation] : []))
		.reduce<Observation | undefined>(
			(last, each) => (last && last.periodEnd >= each.periodEnd ? last : each),
			undefined,
		);
	if (!newest) return undefined;
	const counted: Place[] = [];
	const small: number[] = [];
	const leftOut: { place: Place; why: LeftOut }[] = [];
	let [numerator, denominator] = [0, 0];
	for (const { place, observation } of rows) {
		const counts = observation && countsOf(observation);
		if (!observation) leftOut.push({ place, why: "no-figure" });
		else if (!counts) leftOut.push({ place, why: "no-counts" });
		else if (observation.periodEnd !== newest.periodEnd || observation.periodStart !== newest.periodStart)
			leftOut.push({ place, why: "another-period" });
		else {
			counted.push(place);
			if (maskFigure(observation, unit).value.masked) small.push(counts.numerator);
			numerator += counts.numerator;
			denominator += counts.denominator;
		}
	}
	const value = rate(numerator, denominator, unit);
	if (value === null) return undefined;
	// One masked place is what is left when the others are taken away; several are their sum.
	const isGivenAway = small.length === 1 || isSmallCount(small.reduce((sum, each) => sum + each, 0));
	return {
		...{ periodStart: newest.periodStart, periodEnd: newest.periodEnd },
		...{ numerator, denominator, value, counted, leftOut, withheld: isGivenAway ? "both" : "nothing" },
	};
}

/** Why the newest figure of a place can be added to no other; undefined where it can. */
export function whyNotAdded(observation: Observation | null): LeftOut | undefined {
	if (!observation) return "no-figure";
	return countsOf(observation) ? undefined : "no-counts";
}

function countsOf({ numerator, denominator }: Observation): { numerator: number; denominator: number } | undefined {
	return numerator === null || denominator === null ? undefined : { numerator, denominator };
}
