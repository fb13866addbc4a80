/** The seven statewide data indicators of CFSR Round 4, in the order of the federal profile. */
export const indicatorIds = ["S1", "S2", "P1", "P2", "P3", "P4", "P5"] as const;
export type IndicatorId = (typeof indicatorIds)[number];

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
