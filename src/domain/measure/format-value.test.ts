import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPair, formatValue } from "./format-value.ts";

describe("formatValue", () => {
	it.each([
		[75.2, "percent", "75.2%"],
		[75, "percent", "75.0%"],
		[5.4, "months", "5.4 months"],
		[4.12, "per-1000-days", "4.12 per 1,000 days"],
		[8.5, "per-100000-days", "8.50 per 100,000 days"],
		[1234, "count", "1,234"],
		[-0.01, "percent", "0.0%"],
	] as const)("writes %d in %s as %s", (value, unit, words) => {
		expect(formatValue(value, unit)).toBe(words);
	});
});

describe("formatPair", () => {
	it("shows as many decimals as the standard is written with", () => {
		expect(formatPair(99.5, 99.68, "percent")).toEqual({ value: "99.50%", standard: "99.68%" });
		expect(formatPair(80, 75.2, "percent")).toEqual({ value: "80.0%", standard: "75.2%" });
	});

	it("shows enough decimals to see a difference", () => {
		expect(formatPair(94.58, 94.6, "percent")).toEqual({ value: "94.58%", standard: "94.60%" });
	});

	it("never writes two figures alike that differ by a ten thousandth or more", () => {
		const ten = fc.integer({ min: 0, max: 1_000_000 }).map((n) => n / 10_000);
		fc.assert(
			fc.property(ten, ten, (value, standard) => {
				const shown = formatPair(value, standard, "percent");
				expect(shown.value === shown.standard).toBe(value === standard);
			}),
			{ seed: 20260701 },
		);
	});
});
