import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, plainDate } from "../../domain/calendar/plain-date.ts";
import { readDate } from "./read-date.ts";
import { periodOfQuarter, readPeriod } from "./read-period.ts";

const year2026 = { kind: "period", start: "2025-07-01", end: "2026-06-30" };

describe("readPeriod", () => {
	it.each([
		"JUL2025-JUN2026",
		"Jul 2025 - Jun 2026",
		"July 2025 to June 2026",
		"2025-07-01/2026-06-30",
		"2025-07-01 to 2026-06-30",
		"2025-07-01 - 2026-06-30",
		"2025-07/2026-06",
		"7/1/2025-6/30/2026",
		"07/01/2025 – 06/30/2026",
		"07/2025 - 06/2026",
		"7-1-2025 to 6-30-2026",
		"July 1, 2025 through June 30, 2026",
		"20250701-20260630",
		"12 months ending June 30, 2026",
		"12-month ending JUN2026",
		"Year ending 6/30/2026",
		"SFY 2025-26",
		"SFY 2025/2026",
	])("reads %s", (label) => expect(readPeriod(label)).toEqual(year2026));

	it.each([
		["FFY 2025", "2024-10-01", "2025-09-30"],
		["CY2025", "2025-01-01", "2025-12-31"],
		["JUN2026", "2026-06-01", "2026-06-30"],
		["FEB2024", "2024-02-01", "2024-02-29"],
		["quarter ending June 30, 2026", "2026-04-01", "2026-06-30"],
		["2026-07-01/2026-07-01", "2026-07-01", "2026-07-01"],
	])("reads %s as %s to %s", (label, start, end) => {
		expect(readPeriod(label)).toEqual({ kind: "period", start, end });
	});

	it.each(["Q2 2026", "2026 Q2", "2026Q2", "2026-q2", "Quarter 2, 2026", "2026 Quarter 2 Extract"])(
		"reads %s as a quarter",
		(label) => expect(readPeriod(label)).toEqual({ kind: "quarter", year: 2026, quarter: 2 }),
	);

	it.each([
		["2026-06-30", "one-day"],
		["2026", "unclear-year"],
		["FY 2026", "unclear-year"],
		["SFY 2026", "unclear-year"],
		["SFY 2025-27", "unknown"],
		["Q5 2026", "unknown"],
		["Q2 26", "unknown"],
		["JUL25-JUN26", "unknown"],
		["last year", "unknown"],
		["", "unknown"],
		["2026-06-31/2026-07-31", "impossible"],
		["9/31/2019", "impossible"],
	])("does not guess at %j", (label, kind) => expect(readPeriod(label).kind).toBe(kind));

	it("reads back every period that is written with two dates, however they are parted", () => {
		const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(plainDate("1900-01-01"), days));
		const parting = fc.constantFrom("/", " to ", " - ", "-", "–", " through ");
		const spelling = fc.constantFrom(
			(date: string) => date,
			(date: string) => `${Number(date.slice(5, 7))}/${Number(date.slice(8))}/${date.slice(0, 4)}`,
		);
		fc.assert(
			fc.property(day, day, parting, spelling, (start, end, between, spell) => {
				expect(readPeriod(`${spell(start)}${between}${spell(end)}`)).toEqual({ kind: "period", start, end });
			}),
			{ seed: 20260701, numRuns: 300 },
		);
	});
});

describe("periodOfQuarter", () => {
	it("is the twelve months that end with the quarter, or the quarter for what is counted by quarter", () => {
		const quarter = { kind: "quarter", year: 2026, quarter: 2 } as const;
		expect(periodOfQuarter(quarter, "twelve-months")).toEqual({ start: "2025-07-01", end: "2026-06-30" });
		expect(periodOfQuarter(quarter, "quarter")).toEqual({ start: "2026-04-01", end: "2026-06-30" });
	});

	it("always ends with a quarter and spans whole months", () => {
		const years = fc.integer({ min: 1950, max: 2100 });
		fc.assert(
			fc.property(years, fc.integer({ min: 1, max: 4 }), fc.constantFrom("quarter", null), (year, quarter, usual) => {
				const { start, end } = periodOfQuarter({ kind: "quarter", year, quarter }, usual);
				expect(end).toMatch(new RegExp(`^${year}-(03-31|06-30|09-30|12-31)$`));
				expect(addMonths(start, usual === null ? 12 : 3)).toBe(addDays(end, 1));
			}),
			{ seed: 20260701 },
		);
	});
});

describe("readDate", () => {
	it.each([
		"2026-06-30",
		"6/30/2026",
		"06-30-2026",
		"2026/6/30",
		"20260630",
		"June 30, 2026",
		"Jun 30 2026",
		"30 June 2026",
		"30-Jun-2026",
		"June 30th, 2026",
		"2026-06-30T00:00:00.000Z",
		"2026-06-30 00:00:00",
		"6/30/2026 0:00",
	])("reads %s", (cell) => expect(readDate(cell)).toEqual({ kind: "date", date: "2026-06-30" }));

	it.each([
		["31 September 2019", "September 2019 has 30 days"],
		["2/29/2025", "February 2025 has 28 days"],
		["30/6/2026", "there is no month 30"],
		["2026-00-10", "there is no month 0"],
		["2026-01-00", "January 2026 has 31 days"],
		["1/1/0026", "the year is before 1900"],
	])("says why %s does not exist", (cell, why) => {
		expect(readDate(cell)).toEqual({ kind: "impossible", why: expect.stringContaining(why) });
	});

	it("does not guess at two-digit years, day numbers and words", () => {
		expect(readDate("6/30/26")).toEqual({ kind: "unknown" });
		expect(readDate("46203")).toEqual({ kind: "serial" });
		expect(readDate("Juno 30, 2026")).toEqual({ kind: "unknown" });
	});
});
