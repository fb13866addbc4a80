import { saveAnswer } from "../../operations/save-answer.ts";
import type { PersonKey } from "../data/people.ts";
import type { none } from "../plan-text.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Desk } from "./session.ts";

/** Writes one field, or says on purpose that there is nothing. */
export async function saveField(
	desk: Desk,
	{ draft }: PlanStory,
	who: PersonKey,
	answer: { readonly field: string; readonly component?: string; readonly value: string | typeof none },
): Promise<void> {
	const { field, component, value } = answer;
	const saved = await desk.perform(who, saveAnswer, {
		documentId: draft.documentId(),
		focusAreaId: component === undefined ? null : draft.part(component).id,
		field,
		value: typeof value === "symbol" ? "" : value,
		none: typeof value === "symbol",
		version: draft.answerVersion(field, component),
	});
	draft.answered(field, component, saved.version);
}
