import { z } from "zod";
import { Refused } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { openReviewRecords } from "./review-records.ts";

/**
 * Lets the State read a draft and comment on it before it is submitted, or ends that (SIP-98). Nothing waits for it: the
 * plan goes its way whether it is shared or not.
 */
export const shareDraft = defineOperation({
	name: "share-draft",
	title: "Share a draft with the State, or end that",
	http: { method: "post", path: "/plans/{documentId}/draft-share" },
	input: z.object({
		documentId: z.uuid(),
		shared: z.boolean(),
		note: z.string().trim().max(10_000).default(""),
	}),
	output: z.object({ shared: z.boolean() }),
	async run(context, input): Promise<{ shared: boolean }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.write"]);
		const current = (await context.stores.facts.list("draft-share", { documentId: records.document.id })).find(
			({ endedOn }) => endedOn === null,
		);
		if (!input.shared) {
			if (!current) throw new Refused("This draft is not shared with the State.");
			await records.write("draft-share", current, { endedOn: records.today });
			return { shared: false };
		}
		if (current) throw new Refused("This draft is shared with the State already.");
		await records.add("draft-share", { sharedOn: records.today, note: input.note, endedOn: null });
		await records.tell("draft-shared");
		return { shared: true };
	},
});
