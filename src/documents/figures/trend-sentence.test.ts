import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TrendInput, TrendPoint } from "./trend-input.ts";
import { trendAltText, trendSentence } from "./trend-sentence.ts";

const point = (year: number, value: number | null, more: Partial<TrendPoint> = {}): TrendPoint => ({
	periodEnd: `${year}-06-30`,
	label: `July ${year - 1} to June ${year}`,
	value,
	...more,
});
const INPUT: TrendInput = {
	title: "Reunified within 12 months",
	unit: "%",
	direction: "up",
	points: [point(2001, 36.06), point(2002, 36.8), point(2003, 37.97, { numerator: 71, denominator: 187 })],
	standard: { value: 48.4, label: "National standard" },
};

describe("trendSentence", () => {
	it("says latest value with counts, change, standard and number of periods", () => {
		expect(trendSentence(INPUT)).toBe(
			"July 2002 to June 2003: 38.0% (71 of 187), up 1.9 percentage points (better) from 36.1% in July 2000 to June 2001. National standard (48.4%) is not met. 3 periods.",
		);
	});

	it("knows that less is better where it is", () => {
		const sentence = trendSentence({ ...INPUT, direction: "down", standard: { value: 40, label: "Standard" } });
		expect(sentence).toContain("up 1.9 percentage points (worse)");
		expect(sentence).toContain("Standard (40.0%) is met.");
	});

	it("counts a value equal to the standard as met, in both directions", () => {
		for (const direction of ["up", "down"] as const) {
			expect(trendSentence({ ...INPUT, direction, standard: { value: 37.97, label: "S" } })).toContain(
				"S (38.0%) is met.",
			);
		}
	});

	it("does not judge by national performance", () => {
		const sentence = trendSentence({
			...INPUT,
			standard: { value: 42.7, label: "National performance", judged: false },
		});
		expect(sentence).toContain("National performance (42.7%) is shown for comparison only.");
		expect(sentence).not.toMatch(/met/u);
	});

	it("calls a change that rounding hides unchanged", () => {
		const sentence = trendSentence({ ...INPUT, points: [point(2001, 38.02), point(2002, 37.98)] });
		expect(sentence).toContain("unchanged from 38.0% in July 2000 to June 2001");
	});

	it("says how many periods have no figure, and why", () => {
		const points = [point(2001, 30), point(2002, null, { absence: "masked" }), point(2003, null), point(2004, 31)];
		expect(trendSentence({ ...INPUT, points })).toMatch(
			/4 periods\. 2 have no figure: 1 hidden because too few children are counted and 1 without data\.$/u,
		);
	});

	it("names the last period that has a value, not an empty one after it", () => {
		const points = [point(2001, 30), point(2002, 31), point(2003, null, { absence: "masked" })];
		expect(trendSentence({ ...INPUT, points })).toMatch(/^July 2001 to June 2002: 31\.0%/u);
	});

	it("says so where nothing can be shown, and says no change of a single period", () => {
		expect(trendSentence({ ...INPUT, points: [point(2001, null), point(2002, null)] })).toBe(
			"No figure can be shown for any of the 2 periods.",
		);
		expect(trendSentence({ ...INPUT, points: [point(2001, 30)] })).not.toMatch(/from|unchanged/u);
	});

	it("speaks Spanish", () => {
		const sentence = trendSentence({
			...INPUT,
			language: "es",
			target: { value: 44, by: "2007-06-30", label: "junio de 2007" },
		});
		expect(sentence).toContain("subió 1.9 puntos porcentuales (mejor) desde 36.1%");
		expect(sentence).toContain("La meta es 44.0% para junio de 2007.");
		expect(sentence).toContain("No se cumple: National standard (48.4%).");
	});

	it("prints other units after the number, and counts without decimals", () => {
		const input: TrendInput = {
			...INPUT,
			unit: "days",
			decimals: 0,
			points: [point(2001, 1412), point(2002, 1390)],
			standard: null,
		};
		expect(trendSentence(input)).toBe(
			"July 2001 to June 2002: 1,390 days, down 22 days (worse) from 1,412 days in July 2000 to June 2001. 2 periods.",
		);
	});

	it("never shows a number of a period whose value is withheld", () => {
		fc.assert(
			fc.property(
				fc.array(fc.option(fc.integer({ min: 100, max: 999 }), { nil: null }), { minLength: 1, maxLength: 8 }),
				(values) => {
					const points = values.map((value, index) =>
						point(2001 + index, value, { numerator: 777_000 + index, denominator: 888_000 + index, absence: "masked" }),
					);
					const latest = values.findLastIndex((value) => value !== null);
					const sentence = trendAltText({ ...INPUT, points }).replaceAll(",", "");
					values.forEach((_, index) => {
						if (index !== latest) expect(sentence).not.toContain(String(777_000 + index));
					});
				},
			),
			{ seed: 20_261_121 },
		);
	});
});
