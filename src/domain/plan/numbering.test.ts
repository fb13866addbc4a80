import fc from "fast-check";
import { expect, test } from "vitest";
import { formatPlanNumber, normalisePlanNumber, type PlanNumber, parsePlanNumber } from "./numbering.ts";

const ordinal = fc.integer({ min: 1, max: 999 });
const planNumber: fc.Arbitrary<PlanNumber> = fc.oneof(
	fc.record({ level: fc.constant("goal" as const), goal: ordinal }),
	fc.record({ level: fc.constant("strategy" as const), goal: ordinal, strategy: ordinal }),
	fc.record({ level: fc.constant("milestone" as const), goal: ordinal, strategy: ordinal, milestone: ordinal }),
);

test("a printed number reads back as itself", () => {
	fc.assert(
		fc.property(planNumber, (number) => {
			expect(parsePlanNumber(formatPlanNumber(number))).toEqual(number);
		}),
		{ seed: 1 },
	);
});

test("spaces around the parts and trailing dots change nothing", () => {
	const space = fc.constantFrom("", " ", "  ", "\t", "\u00a0");
	fc.assert(
		fc.property(planNumber, space, fc.constantFrom("", ".", " ."), (number, gap, end) => {
			const printed = formatPlanNumber(number);
			expect(normalisePlanNumber(gap + printed.split(".").join(`.${gap}`) + end)).toBe(printed);
		}),
		{ seed: 2 },
	);
});

test.each([
	["1. 2", "1.2"],
	["1.2.1.", "1.2.1"],
	["1. 1 ", "1.1"],
	["2.0", "2.0"],
	["1.10", "1.10"],
])("%j of the template is %s", (text, expected) => expect(normalisePlanNumber(text)).toBe(expected));

test.each(["", "1", "0.1", "1.0.1", "1.1.0", "01.1", "1.1.1.1", "1,1", "one.one", "1..1"])("%j is no number", (text) =>
	expect(parsePlanNumber(text)).toBeUndefined(),
);
