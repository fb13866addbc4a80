import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../calendar/plain-date.ts";
import { companionThreshold, type IndicatorBaseline, indicatorGoal, staysInside } from "./indicator-goal.ts";
import { itemStanding, type MeasuredPeriod, periodFaults } from "./measurement-period.ts";
import type { IndicatorGoalRules, ItemGoalRules } from "./pip-rules.ts";
import { samplingGoal } from "./sampling-goal.ts";

const rules: ItemGoalRules = {
	...{ z: 1.28, overlap: { maxMonths: 12, divisorMonths: 24 }, noIncreaseFrom: { safety: 0.95, other: 0.9 } },
	...{ safetyItems: ["1", "2", "3"], period: { months: 12, tolerance: 0.05 }, source: "x", note: "x" },
};
const plain = { ...rules, noIncreaseFrom: { safety: null, other: null } };
const none = { safety: false, overlapMonths: 0 };

describe("the goal of a case review item: p + z * sqrt(p(1-p)/n), z = 1.28", () => {
	test.each([
		[31, 49, 0.720805],
		[52, 65, 0.863506],
		[20, 40, 0.601193],
		[13, 40, 0.419792],
		[26, 65, 0.477778],
		[95, 159, 0.647266],
		[36, 40, 0.960716],
	])("%d of %d gives %d", (strengths, applicable, goal) => {
		expect(samplingGoal({ strengths, applicable }, plain, none).goal).toBeCloseTo(goal, 6);
	});

	test("a high baseline is kept and not raised", () => {
		expect(samplingGoal({ strengths: 36, applicable: 40 }, rules, none)).toMatchObject({ exempt: true, goal: 0.9 });
		expect(samplingGoal({ strengths: 36, applicable: 40 }, rules, { ...none, safety: true }).exempt).toBe(false);
	});

	test("12 months of overlap halve what is added, and more count as 12", () => {
		const at = (overlapMonths: number) =>
			samplingGoal({ strengths: 31, applicable: 49 }, rules, { safety: false, overlapMonths });
		expect(at(12).goal - at(12).baseline).toBeCloseTo(at(0).margin / 2, 9);
		expect(at(30).goal).toBe(at(12).goal);
	});

	test("property: the goal is never below the baseline and never above 1", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 2000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.integer({ min: -3, max: 40 }),
				fc.boolean(),
				(applicable, share, overlapMonths, safety) => {
					const strengths = Math.round(applicable * share);
					const { baseline, goal } = samplingGoal({ strengths, applicable }, rules, { safety, overlapMonths });
					expect(goal).toBeGreaterThanOrEqual(baseline);
					expect(goal).toBeLessThanOrEqual(1);
				},
			),
		);
	});

	test("counts that cannot be are refused in words", () => {
		expect(() => samplingGoal({ strengths: 5, applicable: 4 }, rules, none)).toThrow(/from 0 to 4/);
		expect(() => samplingGoal({ strengths: 0, applicable: 0 }, rules, none)).toThrow(/at least 1 case/);
	});
});

const indicatorRules: IndicatorGoalRules = { deviations: 4, companions: [["a", "b"]], source: "x", note: "x" };
const observed = (more: Partial<IndicatorBaseline> = {}): IndicatorBaseline => ({
	...{ performance: "observed", baseline: 0.51, mean: 0.5, deviation: 0.005, better: "higher" },
	...more,
});

describe("the goal of a statewide data indicator: observed baseline times (m + 4s)/m", () => {
	test("m 50%, m + 4s 52%, baseline 51%: factor 1.04, goal 53.04%", () => {
		const { factor, goal } = indicatorGoal(observed(), { floor: null, cap: null }, indicatorRules);
		expect(factor).toBeCloseTo(1.04, 9);
		expect(goal).toBeCloseTo(0.5304, 9);
	});

	test("a floor of 1.05 makes it 53.55%", () => {
		const result = indicatorGoal(observed(), { floor: 1.05, cap: 1.2 }, indicatorRules);
		expect(result).toMatchObject({ factor: 1.05, bounded: "floor" });
		expect(result.goal).toBeCloseTo(0.5355, 9);
	});

	test("where lower is better the factor is below 1, and the companion's threshold above", () => {
		const lower = observed({ better: "lower", baseline: 0.06, mean: 0.06, deviation: 0.001 });
		expect(indicatorGoal(lower, { floor: null, cap: null }, indicatorRules).goal).toBeCloseTo(0.056, 9);
		const threshold = companionThreshold(lower, indicatorRules);
		expect(threshold).toBeCloseTo(0.064, 9);
		expect(staysInside(0.064, threshold, "lower")).toBe(true);
		expect(staysInside(0.07, threshold, "lower")).toBe(false);
	});

	test("property: goal and threshold lie on opposite sides of the baseline, equally far", () => {
		const value = fc.double({ min: 0.01, max: 1, noNaN: true });
		fc.assert(
			fc.property(value, value, fc.double({ min: 0, max: 0.1, noNaN: true }), (baseline, mean, deviation) => {
				const one = observed({ baseline, mean, deviation });
				const { goal } = indicatorGoal(one, { floor: null, cap: null }, indicatorRules);
				expect(goal + companionThreshold(one, indicatorRules)).toBeCloseTo(2 * baseline, 9);
			}),
		);
	});
});

const period = (more: Partial<MeasuredPeriod> = {}): MeasuredPeriod => ({
	...{ periodStart: plainDate("2026-07-01"), periodEnd: plainDate("2027-06-30"), numerator: 40, denominator: 50 },
	...{ value: null, metroShare: 0.35, fosterShare: 0.6, sameMethod: true, accepted: true },
	...more,
});
const mix = { applicable: 49, metroShare: 0.3, fosterShare: 0.6 };

describe("which measurement periods count, and when an item is complete", () => {
	test("twelve months, as many cases, the same mix within 5 points, the same method, accepted", () => {
		expect(periodFaults(period(), mix, rules)).toEqual([]);
		expect(periodFaults(period({ periodEnd: plainDate("2027-06-29") }), mix, rules).join()).toContain("less than 12");
		expect(periodFaults(period({ denominator: 48 }), mix, rules).join()).toContain("fewer cases");
		expect(periodFaults(period({ metroShare: 0.3501 }), mix, rules).join()).toContain("more than 5 points");
		expect(periodFaults(period({ fosterShare: null }), mix, rules).join()).toContain("not stated");
		expect(periodFaults(period({ sameMethod: false, accepted: false }), mix, rules)).toHaveLength(2);
	});

	test("reached once it is complete, whatever comes after; a period that cannot count changes nothing", () => {
		const counted = (more: Partial<MeasuredPeriod>, faults: readonly string[] = []) => ({ ...period(more), faults });
		expect(itemStanding(0.8, "higher", [])).toEqual({ state: "not-measured", periodEnd: null });
		expect(itemStanding(0.9, "higher", [counted({})])).toEqual({ state: "not-met", periodEnd: null });
		expect(itemStanding(0.8, "higher", [counted({}, ["fault"])])).toEqual({ state: "not-measured", periodEnd: null });
		const later = counted({ periodEnd: plainDate("2028-06-30"), numerator: 10 });
		expect(itemStanding(0.8, "higher", [later, counted({})])).toEqual({ state: "met", periodEnd: "2027-06-30" });
		expect(itemStanding(null, "higher", [])).toEqual({ state: "no-goal", periodEnd: null });
		expect(itemStanding(0.2, "lower", [counted({ numerator: 10 })])).toMatchObject({ state: "met" });
	});
});
