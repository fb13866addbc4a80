import { z } from "zod";
import { NotFound, Refused } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { openReviewRecords } from "./review-records.ts";

/** Takes a remark back that was not released yet. What the county has seen stays. */
export const removeReviewRemark = defineOperation({
	name: "remove-review-remark",
	title: "Take a remark back",
	http: { method: "post", path: "/plans/{documentId}/remarks/{remarkId}/remove" },
	input: z.object({ documentId: z.uuid(), remarkId: z.uuid() }),
	output: z.object({ removed: z.literal(true) }),
	async run(context, input): Promise<{ removed: true }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.review"]);
		const remark = await context.stores.facts.find("review-remark", input.remarkId);
		if (remark?.documentId !== records.document.id) throw new NotFound("This remark is not there any more.");
		if (remark.released) throw new Refused("The county has seen this remark already, so it stays. Write another one.");
		await records.write("review-remark", remark, {}, { verb: "remove" });
		return { removed: true };
	},
});
