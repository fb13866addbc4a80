import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../../calendar/plain-date.ts";
import { type ChangeMeasure, type CountedWindow, describeChange } from "./describe-change.ts";
import { rateRatio } from "./rate-ratio.ts";
import { shareDifference } from "./share-difference.ts";

const permanency: ChangeMeasure = { kind: "share", unit: "percent", direction: "up" };
const moves: ChangeMeasure = { kind: "rate", unit: "per-1000-days", direction: "down" };

function window(year: number, half: "A" | "B", numerator: number | null, denominator: number | null): CountedWindow {
	const [start, end] =
		half === "A" ? [`20${year - 1}-10-01`, `20${year}-09-30`] : [`20${year}-04-01`, `20${year + 1}-03-31`];
	const name = half === "A" ? `${year}A${year}B` : `${year}B${year + 1}A`;
	return { name, start: plainDate(start), end: plainDate(end), numerator, denominator };
}

describe("what changed", () => {
	it("compares the newest window with the one a year before, and says so", () => {
		const windows = [window(23, "A", 700, 1000), window(22, "A", 420, 1000), window(22, "B", 10, 1000)];
		const found = describeChange(windows, permanency);
		expect(found.earlier?.name).toBe("22A22B");
		expect(found.sentence).toBe(
			"Observed performance rose from 42.0% to 70.0%, the desired direction, from 22A22B to 23A23B (one year apart, so that they do not overlap). That is more than noise: the 95% interval of the difference is +23.8 to +32.1 percentage points.",
		);
		expect(found.judgedBy).toContain("Newcombe");
	});

	it("says when it is no more than noise", () => {
		const found = describeChange([window(22, "A", 420, 1000), window(23, "A", 380, 1000)], permanency);
		expect(found.verdict).toBe("within-noise");
		expect(found.sentence).toContain("fell from 42.0% to 38.0%, not the desired direction,");
		expect(found.sentence).toContain("−8.3 to +0.3 percentage points");
	});

	it("judges rates by their ratio", () => {
		const found = describeChange([window(23, "B", 2927, 629125), window(24, "B", 3001, 749111)], moves);
		expect(found.verdict).toBe("more-than-noise");
		expect(found.sentence).toContain("fell from 4.65 per 1,000 days to 4.01 per 1,000 days, the desired direction,");
		expect(found.sentence).toContain("the 95% interval of the ratio is 0.82 to 0.91");
	});

	it.each([
		[[window(22, "A", 3, 500), window(23, "A", 6, 500)], "fewer than 10 events"],
		[[window(22, "A", 20, 29), window(23, "A", 20, 500)], "fewer than 30 children"],
		[[window(22, "A", 48, 50), window(23, "A", 49, 50)], "fewer than 10 children without it"],
		[[window(22, "A", 0, 0), window(23, "A", 49, 50)], "nobody to count"],
	])("is silent where there are too few", (windows, words) => {
		const found = describeChange(windows, permanency);
		expect([found.verdict, found.change]).toEqual(["too-few", null]);
		expect(found.sentence).toContain(words);
	});

	it("tells nothing of a masked count", () => {
		const found = describeChange([window(22, "A", null, 500), window(23, "A", 60, 500)], permanency);
		expect([found.verdict, found.change]).toEqual(["masked", null]);
		expect(found.sentence).not.toMatch(/60|12\.0/);
	});

	it("never compares windows that overlap", () => {
		expect(describeChange([window(22, "B", 100, 500), window(23, "A", 60, 500)], permanency)).toMatchObject({
			verdict: "no-earlier-window",
			change: null,
		});
		expect(describeChange([], permanency).verdict).toBe("no-earlier-window");
		const far = describeChange([window(20, "A", 100, 500), window(23, "A", 60, 500)], permanency);
		expect(far.sentence).toContain("more than one year apart");
	});
});

const share = fc
	.integer({ min: 1, max: 5000 })
	.chain((denominator) =>
		fc.record({ numerator: fc.integer({ min: 0, max: denominator }), denominator: fc.constant(denominator) }),
	);
const events = fc.record({
	numerator: fc.integer({ min: 0, max: 3000 }),
	denominator: fc.integer({ min: 1, max: 1e6 }),
});

describe("laws", () => {
	it("swapping two shares turns the interval about 0, and the same share has not changed", () => {
		fc.assert(
			fc.property(share, share, (a, b) => {
				const [there, back] = [shareDifference(a, b), shareDifference(b, a)];
				expect(there.lower).toBeCloseTo(-back.upper, 12);
				expect(there.lower).toBeLessThanOrEqual(there.estimate + 1e-12);
				expect(there.lower).toBeGreaterThanOrEqual(-1 - 1e-12);
				const same = shareDifference(a, a);
				expect(same.estimate).toBe(0);
				expect(same.lower <= 0 && same.upper >= 0).toBe(true);
			}),
			{ seed: 11 },
		);
	});

	it("swapping two rates turns the ratio over, and the same rate has not changed", () => {
		fc.assert(
			fc.property(events, events, (a, b) => {
				fc.pre(a.numerator > 0 && b.numerator > 0);
				const [there, back] = [rateRatio(a, b), rateRatio(b, a)];
				expect(there.lower * back.upper).toBeCloseTo(1, 9);
				expect(there.lower).toBeLessThan(there.estimate);
				expect(there.estimate).toBeLessThan(there.upper);
				const exact = rateRatio(a, b, "exact");
				expect(exact.lower).toBeLessThan(there.lower);
				expect(exact.upper).toBeGreaterThan(there.upper);
				const same = rateRatio(a, a);
				expect(same.lower < 1 && same.upper > 1).toBe(true);
			}),
			{ seed: 12, numRuns: 60 },
		);
	});

	it("a window with the same counts a year later is never more than noise", () => {
		fc.assert(
			fc.property(share, fc.constantFrom(permanency, moves), ({ numerator, denominator }, measure) => {
				const windows = [window(22, "A", numerator, denominator), window(23, "A", numerator, denominator)];
				expect(["within-noise", "too-few"]).toContain(describeChange(windows, measure).verdict);
			}),
			{ seed: 13 },
		);
	});
});
