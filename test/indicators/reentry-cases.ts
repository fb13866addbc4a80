import { type EdgeCase, out } from "./edge-case.ts";

/** 8.8 Re-entry. */
export const reentryCases: readonly EdgeCase[] = [
	{
		id: "93",
		facts: "adopted, re-enters in 3 months",
		child: { stays: [{ in: "2021-05-01", out: "2022-12-01", reason: "ADOPTION" }, { in: "2023-03-01" }] },
		expected: { P4: out },
	},
	{
		id: "94",
		facts: "re-enters the day before the anniversary",
		child: { stays: [{ in: "2022-05-01", out: "2022-12-01" }, { in: "2023-11-30" }] },
		expected: { P4: [1, 1] },
	},
	{
		id: "95",
		facts: "re-enters on the anniversary",
		child: { stays: [{ in: "2022-05-01", out: "2022-12-01" }, { in: "2023-12-01" }] },
		expected: { P4: [0, 1] },
	},
	{
		id: "95b",
		facts: "the same with within12Months=anniversary",
		options: { within12Months: "anniversary" },
		child: { stays: [{ in: "2022-05-01", out: "2022-12-01" }, { in: "2023-12-01" }] },
		expected: { P4: [1, 1] },
	},
	{
		id: "95c",
		facts: "re-enters on the exit day",
		child: { stays: [{ in: "2022-05-01", out: "2022-12-01" }, { in: "2022-12-01" }] },
		expected: { P4: [1, 1] },
	},
	{
		id: "96",
		facts: "re-entry date before exit date",
		child: { stays: [{ in: "2022-05-01", out: "2022-12-01" }, { in: "2022-11-15" }] },
		expected: { P4: out },
	},
	{
		id: "97",
		facts: "two re-entries in 12 months",
		child: {
			stays: [
				{ in: "2022-05-01", out: "2022-12-01" },
				{ in: "2023-02-01", out: "2023-03-01", reason: "RUNAWAY" },
				{ in: "2023-06-01" },
			],
		},
		expected: { P4: [1, 1] },
	},
	{
		id: "97b",
		facts: "two qualifying exits: the first one",
		child: {
			stays: [
				{ in: "2022-05-01", out: "2022-12-01" },
				{ in: "2023-02-01", out: "2023-03-01" },
			],
		},
		expected: { P4: [1, 1] },
	},
	{
		id: "97c",
		facts: "the same with p4MultipleExits=every",
		options: { p4MultipleExits: "every" },
		child: {
			stays: [
				{ in: "2022-05-01", out: "2022-12-01" },
				{ in: "2023-02-01", out: "2023-03-01" },
			],
		},
		expected: { P4: [1, 2] },
	},
	{
		id: "98",
		facts: "in care 3 days, reunified, re-enters",
		child: { stays: [{ in: "2022-12-01", out: "2022-12-04" }, { in: "2023-05-01" }] },
		expected: { P4: [1, 1], P1: out },
	},
];
