import fc from "fast-check";
import { expect, test } from "vitest";
import { negotiationTurn } from "./negotiation-turn.ts";

const side = fc.constantFrom("state" as const, "county" as const);

test("SIP-108: whoever speaks first, a round has one position of each side, and somebody can always speak", () => {
	fc.assert(
		fc.property(fc.array(side, { maxLength: 30 }), (tries) => {
			const positions: { side: "state" | "county"; round: number }[] = [];
			for (const each of tries) {
				const mine = negotiationTurn(positions, each);
				const theirs = negotiationTurn(positions, each === "state" ? "county" : "state");
				expect(mine.turn === "wait" && theirs.turn === "wait").toBe(false);
				expect(mine.turn === "wait").toBe(theirs.turn === "answer");
				expect(mine.turn === "begin").toBe(theirs.turn === "begin");
				if (mine.turn !== "wait") positions.push({ side: each, round: mine.round });
			}
			const rounds = new Set(positions.map((each) => `${each.side} ${each.round}`));
			expect(rounds.size).toBe(positions.length);
		}),
	);
});
