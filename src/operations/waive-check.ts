import { z } from "zod";
import { checksBySubject } from "../domain/document/checks/find-waiver.ts";
import { Waiver } from "../domain/document/document-facts.ts";
import { approvalStates, editableStates } from "../domain/workflow/document-workflow.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";

/** Sets a hard check aside for one thing, and of a rule about outcome indicators for one indicator, with the reason. The check stays visible, with who set it aside and why. */
export const waiveCheck = defineOperation({
	name: "waive-check",
	title: "Set a check aside",
	http: { method: "post", path: "/plans/{documentId}/waivers" },
	input: Waiver.pick({ ruleId: true, aboutId: true, subject: true, reason: true }).extend({ documentId: z.uuid() }),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const { actor, ids, stores } = context;
		const { document, edition } = await openPlan(context, input.documentId, [...editableStates, ...approvalStates]);
		const role = requireRole(actor, "plan.waive", await stores.jurisdictions.pathOf(document.jurisdictionId));
		const bySubject = edition.checks.some(({ rule, kind }) => rule === input.ruleId && checksBySubject.includes(kind));
		if (bySubject && input.subject === null) {
			throw new InvalidInput([
				{
					field: "subject",
					message: `Rule ${input.ruleId} is set aside for one outcome indicator at a time. Name which.`,
				},
			]);
		}
		const id = ids.next();
		await stores.facts.write({
			kind: "waiver",
			id,
			verb: "add",
			expectedVersion: 0,
			patch: {
				jurisdictionId: document.jurisdictionId,
				documentId: document.id,
				ruleId: input.ruleId,
				aboutId: input.aboutId,
				subject: bySubject ? input.subject : null,
				reason: input.reason,
			},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: input.reason,
		});
		return { id };
	},
});

/** Takes a waiver back: the check counts again. */
export const removeWaiver = defineOperation({
	name: "remove-waiver",
	title: "Take a waiver back",
	http: { method: "post", path: "/plans/{documentId}/waivers/{waiverId}/remove" },
	input: z.object({ documentId: z.uuid(), waiverId: z.uuid() }),
	output: z.object({ removed: z.literal(true) }),
	async run(context, input): Promise<{ removed: true }> {
		const { actor, stores } = context;
		const { document } = await openPlan(context, input.documentId, [...editableStates, ...approvalStates]);
		const role = requireRole(actor, "plan.waive", await stores.jurisdictions.pathOf(document.jurisdictionId));
		const waiver = await stores.facts.find("waiver", input.waiverId);
		if (waiver?.documentId !== document.id) throw new NotFound("This waiver is not there any more.");
		await stores.facts.write({
			kind: "waiver",
			id: waiver.id,
			verb: "remove",
			expectedVersion: waiver.version,
			patch: {},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		});
		return { removed: true };
	},
});
