import { z } from "zod";
import { isTaken, missingSignatures } from "../domain/approval/approval-state.ts";
import { openErrors } from "../domain/document/checks/run-checks.ts";
import { type Edition, pathsOf } from "../domain/document/edition.ts";
import { rolesFor } from "../domain/people/may.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanGraph } from "../domain/plan/plan-graph.ts";
import { DocumentAction, DocumentState, decideStep } from "../domain/workflow/document-workflow.ts";
import { attachSummaryToPlans } from "./attach-summary.ts";
import { NotFound, Refused } from "./errors.ts";
import { keepReview } from "./keep-review.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { checkPlan, dayOf, signedSha256 } from "./plan-checks.ts";
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
		const now = clock();
		const step = decideStep({
			state: document.state,
			action: input.action,
			actor,
			path,
			approval: pathsOf(edition).approval,
			...weighChecks(graph, edition, { now, planSha256: signedSha256(facts, context.ids) }),
			boardActed: facts.boardActions.length > 0,
			review: await getReviewStanding(context, document, edition),
			reason: input.reason,
		});
		if (!step.allowed) throw new Refused(step.refusal);
		const today = dayOf(now);
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
		const sent = { ...facts, document: { ...document, ...changed, version } };
		const snapshot = input.action === "submit" ? await takeSnapshot(context, sent) : null;
		if (input.action === "submit") await attachSummaryToPlans(context, sent);
		await keepReview(context, document, { ...step, action: input.action, reason: input.reason });
		await stores.jobs.enqueue("notify-step", {
			documentId: document.id,
			action: input.action,
			actorId: actor.personId,
		});
		return { state: step.to, version, snapshot };
	},
});

/** How many hard checks of the text, and of the approval, are open. A file that waits for the scanner holds the plan back too. */
function weighChecks(
	graph: PlanGraph,
	edition: Edition,
	{ now, planSha256 }: { readonly now: Date; readonly planSha256: string },
): { readonly openErrors: number; readonly openApprovals: number } {
	const open = openErrors(checkPlan(graph, edition, { now, planSha256, stage: "approval" }));
	const ofApproval = open.filter(({ stage }) => stage === "approval").length;
	// An edition that is here in outline has no checks, and asks for its signatures all the same.
	const unsigned = edition.checks.length === 0 ? missingSignatures(graph, edition, planSha256).length : 0;
	const notTaken = graph.attachments.filter((each) => !isTaken(each)).length;
	return { openErrors: open.length - ofApproval, openApprovals: ofApproval + unsigned + notTaken };
}
