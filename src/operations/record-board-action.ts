import { z } from "zod";
import { BoardAction } from "../domain/approval/approval-facts.ts";
import { approvalStates } from "../domain/workflow/document-workflow.ts";
import { InvalidInput, Refused } from "./errors.ts";
import { openPlan } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { dayOf, signedSha256 } from "./plan-checks.ts";

/**
 * Records what the Board decided about the plan as it stands: kind, number, day, whether it verified local coordination
 * (SIP-99, SIP-100), and the paper. The day may lie before or after the first day of the plan, never ahead. Recorded again, it
 * corrects the record; the history keeps what stood there.
 */
export const recordBoardAction = defineOperation({
	name: "record-board-action",
	title: "Record the Board's action",
	http: { method: "post", path: "/plans/{documentId}/board-action" },
	input: BoardAction.pick({ actionKind: true, actedOn: true, coordinationVerified: true }).extend({
		documentId: z.uuid(),
		number: z.string().trim().min(1, "Give the number under which the Board keeps it.").max(100),
		attachmentId: z.uuid().nullable().default(null),
		/** The version of the action that the person saw; 0 when there was none. */
		version: z.coerce.number().int().min(0).default(0),
	}),
	output: z.object({ id: z.uuid(), version: z.int().min(1) }),
	async run(context, input): Promise<{ id: string; version: number }> {
		const { clock, ids, stores } = context;
		const { document, edition, role } = await openPlan(context, input.documentId, approvalStates);
		const facts = await stores.plans.find(document.id);
		if (!edition.approval || !facts) throw new Refused("Plans of this edition do not go before a Board.");
		if (input.actedOn > dayOf(clock())) {
			throw new InvalidInput([
				{ field: "actedOn", message: "This day has not come yet. Record the action once the Board has acted." },
			]);
		}
		const paper = facts.attachments.find(({ id }) => id === input.attachmentId);
		if (input.attachmentId !== null && !paper) {
			throw new InvalidInput([
				{ field: "attachmentId", message: "Attach the paper to the plan first, then choose it." },
			]);
		}
		const id = ids.named("board-action", document.id);
		const { actionKind, number, actedOn, coordinationVerified } = input;
		const version = await stores.facts.write({
			kind: "board-action",
			id,
			verb: facts.boardActions.length === 0 ? "add" : "change",
			expectedVersion: input.version,
			patch: {
				jurisdictionId: document.jurisdictionId,
				documentId: document.id,
				actionKind,
				number,
				actedOn,
				coordinationVerified,
				attachmentId: paper?.id ?? null,
				planSha256: signedSha256(facts, ids),
			},
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: "",
		});
		return { id, version };
	},
});
