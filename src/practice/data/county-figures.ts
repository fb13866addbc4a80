import type { CountyKey } from "./places.ts";

/**
 * On which side of its standard an indicator is kept, whatever chance does: always, or only in the newest quarters
 * (`since`) or in all but the newest (`until`). Plans and findings rest on it.
 */
export type Side =
	| "meets"
	| "below"
	| { readonly below: "since"; readonly quarters: number }
	| { readonly below: "until"; readonly quarters: number };

/** Percent at the first and at the newest quarter; chance moves around the line between. */
export type Level = readonly [first: number, newest: number, side?: Side];

export type CountyFigures = {
	/** Children who enter care in a year. */
	readonly entries: number;
	/** Change of the counts over five years, as a share. */
	readonly growth: number;
	readonly levels: Readonly<Record<string, Level>>;
};

/** Levels for what a county has nothing particular to tell about. */
const usual: Readonly<Record<string, Level>> = {
	"1A": [5.4, 5.1, "meets"],
	"1B": [11.2, 10.8],
	"1C": [0.36, 0.33, "meets"],
	"2A": [7.4, 7.1],
	"2B": [94.1, 95.2],
	"2C": [89.5, 92.4],
	"3A": [52, 53.5],
	"3B": [87.8, 88.3, "meets"],
	"3C": [66, 67.5],
	"3D": [34.6, 35.9, "meets"],
	"3E": [78, 78.6, "meets"],
	"3F": [7.6, 7.2, "meets"],
	"3G": [9.8, 9.5],
	"4A": [55, 57.5],
	"4B": [66, 69.5],
	"4E": [61, 64],
	"8A": [62, 64.5],
};

/** Eight counties of different sizes: from more than three thousand entries into care a year to about a dozen. */
export const countyFigures: Readonly<Record<CountyKey, CountyFigures>> = {
	alder: {
		entries: 548,
		growth: -0.05,
		levels: {
			...usual,
			"1A": [8.3, 5.2, { below: "until", quarters: 8 }],
			"1B": [14.1, 10.6],
			"3A": [55.5, 49],
			"3E": [79.3, 75.2, { below: "since", quarters: 2 }],
			"3F": [12.6, 11.2, "below"],
			"3G": [14.2, 12.1],
			"8A": [62, 52.5],
		},
	},
	birch: {
		entries: 760,
		growth: 0.04,
		levels: { ...usual, "3A": [44.5, 47], "3D": [23.5, 26.4, "below"], "3E": [66.2, 69.8, "below"] },
	},
	marlowe: {
		entries: 3420,
		growth: -0.08,
		levels: {
			...usual,
			"1A": [8.8, 8.1, "below"],
			"1B": [14.9, 14.2],
			"1C": [0.82, 0.74, "below"],
			"2A": [9.6, 9.1],
			"2B": [90.8, 93.6],
			"3B": [81.7, 83.2, "below"],
			"3C": [58, 60.4],
		},
	},
	esperanza: {
		entries: 1260,
		growth: 0.02,
		levels: {
			...usual,
			"1A": [9.4, 8.2, "below"],
			"1B": [15.6, 14],
			"3D": [22.1, 24.8, "below"],
			"3F": [13.2, 11.6, "below"],
			"3G": [15.1, 13.4],
			"8A": [52, 55.5],
		},
	},
	brannock: {
		entries: 305,
		growth: 0.06,
		levels: {
			...usual,
			"3A": [43, 45.5],
			"3E": [63.5, 66.4, "below"],
			"3F": [13.9, 12.5, "below"],
			"3G": [15.8, 14.6],
		},
	},
	miraluz: {
		entries: 214,
		growth: -0.03,
		levels: { ...usual, "2B": [85.5, 87.2], "2C": [81.5, 84.9], "3B": [79.4, 80.8, "below"], "3C": [55, 57.5] },
	},
	quillan: {
		entries: 66,
		growth: -0.1,
		levels: { ...usual, "1C": [0.3, 0.6, { below: "since", quarters: 6 }], "3F": [11.8, 13.2, "below"] },
	},
	tolliver: {
		entries: 16,
		growth: 0,
		levels: { ...usual, "1A": [2, 4, { below: "since", quarters: 3 }], "3E": [70, 68, "below"] },
	},
};
