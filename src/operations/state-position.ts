import { z } from "zod";
import { permissionsOf } from "../domain/people/roles.ts";
import { negotiationTurn } from "../domain/review/negotiation-turn.ts";
import { NegotiationPosition, type NegotiationSide } from "../domain/review/review-facts.ts";
import { NotFound, Refused } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { openReviewRecords } from "./review-records.ts";

/**
 * States what one's own side holds in a negotiation. A round has one position of each side; the next round begins when
 * both have spoken.
 */
export const statePosition = defineOperation({
	name: "state-position",
	title: "State a position in a negotiation",
	http: { method: "post", path: "/plans/{documentId}/negotiations/{negotiationId}/positions" },
	input: NegotiationPosition.pick({ text: true }).extend({ documentId: z.uuid(), negotiationId: z.uuid() }),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const records = await openReviewRecords(
			context,
			input.documentId,
			["plan.review", "plan.negotiate"],
			["in-negotiation"],
		);
		const { facts } = context.stores;
		const negotiation = await facts.find("negotiation", input.negotiationId);
		if (negotiation?.documentId !== records.document.id) throw new NotFound("There is no such negotiation.");
		if (negotiation.outcome !== "open") throw new Refused("This negotiation is settled. Nothing was added.");
		const side: NegotiationSide = permissionsOf[records.role].includes("plan.review") ? "state" : "county";
		const positions = await facts.list("negotiation-position", { negotiationId: negotiation.id });
		const { turn, round } = negotiationTurn(positions, side);
		if (turn === "wait") {
			throw new Refused(
				`Round ${round} waits for the position of ${side === "state" ? "the county" : "the State"}. Yours stands; the next round begins when both have spoken.`,
			);
		}
		const id = await records.add("negotiation-position", {
			negotiationId: negotiation.id,
			round,
			side,
			text: input.text,
			statedOn: records.today,
		});
		await records.tell("position-stated");
		return { id };
	},
});
