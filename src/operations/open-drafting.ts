import type { PlainDate } from "../domain/calendar/plain-date.ts";
import type { Edition } from "../domain/document/edition.ts";
import type { Block, CommentSide } from "../domain/drafting/drafting-facts.ts";
import { type BlockView, findBlock, listBlocks } from "../domain/drafting/list-blocks.ts";
import { type JurisdictionPath, may } from "../domain/people/may.ts";
import type { Permission, Role } from "../domain/people/roles.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { Verb } from "../domain/workflow/action.ts";
import type { Fact, FactKind, FactValues } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput, NotFound, Refused } from "./errors.ts";
import { getEdition } from "./open-plan.ts";
import { type OperationContext, requireRole } from "./operation.ts";
import { dayOf } from "./plan-checks.ts";
import type { Stores } from "./ports.ts";
import { listHolders } from "./section-owners.ts";

type Versioned = { readonly id: string; readonly version: number };

/** A document that people write on together, open to somebody for what stands beside its text. */
export type Drafting = {
	readonly document: Fact<"document">;
	readonly edition: Edition;
	readonly path: JurisdictionPath;
	readonly role: Role;
	readonly today: PlainDate;
	readonly blocks: readonly BlockView[];
	/** The block; refused in the input's words when it is not in the document. */
	getBlock(about: Block): BlockView;
	write<K extends FactKind>(
		kind: K,
		verb: Verb,
		fact: Versioned,
		patch: Partial<FactValues<K>>,
		reason?: string,
	): Promise<number>;
};

/**
 * Opens a document for comments, suggestions and the assignment of sections: the person needs the right, and the document must not
 * be accepted yet. What was accepted is over; its yearly paper is the next to be written.
 */
export async function openDrafting(
	context: OperationContext,
	documentId: string,
	permission: Permission,
): Promise<Drafting> {
	return openAs(context, documentId, permission);
}

/**
 * Opens a document for comments, for those who read its draft in their own right; or for the State, while the draft is shared with
 * it (SIP-98).
 */
export async function openTalk(
	context: OperationContext,
	documentId: string,
): Promise<{ readonly drafting: Drafting; readonly side: CommentSide }> {
	const { actor, stores } = context;
	const document = await stores.facts.find("document", documentId);
	const path = document ? await stores.jurisdictions.pathOf(document.jurisdictionId) : [];
	const asState = document !== undefined && !may(actor, "plan.comment", path) && may(actor, "plan.review", path);
	if (!asState) return { drafting: await openAs(context, documentId, "plan.comment"), side: "county" };
	const drafting = await openAs(context, documentId, "plan.review");
	if (!(await isShared(stores, drafting.document))) {
		throw new Refused(
			"The county does not share this draft with the State now, so nothing can be said on it. The remarks of the review are on the page of the review.",
		);
	}
	return { drafting, side: "state" };
}

/** Does the county share the draft with the State now? Once it was sent, the review has its own words. */
export async function isShared({ facts }: Stores, { id, state }: Fact<"document">): Promise<boolean> {
	if (!["drafting", "ready", "board-approved"].includes(state)) return false;
	return (await facts.list("draft-share", { documentId: id })).some(({ endedOn }) => endedOn === null);
}

async function openAs(
	{ actor, clock, stores }: OperationContext,
	documentId: string,
	permission: Permission,
): Promise<Drafting> {
	const facts = await stores.plans.find(documentId);
	if (!facts) throw new NotFound("There is no such plan, or it is not shared with you.");
	const { document } = facts;
	const path = await stores.jurisdictions.pathOf(document.jurisdictionId);
	const role = requireRole(actor, permission, path);
	if (document.state === "accepted") {
		throw new Refused(
			"The plan is accepted: nothing is written in it any more, so there is nothing to comment on or to hand out. Nothing was changed.",
		);
	}
	const edition = getEdition(document);
	const blocks = listBlocks(assemblePlan(facts), edition);
	return {
		...{ document, edition, path, role, blocks, today: dayOf(clock()) },
		getBlock(about) {
			const found = findBlock(about, blocks);
			if (found) return found;
			throw new InvalidInput([
				{ field: "about", message: "Choose the part of the document that this is about from the list." },
			]);
		},
		write: (kind, verb, { id, version }, patch, reason = "") =>
			stores.facts.write({
				...{ kind, id, verb, expectedVersion: version, patch, role, reason },
				...{ jurisdictionId: document.jurisdictionId, root: document.id },
			}),
	};
}

export type DraftingPerson = { readonly id: string; readonly name: string; readonly title: string };

/** The people who may comment on documents of a place, by name: they can be mentioned and given sections. */
export async function listDraftingPeople(stores: Stores, path: JurisdictionPath): Promise<readonly DraftingPerson[]> {
	const holders = await listHolders(stores, path);
	return holders("plan.comment")
		.map(({ id, name, title }) => ({ id, name, title }))
		.sort((a, b) => a.name.localeCompare(b.name));
}
