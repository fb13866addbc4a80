import fc from "fast-check";
import { expect, test } from "vitest";
import { readTypedNumber } from "./read-values.ts";

test("a number is read in each way that people write it", () => {
	fc.assert(
		fc.property(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
			const number = Number(`${whole}.${cents}`);
			const commas = `${whole.toLocaleString("en-US")}.${cents}`;
			for (const text of [`${whole}.${cents}`, commas, ` ${commas} % `, `${commas} percent`]) {
				expect(readTypedNumber(text)).toBe(number);
			}
		}),
		{ seed: 31 },
	);
});

test.each(["", "%", ".", "-", "1,2", "1.2.3", "12 of 96", "1e5", "0x10", "=1+1", "Infinity", "twelve"])(
	"%j is no number",
	(text) => expect(readTypedNumber(text)).toBeUndefined(),
);
