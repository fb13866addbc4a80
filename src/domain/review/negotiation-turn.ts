import type { NegotiationPosition, NegotiationSide } from "./review-facts.ts";

/**
 * Whose turn it is in a negotiation, as one side sees it. A round has one position of each side: `answer` when the other side
 * has spoken in this round, `begin` when both have spoken in every round, `wait` when the other side is to speak.
 */
export type NegotiationTurn = { readonly turn: "answer" | "begin" | "wait"; readonly round: number };

export function negotiationTurn(
	positions: readonly Pick<NegotiationPosition, "side">[],
	side: NegotiationSide,
): NegotiationTurn {
	const own = positions.filter((each) => each.side === side).length;
	const other = positions.length - own;
	if (own > other) return { turn: "wait", round: own };
	return { turn: own < other ? "answer" : "begin", round: own + 1 };
}
