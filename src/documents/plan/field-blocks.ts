import { formatDate, isPlainDate, type PlainDate } from "../../domain/calendar/plain-date.ts";
import type { EditionField } from "../../domain/document/edition.ts";
import { noChangeWords } from "../../domain/document/no-change-words.ts";
import type { Answers, PlanGraph } from "../../domain/plan/plan-graph.ts";
import { emphasis, paragraph, paragraphs, toRuns } from "../neutral/build-blocks.ts";
import type { ParagraphBlock, Run } from "../neutral/neutral-document.ts";
import { toPrintableText } from "../neutral/printable-text.ts";

/** What is printed in a place that is still to be written. */
export const notYetWritten = "Not yet written.";

/** A field as it is printed in one line or more; empty when nothing was written. */
export function fieldText(field: EditionField, answers: Answers, graph: PlanGraph): string {
	const { cycle, jurisdiction, document } = graph;
	switch (field.from) {
		case "jurisdiction-name":
			return jurisdiction.name;
		case "plan-period":
			return `${formatDate(cycle.startsOn)} to ${formatDate(cycle.endsOn)}`;
		case "date-submitted":
			return document.submittedOn === null ? "" : formatDate(document.submittedOn);
		case "answer":
			return answerText(field, answers, graph);
	}
}

function answerText(field: EditionField, answers: Answers, graph: PlanGraph): string {
	const answer = answers.get(field.id);
	if (answer?.noChange) return noChangeWords(graph);
	const text = answer?.value.trim() ?? "";
	if (text === "") return answer?.none && field.noneAllowed ? "None." : "";
	if (!isPlainDate(text)) return text;
	if (field.type === "quarter-end") return `Quarter ending ${formatDate(text as PlainDate)}`;
	return field.type === "date" ? formatDate(text as PlainDate) : text;
}

/** The same as runs, with the words for an empty place in italics. */
export function fieldRuns(field: EditionField, text: string): Run[] {
	if (text !== "") return toRuns(text);
	return [emphasis(field.from === "date-submitted" ? "Not yet submitted." : notYetWritten)];
}

/** Text in one line for a title or label, where an empty one would not print. */
export function lineOr(text: string, otherwise: string): string {
	return toPrintableText(text).replace(/\s+/gu, " ").trim() || otherwise;
}

/** The same as paragraphs: an empty line in the text begins a new one. */
export function textBlocks(text: string, id: string): ParagraphBlock[] {
	const blocks = paragraphs(text, { id });
	return blocks.length === 0 ? [paragraph(emphasis(notYetWritten), { id })] : blocks;
}
