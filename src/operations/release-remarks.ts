import { z } from "zod";
import { Refused } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { openReviewRecords } from "./review-records.ts";

/**
 * Shows the county what the State has written: the comments, or the questions of the next round. It is told by mail.
 * Recommendations go out with the step of the workflow.
 */
export const releaseRemarks = defineOperation({
	name: "release-remarks",
	title: "Send comments or a round of questions to the county",
	http: { method: "post", path: "/plans/{documentId}/remarks-released" },
	input: z.object({ documentId: z.uuid(), remarkKind: z.enum(["comment", "question"]) }),
	output: z.object({ released: z.int().min(1) }),
	async run(context, { documentId, remarkKind }): Promise<{ released: number }> {
		const records = await openReviewRecords(context, documentId, ["plan.review"]);
		const waiting = await context.stores.facts.list("review-remark", { documentId, remarkKind, released: false });
		if (waiting.length === 0) {
			throw new Refused(`There is no ${remarkKind} that the county has not seen. Write one first.`);
		}
		for (const remark of waiting) {
			await records.write("review-remark", remark, { released: true, releasedOn: records.today });
		}
		await records.tell(remarkKind === "question" ? "questions-sent" : "comments-released");
		return { released: waiting.length };
	},
});
