import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canBeWithheld, type WithholdingTier, withholdingOf } from "./withholding.ts";

const of = (ones: number, twos: number, threes: number, more: object = {}) =>
	withholdingOf({
		...{ titleIvB: 800_000_000, claims: 6_000_000_000, refused: false },
		tiers: [
			...Array.from({ length: ones }, () => 1 as const),
			...Array.from({ length: twos }, () => 2 as const),
			...Array.from({ length: threes }, () => 3 as const),
		],
		...more,
	});

describe("45 CFR 1355.36: what is withheld", () => {
	test("$8 million of title IV-B and $60 million of claims make a pool of $14 million", () => {
		expect(of(9, 0, 0)).toEqual({
			...{ withheld: 126_000_000, percent: 9 },
			arithmetic: [
				"Pool: $8,000,000.00 of title IV-B + 10 percent of $60,000,000.00 of title IV-E foster care administration = $14,000,000.00",
				"Share: 9 × 1 percent = 9 percent, at most 14 percent",
				"Withheld: 9 percent of $14,000,000.00 = $1,260,000.00",
			],
		});
		expect([of(14, 0, 0), of(0, 14, 0), of(0, 0, 14)].map(({ withheld }) => withheld)).toEqual([
			196_000_000, 392_000_000, 588_000_000,
		]);
		expect(of(2, 3, 0)).toMatchObject({ percent: 8, withheld: 112_000_000 });
		expect(of(1, 0, 0, { refused: true })).toMatchObject({ percent: 42, withheld: 588_000_000 });
	});

	test("it is never more than 42 percent, and never less for an area more", () => {
		const tier = fc.constantFrom<WithholdingTier>(1, 2, 3);
		const money = fc.integer({ min: 0, max: 9_999_999_999_999 });
		fc.assert(
			fc.property(fc.array(tier, { maxLength: 14 }), tier, money, money, (tiers, one, titleIvB, claims) => {
				const asked = { titleIvB, claims, refused: false };
				const [less, more] = [withholdingOf({ ...asked, tiers }), withholdingOf({ ...asked, tiers: [...tiers, one] })];
				expect(less.percent).toBeLessThanOrEqual(42);
				expect(less.withheld).toBeLessThanOrEqual((titleIvB + claims / 10) * 0.42 + 1);
				expect(more.withheld).toBeGreaterThanOrEqual(less.withheld);
			}),
		);
	});

	test("only where the federal agency must approve the plan, and not for eligibility", () => {
		const rules = (approval: boolean, kind: string) => ({ clock: { approval }, areas: [{ kind }] }) as never;
		expect(canBeWithheld(rules(true, "outcome"))).toBe(true);
		expect(canBeWithheld(rules(false, "outcome"))).toBe(false);
		expect(canBeWithheld(rules(true, "eligibility"))).toBe(false);
	});
});
