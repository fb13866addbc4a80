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

test("no masked count is the difference of two that are shown", () => {
	const counts = fc
		.integer({ min: 0, max: 40 })
		.chain((numerator) => fc.record({ numerator: fc.constant(numerator), rest: fc.integer({ min: 0, max: 40 }) }));
	fc.assert(
		fc.property(counts, counts, (one, two) => {
			const [a, b] = [one, two].map(({ numerator, rest }) => [numerator, numerator + rest] as const);
			if (!a || !b) throw new Error("two parts");
			const figures = [
				figure("all", a[0] + b[0], a[1] + b[1]),
				figure("child-welfare", ...a),
				figure("probation", ...b),
			];
			const [whole, ...parts] = maskGroups(figures, "percent");
			for (const count of ["numerator", "denominator"] as const) {
				const hidden = parts.filter((each) => each[count]?.masked).length;
				if (whole?.[count]?.masked === false) expect(hidden).not.toBe(1);
				for (const [index, part] of [whole, ...parts].entries()) {
					const real = figures[index]?.[count] ?? 0;
					if (real > 0 && real < 11) expect(part?.[count]).toEqual({ masked: true });
				}
			}
			for (const part of [whole, ...parts]) {
				if (part?.numerator?.masked || part?.denominator?.masked) expect(part.value).toEqual({ masked: true });
			}
		}),
		{ seed: 7, numRuns: 500 },
	);
});
