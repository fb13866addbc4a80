import { z } from "zod";
import { reviewChecklist } from "../domain/review/review-checklist.ts";
import { ReviewItem } from "../domain/review/review-facts.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { openReviewRecords } from "./review-records.ts";

/** Answers one item of the State's checklist with a verdict and a note. Only the State's side reads it. */
export const answerReviewItem = defineOperation({
	name: "answer-review-item",
	title: "Answer an item of the State's checklist",
	http: { method: "post", path: "/plans/{documentId}/reviews/{reviewId}/items" },
	input: ReviewItem.pick({ item: true, verdict: true, note: true }).extend({
		documentId: z.uuid(),
		reviewId: z.uuid(),
		/** 0 when the item has no answer yet. */
		version: z.coerce.number().int().min(0),
	}),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.review"]);
		const { facts } = context.stores;
		const review = await facts.find("state-review", input.reviewId);
		if (review?.documentId !== records.document.id) throw new NotFound("There is no such review of this plan.");
		if (!reviewChecklist(records.edition).some(({ id }) => id === input.item)) {
			throw new InvalidInput([{ field: "item", message: `The checklist has no item "${input.item}".` }]);
		}
		const { item, verdict, note } = input;
		const current = (await facts.list("review-item", { reviewId: review.id, item }))[0];
		if (!current) {
			await records.add("review-item", { reviewId: review.id, item, verdict, note });
			return { version: 1 };
		}
		const version = await records.write("review-item", { id: current.id, version: input.version }, { verdict, note });
		return { version };
	},
});
