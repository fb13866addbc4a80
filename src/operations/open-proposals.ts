import { z } from "zod";
import { type JurisdictionPath, may } from "../domain/people/may.ts";
import { editableStates } from "../domain/workflow/document-workflow.ts";
import { type PlanListing, PlanListingOutput } from "./list-plans.ts";
import type { OperationContext } from "./operation.ts";

/** A draft in which others have proposed changes that this person may take or leave, or in which the State has said something. */
export type OpenProposals = PlanListing & {
	/** Other wordings suggested on the page. */
	readonly suggestions: number;
	/** What the State says on the draft that is shared with it, open and without a reply of the county. */
	readonly stateComments: number;
	/** Word files that came back, with how many of their changes are still to decide. */
	readonly wordFiles: readonly { readonly id: string; readonly fileName: string; readonly open: number }[];
};

export const OpenProposalsOutput = PlanListingOutput.extend({
	suggestions: z.int(),
	stateComments: z.int(),
	wordFiles: z.array(z.object({ id: z.uuid(), fileName: z.string(), open: z.int() })),
}).meta({ id: "OpenProposals" });

/** The drafts in which changes wait for this person to take or leave them. */
export async function listOpenProposals(
	{ actor, stores }: OperationContext,
	plans: readonly PlanListing[],
	pathOf: (jurisdictionId: string) => JurisdictionPath,
): Promise<readonly OpenProposals[]> {
	const drafts = plans.filter(
		({ document, jurisdiction }) =>
			editableStates.includes(document.state) && may(actor, "plan.write", pathOf(jurisdiction.id)),
	);
	if (drafts.length === 0) return [];
	const suggestions = await stores.facts.list("suggestion", { standing: "open" });
	const changes = await stores.facts.list("word-proposal", { state: "open" });
	const comments = await stores.facts.list("draft-comment", { withState: true, settledOn: null });
	const files = changes.length === 0 ? [] : await stores.facts.list("word-file");
	return drafts
		.map(
			(plan): OpenProposals => ({
				...plan,
				suggestions: suggestions.filter(({ documentId }) => documentId === plan.document.id).length,
				stateComments: comments.filter(
					({ id, documentId, replyTo, side }) =>
						documentId === plan.document.id &&
						replyTo === null &&
						side === "state" &&
						!comments.some((each) => each.replyTo === id && each.side === "county"),
				).length,
				wordFiles: files
					.filter(({ documentId }) => documentId === plan.document.id)
					.map(({ id, fileName }) => ({
						...{ id, fileName },
						open: changes.filter(({ importId }) => importId === id).length,
					}))
					.filter(({ open }) => open > 0),
			}),
		)
		.filter((plan) => plan.suggestions + plan.stateComments > 0 || plan.wordFiles.length > 0);
}
