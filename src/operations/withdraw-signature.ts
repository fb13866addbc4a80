import { z } from "zod";
import { approvalStates, editableStates } from "../domain/workflow/document-workflow.ts";
import { NotAllowed, NotFound } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";

/** Takes a signature back, with the reason: one's own, or one on paper that was recorded by mistake. */
export const withdrawSignature = defineOperation({
	name: "withdraw-signature",
	title: "Take a signature back",
	http: { method: "post", path: "/plans/{documentId}/signatures/{signatureId}/withdraw" },
	input: z.object({
		documentId: z.uuid(),
		signatureId: z.uuid(),
		reason: z.string().trim().min(1, "Say why: it stays in the history.").max(2000),
	}),
	output: z.object({ withdrawn: z.literal(true) }),
	async run(context, input): Promise<{ withdrawn: true }> {
		const { actor, stores } = context;
		const { document, role } = await openPlan(context, input.documentId, [...editableStates, ...approvalStates]);
		const signature = await stores.facts.find("signature", input.signatureId);
		if (signature?.documentId !== document.id) throw new NotFound("This signature is not there any more.");
		if (signature.manner === "in-program" && signature.personId !== actor.personId) {
			throw new NotAllowed(`Only ${signature.name} can take this signature back.`);
		}
		await stores.facts.write({
			kind: "signature",
			id: signature.id,
			verb: "remove",
			expectedVersion: signature.version,
			patch: {},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: input.reason,
		});
		return { withdrawn: true };
	},
});
