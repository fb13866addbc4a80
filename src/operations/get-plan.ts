import { z } from "zod";
import { SignatoryRole } from "../domain/approval/approval-facts.ts";
import type { CountedPages } from "../domain/document/check-definitions.ts";
import type { CheckResult } from "../domain/document/checks/check-result.ts";
import { pathsOf } from "../domain/document/edition.ts";
import { holdsRole, may } from "../domain/people/may.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../domain/plan/plan-graph.ts";
import {
	approvalStates,
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
import { checkPlan, signedSha256, stageOf, textSha256Of } from "./plan-checks.ts";
import { findPlanDrafting, type PlanDrafting, PlanDraftingOutput } from "./plan-drafting.ts";
import type { Snapshot, Stores } from "./ports.ts";
import { getReviewStanding } from "./review-standing.ts";

export const SubmissionOutput = z
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

export type PagesView = Readonly<Record<CountedPages, number>> & {
	readonly countedAt: Date;
	readonly current: boolean;
};

export type PlanView = {
	readonly facts: PlanFacts;
	/** The checksum of what a signature is put to, as the plan stands. */
	readonly planSha256: string;
	/** The pages as counted last, and whether the plan is still what was counted. Null where nobody has counted them. */
	readonly pages: PagesView | null;
	readonly checks: readonly CheckResult[];
	/** The steps of the workflow that this person may try now. */
	readonly steps: readonly { readonly action: DocumentAction; readonly needsReason: boolean }[];
	readonly mayWrite: boolean;
	readonly mayWaive: boolean;
	readonly mayReport: boolean;
	/** Reads what is known of those who were heard, and of their payment, and may withdraw their consent. */
	readonly mayKeepVoices: boolean;
	/** Signatures on paper and the Board's action can be recorded by this person now. */
	readonly mayApprove: boolean;
	/** The posts in which this person signs plans here. */
	readonly maySignAs: readonly SignatoryRole[];
	readonly submissions: readonly Omit<Snapshot, "content">[];
	/** What stands beside the text; null for those who may not read the draft. */
	readonly drafting: PlanDrafting | null;
};

const PlanViewOutput = z
	.object({
		facts: PlanFactsOutput,
		pages: z
			.object({
				narrative: z.int(),
				components: z.int(),
				whole: z.int(),
				countedAt: z.iso.datetime(),
				current: z.boolean().describe("The plan is still what was counted."),
			})
			.nullable()
			.describe("The pages as counted last; null where nobody has counted them, or the edition has no advice."),
		planSha256: z.string().describe("The checksum of what a signature is put to, as the plan stands."),
		checks: z.array(CheckResultOutput),
		steps: z
			.array(z.object({ action: DocumentAction, needsReason: z.boolean() }))
			.describe("The steps of the workflow that this person may try now."),
		mayWrite: z.boolean(),
		mayWaive: z.boolean(),
		mayReport: z.boolean(),
		mayKeepVoices: z
			.boolean()
			.describe("Reads names and words without consent, and payments, and may withdraw consent."),
		mayApprove: z.boolean().describe("Signatures on paper and the Board's action can be recorded by this person now."),
		maySignAs: z.array(SignatoryRole).describe("The posts in which this person signs plans here."),
		submissions: z.array(SubmissionOutput),
		drafting: PlanDraftingOutput.nullable().describe("Null for those who may not read the draft."),
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
		const { actor, clock, ids, stores } = context;
		const facts = await stores.plans.find(documentId);
		if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
		const { state } = facts.document;
		const path = await stores.jurisdictions.pathOf(facts.document.jurisdictionId);
		const editable = editableStates.includes(state);
		const edition = getEdition(facts.document);
		const planSha256 = signedSha256(facts, ids);
		const pages = edition.pageAdvice && (await stores.pageCounts.find(documentId));
		const open = stepsOpenTo(actor, path, state, pathsOf(edition));
		const undoable =
			!open.includes("undo") || mayUndo(state, await getReviewStanding(context, facts.document, edition));
		return {
			facts,
			planSha256,
			pages: pages
				? {
						narrative: pages.narrative,
						components: pages.components,
						whole: pages.whole,
						countedAt: pages.countedAt,
						current: pages.contentSha256 === planSha256,
					}
				: null,
			checks: checkPlan(assemblePlan(facts), edition, {
				now: clock(),
				stage: stageOf(facts.document),
				planSha256,
				...textSha256Of(facts, ids),
				pages,
				waiverGivers: await waiverGivers(stores, facts),
			}),
			steps: open
				.filter((action) => action !== "undo" || undoable)
				.map((action) => ({ action, needsReason: needsReason(state, action) })),
			mayWrite: editable && may(actor, "plan.write", path),
			mayWaive: (editable || approvalStates.includes(state)) && may(actor, "plan.waive", path),
			mayKeepVoices: may(actor, "plan.write", path),
			mayReport: state === "accepted" && may(actor, "plan.write", path),
			mayApprove: edition.approval !== undefined && approvalStates.includes(state) && may(actor, "plan.ready", path),
			maySignAs: (edition.approval?.signatories ?? [])
				.map(({ role }) => role)
				.filter((role) => holdsRole(actor, role, path)),
			submissions: await stores.snapshots.list(documentId),
			drafting: await findPlanDrafting(context, facts.document, path),
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
