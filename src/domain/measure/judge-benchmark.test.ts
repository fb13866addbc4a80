import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDate } from "../calendar/plain-date.ts";
import type { Fact } from "../workflow/fact-kinds.ts";
import { judgeBenchmark } from "./judge-benchmark.ts";
import type { Observation } from "./measure-facts.ts";

const id = "00000000-0000-4000-8000-000000000001";
const measure: Fact<"measure"> = {
	...{ id, version: 1, jurisdictionId: id, title: "Permanency in 12 months", indicator: "4P1", vintage: "cfsr4" },
	populationGroup: "all",
	unit: "percent",
	direction: "up",
};
const figure = (vintage: string, value: number, year = 2026): Observation => ({
	...{ id, loadId: id, jurisdictionId: id, indicator: "4P1", vintage, populationGroup: "all", value },
	...{ numerator: null, denominator: null, source: "Profile", dataAsOf: plainDate(`${year}-10-01`) },
	...{ periodStart: plainDate(`${year - 1}-10-01`), periodEnd: plainDate(`${year}-09-30`) },
});
const benchmark = { value: 37, benchmarkYear: 2026 };

test("INT-07: a figure of another definition is not comparable, however good it is", () => {
	fc.assert(
		fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => {
			expect(judgeBenchmark(benchmark, measure, [figure("cfsr3", value)]).verdict).toBe("not-comparable");
			expect(judgeBenchmark(benchmark, measure, [figure("cfsr3", 0), figure("cfsr4", value)]).verdict).toBe(
				value >= 37 - 1e-9 ? "met" : "not-met",
			);
		}),
		{ seed: 20_261_128 },
	);
});

test("INT-07: only a figure of the benchmark's own year decides", () => {
	expect(judgeBenchmark(benchmark, measure, [figure("cfsr4", 50, 2025)]).verdict).toBe("no-figure");
	expect(judgeBenchmark(benchmark, measure, [figure("cfsr4", 50, 2027)]).verdict).toBe("no-figure");
	expect(judgeBenchmark({ value: 37, benchmarkYear: null }, measure, [figure("cfsr4", 50)]).verdict).toBe("no-figure");
});
