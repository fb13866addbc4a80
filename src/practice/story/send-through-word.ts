import type { NeutralDocument } from "../../documents/neutral/neutral-document.ts";
import { renderWorkingCopy } from "../../documents/render-paper.ts";
import type { WorkingPlace } from "../../documents/word/working-copy.ts";
import type { WordField } from "../../domain/word/word-facts.ts";
import { getWorkingCopy } from "../../operations/get-working-copy.ts";
import { importWordFile } from "../../operations/import-word-file.ts";
import type { PlanStory } from "./plan-story.ts";
import type { Desk } from "./session.ts";

/** What a partner without an account has typed into the Word file, behind what stood there. */
const typed: readonly (readonly [WordField, string])[] = [
	["goal.statement", " This holds for every child, also those placed with kin."],
	["strategy.rationale", " The foster parents' association has seen the same in its own survey."],
	["milestone.statement", " The council was told of it."],
];

/** A partner edits the plan in Word, with tracking turned off, and the planner reads the file back and has yet to decide. */
export async function sendThroughWord(desk: Desk, { times, draft }: PlanStory): Promise<void> {
	const documentId = draft.documentId();
	const { paper, copy } = await desk.perform(times.planner, getWorkingCopy, { documentId });
	const edited = typed.reduce((document, [field, words]) => {
		const place = copy.places.find((each) => each.field === field && each.text !== "" && !each.text.includes("\n"));
		return place ? withWords(document, place, words) : document;
	}, paper);
	const { bytes } = await renderWorkingCopy(edited, copy);
	await desk.perform(times.planner, importWordFile, {
		documentId,
		fileName: "SIP draft, comments of the foster parents.docx",
		bytes: new Uint8Array(bytes),
	});
}

/** The paper with words behind the text at a place. */
function withWords(paper: NeutralDocument, { anchor, text }: WorkingPlace, words: string): NeutralDocument {
	return JSON.parse(JSON.stringify(paper), (_key, value) =>
		value?.type === "paragraph" && value.id === anchor ? { ...value, runs: [{ text: text + words }] } : value,
	) as NeutralDocument;
}
