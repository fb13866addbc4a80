import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, plainDate } from "../calendar/plain-date.ts";
import { describePeriod } from "./describe-period.ts";
import { describeTrend, type TrendPoint } from "./describe-trend.ts";
import type { Standard } from "./standard.ts";

const reunification: Standard = {
	kind: "national-standard",
	value: 75.2,
	unit: "percent",
	effectiveFrom: null,
	status: "known",
	sources: [],
	note: "",
};
const up = { unit: "percent", direction: "up" } as const;

function yearTo(end: string, value: number, change: Partial<TrendPoint> = {}): TrendPoint {
	const periodEnd = plainDate(end);
	return {
		jurisdictionId: "0b8f6c1e-6f0a-4a57-9a55-000000000001",
		indicator: "C1.1",
		vintage: "cfsr2",
		populationGroup: "all",
		periodStart: addMonths(addDays(periodEnd, 1), -12),
		periodEnd,
		value,
		...change,
	};
}

describe("describeTrend", () => {
	it("tells first, latest, direction, extremes and standard, whatever the order of the points", () => {
		const points = [yearTo("2025-06-30", 60), yearTo("2026-06-30", 71), yearTo("2024-06-30", 65.04)];
		expect(describeTrend(points, up, reunification)).toBe(
			"Over 3 periods the figure rose from 65.0% (12 months ending June 30, 2024) to 71.0% (12 months ending June 30, 2026), the desired direction. In between it was as low as 60.0% (12 months ending June 30, 2025). 71.0% falls short of the national standard of 75.2% or more. The standard of 75.2% is not yet confirmed in a published source.",
		);
	});

	it("does not call a rise good where less is better, nor anything where that is not settled", () => {
		const points = [yearTo("2025-06-30", 5), yearTo("2026-06-30", 9)];
		expect(describeTrend(points, { unit: "percent", direction: "down" }, null)).toContain("not the desired direction");
		expect(describeTrend(points, { unit: "percent", direction: null }, null)).not.toContain("desired");
	});

	it("does not call a change what readers see as the same number", () => {
		const words = describeTrend([yearTo("2025-06-30", 75.01), yearTo("2026-06-30", 75.02)], up, null);
		expect(words).toContain("at the same level");
	});

	it("says so when there is one figure or none", () => {
		expect(describeTrend([], up, reunification)).toBe("No figures have been loaded.");
		expect(describeTrend([yearTo("2026-06-30", 80)], up, null)).toBe(
			"One figure: 80.0% (12 months ending June 30, 2026). One figure does not make a trend. No standard is set for this indicator.",
		);
	});

	it("refuses to draw two definitions as one line", () => {
		const round3 = yearTo("2025-06-30", 8, { indicator: "3-P4", vintage: "cfsr3" });
		const round4 = yearTo("2026-06-30", 6, { indicator: "4-P4", vintage: "cfsr4" });
		expect(() => describeTrend([round3, round4], up, null)).toThrow(/one vintage/);
	});

	it("is always whole sentences", () => {
		const values = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 8 });
		fc.assert(
			fc.property(values, (tenths) => {
				const points = tenths.map((n, index) => yearTo(`${2010 + index}-06-30`, n / 10));
				const words = describeTrend(points, up, reunification);
				expect(words).toMatch(/^[A-Z0-9].*\.$/);
				expect(words).not.toMatch(/undefined|NaN|\.\.| {2}/);
			}),
			{ seed: 20260701 },
		);
	});
});

describe("describePeriod", () => {
	it.each([
		["2025-07-01", "2026-06-30", "12 months ending June 30, 2026"],
		["2023-03-01", "2024-02-29", "12 months ending February 29, 2024"],
		["2026-04-01", "2026-06-30", "quarter ending June 30, 2026"],
		["2026-07-01", "2026-07-01", "July 1, 2026"],
		["2026-02-01", "2026-04-30", "February 1, 2026 to April 30, 2026"],
	])("calls %s to %s %s", (start, end, words) => {
		expect(describePeriod(plainDate(start), plainDate(end))).toBe(words);
	});
});
