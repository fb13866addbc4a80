import type { PlainDate } from "../domain/calendar/plain-date.ts";
import type { Edition, EditionReview } from "../domain/document/edition.ts";
import type { Permission, Role } from "../domain/people/roles.ts";
import type { Verb } from "../domain/workflow/action.ts";
import type { DocumentState } from "../domain/workflow/document-workflow.ts";
import { stateLabels } from "../domain/workflow/document-workflow.ts";
import type { Fact, FactKind, FactValues } from "../domain/workflow/fact-kinds.ts";
import { NotAllowed, Refused } from "./errors.ts";
import { getDocument, getEdition } from "./open-plan.ts";
import { type OperationContext, requireRole } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import type { ReviewNews } from "./review-news.ts";

type Versioned = { readonly id: string; readonly version: number };

/** The records of a review, open to somebody for writing. */
export type ReviewRecords = {
	readonly document: Fact<"document">;
	readonly edition: Edition;
	readonly review: EditionReview;
	readonly role: Role;
	readonly today: PlainDate;
	add<K extends FactKind>(kind: K, values: Omit<FactValues<K>, "jurisdictionId" | "documentId">): Promise<string>;
	write<K extends FactKind>(
		kind: K,
		fact: Versioned,
		patch: Partial<FactValues<K>>,
		options?: { readonly verb?: Verb; readonly reason?: string },
	): Promise<number>;
	/** Has those on the other side told by mail. */
	tell(news: ReviewNews): Promise<void>;
};

/**
 * Opens the records of a plan's review: the person needs one of the rights, the edition must have a review, and the plan
 * must stand in one of the states, where states are named.
 */
export async function openReviewRecords(
	context: OperationContext,
	documentId: string,
	permissions: readonly [Permission, ...Permission[]],
	states?: readonly DocumentState[],
): Promise<ReviewRecords> {
	const { actor, clock, ids, stores } = context;
	const document = await getDocument(context, documentId);
	const path = await stores.jurisdictions.pathOf(document.jurisdictionId);
	const role = firstRole(context, permissions, path);
	const edition = getEdition(document);
	if (!edition.review) {
		throw new Refused(`The edition ${edition.title} has no record of a review: a plan is accepted or returned.`);
	}
	if (states && !states.includes(document.state)) {
		const wanted = states.map((each) => stateLabels[each].toLowerCase()).join(" or ");
		throw new Refused(
			`This is for a plan that is ${wanted}; the plan is ${stateLabels[document.state].toLowerCase()}. Nothing was changed.`,
		);
	}
	const common = { jurisdictionId: document.jurisdictionId, root: document.id, role };
	return {
		document,
		edition,
		review: edition.review,
		role,
		today: dayOf(clock()),
		async add(kind, values) {
			const id = ids.next();
			const patch = { ...values, jurisdictionId: document.jurisdictionId, documentId: document.id } as never;
			await stores.facts.write({ ...common, kind, id, verb: "add", expectedVersion: 0, patch, reason: "" });
			return id;
		},
		write: (kind, { id, version }, patch, options) =>
			stores.facts.write({
				...common,
				kind,
				id,
				verb: options?.verb ?? "change",
				expectedVersion: version,
				patch,
				reason: options?.reason ?? "",
			}),
		tell: (action) => stores.jobs.enqueue("notify-step", { documentId: document.id, action, actorId: actor.personId }),
	};
}

function firstRole(
	{ actor }: OperationContext,
	permissions: readonly [Permission, ...Permission[]],
	path: readonly string[],
): Role {
	for (const permission of permissions.slice(0, -1)) {
		try {
			return requireRole(actor, permission, path);
		} catch (error) {
			if (!(error instanceof NotAllowed)) throw error;
		}
	}
	return requireRole(actor, permissions.at(-1) ?? permissions[0], path);
}
