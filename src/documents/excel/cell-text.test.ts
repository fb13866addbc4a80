import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText } from "./cell-text.ts";

describe("cellText", () => {
	it.each([
		[0.1 + 0.2, "", "0.3"],
		[1 / 3, "", "0.333333333333333"],
		[187, "0", "187"],
		[-5, "", "-5"],
		[1e21, "", "1000000000000000000000"],
		[1.5e-7, "", "0.00000015"],
		[-2e-9, "", "-0.000000002"],
		[0.385, "0.0%", "38.5%"],
		[0.07, "0%", "7%"],
		[0.57, "0.00%;[Red]-0.00%", "57%"],
		[5, '0" %"', "5"],
		[Number.NaN, "", ""],
		[true, "", "TRUE"],
		[new Date(Date.UTC(2003, 5, 30)), "m/d/yyyy", "2003-06-30"],
		[new Date(Date.UTC(2003, 5, 30, 13, 5)), "m/d/yyyy h:mm", "2003-06-30 13:05"],
		[new Date(Date.UTC(1899, 11, 30, 8, 30)), "h:mm", "08:30"],
		[" as typed ", "@", " as typed "],
		[{ text: "link" }, "", ""],
	])('writes %j in format "%s" as %j', (value, format, text) => {
		expect(cellText(value, format)).toBe(text);
	});

	it("writes a number so that it reads back as the fifteen digits that Excel keeps", () => {
		fc.assert(
			fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
				const text = cellText(value, "");
				expect(text).toMatch(/^-?\d+(?:\.\d+)?$/u);
				expect(Number(text)).toBe(Number(value.toPrecision(15)) + 0);
			}),
			{ seed: 20_261_121 },
		);
	});
});
