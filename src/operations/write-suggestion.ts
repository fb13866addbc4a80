import type { Block, SuggestionOrigin } from "../domain/drafting/drafting-facts.ts";
import { InvalidInput } from "./errors.ts";
import type { Drafting } from "./open-drafting.ts";
import type { OperationContext } from "./operation.ts";

export type NewSuggestion = {
	readonly about: Block;
	/** The text that it was made from; the text as it stands when left out. */
	readonly before?: string | undefined;
	readonly after: string;
	/** The version that the text was read in. */
	readonly fromVersion: number;
	readonly note: string;
	readonly origin: SuggestionOrigin;
};

/** Writes a suggestion down, wherever it was made: on a page, or in a Word file that was brought back. Answers its id. */
export async function writeSuggestion(
	{ actor, clock, ids }: OperationContext,
	drafting: Drafting,
	suggestion: NewSuggestion,
): Promise<string> {
	const { document } = drafting;
	const block = drafting.getBlock(suggestion.about);
	const current = block.texts.find(({ field }) => field === suggestion.about.field);
	if (!current) {
		const fields = block.texts.map(({ field, label }) => `${label} ("${field}")`).join(", ");
		throw new InvalidInput([
			{
				field: "about",
				message: fields
					? `Other words can be suggested here for: ${fields}.`
					: "This part of the document has no text to reword. Write a comment instead.",
			},
		]);
	}
	const before = unixLines(suggestion.before ?? current.text);
	const after = unixLines(suggestion.after);
	if (before === after || after === current.text) {
		throw new InvalidInput([
			{ field: "after", message: "This is the text as it stands. Change the words, or write a comment instead." },
		]);
	}
	const id = ids.next();
	await drafting.write(
		"suggestion",
		"add",
		{ id, version: 0 },
		{
			...{ jurisdictionId: document.jurisdictionId, documentId: document.id },
			...{ aboutKind: block.aboutKind, aboutId: block.aboutId, field: current.field },
			...{ before, after, fromVersion: suggestion.fromVersion, note: suggestion.note, origin: suggestion.origin },
			...{ authorId: actor.personId, authorName: actor.name, madeAt: clock().toISOString() },
			...{ standing: "open", settledOn: null, settledByName: "", settledReason: "" },
		},
	);
	return id;
}

function unixLines(text: string): string {
	return text.replace(/\r\n?/g, "\n");
}
