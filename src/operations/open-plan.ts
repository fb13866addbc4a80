import { type Edition, reviewPathOf } from "../domain/document/edition.ts";
import type { Role } from "../domain/people/roles.ts";
import { actionLabels, editableStates, stateLabels, stepsOpenTo } from "../domain/workflow/document-workflow.ts";
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
export function getEdition(document: { readonly editionId: string }): Edition {
	const edition = findEdition(document.editionId);
	if (!edition)
		throw new NotFound(`The edition "${document.editionId}" of this plan is not part of this installation.`);
	return edition;
}

/** Opens a plan for writing: the person needs the right, and the plan must be in a state in which it may change. */
export async function openPlan(context: OperationContext, documentId: string): Promise<OpenPlan> {
	const document = await getDocument(context, documentId);
	const path = await context.stores.jurisdictions.pathOf(document.jurisdictionId);
	const role = requireRole(context.actor, "plan.write", path);
	if (!editableStates.includes(document.state)) {
		const steps = stepsOpenTo(context.actor, path, document.state, reviewPathOf(getEdition(document)))
			.filter((each) => each !== "undo")
			.map((each) => `"${actionLabels[each]}"`);
		throw new Refused(
			`The plan is ${stateLabels[document.state].toLowerCase()}, so its text cannot change. ${
				steps.length > 0
					? `To change it, first use ${steps.join(" or ")}.`
					: "It can change again once it is returned or reopened."
			} What you typed was not saved.`,
		);
	}
	return { document, edition: getEdition(document), role };
}
