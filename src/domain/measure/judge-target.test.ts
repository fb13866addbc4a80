import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate } from "../calendar/plain-date.ts";
import { judgeTarget } from "./judge-target.ts";
import type { Observation } from "./measure-facts.ts";

function figure(periodEnd: string, value: number): Observation {
	return {
		...{ id: crypto.randomUUID(), loadId: crypto.randomUUID(), jurisdictionId: crypto.randomUUID() },
		...{ indicator: "4-P1", vintage: "cfsr4", populationGroup: "all", numerator: null, denominator: null },
		...{ periodStart: plainDate("2023-10-01"), periodEnd: plainDate(periodEnd), value },
		...{ source: "counted", dataAsOf: plainDate("2026-01-01") },
	};
}

const by = plainDate("2025-09-30");
const percent = { unit: "percent", direction: "up" } as const;

describe("a target", () => {
	it("is met or not by the newest period that ends by its day, with the rule in words", () => {
		const figures = [figure("2025-09-30", 43.04), figure("2024-09-30", 38), figure("2026-09-30", 10)];
		expect(judgeTarget({ value: 43, by }, percent, figures)).toMatchObject({
			verdict: "met",
			rule: "The newest period that ends by September 30, 2025 decides; the target is met at 43.00% or more.",
			finding: expect.stringMatching(/September 30, 2025.*: 43\.04%, met\.$/),
		});
		expect(judgeTarget({ value: 43, by }, percent, figures.slice(1))?.finding).toMatch(/38\.0%, not met so far\.$/);
		expect(judgeTarget({ value: 43, by }, { ...percent, direction: "down" }, figures)?.verdict).toBe("not-met");
	});

	it("without a figure or a value says so", () => {
		expect(judgeTarget({ value: 43, by }, percent, [figure("2026-09-30", 50)])?.verdict).toBe("no-figure");
		expect(judgeTarget({ value: null, by }, percent, [])).toBeUndefined();
	});

	it("is met exactly at its value, and never in both directions beyond it", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (a, b) => {
				const up = judgeTarget({ value: a / 100, by }, percent, [figure("2025-09-30", b / 100)]);
				const down = judgeTarget({ value: a / 100, by }, { ...percent, direction: "down" }, [
					figure("2025-09-30", b / 100),
				]);
				expect(up?.verdict === "met").toBe(b >= a);
				expect(down?.verdict === "met").toBe(b <= a);
			}),
		);
	});
});
