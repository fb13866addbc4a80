import fc from "fast-check";
import { expect, it } from "vitest";
import { isRateUnit, type RateUnit, rate } from "./rate.ts";

const units = ["percent", "per-1000", "per-1000-days", "per-100000-days", "ratio"] as const;
const count = fc.integer({ min: 0, max: 10_000_000 });

it("works out the rates of the field", () => {
	expect(rate(376, 500, "percent")).toBe(75.2);
	expect(rate(412, 100_000, "per-1000-days")).toBe(4.12);
	expect(rate(907, 10_000_000, "per-100000-days")).toBe(9.07);
	expect(rate(3, 4, "ratio")).toBe(0.75);
});

it("has no value where there was nothing to count", () => {
	expect(rate(0, 0, "percent")).toBeNull();
	expect(rate(3, 0, "per-1000-days")).toBeNull();
});

it("refuses counts that cannot be", () => {
	expect(() => rate(-1, 10, "percent")).toThrow(RangeError);
	expect(() => rate(1, Number.NaN, "percent")).toThrow(RangeError);
});

it("gives exactly the decimal that a person would write, so that a figure equal to its standard meets it", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 1, max: 1_000 }), (thousandths, times) => {
			expect(rate(thousandths * times, 100_000 * times, "percent")).toBe(Number(`${thousandths}e-3`));
		}),
		{ seed: 20260701 },
	);
});

it("stays between 0 and 100 percent for a part of a whole, and grows with the numerator", () => {
	fc.assert(
		fc.property(count, count, fc.constantFrom<RateUnit>(...units), (a, b, unit) => {
			const [part, whole] = [Math.min(a, b), Math.max(a, b) + 1];
			const percent = rate(part, whole, "percent") ?? -1;
			expect(percent).toBeGreaterThanOrEqual(0);
			expect(percent).toBeLessThanOrEqual(100);
			expect(rate(part + 1, whole, unit) ?? 0).toBeGreaterThan(rate(part, whole, unit) ?? 0);
		}),
		{ seed: 20260701 },
	);
});

it("knows which units are rates", () => {
	expect(units.every(isRateUnit)).toBe(true);
	expect(isRateUnit("months")).toBe(false);
	expect(isRateUnit("count")).toBe(false);
});
