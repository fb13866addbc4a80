import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import type { AfcarsRow } from "../../src/indicators/extracts/canonical-rows.ts";
import { type EdgeCase, out } from "./edge-case.ts";

const noP = { P1: out, P2: out, P3: out, P4: out } as const;
const nothing = { S1: out, ...noP, P5: out } as const;

/** 8.4 Several removals, links and files. */
const links: readonly EdgeCase[] = [
	{
		id: "37",
		facts: "two removals in the window: 101 and 152 days",
		child: {
			stays: [
				{ in: "2022-11-01", out: "2023-02-10", reason: "RUNAWAY", moves: ["2022-12-01"] },
				{ in: "2023-05-01", moves: ["2023-06-01"] },
			],
		},
		expected: { P1: [0, 1], P5: [2, 253], S1: [0, 253] },
	},
	{
		id: "38",
		facts: "the same, the first exit is reunification",
		child: { stays: [{ in: "2022-11-01", out: "2023-02-10" }, { in: "2023-05-01" }] },
		expected: { P1: [1, 1], P4: [1, 1] },
	},
	{
		id: "39",
		facts: "legacy: exit and re-entry in one period, only the second removal is in the file",
		window: "22A22B",
		child: { stays: [{ in: "2021-11-01", out: "2022-05-10" }, { in: "2022-07-01" }] },
		expected: { P1: out, P2: out, P3: out, P4: out },
	},
	{
		id: "39b",
		facts: "the same, in care since before the window",
		window: "22A22B",
		child: { stays: [{ in: "2020-05-01", out: "2022-05-10" }, { in: "2022-07-01" }] },
		expected: { P1: [0, 1], P2: out, P3: out, P4: out },
	},
	{
		id: "39c",
		facts: "across 22B and 23A the reason is known, but one file is legacy",
		window: "22A22B",
		child: { stays: [{ in: "2021-11-01", out: "2022-05-10" }, { in: "2022-07-01" }], mend: () => ({}) },
		expected: { P4: out },
	},
	{
		id: "39d",
		facts: "the same with samePeriodReentry=never",
		window: "22A22B",
		options: { samePeriodReentry: "never" },
		child: { stays: [{ in: "2020-11-01", out: "2022-05-10" }, { in: "2022-07-01" }], extra: firstStayToo },
		expected: { P4: [1, 1] },
	},
	{
		id: "40",
		facts: "22A in care; 22B new removal, prior discharge date, removals + 1",
		window: "22A22B",
		child: { stays: [{ in: "2022-02-01", out: "2022-03-20" }, { in: "2022-05-01" }], mend: openInFirstFile },
		expected: { P1: out, S1: [0, 47 + 152], P5: [0, 47 + 152] },
	},
	{
		id: "40b",
		facts: "the same, but the prior discharge lies in the second period: S1 repairs, P5 does not",
		window: "22A22B",
		child: { stays: [{ in: "2022-02-01", out: "2022-04-10" }, { in: "2022-06-01" }] },
		expected: { P1: out, S1: [0, 68 + 121], P5: [0, 121] },
	},
	{
		id: "41",
		facts: "the same, but removals + 2",
		window: "22A22B",
		child: {
			stays: [{ in: "2022-02-01", out: "2022-03-20" }, { in: "2022-05-01" }],
			mend: (row) => ({
				...openInFirstFile(row),
				...(row.totalRemovals === 2 ? { totalRemovals: 3, removalOrdinal: 3 } : {}),
			}),
		},
		expected: { P1: out, S1: [0, 152], P5: [0, 152] },
	},
	{
		id: "42",
		facts: "no exit in 22B, absent from 23A, which the indicator reads",
		window: "22A22B",
		child: { stays: [{ in: "2022-02-01" }], mend: (row) => (row.period > "22B" ? undefined : {}) },
		expected: { P1: out },
	},
	{
		id: "43",
		facts: "the same, 22B is the last file that the indicator reads",
		window: "22A22B",
		child: { stays: [{ in: "2022-02-01" }], mend: (row) => (row.period > "22B" ? undefined : {}) },
		expected: { S1: [0, 241], P5: [0, 241] },
	},
	{
		id: "44",
		facts: "no exit in 22B, absent from 23A, back in 23B with the same removal",
		window: "22B23A",
		child: { stays: [{ in: "2022-05-01" }], mend: (row) => (row.period === "23A" ? undefined : {}) },
		expected: { P1: [0, 1], P5: out },
	},
	{
		id: "45",
		facts: "two rows with the same record number in one file",
		child: {
			stays: [{ in: "2022-11-01", out: "2023-02-10" }],
			extra: (rows) => rows.map((row) => ({ ...row, record: row.record + 50_000 })),
		},
		expected: nothing,
	},
	{
		id: "45b",
		facts: "the same with duplicateIds=last",
		options: { duplicateIds: "last" },
		child: {
			stays: [{ in: "2022-11-01", out: "2023-02-10" }],
			extra: (rows) => rows.map((row) => ({ ...row, record: row.record + 50_000, reason: "DEATH" as const })),
		},
		expected: { P1: [0, 1] },
	},
	{
		id: "45c",
		facts: "the same with duplicateIds=first",
		options: { duplicateIds: "first" },
		child: {
			stays: [{ in: "2022-11-01", out: "2023-02-10" }],
			extra: (rows) => rows.map((row) => ({ ...row, record: row.record + 50_000, reason: "DEATH" as const })),
		},
		expected: { P1: [1, 1] },
	},
	{
		id: "46",
		facts: "23A says removal 1 December, 23B says 5 December, removals unchanged",
		child: {
			stays: [{ in: "2022-12-05" }],
			mend: (row) => (row.period === "23A" ? { removal: plainDate("2022-12-01") } : {}),
		},
		expected: { P1: [0, 1], P5: [0, 299], S1: [0, 299] },
	},
	{
		id: "47",
		facts: "23A says exit 20 March, 23B says still in care for that removal",
		child: {
			stays: [{ in: "2022-12-05" }],
			mend: (row) => (row.period === "23A" ? { exit: plainDate("2023-03-20"), reason: "ADOPTION" } : {}),
		},
		expected: { P1: [0, 1], P5: [0, 299], S1: [0, 299] },
	},
];

/** 8.5 Missing and impossible values. */
const values: readonly EdgeCase[] = [
	{
		id: "50",
		facts: "exit date, no reason",
		child: { stays: [{ in: "2022-11-01", out: "2023-02-10", reason: null }] },
		expected: { ...noP, S1: [0, 101], P5: [0, 101] },
	},
	{
		id: "50b",
		facts: "the same, in care since before the window",
		child: { stays: [{ in: "2021-06-01", out: "2023-02-10", reason: null }] },
		expected: { ...noP, S1: [0, 132] },
	},
	{ id: "51", facts: "no birth date", child: { dob: null, stays: [{ in: "2022-11-01" }] }, expected: nothing },
	{
		id: "52",
		facts: "birth date after removal",
		child: { dob: "2022-12-01", stays: [{ in: "2022-11-01" }] },
		expected: nothing,
	},
	{
		id: "53",
		facts: "exit before removal",
		child: { stays: [{ in: "2022-11-10", out: "2022-11-01" }] },
		expected: nothing,
	},
	{
		id: "54",
		facts: "number of placements blank",
		child: { stays: [{ in: "2022-11-01", out: "2023-02-10", placements: null }] },
		expected: { P1: [1, 1], P4: [0, 1], S1: [0, 101], P5: out },
	},
	{
		id: "55",
		facts: "nine placements in five open days",
		window: "22A22B",
		child: { stays: [{ in: "2022-09-25", placements: 9 }] },
		expected: { P5: out, S1: [0, 5] },
	},
	{
		id: "56",
		facts: "transfer to another agency",
		child: { stays: [{ in: "2022-11-01", out: "2023-02-10", reason: "TRANSFER" }] },
		expected: { P1: [0, 1], P4: out },
	},
	{
		id: "57",
		facts: "runaway",
		child: { stays: [{ in: "2022-11-01", out: "2023-02-10", reason: "RUNAWAY" }] },
		expected: { P1: [0, 1], P4: out },
	},
	{
		id: "57b",
		facts: "death",
		child: { stays: [{ in: "2022-11-01", out: "2023-02-10", reason: "DEATH" }] },
		expected: { P1: [0, 1], P4: out },
	},
	{
		id: "58",
		facts: "no exit and no reason: in care",
		child: { stays: [{ in: "2022-11-01" }] },
		expected: { P1: [0, 1], S1: [0, 333], P5: [0, 333] },
	},
	{
		id: "59",
		facts: "born 29 February: 18 on 1 March, not on 28 February",
		window: "22A22B",
		child: { dob: "2004-02-29", stays: [{ in: "2021-12-01", out: "2022-02-28", reason: "ADOPTION" }] },
		expected: { P1: [1, 1] },
	},
	{
		id: "59b",
		facts: "the same on 1 March",
		window: "22A22B",
		child: { dob: "2004-02-29", stays: [{ in: "2021-12-01", out: "2022-03-01", reason: "ADOPTION" }] },
		expected: { P1: [0, 1] },
	},
];

/** 8.6 Placement moves; which living arrangements are a move is for the reader of the file to say (section 1.7). */
const moves: readonly EdgeCase[] = [
	{ id: "60", facts: "one setting", child: { stays: [{ in: "2022-11-01" }] }, expected: { P5: [0, 333] } },
	{
		id: "60b",
		facts: "one setting in a legacy file",
		window: "22A22B",
		child: { stays: [{ in: "2021-11-01", placements: 1 }] },
		expected: { P5: [0, 333] },
	},
	{
		id: "61",
		facts: "shelter, foster home A, foster home B",
		child: { stays: [{ in: "2022-11-01", moves: ["2022-12-01", "2023-04-01"] }] },
		expected: { P5: [2, 333] },
	},
	{
		id: "61b",
		facts: "the same in a legacy file",
		window: "22A22B",
		child: { stays: [{ in: "2021-11-01", placements: 3 }] },
		expected: { P5: [2, 333] },
	},
	{
		id: "61c",
		facts: "number of placements 00: no moves, not less than none",
		window: "22A22B",
		child: { stays: [{ in: "2021-11-01", placements: 0 }] },
		expected: { P5: [0, 333] },
	},
	{
		id: "64",
		facts: "foster home A, runaway, foster home B",
		child: { stays: [{ in: "2022-11-01", moves: ["2023-02-01"] }] },
		expected: { P5: [1, 333] },
	},
	{
		id: "68",
		facts: "the stay began before the window",
		child: { stays: [{ in: "2022-09-01", moves: ["2022-12-01"] }] },
		expected: { P5: out, S1: [0, 365] },
	},
];

/** The stay before the last one, as a file would tell it that holds all stays. */
function firstStayToo(rows: readonly AfcarsRow[]): readonly AfcarsRow[] {
	return rows
		.filter(({ period }) => period === "22B")
		.map((row) => ({
			...row,
			removal: plainDate("2020-11-01"),
			exit: plainDate("2022-05-10"),
			reason: "REUNIFICATION",
			removalOrdinal: 1,
		}));
}

function openInFirstFile(row: { readonly period: string }) {
	return row.period === "22A" ? { exit: null, reason: null } : {};
}

export const fileCases: readonly EdgeCase[] = [...links, ...values, ...moves];
