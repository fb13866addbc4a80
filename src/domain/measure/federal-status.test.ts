import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeFederalResult } from "./federal-status.ts";

const p2 = { value: 43.8, direction: "up", decimals: 1 } as const;
const s1 = { value: 9.07, direction: "down", decimals: 2 } as const;
const p5 = { value: 4.48, direction: "down", decimals: 2 } as const;

describe("the federal status", () => {
	it("case 99: an interval of 43.8 to 46.0 touches national performance of 43.8: no different", () => {
		expect(judgeFederalResult({ lower: 43.8, upper: 46 }, p2)).toBe("no-different");
		expect(judgeFederalResult({ lower: 40.1, upper: 43.8 }, p2)).toBe("no-different");
	});

	it("case 100: an interval of 8.10 to 9.06 lies below 9.07, and lower is better", () => {
		expect(judgeFederalResult({ lower: 8.1, upper: 9.06 }, s1)).toBe("better");
		expect(judgeFederalResult({ lower: 9.08, upper: 9.9 }, s1)).toBe("worse");
	});

	it("case 101: observed 4.97 above, interval around national performance: no different, and observed is no part of it", () => {
		const published = { observed: 4.97, riskStandardized: 4.45, lower: 4.3, upper: 4.6 };
		expect(judgeFederalResult(published, p5)).toBe("no-different");
		expect(judgeFederalResult({ ...published, observed: 0.01 } as typeof published, p5)).toBe("no-different");
	});

	it("is not calculated without an interval", () => {
		expect(judgeFederalResult(null, p2)).toBe("not-calculated");
	});

	it("compares what is shown, or the raw numbers when asked to", () => {
		expect(judgeFederalResult({ lower: 43.84, upper: 46 }, p2)).toBe("no-different");
		expect(judgeFederalResult({ lower: 43.84, upper: 46 }, p2, "raw")).toBe("better");
		expect(judgeFederalResult({ lower: 43.85, upper: 46 }, p2)).toBe("better");
		expect(judgeFederalResult({ lower: 8, upper: 9.065 }, s1)).toBe("no-different");
		expect(judgeFederalResult({ lower: 8, upper: 9.065 }, s1, "raw")).toBe("better");
		expect(judgeFederalResult({ lower: 0.438 * 100, upper: 46 }, p2, "raw")).toBe("no-different");
	});

	it("turns over when the direction does, whatever the interval", () => {
		const turned = { better: "worse", worse: "better", "no-different": "no-different", "not-calculated": "never" };
		const tenths = fc.integer({ min: 0, max: 1000 }).map((value) => value / 10);
		fc.assert(
			fc.property(tenths, tenths, tenths, (a, b, value) => {
				const interval = { lower: Math.min(a, b), upper: Math.max(a, b) };
				const up = judgeFederalResult(interval, { value, direction: "up", decimals: 1 });
				expect(judgeFederalResult(interval, { value, direction: "down", decimals: 1 })).toBe(turned[up]);
				expect(up === "no-different").toBe(interval.lower <= value && value <= interval.upper);
			}),
		);
	});
});
