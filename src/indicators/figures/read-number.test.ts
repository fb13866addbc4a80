import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber } from "./read-number.ts";

const number = (value: number, decimals: number, percentSign = false) => ({
	kind: "number",
	value,
	decimals,
	percentSign,
});

describe("readNumber", () => {
	it.each([
		["75.2", number(75.2, 1)],
		["1,234", number(1234, 0)],
		["12,345,678.5", number(12_345_678.5, 1)],
		["1 234", number(1234, 0)],
		["1\u00a0234", number(1234, 0)],
		["75.20%", number(75.2, 2, true)],
		["75 %", number(75, 0, true)],
		[".5", number(0.5, 1)],
		["12.", number(12, 0)],
		["007", number(7, 0)],
	])("reads %s", (cell, reading) => expect(readNumber(cell, false)).toEqual(reading));

	it.each(["", " ", "-", "–", "n/a", "NA", "null"])("takes %j for an empty cell", (cell) => {
		expect(readNumber(cell, false)).toEqual({ kind: "empty" });
	});

	it.each(["M", "m", "*", "**", "<11", "< 11", "1-10", "Masked"])("takes %s for masked", (cell) => {
		expect(readNumber(cell, false)).toEqual({ kind: "masked" });
	});

	it.each([
		["75,2", "number-decimal-comma"],
		["1,23,456", "number-decimal-comma"],
		["1.234,5", "number-decimal-comma"],
		["-5", "number-negative"],
		["=1+1", "number-formula"],
		["@SUM(A1)", "number-formula"],
		["+cmd|' /C calc'!A0", "number-formula"],
		["-cmd|' /C calc'!A0", "number-formula"],
		["#DIV/0!", "number-spreadsheet-error"],
		["#####", "number-spreadsheet-error"],
		["1.2E+05", "number-shortened"],
		["1e400", "number-shortened"],
		["9".repeat(400), "number-too-large"],
		["0x1F", "number-not-understood"],
		["Infinity", "number-not-understood"],
		["١٢", "number-not-understood"],
		["12 34", "number-not-understood"],
		["+5", "number-not-understood"],
	])("names what is wrong with %s", (cell, id) => {
		expect(readNumber(cell, false)).toEqual({ kind: "problem", id });
	});

	it("does not guess at a comma where cells are parted by semicolons", () => {
		expect(readNumber("1,234", true)).toEqual({ kind: "problem", id: "number-comma-unclear" });
		expect(readNumber("1,234,567", true)).toMatchObject({ value: 1_234_567 });
	});

	it("reads back every number as people in the United States write it", () => {
		const written = fc.tuple(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 3 }));
		fc.assert(
			fc.property(written, ([whole, decimals]) => {
				const value = whole / 10 ** decimals;
				const cell = value.toLocaleString("en-US", {
					minimumFractionDigits: decimals,
					maximumFractionDigits: decimals,
				});
				expect(readNumber(cell, false)).toEqual(number(value, decimals));
			}),
			{ seed: 20260701 },
		);
	});
});
