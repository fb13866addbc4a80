import { type EdgeCase, out } from "./edge-case.ts";
import type { Report } from "./synthetic-child.ts";

/** In care from 1 November 2022 to the end of the window: 333 days. */
const inCare = [{ in: "2022-11-01" }] as const;

function s1(
	id: string,
	facts: string,
	reports: readonly Report[],
	count: number,
	more: Partial<EdgeCase> = {},
): EdgeCase {
	return { id, facts, child: { stays: inCare, reports }, expected: { S1: [count, 333] }, ...more };
}

function s2(
	id: string,
	facts: string,
	reports: readonly Report[],
	expected: readonly [number, number],
	more: Partial<EdgeCase> = {},
): EdgeCase {
	return { id, facts, child: { reports }, expected: { S2: expected }, ...more };
}

/** 8.7 Maltreatment. */
export const maltreatmentCases: readonly EdgeCase[] = [
	s1("69", "report on day 6", [{ on: "2022-11-07" }], 0),
	s1("70", "report on day 7", [{ on: "2022-11-08" }], 1),
	{
		id: "71",
		facts: "report on the discharge date",
		child: { stays: [{ in: "2022-11-01", out: "2023-02-10" }], reports: [{ on: "2023-02-10" }] },
		expected: { S1: [0, 101] },
	},
	{
		id: "71b",
		facts: "report on the day before",
		child: { stays: [{ in: "2022-11-01", out: "2023-02-10" }], reports: [{ on: "2023-02-09" }] },
		expected: { S1: [1, 101] },
	},
	s1("71c", "report on the last day of the window", [{ on: "2023-09-30" }], 1),
	s1("71d", "the same with s1LastDayReport=exclude", [{ on: "2023-09-30" }], 0, {
		options: { s1LastDayReport: "exclude" },
	}),
	s1("72", "report in care, incident before removal", [{ on: "2023-01-10", incident: "2022-10-20" }], 0),
	s1("73", "report in care, incident date blank", [{ on: "2023-01-10" }], 1),
	s1("74", "report after the window, incident in it", [{ on: "2023-10-05", incident: "2023-09-20" }], 0),
	s1("75", "report in the window, disposition in the next year", [{ on: "2023-09-20", year: 2024 }], 1),
	s1("76", "two reports on the same day", [{ on: "2023-01-10" }, { on: "2023-01-10" }], 1),
	s1("76b", "two reports on consecutive days", [{ on: "2023-01-10" }, { on: "2023-01-11" }], 1),
	s1("76c", "three consecutive days: the third is two days after the initial one", threeDays(), 2),
	s1("76d", "the same with rollup=chain", threeDays(), 1, { options: { rollup: "chain" } }),
	s1(
		"76e",
		"the initial report lies in the first 7 days and does not count, nor does the one a day later (settled 13)",
		[{ on: "2022-11-07" }, { on: "2022-11-08" }],
		0,
	),
	s1("77", "reports 2 days apart", [{ on: "2023-01-10" }, { on: "2023-01-12" }], 2),
	{
		id: "78",
		facts: "alternative response victim only",
		child: { stays: inCare, reports: [{ on: "2023-01-10", victim: false }] },
		expected: { S1: [0, 333], S2: out },
	},
	{
		id: "79",
		facts: "victim without AFCARS ID",
		child: { stays: inCare, reports: [{ on: "2023-01-10", linked: false }] },
		expected: { S1: [0, 333], S2: [0, 1] },
	},
	s1("80", "any perpetrator", [{ on: "2023-01-10" }], 1),
	s1("81", "reported while a runaway", [{ on: "2023-01-10" }], 1),
	{
		id: "82",
		facts: "three separate reports in care",
		child: { stays: inCare, reports: [{ on: "2023-01-10" }, { on: "2023-03-10" }, { on: "2023-05-10" }] },
		expected: { S1: [3, 333], S2: [1, 1] },
	},
	s2("83", "14 days apart", [{ on: "2022-10-05" }, { on: "2022-10-19" }], [0, 1]),
	s2("84", "15 days apart", [{ on: "2022-10-05" }, { on: "2022-10-20" }], [1, 1]),
	s2("85", "steps of 10 days, from the initial report", steps(), [1, 1]),
	s2("85b", "the same with rollup=chain", steps(), [0, 1], { options: { rollup: "chain" } }),
	s2(
		"86",
		"two months apart, the same incident",
		[
			{ on: "2022-10-05", incident: "2022-10-01" },
			{ on: "2022-12-05", incident: "2022-10-01" },
		],
		[0, 1],
	),
	s2(
		"87",
		"the same, one incident blank",
		[{ on: "2022-10-05", incident: "2022-10-01" }, { on: "2022-12-05" }],
		[1, 1],
	),
	s2("88", "365 days apart", [{ on: "2023-03-01" }, { on: "2024-02-29" }], [1, 1]),
	s2("88b", "366 days apart", [{ on: "2023-03-01" }, { on: "2024-03-01" }], [0, 1]),
	s2("88c", "366 days apart with s2Within12Months=anniversary", [{ on: "2023-03-01" }, { on: "2024-03-01" }], [1, 1], {
		options: { s2Within12Months: "anniversary" },
	}),
	s2("89", "30 September and 15 September", [{ on: "2023-09-30" }, { on: "2024-09-15" }], [1, 1]),
	s2("90", "unborn", [{ on: "2023-01-10", age: 77 }], out),
	s2("90b", "under 1 without birth date", [{ on: "2023-01-10", age: 0, dob: null }], out),
	s2("90c", "age unknown", [{ on: "2023-01-10", age: null }], out),
	s2("91", "the first report is a death", [{ on: "2023-01-10", death: true }], [0, 1]),
	s2("91b", "the same with firstReportFatality=drop", [{ on: "2023-01-10", death: true }], out, {
		options: { firstReportFatality: "drop" },
	}),
	s2("92", "unsubstantiated, then substantiated", [{ on: "2022-10-05", victim: false }, { on: "2022-12-05" }], [0, 1]),
];

function threeDays(): readonly Report[] {
	return [{ on: "2023-01-10" }, { on: "2023-01-11" }, { on: "2023-01-12" }];
}

function steps(): readonly Report[] {
	return [{ on: "2022-10-05" }, { on: "2022-10-15" }, { on: "2022-10-25" }];
}
