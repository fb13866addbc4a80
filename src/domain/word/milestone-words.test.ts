import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignedText, timeframeText } from "../../documents/plan/milestone-text.ts";
import { addDays, plainDate } from "../calendar/plain-date.ts";
import { timeframeEnd } from "../plan/assemble-plan.ts";
import { readAssigned, readDays, readTimeframe } from "./milestone-words.ts";

const startsOn = plainDate("2026-07-01");
const read = (text: string, months: number | null = null, dueOn: string | null = null) =>
	readTimeframe(text, startsOn, { timeframeMonths: months, dueOn: dueOn === null ? null : plainDate(dueOn) });

describe("readTimeframe", () => {
	it.each([
		["6 months", 6, null],
		["six months", 6, null],
		["18-month", 18, null],
		["2 years", 24, null],
		["By September 30, 2026", null, "2026-09-30"],
		["Sept. 2026", null, "2026-09-30"],
		["9/30/26", null, "2026-09-30"],
		["02/2028", null, "2028-02-29"],
		["2027-01-15", null, "2027-01-15"],
		["", null, null],
	])("reads %s", (text, timeframeMonths, dueOn) => {
		expect(read(text)).toEqual({ timeframeMonths, dueOn });
	});

	it.each(["ongoing", "quarterly", "as needed", "200 months", "February 30, 2027", "3"])("does not read %s", (text) => {
		expect(read(text)).toBeUndefined();
	});

	it("tells which of months and day was changed by what stood there", () => {
		expect(read("9 months (by September 30, 2026)", 3)).toEqual({ timeframeMonths: 9, dueOn: null });
		expect(read("3 months (by October 15, 2026)", 3)).toEqual({ timeframeMonths: 3, dueOn: "2026-10-15" });
	});

	it("reads back what is printed", () => {
		const months = fc.option(fc.integer({ min: 0, max: 120 }), { nil: null });
		const days = fc.option(fc.integer({ min: 0, max: 3000 }), { nil: null });
		fc.assert(
			fc.property(months, days, (timeframeMonths, later) => {
				const dueOn = later === null ? null : addDays(startsOn, later);
				const worked = timeframeMonths === null ? undefined : timeframeEnd(startsOn, timeframeMonths);
				const printed = timeframeText({ timeframeMonths }, dueOn ?? worked);
				const again = readTimeframe(printed, startsOn);
				expect(again && timeframeText(again, again.dueOn ?? worked)).toBe(printed);
			}),
		);
	});
});

describe("readDays", () => {
	it("finds the days of a period in their order, however they are written", () => {
		expect(readDays("July 1, 2025 to June 30, 2028")).toEqual(["2025-07-01", "2028-06-30"]);
		expect(readDays("from 7/1/2025 until 2028-06-30")).toEqual(["2025-07-01", "2028-06-30"]);
		expect(readDays("no day at all, not even 13/45/2025")).toEqual([]);
	});
});

describe("readAssigned", () => {
	it("tells title and agency apart by what stood there before, and by an agency's words", () => {
		const before = { assignedTitle: "Manager", assignedAgency: "Adults, Families and Kin" };
		expect(readAssigned("Deputy manager, Adults, Families and Kin", before)).toEqual({
			assignedTitle: "Deputy manager",
			assignedAgency: "Adults, Families and Kin",
		});
		expect(readAssigned("Chief, Probation Department")).toEqual({
			assignedTitle: "Chief",
			assignedAgency: "Probation Department",
		});
		expect(readAssigned("Manager, Training and Research")).toEqual({
			assignedTitle: "Manager, Training and Research",
			assignedAgency: "",
		});
	});

	it("reads back what is printed, against what was printed", () => {
		const words = fc.stringMatching(/^[A-Z][a-z]{1,8}( [a-z]{1,8}){0,3}$/u);
		fc.assert(
			fc.property(words, fc.option(words, { nil: "" }), (assignedTitle, assignedAgency) => {
				const milestone = { assignedTitle, assignedAgency, assignedPersonId: null };
				const printed = assignedText(milestone, undefined);
				expect(assignedText({ ...readAssigned(printed, milestone), assignedPersonId: null }, undefined)).toBe(printed);
			}),
		);
	});
});
