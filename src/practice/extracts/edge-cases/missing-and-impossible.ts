import { dayOf } from "../days.ts";
import type { Removal, Setting } from "../synthetic-child.ts";
import { counts, edgeCase, excluded, stay } from "./edge-case.ts";

/** Nine foster homes in the first five days. */
function nineHomes(from: string, to: string): Removal {
	const settings = Array.from(
		{ length: 9 },
		(_, place): Setting => ({ start: dayOf(from) + Math.floor(place / 2), kind: "foster-home", place: place + 1 }),
	);
	return { ...stay(from, to), settings };
}

const out = [excluded("P1"), excluded("P4"), excluded("P5"), excluded("S1")];
const blank = { blankPlacements: true };

/** 8.5: missing and impossible values. */
export const missingAndImpossible = [
	edgeCase("50", "Exit date without a reason", {
		removals: [stay("2023-01-10", "2023-05-10", null)],
		expect: [excluded("P1"), excluded("P4"), counts("S1", 120, 0), counts("P5", 120, 0)],
	}),
	edgeCase("50b", "The same in care 12 to 23 months, told by a legacy file", {
		removals: [stay("2020-06-01", "2022-05-10", null)],
		expect: [excluded("P2", "22A22B"), excluded("P4", "22A22B"), counts("S1", 221, 0, "22A22B")],
	}),
	edgeCase("51", "No birth date", { birth: null, removals: [stay("2023-01-10", "2023-05-10")], expect: out }),
	edgeCase("52", "Birth date after removal", {
		birth: "2023-03-01",
		removals: [stay("2023-01-10", "2023-05-10")],
		expect: out,
	}),
	edgeCase("53", "Exit before removal", { removals: [stay("2023-03-10", "2023-03-01")], expect: out }),
	edgeCase("54", "No dates of living arrangements (AFCARS 2020)", {
		removals: [stay("2023-01-10", "2023-05-10")],
		overrides: { "23A": blank, "23B": blank },
		expect: [excluded("P5"), counts("P1", 1, 1), counts("S1", 120, 0)],
	}),
	edgeCase("54b", "Number of placements blank (legacy)", {
		removals: [stay("2022-01-10", "2022-05-10")],
		overrides: { "22A": blank, "22B": blank },
		expect: [excluded("P5", "22A22B"), counts("P1", 1, 1, "22A22B"), counts("S1", 120, 0, "22A22B")],
	}),
	edgeCase("55", "Nine placements in five open days (AFCARS 2020)", {
		removals: [nineHomes("2023-09-25", "2024-03-01")],
		expect: [excluded("P5"), counts("S1", 5, 0), counts("P1", 1, 1)],
	}),
	edgeCase("55b", "Nine placements in five open days (legacy)", {
		removals: [nineHomes("2022-09-25", "2023-03-01")],
		expect: [excluded("P5", "22A22B"), counts("S1", 5, 0, "22A22B"), counts("P1", 1, 1, "22A22B")],
	}),
	edgeCase("56", "Transfer to another agency, code 8 of AFCARS 2020", {
		removals: [stay("2023-01-10", "2023-05-10", "TRANSFER")],
		expect: [counts("P1", 1, 0)],
		readings: [{ period: "23B", inCare: false, reason: "TRANSFER" }],
	}),
	edgeCase("56b", "Transfer to another agency, code 6 of the legacy file", {
		removals: [stay("2022-01-10", "2022-05-10", "TRANSFER")],
		expect: [counts("P1", 1, 0, "22A22B")],
		readings: [{ period: "22B", inCare: false, reason: "TRANSFER" }],
	}),
	edgeCase("57", "Code 7 in a legacy file: runaway", {
		removals: [stay("2022-01-10", "2022-05-10", "RUNAWAY")],
		expect: [counts("P1", 1, 0, "22A22B")],
		readings: [{ period: "22B", inCare: false, reason: "RUNAWAY" }],
	}),
	edgeCase("57b", "Code 7 in AFCARS 2020: death", {
		removals: [stay("2023-01-10", "2023-05-10", "DEATH")],
		expect: [counts("P1", 1, 0)],
		readings: [{ period: "23B", inCare: false, reason: "DEATH" }],
	}),
	edgeCase("58", "Code 9 in E155 and no E153: in care", {
		removals: [stay("2023-01-10")],
		expect: [counts("P1", 1, 0), counts("S1", 263, 0), counts("P5", 263, 0)],
		readings: [{ period: "23B", inCare: true, reason: null }],
	}),
	edgeCase("59", "Removed on February 29, reunified on February 28 of the next year: 11 months", {
		removals: [stay("2024-02-29", "2025-02-28")],
		expect: [counts("P1", 1, 1, "23B24A")],
	}),
	edgeCase("59b", "Removed on February 29, reunified on March 1 of the next year: 12 months", {
		removals: [stay("2024-02-29", "2025-03-01")],
		expect: [counts("P1", 1, 0, "23B24A")],
	}),
	edgeCase("59c", "Born on February 29, 2004, adopted on February 28, 2022: before 18", {
		birth: "2004-02-29",
		removals: [stay("2020-06-01", "2022-02-28", "ADOPTION")],
		expect: [counts("P2", 1, 1, "22A22B"), counts("S1", 150, 0, "22A22B")],
	}),
	edgeCase("59d", "Born on February 29, 2004, adopted on March 1, 2022: on the birthday", {
		birth: "2004-02-29",
		removals: [stay("2020-06-01", "2022-03-01", "ADOPTION")],
		expect: [counts("P2", 1, 0, "22A22B"), counts("S1", 151, 0, "22A22B")],
	}),
];
