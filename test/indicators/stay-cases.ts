import { type EdgeCase, out } from "./edge-case.ts";

const noP = { P1: out, P2: out, P3: out, P4: out } as const;
const nothing = { S1: out, ...noP, P5: out } as const;

/** 8.1 Length of stay and window edges. */
const windowEdges: readonly EdgeCase[] = [
	{
		id: "1",
		facts: "in 1 January, out 7 January: 6 days",
		child: { stays: [{ in: "2023-01-01", out: "2023-01-07" }], reports: [{ on: "2023-01-05" }] },
		expected: { P1: out, P5: out, S1: out },
	},
	{
		id: "2",
		facts: "in 1 January, out 8 January: 7 days",
		child: { stays: [{ in: "2023-01-01", out: "2023-01-08" }] },
		expected: { P1: out, P5: out, S1: out },
	},
	{
		id: "3",
		facts: "in 1 January, out 9 January: 8 days",
		child: { stays: [{ in: "2023-01-01", out: "2023-01-09" }] },
		expected: { P1: [1, 1], P5: [0, 8], S1: [0, 8] },
	},
	{
		id: "4",
		facts: "in 27 September, still in care",
		child: { stays: [{ in: "2023-09-27" }] },
		expected: { P1: [0, 1], P5: [0, 3], S1: [0, 3] },
	},
	{
		id: "5",
		facts: "case 4, leaves 3 October: P1 looks ahead",
		child: { stays: [{ in: "2023-09-27", out: "2023-10-03" }] },
		expected: { P1: out, P5: [0, 3], S1: [0, 3] },
	},
	{
		id: "6",
		facts: "in and out on the same day",
		child: { stays: [{ in: "2023-01-01", out: "2023-01-01" }] },
		expected: nothing,
	},
	{
		id: "7",
		facts: "removal on the first day is an entry",
		child: { stays: [{ in: "2022-10-01" }] },
		expected: { P1: [0, 1], P5: [0, 364], P2: out, P3: out },
	},
	{
		id: "8",
		facts: "removal on the day before, in care all year",
		child: { stays: [{ in: "2022-09-30" }] },
		expected: { ...noP, P5: out, S1: [0, 365] },
	},
	{
		id: "8b",
		facts: "in care all year of a leap window",
		window: "24A24B",
		child: { stays: [{ in: "2022-09-30" }] },
		expected: { S1: [0, 366] },
	},
	{
		id: "8c",
		facts: "the same with s1DayCap=365",
		window: "24A24B",
		options: { s1DayCap: "365" },
		child: { stays: [{ in: "2022-09-30" }] },
		expected: { S1: [0, 365] },
	},
	{
		id: "9",
		facts: "removal on the first day, in care all year",
		child: { stays: [{ in: "2022-10-01" }] },
		expected: { S1: [0, 364], P5: [0, 364] },
	},
	{ id: "10", facts: "12 months", child: { stays: [{ in: "2021-10-01" }] }, expected: { P2: [0, 1], P3: out } },
	{ id: "11", facts: "11 completed months", child: { stays: [{ in: "2021-10-02" }] }, expected: { P2: out, P3: out } },
	{ id: "12", facts: "23 months", child: { stays: [{ in: "2020-10-02" }] }, expected: { P2: [0, 1], P3: out } },
	{ id: "13", facts: "24 months", child: { stays: [{ in: "2020-10-01" }] }, expected: { P2: out, P3: [0, 1] } },
	{
		id: "14",
		facts: "adopted on the first day",
		child: { stays: [{ in: "2021-06-01", out: "2022-10-01", reason: "ADOPTION" }] },
		expected: { P2: [1, 1] },
	},
	{
		id: "15",
		facts: "adopted on the last day",
		child: { stays: [{ in: "2021-06-01", out: "2023-09-30", reason: "ADOPTION" }] },
		expected: { P2: [1, 1] },
	},
	{
		id: "16",
		facts: "adopted the day after",
		child: { stays: [{ in: "2021-06-01", out: "2023-10-01", reason: "ADOPTION" }] },
		expected: { P2: [0, 1] },
	},
	{
		id: "17",
		facts: "reunified the day before the anniversary",
		child: { stays: [{ in: "2023-01-15", out: "2024-01-14" }] },
		expected: { P1: [1, 1] },
	},
	{
		id: "18",
		facts: "reunified on the anniversary",
		child: { stays: [{ in: "2023-01-15", out: "2024-01-15" }] },
		expected: { P1: [0, 1] },
	},
	{
		id: "18b",
		facts: "case 18 with within12Months=anniversary",
		child: { stays: [{ in: "2023-01-15", out: "2024-01-15" }] },
		options: { within12Months: "anniversary" },
		expected: { P1: [1, 1] },
	},
];

/** 8.2 Age 18. */
const age18: readonly EdgeCase[] = [
	{
		id: "19",
		facts: "18 on the first day",
		child: { dob: "2004-10-01", stays: [{ in: "2020-05-01" }] },
		expected: nothing,
	},
	{
		id: "20",
		facts: "turns 18 on 1 March and stays in extended care",
		child: { dob: "2005-03-01", stays: [{ in: "2021-05-01" }] },
		expected: { S1: [0, 151], P2: [0, 1] },
	},
	{
		id: "21",
		facts: "the same, adopted 20 February",
		child: { dob: "2005-03-01", stays: [{ in: "2021-05-01", out: "2023-02-20", reason: "ADOPTION" }] },
		expected: { P2: [1, 1] },
	},
	{
		id: "22",
		facts: "the same, guardianship 1 April",
		child: { dob: "2005-03-01", stays: [{ in: "2021-05-01", out: "2023-04-01", reason: "GUARDIANSHIP" }] },
		expected: { P2: [0, 1], P4: out },
	},
	{
		id: "23",
		facts: "the same, adopted on the birthday",
		child: { dob: "2005-03-01", stays: [{ in: "2021-05-01", out: "2023-03-01", reason: "ADOPTION" }] },
		expected: { P2: [0, 1] },
	},
	{
		id: "24",
		facts: "enters at 17 years 11 months, reunified after 18",
		child: { dob: "2005-06-15", stays: [{ in: "2023-05-15", out: "2023-07-15" }] },
		expected: { P1: [0, 1], P5: [0, 31] },
	},
	{
		id: "25",
		facts: "the same, a move after the birthday (AFCARS 2020)",
		child: {
			dob: "2005-06-15",
			stays: [{ in: "2023-05-15", out: "2023-07-15", moves: ["2023-05-20", "2023-06-20"] }],
		},
		expected: { P5: [1, 31] },
	},
	{
		id: "25b",
		facts: "the same in a legacy file: number of placements less two",
		window: "22A22B",
		child: { dob: "2004-06-15", stays: [{ in: "2022-05-15", placements: 3, lastSetting: "2022-06-20" }] },
		expected: { P5: [1, 31] },
	},
	{
		id: "26",
		facts: "enters at 18",
		child: { dob: "2005-01-01", stays: [{ in: "2023-02-01" }] },
		expected: nothing,
	},
	{
		id: "27",
		facts: "report after the 18th birthday in extended care",
		child: { dob: "2005-03-01", stays: [{ in: "2021-05-01" }], reports: [{ on: "2023-04-01", age: 17 }] },
		expected: { S1: [0, 151] },
	},
	{
		id: "28",
		facts: "leaves at 17 years 10 months, re-enters at 18 years 1 month",
		child: { dob: "2005-06-01", stays: [{ in: "2022-10-05", out: "2023-04-01" }, { in: "2023-07-01" }] },
		expected: { P4: [0, 1] },
	},
];

/** 8.3 Trial home visit. */
const trialHomeVisit: readonly EdgeCase[] = [
	{
		id: "29",
		facts: "trial home visit of 45 days from month 10",
		child: { stays: [{ in: "2022-11-01", trialHomeVisit: "2023-09-20", out: "2023-11-04" }] },
		expected: { P1: [1, 1] },
	},
	{
		id: "30",
		facts: "trial home visit of 45 days from month 11",
		child: { stays: [{ in: "2022-11-01", trialHomeVisit: "2023-10-10", out: "2023-11-24" }] },
		expected: { P1: [0, 1] },
	},
	{
		id: "31",
		facts: "trial home visit of exactly 30 days",
		child: { stays: [{ in: "2022-11-01", trialHomeVisit: "2023-10-05", out: "2023-11-04" }] },
		expected: { P1: [0, 1] },
	},
	{
		id: "32",
		facts: "60 days, then to a relative",
		child: { stays: [{ in: "2022-11-01", trialHomeVisit: "2023-09-10", out: "2023-11-09", reason: "RELATIVE" }] },
		expected: { P1: [0, 1] },
	},
	{
		id: "33",
		facts: "40 days, back to the foster home, reunified from there",
		child: { stays: [{ in: "2022-11-01", lastSetting: "2023-10-25", out: "2023-11-09" }] },
		expected: { P1: [0, 1] },
	},
	{
		id: "34",
		facts: "case 29 for the others: unadjusted dates",
		child: { stays: [{ in: "2022-11-01", trialHomeVisit: "2023-09-20", out: "2023-11-04" }] },
		expected: { P2: out, P3: out, P4: out, P5: [0, 333], S1: [0, 333] },
	},
	{
		id: "35",
		facts: "on a trial home visit at the end",
		child: { stays: [{ in: "2022-11-01", trialHomeVisit: "2023-09-01" }] },
		expected: { P1: [0, 1], P5: [0, 333], S1: [0, 333] },
	},
	{
		id: "36",
		facts: "case 29 in legacy files followed by AFCARS 2020",
		window: "22A22B",
		child: { stays: [{ in: "2021-11-01", trialHomeVisit: "2022-09-20", out: "2022-11-04" }] },
		expected: { P1: [1, 1] },
	},
];

export const stayCases: readonly EdgeCase[] = [...windowEdges, ...age18, ...trialHomeVisit];
