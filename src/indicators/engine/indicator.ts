import type { MeasureKind } from "../../domain/measure/masking/published-family.ts";

/** The seven statewide data indicators of CFSR Round 4, in the order of the federal profile. */
export const indicatorIds = ["S1", "S2", "P1", "P2", "P3", "P4", "P5"] as const;
export type IndicatorId = (typeof indicatorIds)[number];

/**
 * What is counted beside them from the same files, as context without national performance: the foster care entry rate, the months
 * in which a caseworker visited, and of these months those with a visit where the child lives.
 */
export const contextIds = ["ENTRY", "VISITS", "RESIDENCE"] as const;
export type ContextId = (typeof contextIds)[number];

/** Everything that is counted for a window and kept. */
export const countedIds = [...indicatorIds, ...contextIds] as const;
export type CountedId = (typeof countedIds)[number];

export function isIndicatorId(id: CountedId): id is IndicatorId {
	return indicatorIds.some((each) => each === id);
}

/** Whether the numerator is a part of the denominator; reports and moves are no part of days, entries none of the population. */
export const measureKinds: Readonly<Record<CountedId, MeasureKind>> = {
	S1: "rate",
	S2: "share",
	P1: "share",
	P2: "share",
	P3: "share",
	P4: "share",
	P5: "rate",
	ENTRY: "rate",
	VISITS: "share",
	RESIDENCE: "share",
};

/** Observed performance is numerator / denominator times this (section 1): per 100,000 days, per 1,000 days or children, or percent. */
export const observedScale: Readonly<Record<CountedId, number>> = {
	S1: 100_000,
	S2: 100,
	P1: 100,
	P2: 100,
	P3: 100,
	P4: 100,
	P5: 1000,
	ENTRY: 1000,
	VISITS: 100,
	RESIDENCE: 100,
};
