import { counts, edgeCase, excluded, report, stay } from "./edge-case.ts";

/** 8.2: the eighteenth birthday is an exit without permanency. */
export const ageEighteen = [
	edgeCase("19", "18 on the first day, in care since 2020", {
		birth: "2004-10-01",
		removals: [stay("2020-06-01", "2024-06-01", "EMANCIPATION")],
		expect: [excluded("S1"), excluded("P2"), excluded("P3")],
	}),
	edgeCase("20", "18 on March 1, 2023, stays in extended care", {
		birth: "2005-03-01",
		removals: [stay("2021-06-01", "2024-06-01", "EMANCIPATION")],
		expect: [counts("S1", 151, 0), counts("P2", 1, 0)],
	}),
	edgeCase("21", "As case 20, adopted on February 20, 2023", {
		birth: "2005-03-01",
		removals: [stay("2021-06-01", "2023-02-20", "ADOPTION")],
		expect: [counts("P2", 1, 1), counts("S1", 142, 0)],
	}),
	edgeCase("22", "As case 20, guardianship on April 1, 2023", {
		birth: "2005-03-01",
		removals: [stay("2021-06-01", "2023-04-01", "GUARDIANSHIP")],
		expect: [counts("P2", 1, 0), counts("S1", 151, 0)],
	}),
	edgeCase("23", "As case 20, adopted on the birthday", {
		birth: "2005-03-01",
		removals: [stay("2021-06-01", "2023-03-01", "ADOPTION")],
		expect: [counts("P2", 1, 0), counts("S1", 151, 0)],
	}),
	edgeCase("24", "Enters at 17 years and 11 months, reunified after 18", {
		birth: "2005-03-01",
		removals: [stay("2023-02-01", "2023-05-01")],
		expect: [counts("P1", 1, 0), counts("P5", 28, 0), counts("S1", 28, 0)],
	}),
	edgeCase("25", "As case 24, with a move after the birthday (AFCARS 2020)", {
		birth: "2005-03-01",
		removals: [
			stay("2023-02-01", "2023-05-01", "REUNIFICATION", [
				["2023-02-01", "foster-home", 1],
				["2023-03-15", "foster-home", 2],
			]),
		],
		expect: [counts("P1", 1, 0), counts("P5", 28, 0)],
	}),
	edgeCase("25b", "The same a year earlier: the legacy number of placements holds the move", {
		birth: "2004-03-01",
		removals: [
			stay("2022-02-01", "2022-05-01", "REUNIFICATION", [
				["2022-02-01", "foster-home", 1],
				["2022-03-15", "foster-home", 2],
			]),
		],
		expect: [counts("P1", 1, 0, "22A22B"), counts("P5", 28, 0, "22A22B")],
	}),
	edgeCase("26", "Enters at 18", {
		birth: "2005-01-01",
		removals: [stay("2023-02-01", "2023-06-01")],
		expect: [excluded("S1"), excluded("P1"), excluded("P4"), excluded("P5")],
	}),
	edgeCase("27", "Report after the eighteenth birthday, in extended care", {
		birth: "2005-03-01",
		removals: [stay("2021-06-01", "2024-06-01", "EMANCIPATION")],
		reports: [report("2023-04-10")],
		expect: [counts("S1", 151, 0), excluded("S2")],
	}),
	edgeCase("28", "Reunified at 17 years and 10 months, back at 18 years and 1 month", {
		birth: "2005-03-01",
		removals: [stay("2022-03-01", "2023-01-01"), stay("2023-04-01", "2024-06-01", "EMANCIPATION")],
		expect: [counts("P4", 1, 0)],
	}),
];
