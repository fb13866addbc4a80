import { expect, test } from "vitest";
import { publicResults } from "./public-results.ts";
import type { QualityResult } from "./quality-checks.ts";

const check = (name: string, failed: number, of: number): QualityResult => ({
	...{ check: name, system: "AFCARS", period: "23A", failed, of },
	...{ percent: of === 0 ? null : (failed * 100) / of, limit: 5, exceeded: false },
});

const published = (quality: readonly QualityResult[]) =>
	publicResults({ window: "23A23B", results: [], quality }, []).quality;

test("counts of quality checks are not published: 497 of 500 records with a birth date would give 3 away", () => {
	const shown = published([check("missing-dob", 3, 500), check("dob-after-entry", 40, 497)]);
	for (const each of shown) expect(each).toMatchObject({ failed: null, of: null, percent: null, masked: true });
});

test("that nothing failed is shown, and that there was nothing to check", () => {
	expect(published([check("same-day", 0, 320)])[0]).toMatchObject({ failed: 0, of: null, percent: 0, masked: true });
	expect(published([check("same-day", 0, 0)])[0]).toMatchObject({ failed: 0, of: 0, percent: null, masked: false });
});

test("a county and its total are masked together", () => {
	const value = (county: string | undefined, numerator: number, denominator: number) => ({
		...{ indicator: "P4" as const, group: county === undefined ? {} : { county }, numerator, denominator },
		observed: (numerator * 100) / denominator,
	});
	const results = [value(undefined, 54, 757), value("06001", 4, 57), value("06003", 30, 400), value("06005", 20, 300)];
	const shown = publicResults({ window: "23A23B", results, quality: [] }, ["county"]).results;
	expect(shown.map((each) => ("numerator" in each ? each.numerator : undefined))).toEqual([54, null, 30, null]);
	expect(shown[1]).toMatchObject({ denominator: 57, observed: null, masked: true });
});
