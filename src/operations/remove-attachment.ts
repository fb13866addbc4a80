import { z } from "zod";
import { approvalStates, editableStates } from "../domain/workflow/document-workflow.ts";
import { openForAttachment } from "./add-attachment.ts";
import { NotFound } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";

/** Takes an attachment off a plan. The history keeps it, and so does every submission that it went with, with its bytes. */
export const removeAttachment = defineOperation({
	name: "remove-attachment",
	title: "Take an attachment off a plan",
	http: { method: "post", path: "/plans/{documentId}/attachments/{attachmentId}/remove" },
	input: z.object({
		documentId: z.uuid(),
		attachmentId: z.uuid(),
		reason: z.string().trim().max(2000).default(""),
	}),
	output: z.object({ removed: z.literal(true) }),
	async run(context, input): Promise<{ removed: true }> {
		const { stores } = context;
		await openPlan(context, input.documentId, [...editableStates, ...approvalStates]);
		const attachment = await stores.facts.find("attachment", input.attachmentId);
		if (attachment?.documentId !== input.documentId) throw new NotFound("This attachment is not there any more.");
		const { document, role } = await openForAttachment(context, { ...attachment, focusAreaId: null });
		await stores.facts.write({
			kind: "attachment",
			id: attachment.id,
			verb: "remove",
			expectedVersion: attachment.version,
			patch: {},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: input.reason,
		});
		return { removed: true };
	},
});
