import { z } from "zod";
import { ReviewResponse } from "../domain/review/review-facts.ts";
import { InvalidInput, NotFound, Refused } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { openReviewRecords } from "./review-records.ts";

/**
 * The county answers a question, or responds to a recommendation: accept, amend, decline or ask to negotiate (SIP-107),
 * with what it changed in the plan. The State is told by mail.
 */
export const respondToRemark = defineOperation({
	name: "respond-to-remark",
	title: "Answer a question or a recommendation",
	http: { method: "post", path: "/plans/{documentId}/remarks/{remarkId}/response" },
	input: ReviewResponse.pick({ choice: true, text: true, changed: true })
		.partial({ changed: true })
		.extend({
			documentId: z.uuid(),
			remarkId: z.uuid(),
			/** 0 for the first response. */
			version: z.coerce.number().int().min(0),
		}),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.write"]);
		const { facts } = context.stores;
		const remark = await facts.find("review-remark", input.remarkId);
		if (remark?.documentId !== records.document.id || !remark.released) {
			throw new NotFound("There is no such question or recommendation.");
		}
		if (records.document.state === "accepted") {
			throw new Refused("The State has accepted the plan: its review is closed. Nothing was changed.");
		}
		if ((input.choice === "answer") === (remark.remarkKind === "recommendation")) {
			throw new InvalidInput([
				{
					field: "choice",
					message:
						remark.remarkKind === "recommendation"
							? "Say whether you accept, amend, decline or want to negotiate this recommendation (SIP-107)."
							: "A question or a comment is answered; there is nothing to accept or decline in it.",
				},
			]);
		}
		const values = {
			choice: input.choice,
			text: input.text,
			changed: input.changed ?? "",
			respondedOn: records.today,
		};
		const current = (await facts.list("review-response", { remarkId: remark.id }))[0];
		const version = current
			? await records.write("review-response", { id: current.id, version: input.version }, values)
			: await records.add("review-response", { ...values, remarkId: remark.id }).then(() => 1);
		await records.tell("response-given");
		return { version };
	},
});
