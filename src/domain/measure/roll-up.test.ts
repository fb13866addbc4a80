import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../calendar/plain-date.ts";
import type { Observation } from "./measure-facts.ts";
import { rollUp } from "./roll-up.ts";

function figure(numerator: number | null, denominator: number | null, value: number, end = "2026-03-31"): Observation {
	const id = "01990000-0000-7000-8000-000000000001";
	return {
		...{ id, loadId: id, jurisdictionId: id, indicator: "P1", vintage: "cfsr4", populationGroup: "all" },
		...{ periodStart: plainDate("2025-04-01"), periodEnd: plainDate(end), numerator, denominator, value },
		...{ source: "Test", dataAsOf: plainDate("2026-06-01") },
	};
}

describe("rolling up places (INT-10, INT-11)", () => {
	test("INT-10: two counties of 10% and 50% are not 30%, but what their children are", () => {
		const sum = rollUp(
			[
				{ place: "small", observation: figure(5, 10, 50) },
				{ place: "large", observation: figure(99, 990, 10) },
			],
			"percent",
		);
		expect(sum).toMatchObject({ numerator: 104, denominator: 1000, value: 10.4, counted: ["small", "large"] });
	});

	test("INT-10: a sum that gives a masked county away is withheld, one that does not is shown", () => {
		const large = { place: "large", observation: figure(99, 990, 10) };
		const small = (numerator: number) => ({
			place: `${numerator}`,
			observation: figure(numerator, 200, numerator / 2),
		});
		expect(rollUp([small(5), large], "percent")?.withheld).toBe("both");
		expect(rollUp([small(5), small(4), large], "percent")?.withheld).toBe("both");
		expect(rollUp([small(8), small(9), large], "percent")?.withheld).toBe("nothing");
		expect(rollUp([small(20), large], "percent")?.withheld).toBe("nothing");
	});

	test("INT-10: who has no figure, another period or only a rate is named and not added", () => {
		const sum = rollUp(
			[
				{ place: "a", observation: figure(20, 100, 20) },
				{ place: "b", observation: undefined },
				{ place: "c", observation: figure(20, 100, 20, "2025-09-30") },
				{ place: "d", observation: figure(null, null, 44) },
			],
			"percent",
		);
		expect(sum?.value).toBe(20);
		expect(sum?.leftOut).toEqual([
			{ place: "b", why: "no-figure" },
			{ place: "c", why: "another-period" },
			{ place: "d", why: "no-counts" },
		]);
	});

	test("nothing to add up gives no sum: no counts, no children, a median", () => {
		expect(rollUp([{ place: "d", observation: figure(null, null, 44) }], "percent")).toBeUndefined();
		expect(rollUp([{ place: "d", observation: figure(0, 0, 0) }], "percent")).toBeUndefined();
		expect(rollUp([{ place: "d", observation: figure(5, 10, 5.5) }], "months")).toBeUndefined();
	});

	test("INT-10: the sum lies between the lowest and the highest place, and does not depend on their order", () => {
		const places = fc.array(
			fc
				.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }))
				.map(([numerator, more]) => ({ numerator, denominator: numerator + more })),
			{ minLength: 1, maxLength: 58 },
		);
		fc.assert(
			fc.property(places, (all) => {
				const rows = all.map(({ numerator, denominator }, place) => ({
					place,
					observation: figure(numerator, denominator, (100 * numerator) / denominator),
				}));
				const value = rollUp(rows, "percent")?.value ?? Number.NaN;
				const values = rows.map(({ observation }) => observation.value);
				expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
				expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
				expect(rollUp(rows.toReversed(), "percent")?.value).toBe(value);
			}),
			{ seed: 10 },
		);
	});
});
