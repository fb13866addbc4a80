import type { Interval } from "../change/interval.ts";
import { rateRatio } from "../change/rate-ratio.ts";
import type { MeasureKind } from "../masking/published-family.ts";
import { shareRatio } from "./share-ratio.ts";

/** What was counted of a group. A count that is masked for the reader is null. Groups never overlap. */
export type GroupCount = {
	readonly group: string;
	readonly numerator: number | null;
	readonly denominator: number | null;
};

/** How a group stands to the reference group, or why that cannot be said. */
export type Disparity = {
	readonly group: string;
	/** The group's rate over that of the reference: 2 is twice as much. Null where it is not shown. */
	readonly index: Interval | null;
	readonly reason: "" | "reference" | "masked" | "too-few";
};

/** Counts below this are masked in publications, and an index of them would tell them. */
const fewestEvents = 11;

/**
 * The disparity index of each group: its rate divided by that of the reference group (such as White), or of all other groups together,
 * with its 95 percent interval: of shares on the scale of logarithms, of rates conditional mid-P. The foster care entry rate is one of
 * rates: entries of a group over its children in the population.
 *
 * Nothing is said where a count is masked, or where group or reference has fewer than 11 events or (of shares) fewer than 11 children
 * without: an index of two small counts says little and gives them away. With `all-others`, one masked group masks all: its counts
 * would follow from the others.
 *
 * Throws a `RangeError` when the reference group is not among the groups, or a group stands there twice.
 */
export function disparityIndex(
	groups: readonly GroupCount[],
	kind: MeasureKind,
	reference: { readonly group: string } | "all-others",
): readonly Disparity[] {
	if (new Set(groups.map(({ group }) => group)).size < groups.length)
		throw new RangeError("Each group stands there once; one stands there twice.");
	const known = reference === "all-others" ? undefined : groups.find(({ group }) => group === reference.group);
	if (reference !== "all-others" && !known)
		throw new RangeError(`There is no group "${reference.group}" to compare with.`);
	return groups.map((each) => {
		if (each === known) return { group: each.group, index: null, reason: "reference" };
		return compare(each, known ?? sumOf(groups.filter((other) => other !== each)), kind);
	});
}

function sumOf(groups: readonly GroupCount[]): GroupCount {
	const sum = (counts: readonly (number | null)[]) =>
		counts.reduce((total, count) => (total === null || count === null ? null : total + count), 0);
	return {
		group: "all others",
		numerator: sum(groups.map(({ numerator }) => numerator)),
		denominator: sum(groups.map(({ denominator }) => denominator)),
	};
}

function compare(one: GroupCount, other: GroupCount, kind: MeasureKind): Disparity {
	const { group } = one;
	const counts = [one, other].flatMap(({ numerator, denominator }) =>
		numerator === null || denominator === null ? [] : [{ numerator, denominator }],
	);
	const [first, second] = counts;
	if (!first || !second) return { group, index: null, reason: "masked" };
	const isSmall = counts.some(
		({ numerator, denominator }) =>
			numerator < fewestEvents || denominator <= 0 || (kind === "share" && denominator - numerator < fewestEvents),
	);
	if (isSmall) return { group, index: null, reason: "too-few" };
	return { group, index: kind === "share" ? shareRatio(first, second) : rateRatio(first, second), reason: "" };
}
