import { type Edition, pathsOf } from "../domain/document/edition.ts";
import { may } from "../domain/people/may.ts";
import { permissionsOf } from "../domain/people/roles.ts";
import { type DocumentState, noReview, type ReviewStanding } from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import type { OperationContext } from "./operation.ts";
import type { LoggedAction } from "./ports.ts";

/** The side on which somebody acted: the State's by a reviewer's role, the county's by any other. */
export function sideOf(action: Pick<LoggedAction, "role">): "state" | "county" {
	return action.role && permissionsOf[action.role].includes("plan.review") ? "state" : "county";
}

/** What the steps of a review ask about, as its records stand for this person. */
export async function getReviewStanding(
	{ actor, stores }: OperationContext,
	document: Fact<"document">,
	edition: Edition,
): Promise<ReviewStanding> {
	const path = pathsOf(edition).review;
	if (path === "short") return noReview(path);
	const documentId = document.id;
	const review = await findReview(stores, documentId);
	const remarks = (await stores.facts.list("review-remark", { documentId, remarkKind: "recommendation" })).filter(
		(each) => each.reviewId === (review?.id ?? ""),
	);
	const answered = new Set((await stores.facts.list("review-response", { documentId })).map((each) => each.remarkId));
	const negotiation = await findNegotiation(stores, documentId);
	const chain = await stores.actions.ofSubject(documentId);
	const last = chain.findLast(({ verb, after }) => verb === "change" && "state" in after);
	const since = last?.seq ?? 0;
	const placePath = await stores.jurisdictions.pathOf(document.jurisdictionId);
	const side = may(actor, "plan.review", placePath) ? "state" : "county";
	const later = (await stores.actions.ofRoot(documentId, { limit: 500 })).filter(({ seq }) => seq > since);
	return {
		path,
		drafted: remarks.filter((each) => !each.released).length,
		unanswered: remarks.filter((each) => each.released && !answered.has(each.id)).length,
		agreed: negotiation?.outcome === "agreed",
		assigned: later.filter(({ kind, verb }) => kind === "state-assignment" && verb === "add").length,
		last: last && {
			from: last.before.state as DocumentState,
			own: sideOf(last) === side,
			answered: later.some(
				(action) => sideOf(action) !== side || (action.kind === "state-assignment" && action.verb === "add"),
			),
		},
	};
}

/** The newest review of a plan that is not closed; of a closed one the last. */
export async function findReview(
	{ facts }: Pick<OperationContext["stores"], "facts">,
	documentId: string,
): Promise<Fact<"state-review"> | undefined> {
	const reviews = await facts.list("state-review", { documentId });
	return [...reviews].sort((a, b) => a.submission - b.submission || a.id.localeCompare(b.id)).at(-1);
}

/** The newest negotiation on a plan. */
export async function findNegotiation(
	{ facts }: Pick<OperationContext["stores"], "facts">,
	documentId: string,
): Promise<Fact<"negotiation"> | undefined> {
	const all = await facts.list("negotiation", { documentId });
	return [...all].sort((a, b) => a.openedOn.localeCompare(b.openedOn) || a.id.localeCompare(b.id)).at(-1);
}
