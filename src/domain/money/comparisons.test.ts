import { expect, it } from "vitest";
import { plainDate } from "../calendar/plain-date.ts";
import { checkBaseYear1992, checkEstimated, checkFfy2005, variance } from "./comparisons.ts";
import { formYears, spendingDeadline } from "./form-years.ts";

const spent = (cents: number) => ({ line: "7", label: "Subpart 2", cents });

it("a form of June 2027 plans FFY2028 and reports FFY2025", () => {
	expect(formYears(plainDate("2027-06-30"))).toEqual({ plans: 2028, reports: 2025 });
	expect(formYears(plainDate("2027-09-30"))).toEqual({ plans: 2028, reports: 2025 });
	expect(formYears(plainDate("2027-10-01"))).toEqual({ plans: 2029, reports: 2026 });
});

it("C11: at most the amount of FFY2005, to the cent", () => {
	expect(checkFfy2005(spent(100_00), 100_00)).toEqual([]);
	expect(checkFfy2005(spent(100_01), 100_00)).toMatchObject([{ checkId: "C11", severity: "error" }]);
});

it("C12: below the base year 1992 is a warning", () => {
	expect(checkBaseYear1992(spent(100_00), 100_00)).toEqual([]);
	expect(checkBaseYear1992(spent(99_99), 100_00)).toMatchObject([{ checkId: "C12", severity: "warning" }]);
});

it("C13: the estimate repeats what was approved; the variance is actual less estimated", () => {
	expect(checkEstimated(spent(100_00), 100_00)).toEqual([]);
	expect(checkEstimated(spent(99_99), 100_00)).toMatchObject([{ checkId: "C13", severity: "error" }]);
	expect(variance(100_00, 90_00)).toBe(-10_00);
});

it("C15: funds of a year are spent by 30 September of the next", () => {
	expect(spendingDeadline(2025)).toBe("2026-09-30");
});
