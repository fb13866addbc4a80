import { z } from "zod";
import { StateReview } from "../domain/review/review-facts.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { openReviewRecords } from "./review-records.ts";

/** Chooses the units of the State that look at a submission, and the people (SIP-104, SIP-105). Units are an open list. */
export const changeReview = defineOperation({
	name: "change-review",
	title: "Choose who reviews a plan",
	http: { method: "post", path: "/plans/{documentId}/reviews/{reviewId}" },
	input: StateReview.pick({ units: true, reviewerIds: true }).extend({
		documentId: z.uuid(),
		reviewId: z.uuid(),
		version: z.coerce.number().int().min(1),
	}),
	output: VersionOutput,
	async run(context, input): Promise<{ version: number }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.review"]);
		const { facts } = context.stores;
		const review = await facts.find("state-review", input.reviewId);
		if (review?.documentId !== records.document.id) throw new NotFound("There is no such review of this plan.");
		const people = await Promise.all(input.reviewerIds.map((id) => facts.find("person", id)));
		const names = people.flatMap((person) => (person ? [person.name] : []));
		if (names.length < people.length) {
			throw new InvalidInput([
				{ field: "reviewerIds", message: "One of these people is not known here. Choose from the list." },
			]);
		}
		const patch = { units: [...new Set(input.units)], reviewerIds: input.reviewerIds, reviewerNames: names };
		return { version: await records.write("state-review", { id: review.id, version: input.version }, patch) };
	},
});
