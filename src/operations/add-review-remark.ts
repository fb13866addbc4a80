import { z } from "zod";
import { ReviewRemark } from "../domain/review/review-facts.ts";
import { InvalidInput, NotFound, Refused } from "./errors.ts";
import type { OperationContext } from "./operation.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import { getPart } from "./plan-part.ts";
import { openReviewRecords, type ReviewRecords } from "./review-records.ts";
import { findReview } from "./review-standing.ts";

/**
 * Writes a remark of the State on a part of a plan: a comment, a question of a unit, or a recommendation (SIP-107). The
 * State's side alone reads it until it is released. On a draft that is shared early, comments only.
 */
export const addReviewRemark = defineOperation({
	name: "add-review-remark",
	title: "Write a comment, a question or a recommendation",
	http: { method: "post", path: "/plans/{documentId}/remarks" },
	input: ReviewRemark.pick({ remarkKind: true, unit: true, aboutKind: true, aboutId: true, text: true })
		.partial({ unit: true })
		.extend({ documentId: z.uuid() }),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.review"]);
		const { document } = records;
		await requireAbout(context, records, input.aboutKind, input.aboutId);
		const isDraft = document.state === "drafting" || document.state === "ready";
		if (input.remarkKind !== "comment") {
			const open = input.remarkKind === "question" ? ["under-review", "recommendations-made"] : ["under-review"];
			if (!open.includes(document.state)) {
				throw new Refused(
					`A ${input.remarkKind} is written while the plan is under review. ${document.state === "submitted" ? "Open the review first." : "Write a comment instead."}`,
				);
			}
		}
		const review = isDraft ? undefined : await findReview(context.stores, document.id);
		const questions = await context.stores.facts.list("review-remark", {
			documentId: document.id,
			remarkKind: "question",
		});
		const sent = questions.filter(({ released }) => released).map(({ round }) => round);
		const id = await records.add("review-remark", {
			reviewId: review?.id ?? null,
			remarkKind: input.remarkKind,
			round: input.remarkKind === "question" ? Math.max(0, ...sent) + 1 : 0,
			unit: input.unit ?? "",
			aboutKind: input.aboutKind,
			aboutId: input.aboutId,
			text: input.text,
			released: false,
			releasedOn: null,
		});
		return { id };
	},
});

async function requireAbout(
	{ stores }: OperationContext,
	{ document, edition }: ReviewRecords,
	kind: ReviewRemark["aboutKind"],
	id: string,
): Promise<void> {
	const wrong = () =>
		new InvalidInput([{ field: "aboutId", message: "Choose the part of the plan that this is about from the list." }]);
	if (kind === "document") {
		if (id !== document.id) throw wrong();
	} else if (kind === "section") {
		if (!edition.sections.some((section) => section.id === id)) throw wrong();
	} else {
		if (!z.uuid().safeParse(id).success) throw wrong();
		await getPart(stores, document.id, kind, id).catch((error) => {
			throw error instanceof NotFound ? wrong() : error;
		});
	}
}
