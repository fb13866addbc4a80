import type { MeasureKind } from "../../domain/measure/masking/published-family.ts";

/** The seven statewide data indicators of CFSR Round 4, in the order of the federal profile. */
export const indicatorIds = ["S1", "S2", "P1", "P2", "P3", "P4", "P5"] as const;
export type IndicatorId = (typeof indicatorIds)[number];

/** Whether the numerator is a part of the denominator; reports and moves are no part of days. */
export const measureKinds: Readonly<Record<IndicatorId, MeasureKind>> = {
	S1: "rate",
	S2: "share",
	P1: "share",
	P2: "share",
	P3: "share",
	P4: "share",
	P5: "rate",
};

/** Observed performance is numerator / denominator times this (section 1): per 100,000 days, per 1,000 days, or percent. */
export const observedScale: Readonly<Record<IndicatorId, number>> = {
	S1: 100_000,
	S2: 100,
	P1: 100,
	P2: 100,
	P3: 100,
	P4: 100,
	P5: 1000,
};
