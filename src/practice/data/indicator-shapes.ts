/** How figures of one indicator look: how many children they count, and how much they move. */
export type IndicatorShape = {
	readonly code: string;
	/** Children (or referrals) counted, for each child that enters care in a year. */
	readonly perEntry: number;
	/** Months that one figure covers. */
	readonly months: 3 | 12;
	/** How many percentage points the indicator moves from year to year by itself, however many children are counted. */
	readonly swing: number;
	/** Share of the children that probation supervises, and how many points they lie off; null where only all are counted. */
	readonly probation: { readonly share: number; readonly offset: number } | null;
};

/**
 * The indicators of the first California edition whose meaning is confirmed or known (status in the catalogue). Ratios
 * between the counts are of the size that counties publish; the levels stand in `county-figures.ts`.
 */
export const indicatorShapes: readonly IndicatorShape[] = [
	{ code: "1A", perEntry: 1.9, months: 12, swing: 0.5, probation: null },
	{ code: "1B", perEntry: 2.6, months: 12, swing: 0.6, probation: null },
	{ code: "1C", perEntry: 2.4, months: 12, swing: 0.06, probation: { share: 0.06, offset: 0.1 } },
	{ code: "2A", perEntry: 2.2, months: 12, swing: 0.5, probation: null },
	{ code: "2B", perEntry: 1.2, months: 3, swing: 1.1, probation: null },
	{ code: "2C", perEntry: 1.6, months: 12, swing: 0.8, probation: null },
	{ code: "3A", perEntry: 0.8, months: 12, swing: 1.4, probation: { share: 0.08, offset: -7 } },
	{ code: "3B", perEntry: 1, months: 12, swing: 0.8, probation: { share: 0.07, offset: 3 } },
	{ code: "3C", perEntry: 0.42, months: 12, swing: 1.5, probation: { share: 0.12, offset: 4 } },
	{ code: "3D", perEntry: 0.2, months: 12, swing: 1.6, probation: null },
	{ code: "3E", perEntry: 0.58, months: 12, swing: 1.3, probation: { share: 0.08, offset: -9 } },
	{ code: "3F", perEntry: 1, months: 12, swing: 0.6, probation: { share: 0.08, offset: 4 } },
	{ code: "3G", perEntry: 0.5, months: 12, swing: 0.9, probation: { share: 0.08, offset: 3 } },
	{ code: "4A", perEntry: 1.2, months: 12, swing: 1, probation: null },
	{ code: "4B", perEntry: 1.5, months: 12, swing: 0.9, probation: { share: 0.09, offset: -28 } },
	{ code: "4E", perEntry: 0.05, months: 12, swing: 3, probation: null },
	{ code: "8A", perEntry: 0.14, months: 12, swing: 2, probation: { share: 0.3, offset: -8 } },
];
