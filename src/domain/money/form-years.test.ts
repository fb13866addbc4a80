import { expect, it } from "vitest";
import { plainDate } from "../calendar/plain-date.ts";
import { formYears, spendingDeadline, yearsOfSubmission } from "./form-years.ts";

it("a form of June 2027 plans FFY2028 and reports FFY2025", () => {
	expect(yearsOfSubmission(2027)).toEqual({ plans: 2028, reports: 2025 });
	expect(formYears(plainDate("2027-09-30"))).toEqual({ plans: 2028, reports: 2025 });
	expect(formYears(plainDate("2027-10-01"))).toEqual({ plans: 2029, reports: 2026 });
});

it("C15: funds of a year are spent by 30 September of the next", () => {
	expect(spendingDeadline(2025)).toBe("2026-09-30");
});
