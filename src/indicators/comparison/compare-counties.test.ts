import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IndicatorId } from "../engine/indicator.ts";
import type { RiskCell } from "../engine/risk-cells.ts";
import { fitMixedModel } from "../risk-adjustment/fit-mixed-model.ts";
import { compareCounties, fewestChildren } from "./compare-counties.ts";
import { ageRangeWords, joinAges } from "./join-ages.ts";

type Case = {
	readonly rows: readonly (readonly [number, number, number, number])[];
	readonly expected: {
		readonly fixedEffects: readonly number[];
		readonly modes: readonly number[];
		readonly variances: readonly number[];
	};
};

const caseOf = (name: string) =>
	JSON.parse(
		readFileSync(path.join(import.meta.dirname, `../risk-adjustment/cases/${name}.json`), "utf8"),
	) as unknown as Case;

const countyAt = (group: number) => String(group + 1).padStart(5, "0");

/** The rows of a case as cells; days are nobody's number of children, so each row is of 100 there. */
const cellsOf = (indicator: IndicatorId, { rows }: Case): readonly RiskCell[] =>
	rows.map(([group, age, numerator, denominator]) => ({
		indicator,
		county: countyAt(group),
		riskAge: age - 2,
		children: indicator === "P5" ? 100 : denominator,
		numerator,
		denominator,
	}));

function compared(indicator: IndicatorId, cells: readonly RiskCell[]) {
	const found = compareCounties(indicator, cells);
	if (found.status !== "compared") throw new Error(found.reason);
	return found;
}

describe("compareCounties", () => {
	it.each([
		["P1", "state", (x: number) => 1 / (1 + Math.exp(-x)), 100],
		["P5", "moves", Math.exp, 1000],
	] as const)("gives %s as the values of lme4 for the case %s give it by hand", (indicator, name, inverse, scale) => {
		const each = caseOf(name);
		const { fixedEffects, modes, variances } = each.expected;
		const { counties, state } = compared(indicator, cellsOf(indicator, each));
		const sum = (at: 2 | 3) => each.rows.reduce((total, row) => total + row[at], 0);
		expect(state.observed).toBeCloseTo((sum(2) / sum(3)) * scale, 9);
		for (const [group, county] of counties.entries()) {
			if (county.judgement === "too-few-children") continue;
			const events = (intercept: number) =>
				each.rows
					.filter((row) => row[0] === group)
					.reduce((total, [, age, , exposure]) => total + exposure * inverse((fixedEffects[age] ?? 0) + intercept), 0);
			const at = (intercept: number) => (events(intercept) / events(0)) * state.observed;
			const [mode, reach] = [modes[group] ?? 0, 1.959964 * Math.sqrt(variances[group] ?? 0)];
			expect(county.adjusted).toBeCloseTo(at(mode), 2);
			expect(county.lower).toBeCloseTo(at(mode - reach), 2);
			expect(county.upper).toBeCloseTo(at(mode + reach), 2);
		}
	});

	it("judges by the whole interval and the direction of the indicator", () => {
		const cells = cellsOf("P1", caseOf("state"));
		const high = compared("P1", cells).counties;
		const low = compared(
			"P4",
			cells.map((each) => ({ ...each, indicator: "P4" as const })),
		).counties;
		const other = { better: "worse", worse: "better" } as const;
		expect(new Set(high.map(({ judgement }) => judgement))).toContain("better");
		for (const [index, { judgement }] of high.entries()) {
			expect(low[index]?.judgement).toBe(judgement in other ? other[judgement as keyof typeof other] : judgement);
		}
	});

	it("does not judge a county of few children, nor children without a county, but fits all", () => {
		const cells = cellsOf("P1", caseOf("state")).map((each) =>
			each.county === countyAt(1) ? { ...each, county: "unknown" } : each,
		);
		const { counties, state } = compared("P1", cells);
		for (const county of counties) {
			const { judgement, adjusted, lower } = county;
			if (county.county === "unknown")
				expect({ judgement, adjusted }).toEqual({ judgement: "county-not-known", adjusted: null });
			else expect(judgement === "too-few-children").toBe(county.children < fewestChildren);
			if (judgement === "too-few-children") expect({ adjusted, lower }).toEqual({ adjusted: null, lower: null });
		}
		expect(counties.reduce((sum, { children }) => sum + children, 0)).toBe(state.children);
	});

	it("says that nobody differs where counties differ no more than chance makes them", () => {
		const { counties, standardDeviation, state } = compared("P1", cellsOf("P1", caseOf("no-difference")));
		expect(standardDeviation).toBe(0);
		for (const { adjusted, lower, judgement } of counties) {
			if (judgement === "too-few-children") continue;
			expect({ adjusted, lower, judgement }).toEqual({
				adjusted: state.observed,
				lower: null,
				judgement: "no-different",
			});
		}
	});

	it("says so where the model does not settle, and hides no fault of ours behind it", () => {
		const cells = cellsOf("P1", caseOf("state"));
		const failing = (error: Error) => () => {
			throw error;
		};
		const unsettled = compareCounties("P1", cells, failing(new RangeError("500 steps")));
		expect(unsettled).toMatchObject({ status: "not-compared", reason: expect.stringContaining("did not settle") });
		const notANumber = compareCounties("P1", cells, (data) => ({
			...fitMixedModel(data),
			standardDeviation: Number.NaN,
		}));
		expect(notANumber.status).toBe("not-compared");
		expect(() => compareCounties("P1", cells, failing(new TypeError("ours")))).toThrow("ours");
	});

	it("joins ages without events instead of failing", () => {
		const cells = cellsOf("P1", caseOf("state")).map((each) =>
			[-2, 3, 4, 16].includes(each.riskAge) ? { ...each, numerator: 0 } : each,
		);
		const { ages } = compared("P1", cells);
		expect(ages.filter((each) => each.includes(" to "))).toEqual(["0-3 mos to 4-11 mos", "3 to 5 yrs", "15 to 16 yrs"]);
	});

	it("says in plain words why it cannot compare", () => {
		const cells = cellsOf("P1", caseOf("state"));
		const reason = (given: readonly RiskCell[]) => {
			const found = compareCounties("P1", given);
			return found.status === "not-compared" ? found.reason : found.status;
		};
		expect(reason(cells.filter(({ county }) => county <= "00004"))).toBe(
			"Only 4 counties have children in it; a comparison needs at least 5.",
		);
		expect(reason(cells.map((each) => ({ ...each, numerator: 0 })))).toContain("nothing to compare");
		expect(reason([])).toContain("Only 0 counties");
	});
});

describe("joinAges", () => {
	const counts = fc.array(
		fc
			.record({ riskAge: fc.integer({ min: -2, max: 17 }), numerator: fc.nat(3), rest: fc.nat(3) })
			.map(({ riskAge, numerator, rest }) => ({ riskAge, numerator, denominator: numerator + rest })),
	);

	it("leaves no category without a best effect, loses nobody, and joins only neighbours", () => {
		fc.assert(
			fc.property(counts, fc.constantFrom("binomial" as const, "poisson" as const), (given, family) => {
				const ages = joinAges(given, family);
				const sum = (list: readonly { numerator: number; denominator: number }[]) =>
					list.reduce(
						(total, each) => ({
							numerator: total.numerator + each.numerator,
							denominator: total.denominator + each.denominator,
						}),
						{ numerator: 0, denominator: 0 },
					);
				if (ages.length === 0) {
					const { numerator, denominator } = sum(given);
					expect(numerator === 0 || (family === "binomial" && numerator === denominator)).toBe(true);
					return;
				}
				expect(sum(ages)).toEqual(sum(given));
				for (const [index, each] of ages.entries()) {
					expect(each.numerator).toBeGreaterThan(0);
					if (family === "binomial") expect(each.numerator).toBeLessThan(each.denominator);
					expect(each.from).toBeLessThanOrEqual(each.to);
					expect(each.from).toBeGreaterThan(ages[index - 1]?.to ?? -3);
				}
			}),
		);
	});

	it("is told in words", () => {
		const words = (from: number, to: number) => ageRangeWords({ from, to });
		expect([words(-2, -2), words(-1, 1), words(5, 5), words(16, 17), words(-2, -1)]).toEqual([
			...["0-3 mos", "4-11 mos to 1 yr", "5 yrs", "16 to 17 yrs", "0-3 mos to 4-11 mos"],
		]);
	});
});
