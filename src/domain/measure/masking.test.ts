import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskCount, maskFigure, type Shown } from "./masking.ts";

const figure = (numerator: number | null, denominator: number | null, value: number) => ({
	numerator,
	denominator,
	value,
});
const shown = (value: number) => ({ masked: false, value });
const masked = { masked: true };

describe("maskCount", () => {
	it.each([1, 2, 10])("masks %d", (count) => expect(maskCount(count)).toEqual(masked));
	it.each([0, 11, 4_000])("shows %d", (count) => expect(maskCount(count)).toEqual(shown(count)));
});

describe("maskFigure", () => {
	it("masks 4 of 57 and its rate, not the denominator", () => {
		expect(maskFigure(figure(4, 57, 7.0175), "percent")).toEqual({
			numerator: masked,
			denominator: shown(57),
			value: masked,
		});
	});

	it("masks what was withheld, small or not, and its rate", () => {
		const counted = figure(20, 300, 6.7);
		const hides = (withheld: "numerator" | "denominator" | "both") => maskFigure({ ...counted, withheld }, "percent");
		expect(hides("numerator")).toEqual({ numerator: masked, denominator: shown(300), value: masked });
		expect(hides("denominator")).toEqual({ numerator: shown(20), denominator: masked, value: masked });
		expect(hides("both")).toEqual({ numerator: masked, denominator: masked, value: masked });
	});

	it("shows 0 of 57 and its rate", () => {
		expect(maskFigure(figure(0, 57, 0), "percent").value).toEqual(shown(0));
	});

	it("masks 96 of 100, because 4 could be worked out", () => {
		expect(maskFigure(figure(96, 100, 96), "percent")).toEqual({
			numerator: masked,
			denominator: shown(100),
			value: masked,
		});
	});

	it("shows all of 100, because the rest is 0", () => {
		expect(maskFigure(figure(100, 100, 100), "percent").value).toEqual(shown(100));
	});

	it("masks a rate whose missing count follows from the other", () => {
		expect(maskFigure(figure(null, 57, 7), "percent").value).toEqual(masked);
		expect(maskFigure(figure(96, null, 96), "percent").value).toEqual(masked);
	});

	it("masks moves of 1 to 10 in a rate of days, where the rest is no count of children", () => {
		expect(maskFigure(figure(9, 3_000, 3), "per-1000-days").value).toEqual(masked);
		expect(maskFigure(figure(12, 20, 600), "per-1000-days").value).toEqual(shown(600));
	});

	it("masks a median of 1 to 10 children, and shows one given without counts", () => {
		expect(maskFigure(figure(null, 6, 5.4), "months").value).toEqual(masked);
		expect(maskFigure(figure(null, null, 5.4), "months").value).toEqual(shown(5.4));
	});

	it("masks a plain count of 1 to 10, also when it is given as the value alone", () => {
		expect(maskFigure(figure(null, null, 7), "count").value).toEqual(masked);
		expect(maskFigure(figure(7, null, 7), "count")).toMatchObject({ numerator: masked, value: masked });
		expect(maskFigure(figure(12, null, 12), "count").value).toEqual(shown(12));
	});

	it("never lets a small count be worked out from what it shows", () => {
		const whole = fc.integer({ min: 1, max: 400 });
		fc.assert(
			fc.property(whole, whole, (a, b) => {
				const [part, total] = [Math.min(a, b), Math.max(a, b)];
				const seen = maskFigure(figure(part, total, (part * 100) / total), "percent");
				const [numerator, denominator, value] = [open(seen.numerator), open(seen.denominator), open(seen.value)];
				const counts = [numerator, denominator, denominator - numerator, Math.round((value * denominator) / 100)];
				for (const count of counts) expect(count >= 1 && count <= 10).toBe(false);
			}),
			{ seed: 20260701 },
		);
	});
});

/** What a reader sees of a number; not a number (which no sum survives) where it is masked. */
function open(seen: Shown | null): number {
	return seen === null || seen.masked ? Number.NaN : seen.value;
}
