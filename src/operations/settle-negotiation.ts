import { z } from "zod";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { openReviewRecords } from "./review-records.ts";

/** Records how a negotiation ended: with an agreement and what it is, or without one. */
export const settleNegotiation = defineOperation({
	name: "settle-negotiation",
	title: "Record how a negotiation ended",
	http: { method: "post", path: "/plans/{documentId}/negotiations/{negotiationId}/outcome" },
	input: z.object({
		documentId: z.uuid(),
		negotiationId: z.uuid(),
		version: z.coerce.number().int().min(1),
		outcome: z.enum(["agreed", "not-agreed"]),
		resolution: z.string().trim().max(10_000),
	}),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.negotiate"], ["in-negotiation"]);
		const negotiation = await context.stores.facts.find("negotiation", input.negotiationId);
		if (negotiation?.documentId !== records.document.id) throw new NotFound("There is no such negotiation.");
		if (input.resolution === "") {
			throw new InvalidInput([
				{ field: "resolution", message: "Write what was agreed, or on what there is no agreement (SIP-108)." },
			]);
		}
		const { outcome, resolution } = input;
		const patch = { outcome, resolution, resolvedOn: records.today };
		const version = await records.write("negotiation", { id: negotiation.id, version: input.version }, patch);
		await records.tell("negotiation-settled");
		return { version };
	},
});
