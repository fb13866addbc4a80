import { z } from "zod";
import { type JurisdictionPath, may } from "../domain/people/may.ts";
import { negotiationTurn } from "../domain/review/negotiation-turn.ts";
import { type PlanListing, PlanListingOutput } from "./list-plans.ts";
import type { OperationContext } from "./operation.ts";
import { findReview } from "./review-standing.ts";

/** A review in which something is mine to say. */
export type ReviewTurn = PlanListing & {
	/** Questions of the State that nobody in the county has answered. */
	readonly questions: number;
	/** Recommendations of the newest review without a response. */
	readonly recommendations: number;
	/** An open negotiation in which my side may speak: the other side has in this round, or a round may begin. */
	readonly negotiation: { readonly turn: "answer" | "begin"; readonly round: number } | null;
};

export const ReviewTurnOutput = PlanListingOutput.extend({
	questions: z.int(),
	recommendations: z.int(),
	negotiation: z.object({ turn: z.enum(["answer", "begin"]), round: z.int() }).nullable(),
}).meta({ id: "ReviewTurn" });

/** The reviews in which this person is asked for words: as the county, or as the State in a negotiation. */
export async function listReviewTurns(
	context: OperationContext,
	plans: readonly PlanListing[],
	pathOf: (jurisdictionId: string) => JurisdictionPath,
): Promise<readonly ReviewTurn[]> {
	const { actor } = context;
	const turns: ReviewTurn[] = [];
	const answering = plans.filter(
		({ document, jurisdiction }) => document.state !== "accepted" && may(actor, "plan.write", pathOf(jurisdiction.id)),
	);
	const open = answering.length > 0 ? await unansweredByPlan(context) : new Map<string, Unanswered>();
	for (const plan of plans) {
		const { questions, recommendations } = (answering.includes(plan) ? open.get(plan.document.id) : undefined) ?? none;
		const negotiation =
			plan.document.state === "in-negotiation" ? await turnIn(context, plan, pathOf(plan.jurisdiction.id)) : null;
		if (questions > 0 || recommendations > 0 || negotiation) {
			turns.push({ ...plan, questions, recommendations, negotiation });
		}
	}
	return turns;
}

type Unanswered = { readonly questions: number; readonly recommendations: number };
const none: Unanswered = { questions: 0, recommendations: 0 };

/** What the State has sent to counties of this person and nobody has answered, by plan. */
async function unansweredByPlan({ stores }: OperationContext): Promise<ReadonlyMap<string, Unanswered>> {
	const answered = new Set((await stores.facts.list("review-response")).map(({ remarkId }) => remarkId));
	const remarks = (await stores.facts.list("review-remark", { released: true })).filter(
		({ id, remarkKind }) => remarkKind !== "comment" && !answered.has(id),
	);
	const byPlan = new Map<string, Unanswered>();
	for (const documentId of new Set(remarks.map((each) => each.documentId))) {
		const own = remarks.filter((each) => each.documentId === documentId);
		// A recommendation of an earlier submission was answered by the revision.
		const review = await findReview(stores, documentId);
		byPlan.set(documentId, {
			questions: own.filter(({ remarkKind }) => remarkKind === "question").length,
			recommendations: own.filter(
				({ remarkKind, reviewId }) => remarkKind === "recommendation" && reviewId === review?.id,
			).length,
		});
	}
	return byPlan;
}

async function turnIn(
	{ actor, stores }: OperationContext,
	{ document }: PlanListing,
	path: JurisdictionPath,
): Promise<ReviewTurn["negotiation"]> {
	const side = may(actor, "plan.review", path) ? "state" : may(actor, "plan.negotiate", path) ? "county" : undefined;
	if (side === undefined) return null;
	const documentId = document.id;
	const negotiation = (await stores.facts.list("negotiation", { documentId, outcome: "open" })).at(-1);
	if (!negotiation) return null;
	const positions = await stores.facts.list("negotiation-position", { negotiationId: negotiation.id });
	const { turn, round } = negotiationTurn(positions, side);
	return turn === "wait" ? null : { turn, round };
}
