import { counts, edgeCase, excluded, stay } from "./edge-case.ts";

/** The stay of case 29: 45 days of trial home visit, 368 days in all, 353 after the adjustment. */
const adjusted = stay("2022-11-01", "2023-11-04", "REUNIFICATION", [
	["2022-11-01", "foster-home", 1],
	["2023-09-20", "trial-home-visit"],
]);

/** 8.3: time on trial home visit above 30 days comes off the length of stay, in P1 only. */
export const trialHomeVisit = [
	edgeCase("29", "Trial home visit of 45 days before reunification after 368 days", {
		removals: [adjusted],
		expect: [counts("P1", 1, 1)],
	}),
	edgeCase("29b", "The same two years earlier, told by legacy files", {
		removals: [
			stay("2020-11-01", "2021-11-04", "REUNIFICATION", [
				["2020-11-01", "foster-home", 1],
				["2021-09-20", "trial-home-visit"],
			]),
		],
		expect: [counts("P1", 1, 1, "21A21B")],
	}),
	edgeCase("30", "Trial home visit of 45 days that began after month 11", {
		removals: [
			stay("2022-11-01", "2023-11-24", "REUNIFICATION", [
				["2022-11-01", "foster-home", 1],
				["2023-10-10", "trial-home-visit"],
			]),
		],
		expect: [counts("P1", 1, 0)],
	}),
	edgeCase("31", "Trial home visit of exactly 30 days, reunified after more than 12 months", {
		removals: [
			stay("2022-11-01", "2023-11-04", "REUNIFICATION", [
				["2022-11-01", "foster-home", 1],
				["2023-10-05", "trial-home-visit"],
			]),
		],
		expect: [counts("P1", 1, 0)],
	}),
	edgeCase("31b", "Trial home visit of exactly 30 days, reunified on the last day of month 12", {
		removals: [
			stay("2022-11-01", "2023-10-31", "REUNIFICATION", [
				["2022-11-01", "foster-home", 1],
				["2023-10-01", "trial-home-visit"],
			]),
		],
		expect: [counts("P1", 1, 1)],
	}),
	edgeCase("32", "Trial home visit of 60 days, then to another relative", {
		removals: [
			stay("2022-11-01", "2023-11-04", "RELATIVE", [
				["2022-11-01", "foster-home", 1],
				["2023-09-05", "trial-home-visit"],
			]),
		],
		expect: [counts("P1", 1, 0)],
	}),
	edgeCase("33", "Trial home visit of 40 days, back to the foster home, then reunified", {
		removals: [
			stay("2022-11-01", "2023-11-04", "REUNIFICATION", [
				["2022-11-01", "foster-home", 1],
				["2023-08-01", "trial-home-visit"],
				["2023-09-10", "foster-home", 1],
			]),
		],
		expect: [counts("P1", 1, 0)],
	}),
	edgeCase("34", "As case 29, for the other indicators: dates are not adjusted", {
		removals: [adjusted],
		expect: [
			counts("P5", 333, 0),
			counts("S1", 333, 0),
			excluded("P4"),
			counts("P4", 1, 0, "24A24B"),
			counts("S1", 34, 0, "24A24B"),
			excluded("P2", "24A24B"),
			excluded("P3", "24A24B"),
		],
	}),
	edgeCase("35", "On trial home visit at the end of the period, not discharged", {
		removals: [
			stay("2023-02-01", "2024-01-20", "REUNIFICATION", [
				["2023-02-01", "foster-home", 1],
				["2023-09-10", "trial-home-visit"],
			]),
		],
		expect: [counts("S1", 241, 0), counts("P5", 241, 0)],
	}),
	edgeCase("36", "Trial home visit as AFCARS 2020 E120 = 14 from September 20, 2023", {
		removals: [adjusted],
		expect: [counts("P1", 1, 1)],
	}),
];
