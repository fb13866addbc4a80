import { z } from "zod";
import { isTaken, missingSignatures } from "../domain/approval/approval-state.ts";
import { formatDate, PlainDate } from "../domain/calendar/plain-date.ts";
import { openErrors } from "../domain/document/checks/run-checks.ts";
import { type Edition, pathsOf } from "../domain/document/edition.ts";
import { rolesFor } from "../domain/people/may.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { PlanGraph } from "../domain/plan/plan-graph.ts";
import { DocumentAction, DocumentState, decideStep } from "../domain/workflow/document-workflow.ts";
import { attachSummaryToPlans } from "./attach-summary.ts";
import { beginImplementation } from "./begin-implementation.ts";
import { InvalidInput, NotFound, Refused } from "./errors.ts";
import { freezeSharedAnswers } from "./freeze-shared-answers.ts";
import { keepAuthorityAnswer } from "./keep-authority-answer.ts";
import { keepReview } from "./keep-review.ts";
import { meetDueDates, takeBackDueDates } from "./meet-due-dates.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation } from "./operation.ts";
import { checkPlan, dayOf, signedSha256, textSha256Of } from "./plan-checks.ts";
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
		answeredOn: PlainDate.optional().describe("Where the authority's answer is recorded: the day of its letter."),
		letter: z
			.string()
			.trim()
			.max(500)
			.default("")
			.describe("Where the authority's answer is recorded: which letter, who signed it, where it is filed."),
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
			...weighChecks(graph, edition, {
				now,
				planSha256: signedSha256(facts, context.ids),
				...textSha256Of(facts, context.ids),
			}),
			boardActed: facts.boardActions.length > 0,
			review: await getReviewStanding(context, document, edition),
			reason: input.reason,
			letterNamed: input.answeredOn !== undefined && input.letter !== "",
		});
		if (!step.allowed) throw new Refused(step.refusal);
		const today = dayOf(now);
		const recorded = pathsOf(edition).review === "recorded";
		const answeredOn = recorded ? checkAnswerDay(input.answeredOn, document.submittedOn, today) : undefined;
		// The snapshot is of the plan as it will stand: submitted, with the date on its cover sheet.
		const changed = {
			state: step.to,
			...(input.action === "submit" ? { submittedOn: today } : {}),
			...(input.action === "accept" ? { acceptedOn: answeredOn ?? today } : {}),
			...(input.action === "recall" ? { submittedOn: null } : {}),
			...(input.action === "undo" && document.state === "accepted" ? { acceptedOn: null } : {}),
		};
		if (input.action === "submit") await freezeSharedAnswers(context, facts, step.permission, path);
		const role = rolesFor(actor, step.permission, path)[0] ?? null;
		const version = await stores.facts.write({
			kind: "document",
			id: document.id,
			verb: "change",
			expectedVersion: input.version,
			patch: changed,
			jurisdictionId: document.jurisdictionId,
			root: document.id,
			role,
			reason: input.reason,
		});
		const sent = { ...facts, document: { ...document, ...changed, version } };
		const snapshot = input.action === "submit" ? await takeSnapshot(context, sent) : null;
		if (input.action === "submit") {
			await attachSummaryToPlans(context, sent);
			await meetDueDates(context, { document: sent.document, cycle: facts.cycle, role });
		}
		if (input.action === "recall") await takeBackDueDates(context, sent.document, role);
		await keepReview(context, document, { ...step, action: input.action, reason: input.reason });
		if (input.action === "accept" && answeredOn && edition.improvement && !document.updateOf) {
			await beginImplementation(context, facts, edition.improvement, answeredOn);
		}
		if (recorded) {
			await keepAuthorityAnswer(context, document, { ...step, action: input.action, letter: input.letter, answeredOn });
		}
		await stores.jobs.enqueue("notify-step", {
			documentId: document.id,
			action: input.action,
			actorId: actor.personId,
		});
		return { state: step.to, version, snapshot };
	},
});

/** The day of the authority's letter: not before the submission, and not in the future. */
function checkAnswerDay(
	day: PlainDate | undefined,
	submittedOn: PlainDate | null,
	today: PlainDate,
): PlainDate | undefined {
	const refuse = (message: string) => new InvalidInput([{ field: "answeredOn", message }]);
	if (day && day > today) throw refuse("The letter cannot be of a day that has not come yet.");
	if (day && submittedOn && day < submittedOn) {
		throw refuse(
			`The letter cannot be older than the submission of ${formatDate(submittedOn)}. Look at its date again.`,
		);
	}
	return day;
}

/** How many hard checks of the text, and of the approval, are open. A file that waits for the scanner holds the plan back too. */
function weighChecks(
	graph: PlanGraph,
	edition: Edition,
	options: { readonly now: Date; readonly planSha256: string; readonly textSha256?: string },
): { readonly openErrors: number; readonly openApprovals: number } {
	const open = openErrors(checkPlan(graph, edition, { ...options, stage: "approval" }));
	const ofApproval = open.filter(({ stage }) => stage === "approval").length;
	// An edition that is here in outline has no checks, and asks for its signatures all the same.
	const unsigned = edition.checks.length === 0 ? missingSignatures(graph, edition, options.planSha256).length : 0;
	const notTaken = graph.attachments.filter((each) => !isTaken(each)).length;
	return { openErrors: open.length - ofApproval, openApprovals: ofApproval + unsigned + notTaken };
}
