import { z } from "zod";
import { Negotiation } from "../domain/review/review-facts.ts";
import { NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { openReviewRecords } from "./review-records.ts";

/** Says what a negotiation is about and who takes part in it (SIP-108, SIP-109). */
export const changeNegotiation = defineOperation({
	name: "change-negotiation",
	title: "Say what is negotiated, and by whom",
	http: { method: "post", path: "/plans/{documentId}/negotiations/{negotiationId}" },
	input: Negotiation.pick({
		subject: true,
		matter: true,
		stateParticipants: true,
		countyParticipants: true,
		associationParticipants: true,
	}).extend({ documentId: z.uuid(), negotiationId: z.uuid(), version: z.coerce.number().int().min(1) }),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.negotiate"], ["in-negotiation"]);
		const negotiation = await context.stores.facts.find("negotiation", input.negotiationId);
		if (negotiation?.documentId !== records.document.id) throw new NotFound("There is no such negotiation.");
		const { subject, matter, stateParticipants, countyParticipants, associationParticipants, version } = input;
		const patch = { subject, matter, stateParticipants, countyParticipants, associationParticipants };
		return { version: await records.write("negotiation", { id: negotiation.id, version }, patch) };
	},
});
