import { z } from "zod";
import { Block, CommentSide } from "../domain/drafting/drafting-facts.ts";
import { blockKey } from "../domain/drafting/list-blocks.ts";
import { type JurisdictionPath, may } from "../domain/people/may.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { isShared } from "./open-drafting.ts";
import type { OperationContext } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";

/** What is open on one block. */
export type OpenTalk = Block & { readonly comments: number; readonly suggestions: number };

/** What stands beside a document's text on each of its pages: who writes what, and where something is said. */
export type PlanDrafting = {
	readonly mayComment: boolean;
	/** For whom the person speaks: the State sees neither who writes what nor who is here. */
	readonly side: CommentSide;
	readonly assignments: readonly Fact<"section-assignment">[];
	readonly open: readonly OpenTalk[];
};

export const PlanDraftingOutput = z
	.object({
		mayComment: z.boolean(),
		side: CommentSide,
		assignments: z.array(factOutputs["section-assignment"]),
		open: z.array(Block.extend({ comments: z.int().min(0), suggestions: z.int().min(0) })),
	})
	.meta({ id: "PlanDrafting", description: "Who writes what, and on which blocks comments or suggestions are open." });

/**
 * What is beside the text of a document; null for those who may not read its draft. The State, with whom it is shared early, is
 * shown the comments that are for both.
 */
export async function findPlanDrafting(
	{ actor, stores }: OperationContext,
	document: Fact<"document">,
	path: JurisdictionPath,
): Promise<PlanDrafting | null> {
	const asState = !may(actor, "plan.read-draft", path);
	if (asState && !(may(actor, "plan.review", path) && (await isShared(stores, document)))) return null;
	const documentId = document.id;
	const comments = await stores.facts.list("draft-comment", { documentId, replyTo: null, settledOn: null });
	const suggestions = await stores.facts.list("suggestion", { documentId, standing: "open" });
	const open = new Map<string, OpenTalk>();
	const count = (about: Block, what: "comments" | "suggestions") => {
		const key = blockKey(about);
		const { aboutKind, aboutId, field } = about;
		const before = open.get(key) ?? { aboutKind, aboutId, field, comments: 0, suggestions: 0 };
		open.set(key, { ...before, [what]: before[what] + 1 });
	};
	for (const each of comments) count(each, "comments");
	for (const each of suggestions) count(each, "suggestions");
	return {
		side: asState ? "state" : "county",
		mayComment: asState || (document.state !== "accepted" && may(actor, "plan.comment", path)),
		assignments: await stores.facts.list("section-assignment", { documentId }),
		open: [...open.values()],
	};
}
