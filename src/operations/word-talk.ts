import type { PlanPlace } from "../documents/plan/plan-places.ts";
import type { WorkingComment } from "../documents/word/working-copy.ts";
import type { Block } from "../domain/drafting/drafting-facts.ts";
import { kindOfField, nameOfField } from "../domain/word/word-facts.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import type { Stores } from "./ports.ts";

/** Other words for a text of the plan that somebody has suggested, at the text's place. */
export type SuggestedText = { readonly place: PlanPlace; readonly suggestion: Fact<"suggestion"> };

/**
 * What those who write the draft say on it, for a Word file: comments at their places, and suggested wordings, those of one paragraph to
 * be shown as tracked changes. `open` leaves out what is settled; without it all that may ever have gone out with a file.
 */
export async function talkOn(
	{ facts }: Stores,
	documentId: string,
	places: readonly PlanPlace[],
	which: "open" | "all",
): Promise<{ readonly comments: readonly WorkingComment[]; readonly suggested: readonly SuggestedText[] }> {
	const said = (await facts.list("draft-comment", { documentId })).toSorted((a, b) =>
		a.writtenAt.localeCompare(b.writtenAt),
	);
	const settled = new Set(said.filter(({ settledOn }) => settledOn !== null).map(({ id }) => id));
	const comments = said
		.filter((each) => which === "all" || !settled.has(each.replyTo ?? each.id))
		.map((each): WorkingComment => {
			return { anchor: anchorOf(each, places), author: each.authorName, at: new Date(each.writtenAt), text: each.text };
		});
	const suggestions = (await facts.list("suggestion", { documentId })).filter(
		({ standing }) => which === "all" || standing === "open",
	);
	const suggested = suggestions.flatMap((suggestion): SuggestedText[] => {
		const place = places.find((each) => isAt(suggestion, each));
		return place ? [{ place, suggestion }] : [];
	});
	return { comments, suggested };
}

/** The suggestions that can be tracked changes: of one paragraph, made from the text as it stands, the newest of each text. */
export function trackable(suggested: readonly SuggestedText[]): ReadonlyMap<PlanPlace, Fact<"suggestion">> {
	const isOne = (text: string) => !/\n[ \t]*\n/u.test(text.trim());
	return new Map(
		suggested
			.filter(({ suggestion, place }) => suggestion.before.trim() === place.text.trim() && place.form === undefined)
			.filter(({ suggestion }) => isOne(suggestion.before) && isOne(suggestion.after) && suggestion.after.trim() !== "")
			.toSorted((a, b) => a.suggestion.madeAt.localeCompare(b.suggestion.madeAt))
			.map(({ place, suggestion }) => [place, suggestion] as const),
	);
}

/** A suggested wording in words, where it cannot be shown as a tracked change. */
export function asComment({ place, suggestion }: SuggestedText): WorkingComment {
	const note = suggestion.note === "" ? "" : ` (${suggestion.note})`;
	return {
		...{ anchor: place.anchor, author: suggestion.authorName, at: new Date(suggestion.madeAt) },
		text: `Suggested wording${note}: ${suggestion.after}`,
	};
}

/** The place of a block on paper; undefined for what is not on it: that stands at the first line. */
function anchorOf(about: Block, places: readonly PlanPlace[]): string | undefined {
	if (about.aboutKind === "section") return `section/${about.aboutId}`;
	if (about.aboutKind === "focus-area" && about.field === "") return `${about.aboutId}/label`;
	const found = places.find((each) => isAt(about, each)) ?? places.find(({ factId }) => factId === about.aboutId);
	return found?.anchor;
}

function isAt({ aboutKind, aboutId, field }: Block, place: PlanPlace): boolean {
	if (place.answer) {
		const owner = place.answer.focusAreaId;
		return field === place.answer.field.id && (owner === null ? aboutKind === "document" : owner === aboutId);
	}
	return place.factId === aboutId && kindOfField(place.field) === aboutKind && nameOfField(place.field) === field;
}
