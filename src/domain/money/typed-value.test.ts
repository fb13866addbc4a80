import fc from "fast-check";
import { expect, it } from "vitest";
import { percentOf } from "./cents.ts";
import { matchAt, matchOf } from "./match.ts";
import { readTypedValue, showTypedValue } from "./typed-value.ts";

it("every amount, number and percent that is shown is read back as it was, to the cent", () => {
	fc.assert(
		fc.property(fc.nat(9_999_999_999_999), fc.nat(999_999_999), fc.nat(100_00), (cents, people, hundredths) => {
			expect(readTypedValue("dollars", showTypedValue("dollars", cents))).toEqual({ value: cents });
			expect(readTypedValue("count", showTypedValue("count", people))).toEqual({ value: people });
			expect(readTypedValue("percent", showTypedValue("percent", hundredths))).toEqual({ value: hundredths });
		}),
		{ seed: 1 },
	);
});

it("what is no amount is told with what was expected", () => {
	for (const text of ["1.234", "-5", "1,23", "about 5", "5 %", "=A1+1", "1e9", "1234567890123456"]) {
		expect(readTypedValue("dollars", text)).toHaveProperty("problem");
	}
	expect(readTypedValue("dollars", "$ 1,158,704.8")).toEqual({ value: 1_158_704_80 });
	expect(readTypedValue("count", "1.5")).toHaveProperty("problem");
	expect(readTypedValue("percent", "100.01")).toHaveProperty("problem");
	expect(readTypedValue("yes-no", "Yes")).toEqual({ value: "yes" });
	expect(readTypedValue("text", "  ")).toEqual({ value: null });
});

it("a percentage is shown without rounding", () => {
	expect(percentOf(20, 5_793_524_00)).toBe("$1,158,704.80");
	expect(percentOf(10, 10_05)).toBe("$1.005");
	expect(percentOf(30, 1)).toBe("$0.003");
});

it("C6 C7 C17: a match at a share is the least whole cents that keep the federal share", () => {
	fc.assert(
		fc.property(fc.nat(1_000_000_000_00), fc.integer({ min: 65, max: 80 }), (federal, share) => {
			const state = matchAt(federal, share);
			expect(federal * 100).toBeLessThanOrEqual((federal + state) * share);
			expect(state === 0 || federal * 100 > (federal + state - 1) * share).toBe(true);
		}),
		{ seed: 1 },
	);
	expect(matchAt(75_00, 75)).toBe(matchOf(75_00, { kind: "share", checkId: "C6", federalPercent: 75 }).state);
});
