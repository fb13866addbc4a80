import { z } from "zod";
import { openErrors } from "../domain/document/checks/run-checks.ts";
import { rolesFor } from "../domain/people/may.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import { DocumentAction, DocumentState, decideStep } from "../domain/workflow/document-workflow.ts";
import { NotFound, Refused } from "./errors.ts";
import { keepReview } from "./keep-review.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { checkPlan, dayOf } from "./plan-checks.ts";
import { getReviewStanding } from "./review-standing.ts";
import { takeSnapshot } from "./take-snapshot.ts";

/**
 * Moves a plan to its next state by the workflow's table. Submitting keeps an unchangeable snapshot of what was sent;
 * the people on the other side are told by mail, asked for in the same transaction.
 */
export const takeStep = defineOperation({
	name: "take-step",
	title: "Move a plan to its next state",
	http: { method: "post", path: "/plans/{documentId}/steps" },
	input: z.object({
		documentId: z.uuid(),
		action: DocumentAction,
		reason: z.string().trim().max(10_000).default(""),
		/** The version of the document that the person saw. */
		version: z.coerce.number().int().min(1),
	}),
	output: z.object({
		state: DocumentState,
		version: z.int().min(1),
		snapshot: z.int().nullable().describe("The number of the submission that was kept; null for other steps."),
	}),
	async run(context, input): Promise<{ state: DocumentState; version: number; snapshot: number | null }> {
		const { actor, clock, stores } = context;
		const facts = await stores.plans.find(input.documentId);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const { document } = facts;
		const path = await stores.jurisdictions.pathOf(document.jurisdictionId);
		const graph = assemblePlan(facts);
		const edition = getEdition(document);
		const step = decideStep({
			state: document.state,
			action: input.action,
			actor,
			path,
			openErrors: openErrors(checkPlan(graph, edition, clock())).length,
			review: await getReviewStanding(context, document, edition),
			reason: input.reason,
		});
		if (!step.allowed) throw new Refused(step.refusal);
		const today = dayOf(clock());
		// The snapshot is of the plan as it will stand: submitted, with the date on its cover sheet.
		const changed = {
			state: step.to,
			...(input.action === "submit" ? { submittedOn: today } : {}),
			...(input.action === "accept" ? { acceptedOn: today } : {}),
			...(input.action === "recall" ? { submittedOn: null } : {}),
			...(input.action === "undo" && document.state === "accepted" ? { acceptedOn: null } : {}),
		};
		const version = await stores.facts.write({
			kind: "document",
			id: document.id,
			verb: "change",
			expectedVersion: input.version,
			patch: changed,
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role: rolesFor(actor, step.permission, path)[0] ?? null,
			reason: input.reason,
		});
		const snapshot =
			input.action === "submit"
				? await takeSnapshot(context, { ...facts, document: { ...document, ...changed, version } })
				: null;
		await keepReview(context, document, { ...step, action: input.action, reason: input.reason });
		await stores.jobs.enqueue("notify-step", {
			documentId: document.id,
			action: input.action,
			actorId: actor.personId,
		});
		return { state: step.to, version, snapshot };
	},
});
