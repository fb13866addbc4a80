import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planBack } from "./due-dates.ts";
import { cycleStartOf, fiscalYearBounds, fiscalYearOf } from "./fiscal-year.ts";
import { addDays, daysBetween, plainDate } from "./plain-date.ts";

describe("fiscal years", () => {
	it("the federal one is named for the year it ends in", () => {
		expect(fiscalYearOf(plainDate("2026-09-30"), "10-01")).toBe(2026);
		expect(fiscalYearOf(plainDate("2026-10-01"), "10-01")).toBe(2027);
		expect(fiscalYearBounds(2027, "10-01")).toEqual({ from: "2026-10-01", to: "2027-09-30" });
		expect(fiscalYearBounds(2024, "03-01")).toEqual({ from: "2023-03-01", to: "2024-02-29" });
		expect(fiscalYearBounds(2026, "01-01")).toEqual({ from: "2026-01-01", to: "2026-12-31" });
	});

	it("follow each other without a gap, leap years too, and hold every day of theirs", () => {
		const start = fc.constantFrom("01-01", "03-01", "04-01", "07-01", "09-01", "10-01");
		fc.assert(
			fc.property(fc.integer({ min: 1990, max: 2050 }), start, fc.nat(365), (year, from, offset) => {
				const bounds = fiscalYearBounds(year, from);
				expect(fiscalYearBounds(year + 1, from).from).toBe(addDays(bounds.to, 1));
				expect([365, 366]).toContain(daysBetween(bounds.from, bounds.to) + 1);
				const day = addDays(bounds.from, Math.min(offset, daysBetween(bounds.from, bounds.to)));
				expect(fiscalYearOf(day, from)).toBe(year);
			}),
			{ seed: 1 },
		);
	});

	it("CFSP cycles begin in 2020, 2025, 2030", () => {
		expect([2024, 2025, 2029, 2030].map(cycleStartOf)).toEqual([2020, 2025, 2025, 2030]);
	});
});

it("back-planning counts days before the due day, and tells a weekend's step on the Friday before", () => {
	const steps = [
		{ label: "Governor's office", daysBefore: 30 },
		{ label: "Tribes and courts", daysBefore: 60 },
	];
	expect(planBack(plainDate("2027-06-30"), steps)).toEqual([
		{ label: "Tribes and courts", daysBefore: 60, on: "2027-04-30" },
		{ label: "Governor's office", daysBefore: 30, on: "2027-05-31" },
	]);
	expect(planBack(plainDate("2029-06-30"), [{ label: "Medicaid agency", daysBefore: 14 }])[0]?.on).toBe("2029-06-15");
});
