import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../calendar/plain-date.ts";
import { findStandardOn } from "./find-standard-on.ts";
import { type Comparison, judge } from "./judgement.ts";
import type { Standard } from "./standard.ts";

function standard(value: number, change: Partial<Standard> = {}): Standard {
	const base = { kind: "national-standard", value, unit: "percent", effectiveFrom: null } as const;
	return { ...base, status: "known", sources: [], note: "", ...change };
}

const up: Comparison = { unit: "percent", direction: "up" };
const down: Comparison = { unit: "percent", direction: "down" };
const tenths = fc.integer({ min: 0, max: 1_000 }).map((n) => n / 10);

describe("judge", () => {
	it("reads the direction: the same figure meets one way and falls short the other", () => {
		expect(judge({ value: 80 }, up, standard(75.2)).verdict).toBe("meets");
		expect(judge({ value: 80 }, down, standard(75.2)).verdict).toBe("below");
	});

	it("treats fewer months as better for a median time", () => {
		const months = { unit: "months", direction: "down" } as const;
		const median = standard(5.4, { unit: "months" });
		expect(judge({ value: 8 }, months, median)).toEqual({
			verdict: "below",
			reason: "8.0 months falls short of the national standard of 5.4 months or less.",
		});
		expect(judge({ value: 4.1 }, months, median).verdict).toBe("meets");
	});

	it("says that it falls short with enough decimals to see why", () => {
		expect(judge({ value: 94.58 }, up, standard(94.6)).reason).toBe(
			"94.58% falls short of the national standard of 94.60% or more.",
		);
	});

	it("never judges an observed figure against national performance, in any direction and at any value", () => {
		fc.assert(
			fc.property(tenths, tenths, fc.constantFrom(up, down), (value, national, comparison) => {
				const judgement = judge({ value }, comparison, standard(national, { kind: "national-performance" }));
				expect(judgement.verdict).toBe("not-comparable");
				expect(judgement.reason).toContain("risk-standardized");
			}),
			{ seed: 20260701 },
		);
	});

	it("does not compare without a standard, a direction, a figure or the same unit", () => {
		expect(judge({ value: 50 }, up, null).verdict).toBe("no-standard");
		expect(judge({ value: 50 }, { unit: "percent", direction: null }, standard(40)).verdict).toBe("not-comparable");
		expect(judge({ value: Number.NaN }, up, standard(40)).verdict).toBe("not-comparable");
		expect(judge({ value: 50 }, up, standard(40, { unit: "months" })).reason).toContain("different units");
	});

	it("lets every figure that equals its standard meet it, also with the noise of a number format", () => {
		fc.assert(
			fc.property(tenths, fc.constantFrom(up, down), (value, comparison) => {
				expect(judge({ value }, comparison, standard(value)).verdict).toBe("meets");
				expect(judge({ value: value + 1e-13 }, comparison, standard(value)).verdict).toBe("meets");
				expect(judge({ value: value - 1e-13 }, comparison, standard(value)).verdict).toBe("meets");
			}),
			{ seed: 20260701 },
		);
	});

	it("meets one way exactly where it falls short the other, unless equal", () => {
		fc.assert(
			fc.property(tenths, tenths, (value, at) => {
				const both = [judge({ value }, up, standard(at)).verdict, judge({ value }, down, standard(at)).verdict];
				expect(both.filter((verdict) => verdict === "meets")).toHaveLength(value === at ? 2 : 1);
			}),
			{ seed: 20260701 },
		);
	});

	it("never gets worse when the figure moves the desired way", () => {
		fc.assert(
			fc.property(tenths, tenths, tenths, fc.constantFrom(up, down), (value, step, at, comparison) => {
				const better = comparison.direction === "up" ? value + step : value - step;
				if (judge({ value }, comparison, standard(at)).verdict === "meets")
					expect(judge({ value: better }, comparison, standard(at)).verdict).toBe("meets");
			}),
			{ seed: 20260701 },
		);
	});
});

describe("findStandardOn", () => {
	const corrected = standard(40.5, { effectiveFrom: plainDate("2015-05-13") });
	const revised = standard(42.7, { effectiveFrom: plainDate("2018-01-01") });

	it("finds the value that held on the day, in whatever order they are listed", () => {
		expect(findStandardOn([revised, corrected], plainDate("2017-12-31"))).toBe(corrected);
		expect(findStandardOn([corrected, revised], plainDate("2018-01-01"))).toBe(revised);
	});

	it("finds none before the first came into effect, and an undated one always", () => {
		expect(findStandardOn([corrected], plainDate("2015-05-12"))).toBeUndefined();
		expect(findStandardOn([standard(75.2)], plainDate("1990-01-01"))?.value).toBe(75.2);
	});
});
