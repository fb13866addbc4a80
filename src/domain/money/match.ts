import { dollars } from "./cents.ts";
import type { MatchKind } from "./form-edition.ts";

/** What a State adds to a federal amount, in whole cents, and the arithmetic in words. */
export type Match = {
	readonly federal: number;
	readonly state: number;
	readonly total: number;
	readonly words: string;
};

/**
 * The State's match. The percentage is of the total of both: at a federal share of 75 the State adds one third of the federal amount, not a
 * quarter (C6); at 80 a quarter (C7). Part of a cent is rounded up, so that the federal share is never above the allowed one.
 */
export function matchOf(federal: number, match: MatchKind): Match {
	if (match.kind === "none") return { federal, state: 0, total: federal, words: "No match is asked for." };
	const parts = match.federalPercent === 75 ? 3 : 4;
	const state = Math.ceil(federal / parts);
	const fraction = parts === 3 ? "one third" : "one quarter";
	const words = `Federal ${match.federalPercent}, State ${100 - match.federalPercent}: ${fraction} of the federal amount. ${dollars(federal)} / ${parts} = ${dollars(state)}`;
	return { federal, state, total: federal + state, words };
}

/** The State's match at any federal share in percent (C17 lowers it), in whole cents, rounded up. */
export function matchAt(federal: number, federalPercent: number): number {
	const parts = BigInt(federal) * BigInt(100 - federalPercent);
	const share = BigInt(federalPercent);
	return Number((parts + share - 1n) / share);
}
