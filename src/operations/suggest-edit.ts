import { z } from "zod";
import { Block, Suggestion } from "../domain/drafting/drafting-facts.ts";
import { NotAllowed, NotFound, Refused } from "./errors.ts";
import { openDrafting } from "./open-drafting.ts";
import { defineOperation } from "./operation.ts";
import { MadeOutput, VersionOutput } from "./outputs/log-outputs.ts";
import { writeSuggestion } from "./write-suggestion.ts";

/** Proposes another wording of a text, made from the text as it stood in a version. Those who write the plan take it or leave it. */
export const suggestEdit = defineOperation({
	name: "suggest-edit",
	title: "Suggest other words for a text of a draft",
	http: { method: "post", path: "/plans/{documentId}/suggestions" },
	input: Suggestion.pick({ after: true, note: true })
		.partial({ note: true })
		.extend({
			documentId: z.uuid(),
			about: Block,
			/** The text that it is made from; the text as it stands when left out. */
			before: z.string().max(100_000).optional(),
			/** The version that the text was read in. */
			fromVersion: z.coerce.number().int().min(0),
		}),
	output: MadeOutput,
	async run(context, input): Promise<{ id: string }> {
		const drafting = await openDrafting(context, input.documentId, "plan.comment");
		const { about, before, after, fromVersion, note = "" } = input;
		return {
			id: await writeSuggestion(context, drafting, { about, before, after, fromVersion, note, origin: "page" }),
		};
	},
});

/** Takes one's own suggestion back. It stays in the history. */
export const removeSuggestion = defineOperation({
	name: "remove-suggestion",
	title: "Take a suggestion back",
	http: { method: "post", path: "/plans/{documentId}/suggestions/{suggestionId}/remove" },
	input: z.object({ documentId: z.uuid(), suggestionId: z.uuid(), version: z.coerce.number().int().min(1) }),
	output: VersionOutput,
	async run(context, { documentId, suggestionId, version }): Promise<{ version: number }> {
		const { actor, stores } = context;
		const drafting = await openDrafting(context, documentId, "plan.comment");
		const suggestion = await stores.facts.find("suggestion", suggestionId);
		if (suggestion?.documentId !== documentId) throw new NotFound("The suggestion is not there any more.");
		if (suggestion.authorId !== actor.personId) {
			throw new NotAllowed(`Only ${suggestion.authorName} can take this suggestion back. It can be taken or left.`);
		}
		if (suggestion.standing !== "open") {
			throw new Refused("The suggestion is settled already, so it stays in the list. Nothing was changed.");
		}
		return { version: await drafting.write("suggestion", "remove", { id: suggestion.id, version }, {}) };
	},
});
