import { z } from "zod";
import { InvalidInput, Refused } from "./errors.ts";
import { defineOperation } from "./operation.ts";
import { openReviewRecords } from "./review-records.ts";

/** Marks that the State gives the county focused help, with the reason, or that it ends (SIP-115). Only the State sees it. */
export const markFocusedHelp = defineOperation({
	name: "mark-focused-help",
	title: "Mark focused help for a county",
	http: { method: "post", path: "/plans/{documentId}/focused-help" },
	input: z.object({ documentId: z.uuid(), given: z.boolean(), reason: z.string().trim().max(10_000) }),
	output: z.object({ given: z.boolean() }),
	async run(context, input): Promise<{ given: boolean }> {
		const records = await openReviewRecords(context, input.documentId, ["plan.review"]);
		if (input.reason === "") throw new InvalidInput([{ field: "reason", message: "Say why (SIP-115)." }]);
		const current = (await context.stores.facts.list("focused-help", { documentId: records.document.id })).find(
			({ endedOn }) => endedOn === null,
		);
		if (input.given === (current !== undefined)) {
			throw new Refused(input.given ? "Focused help is marked already." : "No focused help is marked for this county.");
		}
		if (current) {
			await records.write("focused-help", current, { endedOn: records.today }, { reason: input.reason });
		} else {
			await records.add("focused-help", { reason: input.reason, since: records.today, endedOn: null });
		}
		return { given: input.given };
	},
});
