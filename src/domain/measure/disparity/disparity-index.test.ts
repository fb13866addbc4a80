import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disparityIndex } from "./disparity-index.ts";

const groups = [
	{ group: "White", numerator: 300, denominator: 1500 },
	{ group: "Black or African American", numerator: 120, denominator: 400 },
	{ group: "Asian", numerator: 4, denominator: 90 },
	{ group: "Two or More", numerator: null, denominator: 200 },
];

describe("the disparity index", () => {
	it("is a group's rate over that of the reference group, with its interval", () => {
		const found = disparityIndex(groups, "share", { group: "White" });
		expect(found.map(({ reason }) => reason)).toEqual(["reference", "", "too-few", "masked"]);
		expect(found[1]?.index?.estimate).toBeCloseTo(1.5, 12);
		expect(found[1]?.index?.lower).toBeCloseTo(1.252, 3);
		expect(found.filter(({ index }) => index !== null)).toHaveLength(1);
	});

	it("takes entries over the children of the population as rates", () => {
		const entries = [
			{ group: "White", numerator: 800, denominator: 400_000 },
			{ group: "American Indian/Alaska Native", numerator: 90, denominator: 15_000 },
		];
		const [, found] = disparityIndex(entries, "rate", { group: "White" });
		expect(found?.index?.estimate).toBeCloseTo(3, 12);
		expect(found?.index && found.index.lower > 2 && found.index.upper < 4).toBe(true);
	});

	it("compares with all others, and with nobody where one of them is masked", () => {
		const [white] = disparityIndex(groups.slice(0, 2), "share", "all-others");
		expect(white?.index?.estimate).toBeCloseTo(0.2 / 0.3, 12);
		expect(disparityIndex(groups, "share", "all-others").map(({ reason }) => reason)).toEqual([
			"masked",
			"masked",
			"masked",
			"masked",
		]);
	});

	it("refuses what is no set of groups", () => {
		expect(() => disparityIndex(groups, "share", { group: "Martian" })).toThrow(/no group "Martian"/);
		expect(() => disparityIndex([...groups, ...groups], "share", "all-others")).toThrow(/twice/);
	});

	it("turns over when group and reference do, and is 1 for the same rate", () => {
		const count = fc.integer({ min: 11, max: 2000 });
		fc.assert(
			fc.property(
				count,
				count,
				count,
				count,
				fc.constantFrom("share" as const, "rate" as const),
				(a, b, c, d, kind) => {
					const pair = [
						{ group: "one", numerator: a, denominator: a + b },
						{ group: "other", numerator: c, denominator: c + d },
					];
					const [there] = disparityIndex(pair, kind, { group: "other" });
					const [, back] = disparityIndex(pair, kind, { group: "one" });
					expect((there?.index?.lower ?? 0) * (back?.index?.upper ?? 0)).toBeCloseTo(1, 8);
					expect((there?.index?.estimate ?? 0) * (back?.index?.estimate ?? 0)).toBeCloseTo(1, 12);
				},
			),
			{ seed: 14, numRuns: 60 },
		);
	});
});
