import { dayOf } from "../days.ts";
import type { FileOverride } from "../synthetic-child.ts";
import { counts, countyOfCase, type EdgeCase, edgeCase, edgeChild, excluded, stay } from "./edge-case.ts";

const twice = [
	stay("2022-11-01", "2023-02-10", "REUNIFICATION", [
		["2022-11-01", "foster-home", 1],
		["2022-12-01", "foster-home", 2],
	]),
	stay("2023-05-01", null, null, [
		["2023-05-01", "foster-home", 3],
		["2023-06-01", "foster-home", 4],
		["2023-07-01", "foster-home", 5],
	]),
];

const lost: FileOverride = { absent: true };
const afterwards = { "23B": lost, "24A": lost, "24B": lost, "25A": lost, "25B": lost };
/** The first file does not know the exit yet. */
const exitUnknown: FileOverride = { exit: null };

/** 8.4: several removals, links and files. */
export const removalsAndFiles: readonly EdgeCase[] = [
	edgeCase("37", "Two removals in the window, 101 and 152 days, with one move and two", {
		removals: twice,
		expect: [counts("P1", 1, 1), counts("P5", 253, 3), counts("S1", 253, 0)],
	}),
	edgeCase("38", "The same: reunified, back after less than three months", {
		removals: twice,
		expect: [counts("P4", 1, 1)],
	}),
	edgeCase("39", "Legacy: exit and re-entry both inside 22B, in care since 2020", {
		removals: [stay("2020-06-01", "2022-05-10"), stay("2022-08-01")],
		expect: [
			excluded("P2", "22A22B"),
			excluded("P3", "22A22B"),
			excluded("P4", "22A22B"),
			counts("S1", 281, 0, "22A22B"),
			counts("P5", 60, 0, "22A22B"),
		],
	}),
	edgeCase("39b", "Legacy: the same, entered in the window", {
		removals: [stay("2021-12-01", "2022-05-10"), stay("2022-08-01")],
		expect: [
			excluded("P1", "22A22B"),
			excluded("P4", "22A22B"),
			counts("S1", 220, 0, "22A22B"),
			counts("P5", 60, 0, "22A22B"),
		],
	}),
	edgeCase("40", "22A in care; 22B has a new removal, a prior discharge in 22A's period, one removal more", {
		removals: [stay("2021-11-15", "2022-03-20"), stay("2022-05-01")],
		overrides: { "22A": exitUnknown },
		expect: [
			counts("S1", 277, 0, "22A22B"),
			counts("P5", 277, 0, "22A22B"),
			excluded("P1", "22A22B"),
			excluded("P4", "22A22B"),
		],
	}),
	edgeCase("40b", "The same with the prior discharge in 22B's period: repaired for S1, not for P5", {
		removals: [stay("2021-11-15", "2022-04-10"), stay("2022-05-01")],
		expect: [counts("S1", 298, 0, "22A22B"), counts("P5", 152, 0, "22A22B"), excluded("P1", "22A22B")],
	}),
	edgeCase("41", "As case 40 with two removals more", {
		removals: [stay("2021-11-15", "2022-03-20"), stay("2022-04-02", "2022-04-20"), stay("2022-05-01")],
		overrides: { "22A": exitUnknown },
		expect: [counts("S1", 152, 0, "22A22B"), counts("P5", 152, 0, "22A22B"), excluded("P1", "22A22B")],
	}),
	edgeCase("42", "No exit in 22B, absent from 23A, which the indicator uses", {
		removals: [stay("2022-06-01")],
		overrides: { "23A": lost, ...afterwards },
		expect: [excluded("P1", "22A22B"), excluded("P1", "22B23A"), excluded("P5", "22B23A")],
	}),
	edgeCase("43", "The same, where 22B is the last file that the indicator uses", {
		removals: [stay("2022-06-01")],
		overrides: { "23A": lost, ...afterwards },
		expect: [counts("P5", 121, 0, "22A22B"), counts("S1", 121, 0, "22A22B")],
	}),
	edgeCase("44", "No exit in 22B, absent from 23A, back in 23B with the same removal date", {
		removals: [stay("2022-06-01")],
		overrides: { "23A": lost },
		expect: [counts("P1", 1, 0, "22B23A"), excluded("P5", "22B23A")],
	}),
	edgeCase("45", "Two rows with the same record number in one file", {
		removals: [stay("2022-11-01", "2023-02-01")],
		overrides: { "23A": { copies: 2 } },
		expect: [
			excluded("P1"),
			excluded("P4"),
			excluded("P5"),
			excluded("S1"),
			counts("P1", 1, 1, "23A23B", { duplicateIds: "first" }),
		],
	}),
	edgeCase("46", "22A and 22B say removed on December 1, 23A says December 5, removals unchanged", {
		removals: [stay("2021-12-05", "2022-12-03")],
		overrides: { "22A": { removal: dayOf("2021-12-01") }, "22B": { removal: dayOf("2021-12-01") } },
		expect: [counts("P1", 1, 1, "22A22B"), counts("S1", 303, 0, "22A22B"), counts("S1", 63, 0)],
	}),
	edgeCase("47", "22B says exit on September 20, 23A says still in care", {
		removals: [stay("2022-01-10", "2023-06-01")],
		overrides: { "22B": { exit: dayOf("2022-09-20"), reason: "REUNIFICATION" } },
		expect: [counts("P1", 1, 0, "22A22B"), excluded("P4", "22A22B"), counts("P4", 1, 0), counts("S1", 243, 0)],
	}),
	{
		...{ id: "48", number: 48, county: countyOfCase("48"), alone: true, expectations: [], readings: [] },
		facts: "The state gives 7 of 10 children new numbers with AFCARS 2020",
		children: Array.from({ length: 10 }, (_, place) => {
			const renamed = { recordNumber: `NEW048X${place}` };
			const from23 = ["23A", "23B", "24A", "24B", "25A", "25B"].map((period) => [period, renamed] as const);
			const facts = { removals: [stay("2022-01-01")] };
			return edgeChild("48", place < 7 ? { ...facts, overrides: Object.fromEntries(from23) } : facts, `X${place}`);
		}),
		quality: [{ check: "id-no-match-next-period", period: "22B", failed: 7, of: 10, exceeded: true }],
	},
	{
		...{ id: "49", number: 49, county: countyOfCase("49"), alone: true, expectations: [], readings: [] },
		facts: "24 of 25 children are on their first removal: 96 percent",
		children: Array.from({ length: 25 }, (_, place) =>
			edgeChild(
				"49",
				{ removals: [...(place === 0 ? [stay("2021-01-01", "2021-06-01")] : []), stay("2022-11-01")] },
				`X${place}`,
			),
		),
		quality: [{ check: "pct-first-removal", period: "23A", failed: 24, of: 25, exceeded: true }],
	},
];
