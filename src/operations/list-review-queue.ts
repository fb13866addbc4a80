import { z } from "zod";
import { daysBetween } from "../domain/calendar/plain-date.ts";
import { may } from "../domain/people/may.ts";
import type { DocumentState } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { listPlans, type PlanListing, PlanListingOutput } from "./list-plans.ts";
import { defineOperation } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import { dayOf } from "./plan-checks.ts";
import { findReview } from "./review-standing.ts";

const waitingStates: readonly DocumentState[] = [
	"submitted",
	"under-review",
	"recommendations-made",
	"in-negotiation",
	"assigned-by-state",
];

/** A plan in the State's queue: who looks at it, and for how long it has waited. */
export type QueuedPlan = PlanListing & {
	readonly review: Fact<"state-review"> | undefined;
	/** Days since it was submitted; since it was shared, for a draft. */
	readonly daysWaiting: number;
	/** A draft that the county shares for reading and comment (SIP-98). */
	readonly sharedDraft: boolean;
};

/** The plans that wait for the State, the longest waiting first, and the drafts that counties share with it. */
export const listReviewQueue = defineOperation({
	name: "list-review-queue",
	title: "List the State's queue",
	http: { method: "get", path: "/reviews" },
	input: z.object({}),
	output: z.array(
		PlanListingOutput.extend({
			review: factOutputs["state-review"].optional(),
			daysWaiting: z.int(),
			sharedDraft: z.boolean(),
		}).meta({ id: "QueuedPlan" }),
	),
	async run(context): Promise<readonly QueuedPlan[]> {
		const { actor, clock, stores } = context;
		const today = dayOf(clock());
		const shares = (await stores.facts.list("draft-share", { endedOn: null })).map(
			(share) => [share.documentId, share.sharedOn] as const,
		);
		const shared = new Map(shares);
		const queue: QueuedPlan[] = [];
		for (const plan of await listPlans.run(context, {})) {
			const { document } = plan;
			const sharedOn = shared.get(document.id);
			const waits = waitingStates.includes(document.state);
			const sharedDraft = !waits && sharedOn !== undefined && ["drafting", "ready"].includes(document.state);
			if (!waits && !sharedDraft) continue;
			if (!may(actor, "plan.review", await stores.jurisdictions.pathOf(document.jurisdictionId))) continue;
			const since = waits ? document.submittedOn : sharedOn;
			const review = waits ? await findReview(stores, document.id) : undefined;
			queue.push({
				...plan,
				review: review?.closedOn === null ? review : undefined,
				daysWaiting: since ? daysBetween(since, today) : 0,
				sharedDraft,
			});
		}
		return queue.sort((a, b) => Number(a.sharedDraft) - Number(b.sharedDraft) || b.daysWaiting - a.daysWaiting);
	},
});
