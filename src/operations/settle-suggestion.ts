import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { changePart } from "./change-part.ts";
import { NotFound, Refused, StaleVersion } from "./errors.ts";
import { type Drafting, openDrafting } from "./open-drafting.ts";
import type { OperationContext } from "./operation.ts";
import { defineOperation } from "./operation.ts";
import { VersionOutput } from "./outputs/log-outputs.ts";
import { saveAnswer } from "./save-answer.ts";

const input = z.object({
	documentId: z.uuid(),
	suggestionId: z.uuid(),
	version: z.coerce.number().int().min(1),
});

/**
 * Takes a suggestion: the text is saved as `change-part` or `save-answer` would save it, by whoever takes it, and the reason names who
 * suggested it. `textVersion` is the version of the text that the suggestion was weighed against; where the text has moved on
 * since, nothing is taken. `text` is what is saved where it is not the suggestion to the letter.
 */
export const takeSuggestion = defineOperation({
	name: "take-suggestion",
	title: "Take a suggestion",
	http: { method: "post", path: "/plans/{documentId}/suggestions/{suggestionId}/taken" },
	input: input.extend({
		textVersion: z.coerce.number().int().min(0),
		text: z.string().max(100_000).optional(),
	}),
	output: VersionOutput,
	async run(context, { documentId, suggestionId, version, textVersion, text }): Promise<{ version: number }> {
		const drafting = await openDrafting(context, documentId, "plan.write");
		const suggestion = await getOpen(context, documentId, suggestionId);
		const block = drafting.blocks.find(
			({ aboutId, texts }) => aboutId === suggestion.aboutId && texts.some(({ field }) => field === suggestion.field),
		);
		const current = block?.texts.find(({ field }) => field === suggestion.field);
		if (!block || !current) {
			throw new Refused(
				"The part of the plan that this suggestion was made for is not there any more. Leave the suggestion, or bring the part back from the history.",
			);
		}
		if (current.version !== textVersion) throw new StaleVersion(current.version);
		const reason = `Suggested by ${suggestion.authorName}`;
		const value = text ?? suggestion.after;
		if (block.aboutKind === "document" || block.aboutKind === "focus-area") {
			await saveAnswer.run(context, {
				...{ documentId, focusAreaId: block.aboutKind === "focus-area" ? block.aboutId : null },
				...{ field: suggestion.field, value, none: false, noChange: false, version: textVersion, reason },
			});
		} else {
			await changePart.run(
				context,
				changePart.input.parse({
					...{ documentId, kind: block.aboutKind, id: block.aboutId, version: textVersion, reason },
					patch: { [suggestion.field]: value },
				}),
			);
		}
		return { version: await settle(context, drafting, { suggestion, version }, "taken", "") };
	},
});

/** Leaves a suggestion: the text stays, and whoever suggested it reads why, where a reason is given. */
export const leaveSuggestion = defineOperation({
	name: "leave-suggestion",
	title: "Leave a suggestion",
	http: { method: "post", path: "/plans/{documentId}/suggestions/{suggestionId}/left" },
	input: input.extend({ reason: z.string().trim().max(4000).default("") }),
	output: VersionOutput,
	async run(context, { documentId, suggestionId, version, reason }): Promise<{ version: number }> {
		const drafting = await openDrafting(context, documentId, "plan.write");
		const suggestion = await getOpen(context, documentId, suggestionId);
		return { version: await settle(context, drafting, { suggestion, version }, "left", reason) };
	},
});

async function getOpen(
	{ stores }: OperationContext,
	documentId: string,
	suggestionId: string,
): Promise<Fact<"suggestion">> {
	const suggestion = await stores.facts.find("suggestion", suggestionId);
	if (suggestion?.documentId !== documentId) {
		throw new NotFound("The suggestion is not there any more. Whoever made it may have taken it back.");
	}
	if (suggestion.standing !== "open") {
		throw new Refused(
			`${suggestion.settledByName} has ${suggestion.standing} this suggestion already. Nothing was changed.`,
		);
	}
	return suggestion;
}

function settle(
	{ actor }: OperationContext,
	drafting: Drafting,
	{ suggestion, version }: { readonly suggestion: Fact<"suggestion">; readonly version: number },
	standing: "taken" | "left",
	settledReason: string,
): Promise<number> {
	return drafting.write(
		"suggestion",
		"change",
		{ id: suggestion.id, version },
		{ standing, settledOn: drafting.today, settledByName: actor.name, settledReason },
	);
}
