import { type Edition, pathsOf } from "../domain/document/edition.ts";
import { editionOfDocument } from "../domain/document/yearly-paper.ts";
import type { Role } from "../domain/people/roles.ts";
import {
	type DocumentState,
	editableStates,
	labelOfAction,
	stateLabels,
	stepsOpenTo,
} from "../domain/workflow/document-workflow.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { findEdition } from "../frameworks/editions.ts";
import { NotFound, Refused } from "./errors.ts";
import { type OperationContext, requireRole } from "./operation.ts";

/** A plan that this person may change now. */
export type OpenPlan = { readonly document: Fact<"document">; readonly edition: Edition; readonly role: Role };

/** Finds a document that this person may see. Throws `NotFound` otherwise, without telling which. */
export async function getDocument({ stores }: OperationContext, documentId: string): Promise<Fact<"document">> {
	const document = await stores.facts.find("document", documentId);
	if (!document) throw new NotFound("There is no such plan, or it is not shared with you.");
	return document;
}

/** The edition under which a document is written. */
export function getEdition(document: { readonly editionId: string; readonly updateOf?: string | null }): Edition {
	const edition = findEdition(document.editionId);
	if (!edition)
		throw new NotFound(`The edition "${document.editionId}" of this plan is not part of this installation.`);
	return editionOfDocument(edition, document);
}

/**
 * Opens a plan for writing: the person needs the right, and the plan must be in a state in which it may change; `states` are
 * others in which what is not its text may.
 */
export async function openPlan(
	context: OperationContext,
	documentId: string,
	states: readonly DocumentState[] = editableStates,
): Promise<OpenPlan> {
	const document = await getDocument(context, documentId);
	const path = await context.stores.jurisdictions.pathOf(document.jurisdictionId);
	const role = requireRole(context.actor, "plan.write", path);
	const edition = getEdition(document);
	if (!states.includes(document.state)) {
		const steps = stepsOpenTo(context.actor, path, document.state, pathsOf(edition))
			.filter((each) => each !== "undo")
			.map((each) => `"${labelOfAction(each, pathsOf(edition).review)}"`);
		throw new Refused(
			`The plan is ${stateLabels[document.state].toLowerCase()}, so its text cannot change. ${
				steps.length > 0
					? `To change it, first use ${steps.join(" or ")}.`
					: "It can change again once it is returned or reopened."
			} What you typed was not saved.`,
		);
	}
	return { document, edition, role };
}

/**
 * Opens a plan for changes of its goals and what serves them. A yearly paper refers to those of the plan in force, so that they
 * cannot be changed there: it says how they stand, and what was negotiated anew is an amendment.
 */
export async function openPlanParts(context: OperationContext, documentId: string): Promise<OpenPlan> {
	const opened = await openPlan(context, documentId);
	if (opened.document.updateOf) {
		throw new Refused(
			`The ${opened.edition.document.name} carries the goals of the plan over and does not change them. Say under "Progress" how each stands; what was negotiated anew is kept there as an amendment.`,
		);
	}
	return opened;
}
