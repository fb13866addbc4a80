import { z } from "zod";
import { Block, DraftComment } from "../domain/drafting/drafting-facts.ts";
import { mentionedIn } from "../domain/drafting/mentions.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { InvalidInput, NotFound } from "./errors.ts";
import { type Drafting, isShared, listDraftingPeople, openTalk } from "./open-drafting.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput } from "./outputs/log-outputs.ts";
import type { Stores } from "./ports.ts";

/**
 * Says something on a block of a draft, or replies to it. Who is named, by id or in the text with an @ before the whole name, is told
 * by mail. A reply to a talk that was settled opens it again. `withState` shares it with the State, where the draft is shared
 * early (SIP-98); what the State says is always for both. What is for both is told to the other side in one mail for all that was said
 * within a quarter of an hour.
 */
export const addDraftComment = defineOperation({
	name: "add-draft-comment",
	title: "Comment on a block of a draft",
	http: { method: "post", path: "/plans/{documentId}/comments" },
	input: DraftComment.pick({ text: true, mentionIds: true, withState: true })
		.partial({ mentionIds: true })
		.extend({
			documentId: z.uuid(),
			/** What it is about; of a reply it is that of the comment. */
			about: Block.partial({ field: true }).optional(),
			replyTo: z.uuid().nullable().default(null),
		}),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const { actor, clock, ids, stores } = context;
		const { drafting, side } = await openTalk(context, input.documentId);
		const { document } = drafting;
		const first = input.replyTo ? await getFirst(stores, document.id, input.replyTo) : undefined;
		const withState = side === "state" || input.withState;
		if (side === "county" && withState) await requireSharing(stores, document, first);
		const about = first ?? aboutOf(drafting, input.about);
		const people = await listDraftingPeople(stores, drafting.path);
		const unknown = (input.mentionIds ?? []).some((id) => !people.some((each) => each.id === id));
		if (unknown) {
			throw new InvalidInput([
				{ field: "mentionIds", message: "Only people who may read the draft can be mentioned: choose from the list." },
			]);
		}
		const mentionIds = [...new Set([...(input.mentionIds ?? []), ...mentionedIn(input.text, people)])];
		const id = ids.next();
		await drafting.write(
			"draft-comment",
			"add",
			{ id, version: 0 },
			{
				...{ jurisdictionId: document.jurisdictionId, documentId: document.id, replyTo: first?.id ?? null },
				...{ aboutKind: about.aboutKind, aboutId: about.aboutId, field: about.field, text: input.text, mentionIds },
				...{ authorId: actor.personId, authorName: actor.name, writtenAt: clock().toISOString() },
				...{ settledOn: null, settledByName: "", withState, side },
			},
		);
		if (first?.settledOn) {
			await drafting.write("draft-comment", "change", first, { settledOn: null, settledByName: "" });
		}
		// What is said to the other side is told there, also where nobody is named.
		if (withState || mentionIds.some((each) => each !== actor.personId)) {
			await stores.jobs.enqueue("tell-mentioned", { commentId: id });
		}
		return { id };
	},
});

/** A comment is for the State only where the draft is shared with it, and a reply only where the State reads what it replies to. */
async function requireSharing(
	stores: Stores,
	document: Drafting["document"],
	first: Fact<"draft-comment"> | undefined,
): Promise<void> {
	const refuse = (message: string) => new InvalidInput([{ field: "withState", message }]);
	if (first && !first.withState) {
		throw refuse("The State does not read the comment that this replies to. Write a new comment and share that one.");
	}
	if (!first && !(await isShared(stores, document))) {
		throw refuse(
			"This draft is not shared with the State. Share it on the page of the review first, or leave the comment among yourselves.",
		);
	}
}

function aboutOf(
	drafting: Drafting,
	about: { aboutKind: Block["aboutKind"]; aboutId: string; field?: string | undefined } | undefined,
) {
	if (!about) {
		throw new InvalidInput([
			{ field: "about", message: "Say what the comment is about: choose a part of the document." },
		]);
	}
	return drafting.getBlock({ ...about, field: about.field ?? "" });
}

/** The comment that began the talk. A reply to a reply goes to the same talk. */
async function getFirst({ facts }: Stores, documentId: string, id: string) {
	const comment = await facts.find("draft-comment", id);
	if (comment?.documentId !== documentId) {
		throw new NotFound("The comment is not there any more. Its author may have taken it back.");
	}
	if (comment.replyTo === null) return comment;
	const first = await facts.find("draft-comment", comment.replyTo);
	if (!first) throw new NotFound("The comment is not there any more. Its author may have taken it back.");
	return first;
}
