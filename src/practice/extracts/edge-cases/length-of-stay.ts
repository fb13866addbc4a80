import { counts, edgeCase, excluded, stay } from "./edge-case.ts";

/** 8.1: length of stay and the edges of the window. */
export const lengthOfStay = [
	edgeCase("1", "In January 1, out January 7, 2023: 6 days", {
		removals: [stay("2023-01-01", "2023-01-07")],
		expect: [excluded("P1"), excluded("P5"), excluded("S1"), counts("P4", 1, 0)],
	}),
	edgeCase("2", "In January 1, out January 8: 7 days", {
		removals: [stay("2023-01-01", "2023-01-08")],
		expect: [excluded("P1"), excluded("P5"), excluded("S1"), counts("P4", 1, 0)],
	}),
	edgeCase("3", "In January 1, out January 9: 8 days", {
		removals: [stay("2023-01-01", "2023-01-09")],
		expect: [counts("P1", 1, 1), counts("P5", 8, 0), counts("S1", 8, 0)],
	}),
	edgeCase("4", "In September 27, 2023, still in care on September 30", {
		removals: [stay("2023-09-27", "2024-03-01")],
		expect: [counts("P5", 3, 0), counts("S1", 3, 0), counts("P1", 1, 1)],
	}),
	edgeCase("5", "As case 4, and out on October 3, 2023: 6 days", {
		removals: [stay("2023-09-27", "2023-10-03")],
		expect: [excluded("P1"), counts("P5", 3, 0), counts("S1", 3, 0)],
	}),
	edgeCase("6", "In and out on the same day", {
		removals: [stay("2023-02-01", "2023-02-01")],
		expect: [excluded("P1"), excluded("P4"), excluded("P5"), excluded("S1")],
	}),
	edgeCase("7", "Removed on October 1, 2022", {
		removals: [stay("2022-10-01", "2024-01-15")],
		expect: [counts("P1", 1, 0), counts("P5", 364, 0), excluded("P2"), excluded("P3")],
	}),
	edgeCase("8", "Removed on September 30, 2022, in care all year", {
		removals: [stay("2022-09-30")],
		expect: [excluded("P1"), excluded("P5"), excluded("P2"), excluded("P3"), counts("S1", 365, 0)],
	}),
	edgeCase("9", "Removed on October 1, 2022, in care all year", {
		removals: [stay("2022-10-01")],
		expect: [counts("S1", 364, 0), counts("P5", 364, 0)],
	}),
	edgeCase("10", "Removed on October 1, 2021, in care on October 1, 2022: 12 months", {
		removals: [stay("2021-10-01")],
		expect: [counts("P2", 1, 0), excluded("P3"), counts("S1", 365, 0)],
	}),
	edgeCase("11", "Removed on October 2, 2021: 11 months", {
		removals: [stay("2021-10-02")],
		expect: [excluded("P2"), excluded("P3")],
	}),
	edgeCase("12", "Removed on October 2, 2020: 23 months", {
		removals: [stay("2020-10-02")],
		expect: [counts("P2", 1, 0), excluded("P3")],
	}),
	edgeCase("13", "Removed on October 1, 2020: 24 months", {
		removals: [stay("2020-10-01")],
		expect: [excluded("P2"), counts("P3", 1, 0)],
	}),
	edgeCase("14", "In care 12 to 23 months, adopted on the first day", {
		removals: [stay("2021-06-01", "2022-10-01", "ADOPTION")],
		expect: [counts("P2", 1, 1), excluded("P4")],
	}),
	edgeCase("15", "In care 12 to 23 months, adopted on the last day", {
		removals: [stay("2021-06-01", "2023-09-30", "ADOPTION")],
		expect: [counts("P2", 1, 1), counts("S1", 364, 0)],
	}),
	edgeCase("16", "In care 12 to 23 months, adopted the day after the last", {
		removals: [stay("2021-06-01", "2023-10-01", "ADOPTION")],
		expect: [counts("P2", 1, 0), counts("S1", 365, 0)],
	}),
	edgeCase("17", "In January 15, 2023, reunified on January 14, 2024", {
		removals: [stay("2023-01-15", "2024-01-14")],
		expect: [counts("P1", 1, 1)],
	}),
	edgeCase("18", "In January 15, 2023, reunified on the anniversary", {
		removals: [stay("2023-01-15", "2024-01-15")],
		expect: [counts("P1", 1, 0), counts("P1", 1, 1, "23A23B", { within12Months: "anniversary" })],
	}),
];
