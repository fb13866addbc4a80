import { z } from "zod";
import { Checksum, SignatoryRole } from "../domain/approval/approval-facts.ts";
import type { EditionSignatory } from "../domain/document/edition.ts";
import { holdsRole } from "../domain/people/may.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import { approvalStates } from "../domain/workflow/document-workflow.ts";
import { InvalidInput, NotAllowed, Refused } from "./errors.ts";
import { type OpenPlan, openPlan } from "./open-plan.ts";
import { defineOperation, type OperationContext } from "./operation.ts";
import { dayOf, signedSha256 } from "./plan-checks.ts";
import { writeSignature } from "./write-signature.ts";

/**
 * Puts the person's own name to the plan as it stands: they say that they have read it, over the checksum of what they were
 * shown. For those who hold the post in this place, with their own account (SIP-19, SIP-20).
 */
export const signPlan = defineOperation({
	name: "sign-plan",
	title: "Sign a plan",
	http: { method: "post", path: "/plans/{documentId}/signatures" },
	input: z.object({
		documentId: z.uuid(),
		signatory: SignatoryRole,
		/** The checksum of the plan that the person read. */
		planSha256: Checksum,
		haveRead: z.boolean(),
	}),
	output: z.object({ id: z.uuid(), version: z.int().min(1) }),
	async run(context, input): Promise<{ id: string; version: number }> {
		const { actor, clock, stores } = context;
		const { opened, signatory } = await openForSignature(context, input);
		const path = await stores.jurisdictions.pathOf(opened.document.jurisdictionId);
		if (!holdsRole(actor, signatory.role, path)) {
			throw new NotAllowed(
				`Here signs the ${lowerFirst(signatory.label)}, with an account that has this role. A sheet that was signed on paper can be recorded instead.`,
			);
		}
		if (!input.haveRead) {
			throw new InvalidInput([
				{ field: "haveRead", message: "Say that you have read the whole plan: your signature stands for that." },
			]);
		}
		return writeSignature(context, opened, {
			signatory: signatory.role,
			manner: "in-program",
			personId: actor.personId,
			name: actor.name,
			signedOn: dayOf(clock()),
			planSha256: input.planSha256,
			attachmentId: null,
		});
	},
});

/** A plan that may be signed now, as the person saw it. Throws `Refused` when it has changed since. */
export async function openForSignature(
	context: OperationContext,
	input: { readonly documentId: string; readonly signatory: SignatoryRole; readonly planSha256: string },
): Promise<{ readonly opened: OpenPlan; readonly facts: PlanFacts; readonly signatory: EditionSignatory }> {
	const opened = await openPlan(context, input.documentId, approvalStates);
	const signatory = opened.edition.approval?.signatories.find(({ role }) => role === input.signatory);
	const facts = await context.stores.plans.find(input.documentId);
	if (!signatory || !facts) throw new Refused("Plans of this edition are submitted without signatures in the program.");
	if (signedSha256(facts, context.ids) !== input.planSha256) {
		throw new Refused(
			"The plan is not what you were shown any more: somebody changed it meanwhile. Read it again, then sign.",
		);
	}
	return { opened, facts, signatory };
}

function lowerFirst(text: string): string {
	return text.slice(0, 1).toLowerCase() + text.slice(1);
}
