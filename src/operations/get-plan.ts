import { z } from "zod";
import type { CheckResult } from "../domain/document/checks/check-result.ts";
import { reviewPathOf } from "../domain/document/edition.ts";
import { may } from "../domain/people/may.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import {
	DocumentAction,
	editableStates,
	mayUndo,
	needsReason,
	stepsOpenTo,
} from "../domain/workflow/document-workflow.ts";
import { NotFound } from "./errors.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { CheckResultOutput, PlanFactsOutput } from "./outputs/plan-outputs.ts";
import { checkPlan } from "./plan-checks.ts";
import type { Snapshot, Stores } from "./ports.ts";
import { getReviewStanding } from "./review-standing.ts";

const SubmissionOutput = z
	.object({
		id: z.uuid(),
		jurisdictionId: z.uuid(),
		documentId: z.uuid(),
		number: z.int().min(1),
		takenAt: z.iso.datetime(),
		takenBy: z.uuid(),
		takenByName: z.string(),
		sha256: z.string(),
	})
	.meta({ id: "Submission", description: "What was sent, kept as it was sent. Newest first." });

export type PlanView = {
	readonly facts: PlanFacts;
	readonly checks: readonly CheckResult[];
	/** The steps of the workflow that this person may try now. */
	readonly steps: readonly { readonly action: DocumentAction; readonly needsReason: boolean }[];
	readonly mayWrite: boolean;
	readonly mayWaive: boolean;
	readonly mayReport: boolean;
	readonly submissions: readonly Omit<Snapshot, "content">[];
};

const PlanViewOutput = z
	.object({
		facts: PlanFactsOutput,
		checks: z.array(CheckResultOutput),
		steps: z
			.array(z.object({ action: DocumentAction, needsReason: z.boolean() }))
			.describe("The steps of the workflow that this person may try now."),
		mayWrite: z.boolean(),
		mayWaive: z.boolean(),
		mayReport: z.boolean(),
		submissions: z.array(SubmissionOutput),
	})
	.meta({ id: "PlanView" });

/** A plan with everything in it, what is missing, and what this person can do with it. */
export const getPlan = defineOperation({
	name: "get-plan",
	title: "Get a plan",
	http: { method: "get", path: "/plans/{documentId}" },
	input: z.object({ documentId: z.uuid() }),
	output: PlanViewOutput,
	async run(context, { documentId }): Promise<PlanView> {
		const { actor, clock, stores } = context;
		const facts = await stores.plans.find(documentId);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const { state } = facts.document;
		const path = await stores.jurisdictions.pathOf(facts.document.jurisdictionId);
		const editable = editableStates.includes(state);
		const edition = getEdition(facts.document);
		const open = stepsOpenTo(actor, path, state, reviewPathOf(edition));
		const undoable =
			!open.includes("undo") || mayUndo(state, await getReviewStanding(context, facts.document, edition));
		return {
			facts,
			checks: checkPlan(assemblePlan(facts), edition, clock(), "submission", await waiverGivers(stores, facts)),
			steps: open
				.filter((action) => action !== "undo" || undoable)
				.map((action) => ({ action, needsReason: needsReason(state, action) })),
			mayWrite: editable && may(actor, "plan.write", path),
			mayWaive: editable && may(actor, "plan.waive", path),
			mayReport: state === "accepted" && may(actor, "plan.write", path),
			submissions: await stores.snapshots.list(documentId),
		};
	},
});

/** Who set each check aside, by waiver id: the name of the first to write the waiver. */
async function waiverGivers({ actions }: Stores, { waivers }: PlanFacts): Promise<ReadonlyMap<string, string>> {
	const named = await Promise.all(
		waivers.map(async ({ id }) => [id, (await actions.ofSubject(id))[0]?.actorName ?? ""] as const),
	);
	return new Map(named.filter(([, name]) => name !== ""));
}
