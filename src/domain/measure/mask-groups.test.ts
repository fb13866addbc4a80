import fc from "fast-check";
import { expect, test } from "vitest";
import { maskGroups } from "./mask-groups.ts";

const figure = (populationGroup: "all" | "child-welfare" | "probation", numerator: number, denominator: number) => ({
	populationGroup,
	numerator,
	denominator,
	value: denominator === 0 ? 0 : (numerator * 100) / denominator,
});

test("the other part is masked when the masked one could be worked out by subtraction", () => {
	const masked = maskGroups(
		[figure("all", 62, 600), figure("child-welfare", 58, 540), figure("probation", 4, 60)],
		"percent",
	);
	expect(masked[0]?.numerator).toEqual({ masked: false, value: 62 });
	for (const part of masked.slice(1))
		expect(part).toMatchObject({ numerator: { masked: true }, value: { masked: true } });
	expect(masked.map((each) => each.denominator)).toEqual([600, 540, 60].map((value) => ({ masked: false, value })));
});

test("figures without small counts stay as they are", () => {
	const shown = maskGroups(
		[figure("probation", 40, 100), figure("all", 100, 300), figure("child-welfare", 60, 200)],
		"percent",
	);
	expect(shown.flatMap((each) => [each.numerator?.masked, each.denominator?.masked, each.value.masked])).toEqual(
		Array.from({ length: 9 }, () => false),
	);
});

const counts = fc
	.integer({ min: 0, max: 40 })
	.chain((numerator) => fc.record({ numerator: fc.constant(numerator), rest: fc.integer({ min: 0, max: 40 }) }));

/** All children and the two groups that make them up, with small and large counts. */
const period = fc
	.tuple(counts, counts)
	.map(([one, two]) => [
		figure("all", one.numerator + two.numerator, one.numerator + one.rest + two.numerator + two.rest),
		figure("child-welfare", one.numerator, one.numerator + one.rest),
		figure("probation", two.numerator, two.numerator + two.rest),
	]);

test("no masked count is the difference of two that are shown", () => {
	const property = fc.property(period, fc.constantFrom("numerator", "denominator"), (figures, count) => {
		const [whole, ...parts] = maskGroups(figures, "percent");
		const hidden = parts.filter((each) => each[count]?.masked).length;
		expect(whole?.[count]?.masked === false && hidden === 1).toBe(false);
	});
	fc.assert(property, { seed: 7, numRuns: 500 });
});

test("every small count is masked, and with a count its value", () => {
	const property = fc.property(period, (figures) => {
		for (const [index, each] of maskGroups(figures, "percent").entries()) {
			const counted = [figures[index]?.numerator ?? 0, figures[index]?.denominator ?? 0];
			const small = counted.map((count) => count > 0 && count < 11);
			expect(small[0] && !each.numerator?.masked).toBe(false);
			expect(small[1] && !each.denominator?.masked).toBe(false);
			expect((each.numerator?.masked || each.denominator?.masked) && !each.value.masked).toBeFalsy();
		}
	});
	fc.assert(property, { seed: 7, numRuns: 500 });
});
