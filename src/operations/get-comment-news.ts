import { z } from "zod";
import { type BlockView, findBlock, inBlockOrder, listBlocks } from "../domain/drafting/list-blocks.ts";
import type { Permission } from "../domain/people/roles.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { isShared } from "./open-drafting.ts";
import { getEdition } from "./open-plan.ts";
import { defineOperation, requireRole } from "./operation.ts";
import { factOutputs } from "./outputs/fact-outputs.ts";
import type { Stores } from "./ports.ts";
import { type Addressee, addresseeOf, isGivenTo, listHolders } from "./section-owners.ts";

/** What one person is told of the comments of the other side, in the order of the document. */
export type CommentNews = {
	readonly to: Addressee;
	readonly document: Fact<"document">;
	readonly comments: readonly { readonly comment: Fact<"draft-comment">; readonly blockName: string }[];
};

const CommentNewsOutput = z.object({
	to: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
	document: factOutputs.document,
	comments: z.array(z.object({ comment: factOutputs["draft-comment"], blockName: z.string() })),
});

/** How far back a mail looks: what was said before that was told, or nobody could be told. */
const daysTold = 7;

/**
 * Works out who is told what the other side says on a draft that is shared early (SIP-98), where it names nobody: the county's planners of
 * all that the State says, who writes a section of what is said on it; of what the county says those of the State who take part in
 * the talk, or in another of the draft where nobody of the State has spoken in this one. Whom a comment names has a mail of that alone. Done by the installation.
 */
export const getCommentNews = defineOperation({
	name: "get-comment-news",
	title: "Work out who is told what the other side says on a draft",
	http: { method: "get", path: "/internal/comment-news" },
	input: z.object({ documentId: z.uuid() }),
	output: z.array(CommentNewsOutput),
	async run({ actor, clock, stores }, { documentId }): Promise<readonly CommentNews[]> {
		requireRole(actor, "jurisdiction.manage", []);
		const plan = await stores.plans.find(documentId);
		if (!plan) return [];
		const { document } = plan;
		const blocks = listBlocks(assemblePlan(plan), getEdition(document));
		const all = (await stores.facts.list("draft-comment", { documentId })).filter(({ withState }) => withState);
		const earliest = new Date(clock().getTime() - daysTold * 86_400_000).toISOString();
		const recent = all
			.filter(({ writtenAt }) => writtenAt >= earliest)
			.sort((a, b) => inBlockOrder(blocks)(a, b) || a.writtenAt.localeCompare(b.writtenAt));
		const named = (comment: Fact<"draft-comment">) => findBlock(comment, blocks);
		const news: CommentNews[] = [];
		for (const reader of await listReaders(stores, document, all)) {
			const comments = recent.filter(
				(each) =>
					each.side !== reader.side &&
					each.authorId !== reader.to.id &&
					!each.mentionIds.includes(reader.to.id) &&
					reader.reads(each, named(each)),
			);
			if (comments.length === 0) continue;
			const told = comments.map((comment) => ({ comment, blockName: named(comment)?.name ?? document.title }));
			news.push({ to: reader.to, document, comments: told });
		}
		return news;
	},
});

type CommentReader = Pick<CommentNews, "to"> & {
	readonly side: "county" | "state";
	/** Is it theirs to know? */
	reads(comment: Fact<"draft-comment">, block: BlockView | undefined): boolean;
};

/** Everybody whom comments may concern, each once; whoever may not read the draft now is not among them. */
async function listReaders(
	stores: Stores,
	document: Fact<"document">,
	comments: readonly Fact<"draft-comment">[],
): Promise<readonly CommentReader[]> {
	const path = await stores.jurisdictions.pathOf(document.jurisdictionId);
	const find = await listHolders(stores, path);
	const holders = (permission: Permission) => find(permission).map(addresseeOf);
	const [writers, signers] = [holders("plan.write"), holders("plan.submit")];
	const planners = writers.filter(({ id }) => !signers.some((each) => each.id === id));
	// A small county has nobody but its director.
	const coordinators = planners.length > 0 ? planners : writers;
	const assignments = await stores.facts.list("section-assignment", { documentId: document.id });
	const isCoordinator = (id: string) => coordinators.some((each) => each.id === id);
	const owners = holders("plan.comment").filter(
		({ id }) => !isCoordinator(id) && assignments.some(({ ownerId }) => ownerId === id),
	);
	// A talk is read by its first comment's id.
	const talkOf = (comment: Fact<"draft-comment">) => comment.replyTo ?? comment.id;
	const state = (await isShared(stores, document)) ? holders("plan.review") : [];
	return [
		...coordinators.map((to) => ({ to, side: "county" as const, reads: () => true })),
		...owners.map((to) => ({
			...{ to, side: "county" as const },
			reads: (_: unknown, block: BlockView | undefined) => isGivenTo(to.id, block, assignments),
		})),
		...state.map((to) => ({
			...{ to, side: "state" as const },
			reads: (comment: Fact<"draft-comment">) => {
				const ofState = comments.filter(({ side }) => side === "state");
				const inTalk = ofState.filter((each) => talkOf(each) === talkOf(comment));
				// A question of the county is for those who have spoken on the draft, or for all who may where nobody has yet.
				const asked = inTalk.length > 0 ? inTalk : ofState;
				return asked.length === 0 || asked.some(({ authorId }) => authorId === to.id);
			},
		})),
	];
}
