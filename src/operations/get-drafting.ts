import { z } from "zod";
import { CommentSide } from "../domain/drafting/drafting-facts.ts";
import { may } from "../domain/people/may.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { type DraftingPerson, isShared, listDraftingPeople } from "./open-drafting.ts";
import { getDocument } from "./open-plan.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

export type DraftingView = {
	readonly assignments: readonly Fact<"section-assignment">[];
	/** Oldest first, replies among them. */
	readonly comments: readonly Fact<"draft-comment">[];
	/** Oldest first. */
	readonly suggestions: readonly Fact<"suggestion">[];
	/** Who can be mentioned and given a section. */
	readonly people: readonly DraftingPerson[];
	/** The person may comment and suggest now. */
	readonly mayComment: boolean;
	/** For whom the person speaks here. */
	readonly side: CommentSide;
	/** A comment can be shared with the State now: the draft is. */
	readonly sharedWithState: boolean;
	/** The person may hand out sections now. */
	readonly mayAssign: boolean;
};

/** Who writes what in a document, what is said about it, and which other words are suggested. */
export const getDrafting = defineOperation({
	name: "get-drafting",
	title: "Get who writes what, comments and suggestions",
	http: { method: "get", path: "/plans/{documentId}/drafting" },
	input: z.object({ documentId: z.uuid() }),
	output: z
		.object({
			assignments: z.array(factOutputs["section-assignment"]),
			comments: z.array(factOutputs["draft-comment"]),
			suggestions: z.array(factOutputs.suggestion),
			people: z.array(z.object({ id: z.uuid(), name: z.string(), title: z.string() })),
			mayComment: z.boolean(),
			side: CommentSide,
			sharedWithState: z.boolean(),
			mayAssign: z.boolean(),
		})
		.meta({ id: "Drafting" }),
	async run(context, { documentId }): Promise<DraftingView> {
		const { actor, stores } = context;
		const document = await getDocument(context, documentId);
		const path = await stores.jurisdictions.pathOf(document.jurisdictionId);
		const sharedWithState = await isShared(stores, document);
		// While the draft is shared, the State reads what is for it: row-level security leaves out all else.
		const asState = sharedWithState && !may(actor, "plan.read-draft", path) && may(actor, "plan.review", path);
		const side = asState ? "state" : "county";
		if (!asState) requireRole(actor, "plan.read-draft", path);
		const open = document.state !== "accepted";
		return {
			assignments: await stores.facts.list("section-assignment", { documentId }),
			comments: (await stores.facts.list("draft-comment", { documentId })).toSorted((a, b) =>
				a.writtenAt.localeCompare(b.writtenAt),
			),
			suggestions: (await stores.facts.list("suggestion", { documentId })).toSorted((a, b) =>
				a.madeAt.localeCompare(b.madeAt),
			),
			people: await listDraftingPeople(stores, path),
			mayComment: asState || (open && may(actor, "plan.comment", path)),
			side,
			sharedWithState,
			mayAssign: open && may(actor, "plan.write", path),
		};
	},
});
