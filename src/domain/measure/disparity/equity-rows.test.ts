import fc from "fast-check";
import { expect, it } from "vitest";
import { equityCountTexts } from "./equity-measure.ts";
import { compareEquity } from "./equity-rows.ts";

it("says higher or lower only where chance alone does not explain it", () => {
	const { reference, rows } = compareEquity(
		[
			{ group: "White", numerator: 300, denominator: 1500 },
			{ group: "Black or African American", numerator: 120, denominator: 400 },
			{ group: "Two or More", numerator: 42, denominator: 200 },
			{ group: "Asian", numerator: null, denominator: null },
		],
		"share",
		"White",
	);
	expect(reference).toBe("White");
	expect(rows.map(({ says }) => says)).toEqual(["reference", "higher", "not-enough", "masked"]);
});

it("takes the largest group that is shown where the wanted one is masked, and compares nothing without a kind", () => {
	const groups = [
		{ group: "White", numerator: null, denominator: 40 },
		{ group: "0 to 3", numerator: 30, denominator: 100 },
		{ group: "4 to 9", numerator: 60, denominator: 400 },
	];
	expect(compareEquity(groups, "share", "White").reference).toBe("4 to 9");
	expect(compareEquity(groups, null, "White").rows.every(({ says }) => says === "not-compared")).toBe(true);
	expect(compareEquity([], "share", "White")).toEqual({ reference: null, rows: [] });
});

it("never shows an index of a count that is masked", () => {
	const count = fc.option(fc.integer({ min: 0, max: 500 }), { nil: null });
	fc.assert(
		fc.property(fc.array(fc.tuple(count, fc.integer({ min: 0, max: 500 })), { maxLength: 8 }), (pairs) => {
			const groups = pairs.map(([numerator, rest], i) => ({
				group: String(i),
				numerator,
				denominator: numerator === null ? null : numerator + rest,
			}));
			for (const row of compareEquity(groups, "share", "0").rows) {
				if (row.numerator === null) expect(row.index).toBeNull();
				if (row.index !== null) expect(["higher", "lower", "not-enough"]).toContain(row.says);
			}
		}),
		{ seed: 5, numRuns: 100 },
	);
});

it("tells counts that a source never gave from those that are masked", () => {
	expect(equityCountTexts({ numerator: null, denominator: null, value: 14.2 })).toEqual(["–", "–"]);
	expect(equityCountTexts({ numerator: null, denominator: null, value: null })).toEqual(["*", "*"]);
	expect(equityCountTexts({ numerator: 1_204, denominator: 3_000, value: 40.1 })).toEqual(["1,204", "3,000"]);
});
