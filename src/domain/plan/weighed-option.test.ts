import fc from "fast-check";
import { expect, test } from "vitest";
import {
	emptyOption,
	Fit,
	optionCriteria,
	pointsOf,
	pointsWords,
	type WeighedOption,
	weighedWords,
} from "./weighed-option.ts";

const none: WeighedOption = { ...emptyOption, jurisdictionId: "", goalId: "", place: 1 };
const anyOption = fc
	.record(Object.fromEntries(optionCriteria.map((each) => [`${each}Fit`, fc.constantFrom(...Fit.options)])))
	.map((fits) => ({ ...none, ...fits }) as WeighedOption);

test("points never pass what there could be, and nobody's look counts on neither side", () => {
	fc.assert(
		fc.property(anyOption, (option) => {
			const { points, of } = pointsOf(option);
			const looked = optionCriteria.filter((each) => option[`${each}Fit`] !== "not-looked-at").length;
			expect(of).toBe(3 * looked);
			expect(points).toBeGreaterThanOrEqual(looked);
			expect(points).toBeLessThanOrEqual(of);
		}),
	);
});

test("a choice is read with its points and reasons", () => {
	const option: WeighedOption = { ...none, causeFit: "good", causeReason: "missed visits", capacityFit: "poor" };
	expect(pointsWords(option)).toBe("4 of 6");
	expect(pointsWords(none)).toBe("–");
	expect(weighedWords(option, "cause")).toBe("Good (3): missed visits");
	expect(weighedWords(option, "partners")).toBe("Not looked at");
});
