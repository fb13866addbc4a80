import { z } from "zod";
import { dollars } from "../money/cents.ts";
import type { PipRules } from "./pip-rules.ts";

/** How often in a row an area was found not in conformity: a person says it, it is never inferred. */
export const WithholdingTier = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type WithholdingTier = z.infer<typeof WithholdingTier>;

export const tierLabels: Readonly<Record<WithholdingTier, string>> = {
	1: "1 percent: found for the first time",
	2: "2 percent: continues at the second full review after the first",
	3: "3 percent: continues at the third or a later review",
};

export const withholdingSource = "45 CFR 1355.36(b)";

/** Whether funds are withheld by this rule: for outcomes and systemic factors of a review, where the plan must be approved. */
export function canBeWithheld({ areas, clock }: Pick<PipRules, "areas" | "clock">): boolean {
	return clock.approval && areas.some(({ kind }) => kind === "outcome" || kind === "systemic-factor");
}

export type Withholding = {
	/** In whole cents, rounded. */
	readonly withheld: number;
	readonly percent: number;
	/** Each step in words and figures. */
	readonly arithmetic: readonly string[];
};

/**
 * What is withheld of a fiscal year's funds, worked out from amounts in whole cents that a person gives: a percentage of the pool for
 * each outcome and systemic factor that is not in conformity, and never more than the highest percentage for all fourteen. A State that
 * refuses to develop or to carry out a plan loses 42 percent.
 */
export function withholdingOf(asked: {
	readonly titleIvB: number;
	readonly claims: number;
	readonly tiers: readonly WithholdingTier[];
	readonly refused: boolean;
}): Withholding {
	const { titleIvB, claims, tiers, refused } = asked;
	// In tenths of a cent, so that ten percent of a cent is a whole number too.
	const pool = BigInt(titleIvB) * 10n + BigInt(claims);
	const count = (tier: WithholdingTier) => tiers.filter((each) => each === tier).length;
	const most = Math.max(1, ...tiers) * 14;
	const sum = WithholdingTier.options.reduce((total, { value }) => total + value * count(value), 0);
	const percent = refused ? 42 : Math.min(sum, most);
	const withheld = rounded(pool * BigInt(percent), 1000n);
	const parts = WithholdingTier.options.flatMap(({ value }) =>
		count(value) === 0 ? [] : [`${count(value)} × ${value} percent`],
	);
	return {
		...{ withheld, percent },
		arithmetic: [
			`Pool: ${dollars(titleIvB)} of title IV-B + 10 percent of ${dollars(claims)} of title IV-E foster care administration = ${dollars(rounded(pool, 10n))}`,
			refused
				? "Share: 42 percent, as the State refuses to develop or to carry out a plan"
				: `Share: ${parts.join(" + ") || "no area"} = ${sum} percent, at most ${most} percent`,
			`Withheld: ${percent} percent of ${dollars(rounded(pool, 10n))} = ${dollars(withheld)}`,
		],
	};
}

/** The quotient as a whole number, halves up. */
function rounded(value: bigint, by: bigint): number {
	return Number((value + by / 2n) / by);
}
