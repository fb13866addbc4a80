import type { PlainDate } from "../domain/calendar/plain-date.ts";
import { rolesFor } from "../domain/people/may.ts";
import type { Permission, Role } from "../domain/people/roles.ts";
import type { Verb } from "../domain/workflow/action.ts";
import type { DocumentAction, DocumentState } from "../domain/workflow/document-workflow.ts";
import type { Fact, FactKind, FactValues } from "../domain/workflow/fact-kinds.ts";
import { getEdition } from "./open-plan.ts";
import type { OperationContext } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import { findNegotiation, findReview } from "./review-standing.ts";

type TakenStep = {
	readonly action: DocumentAction;
	readonly to: DocumentState;
	readonly permission: Permission;
	readonly reason: string;
};

/** What every change of a step's records shares. */
type Records = {
	readonly context: OperationContext;
	readonly document: Fact<"document">;
	readonly step: TakenStep;
	readonly today: PlainDate;
	readonly role: Role | null;
	readonly review: Fact<"state-review"> | undefined;
	readonly submission: number;
};

/**
 * What a step means for the records of the State's review: the first step of the State opens the record (SIP-104), sending
 * releases the recommendations, a negotiation gets its record, an answer closes the review, and a step that is taken back
 * takes these along.
 */
export async function keepReview(
	context: OperationContext,
	document: Fact<"document">,
	step: TakenStep,
): Promise<void> {
	if (!getEdition(document).review) return;
	const { actor, clock, stores } = context;
	const path = await stores.jurisdictions.pathOf(document.jurisdictionId);
	const found = await findReview(stores, document.id);
	const submission = (await stores.snapshots.list(document.id)).length;
	const records: Records = {
		context,
		document,
		step,
		today: dayOf(clock()),
		role: rolesFor(actor, step.permission, path)[0] ?? null,
		review: found?.submission === submission ? found : undefined,
		submission,
	};
	if (step.permission === "plan.review") await keepOpenOrClosed(records);
	await releaseRecommendations(records);
	await keepNegotiation(records);
}

async function keepOpenOrClosed(records: Records): Promise<void> {
	const { context, document, step, today, review, submission } = records;
	const closes = step.action === "return" || step.action === "accept";
	if (review) {
		if (closes) await change(records, "state-review", review, { closedOn: today });
		if (step.action === "undo" && review.closedOn !== null) {
			await change(records, "state-review", review, { closedOn: null });
		}
	} else if (step.action !== "undo") {
		await add(records, "state-review", {
			jurisdictionId: document.jurisdictionId,
			documentId: document.id,
			submission,
			openedOn: today,
			units: [],
			reviewerIds: [context.actor.personId],
			reviewerNames: [context.actor.name],
			closedOn: closes ? today : null,
		});
	}
}

async function releaseRecommendations(records: Records): Promise<void> {
	const { context, document, step, today, review } = records;
	const released = step.action === "recommend";
	const taken = step.action === "undo" && document.state === "recommendations-made";
	if (!released && !taken) return;
	const remarks = await context.stores.facts.list("review-remark", {
		documentId: document.id,
		remarkKind: "recommendation",
		released: !released,
	});
	for (const remark of remarks.filter((each) => each.reviewId === review?.id)) {
		await change(records, "review-remark", remark, { released, releasedOn: released ? today : null });
	}
}

async function keepNegotiation(records: Records): Promise<void> {
	const { context, document, step, today } = records;
	if (step.action === "negotiate") {
		await add(records, "negotiation", {
			jurisdictionId: document.jurisdictionId,
			documentId: document.id,
			subject: "content",
			matter: step.reason,
			openedOn: today,
			stateParticipants: [],
			countyParticipants: [],
			associationParticipants: [],
			outcome: "open",
			resolution: "",
			resolvedOn: null,
		});
		return;
	}
	const negotiation = await findNegotiation(context.stores, document.id);
	if (!negotiation) return;
	if (step.action === "assign" && negotiation.outcome === "open") {
		await change(records, "negotiation", negotiation, {
			outcome: "not-agreed",
			resolution: step.reason,
			resolvedOn: today,
		});
	}
	if (step.action === "undo" && document.state === "assigned-by-state") {
		await change(records, "negotiation", negotiation, { outcome: "open", resolution: "", resolvedOn: null });
	}
	if (step.action === "undo" && document.state === "in-negotiation") {
		await write(records, "negotiation", negotiation, "remove", {});
	}
}

function add<K extends FactKind>(records: Records, kind: K, patch: FactValues<K>) {
	return write(records, kind, { id: records.context.ids.next(), version: 0 }, "add", patch as Partial<FactValues<K>>);
}

function change<K extends FactKind>(records: Records, kind: K, fact: Versioned, patch: Partial<FactValues<K>>) {
	return write(records, kind, fact, "change", patch);
}

type Versioned = { readonly id: string; readonly version: number };

function write<K extends FactKind>(
	{ context, document, step, role }: Records,
	kind: K,
	{ id, version }: Versioned,
	verb: Verb,
	patch: Partial<FactValues<K>>,
): Promise<number> {
	return context.stores.facts.write({
		kind,
		id,
		verb,
		expectedVersion: version,
		patch,
		jurisdictionId: document.jurisdictionId,
		root: document.id,
		role,
		reason: step.reason,
	});
}
