import { counts, type EdgeCase, edgeCase, excluded, report, stay } from "./edge-case.ts";

/** In care from November 1, 2022 on: 333 days in the window. */
const inCare = [stay("2022-11-01")];
type Reports = ReturnType<typeof report>[];

/** Reports on a child in care, and what they add to S1's numerator and to S2. */
function inCareWith(id: string, facts: string, reports: Reports, victimizations: number, recurrence: 0 | 1 | "out") {
	return edgeCase(id, facts, {
		removals: inCare,
		reports,
		expect: [counts("S1", 333, victimizations), recurrence === "out" ? excluded("S2") : counts("S2", 1, recurrence)],
	});
}

const alternativeResponse = { levels: [3] };

/** 8.7, S1: maltreatment in care. */
export const maltreatmentInCare: readonly EdgeCase[] = [
	inCareWith("69", "Report on day 6 of the stay", [report("2022-11-07")], 0, 0),
	inCareWith("70", "Report on day 7 of the stay", [report("2022-11-08")], 1, 0),
	edgeCase("71", "Report on the day of discharge", {
		removals: [stay("2022-11-01", "2023-05-01")],
		reports: [report("2023-05-01")],
		expect: [counts("S1", 181, 0), counts("S2", 1, 0)],
	}),
	inCareWith("72", "Report in care, incident before removal", [report("2023-03-01", { incident: "2022-10-15" })], 0, 0),
	inCareWith("73", "The same without an incident date", [report("2023-03-01")], 1, 0),
	inCareWith(
		"74",
		"Report on October 5, 2023 of an incident in the window",
		[report("2023-10-05", { incident: "2023-09-20" })],
		0,
		"out",
	),
	inCareWith(
		"75",
		"Report on September 20, 2023, decided on December 5: in the next year's file",
		[report("2023-09-20", { disposition: "2023-12-05" })],
		1,
		0,
	),
	inCareWith("76", "Two reports on the same day", [report("2023-03-01"), report("2023-03-01")], 1, 0),
	inCareWith("76b", "Two reports on consecutive days", [report("2023-03-01"), report("2023-03-02")], 1, 0),
	inCareWith("77", "Two reports two days apart", [report("2023-03-01"), report("2023-03-03")], 2, 0),
	inCareWith("78", "Alternative response only", [report("2023-03-01", alternativeResponse)], 0, "out"),
	inCareWith("79", "Victim without AFCARS ID", [report("2023-03-01", { unlinked: true })], 0, 0),
	inCareWith("80", "The perpetrator is the parent, on a home visit", [report("2023-03-01", { perpetrator: 1 })], 1, 0),
	edgeCase("81", "Reported while on runaway", {
		removals: [
			stay("2022-11-01", null, null, [
				["2022-11-01", "foster-home", 1],
				["2023-03-01", "runaway"],
				["2023-04-01", "foster-home", 1],
			]),
		],
		reports: [report("2023-03-10")],
		expect: [counts("S1", 333, 1)],
	}),
	inCareWith(
		"82",
		"Three separate reports in care",
		[report("2022-12-01"), report("2023-02-01"), report("2023-04-01")],
		3,
		1,
	),
];

function atHome(id: string, facts: string, reports: Reports, recurrence: 0 | 1 | "out"): EdgeCase {
	return edgeCase(id, facts, {
		reports,
		expect: [recurrence === "out" ? excluded("S2") : counts("S2", 1, recurrence)],
	});
}

const sameIncident = { incident: "2022-10-01" };
const steps = [report("2022-10-05"), report("2022-10-15"), report("2022-10-25")];

/** 8.7, S2: recurrence. */
export const recurrence: readonly EdgeCase[] = [
	atHome("83", "Reports 14 days apart", [report("2022-10-05"), report("2022-10-19")], 0),
	atHome("84", "Reports 15 days apart", [report("2022-10-05"), report("2022-10-20")], 1),
	edgeCase("85", "Three reports, 10 days apart each", {
		reports: steps,
		expect: [counts("S2", 1, 1), counts("S2", 1, 0, "23A23B", { rollup: "chain" })],
	}),
	atHome(
		"86",
		"Two months apart, the same incident date",
		[report("2022-10-05", sameIncident), report("2022-12-05", sameIncident)],
		0,
	),
	atHome("87", "The same, one incident date blank", [report("2022-10-05", sameIncident), report("2022-12-05")], 1),
	atHome("88", "365 days apart", [report("2022-10-05"), report("2023-10-05")], 1),
	atHome("88b", "366 days apart", [report("2022-10-05"), report("2023-10-06")], 0),
	atHome(
		"89",
		"First on the last day of the year, second in the next September",
		[report("2023-09-30"), report("2024-09-15", { disposition: "2024-09-25" })],
		1,
	),
	edgeCase("90", "Unborn child", {
		birth: null,
		reports: [report("2023-02-01", { age: 77 })],
		expect: [excluded("S2")],
	}),
	edgeCase("91", "The first report is a death by maltreatment", {
		reports: [report("2023-02-01", { death: true })],
		expect: [counts("S2", 1, 0), excluded("S2", "23A23B", { firstReportFatality: "drop" })],
	}),
	atHome("92", "Unsubstantiated, then substantiated", [report("2022-10-05", { levels: [5] }), report("2022-12-05")], 0),
	atHome(
		"92b",
		"The same and substantiated again within 12 months of the second, not of the first",
		[report("2022-10-05", { levels: [5] }), report("2022-12-05"), report("2023-10-20")],
		1,
	),
];
