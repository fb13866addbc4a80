import { z } from "zod";
import { permissionsOf } from "../domain/people/roles.ts";
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
		const all = await facts.list("negotiation-position", { negotiationId: negotiation.id });
		const own = all.filter((each) => each.side === side).length;
		const other = all.length - own;
		if (own > other) {
			throw new Refused(
				`Round ${own} waits for the position of ${side === "state" ? "the county" : "the State"}. Yours stands; the next round begins when both have spoken.`,
			);
		}
		const id = await records.add("negotiation-position", {
			negotiationId: negotiation.id,
			round: own + 1,
			side,
			text: input.text,
			statedOn: records.today,
		});
		await records.tell("position-stated");
		return { id };
	},
});
