import type { ComponentNode } from "../../plan/plan-graph.ts";
import type { Edition } from "../edition.ts";
import type { CheckContext, CheckFunction } from "./check-result.ts";
import { filledFields } from "./field-checks.ts";
import { judgeMilestoneWording } from "./milestone-wording.ts";
import { documentPlace, milestonePlace, milestonesOf, strategiesOf, strategyPlace } from "./plan-parts.ts";
import { findFactor, findIn } from "./subject-checks.ts";

/** The rationale speaks of the indicator or factor that the component is about (SIP-56). Empty rationales are SIP-55's. */
export const rationaleMentionsSubject: CheckFunction<"rationale-mentions-subject"> = (input) => {
	const { check, graph, edition, context } = input;
	return strategiesOf(graph, edition).flatMap((part) => {
		const rationale = part.strategy.strategy.rationale;
		if (rationale.trim() === "") return [];
		const subject = subjectWords(part.component, edition, context).filter((word) => !check.tooCommon.includes(word));
		const measures = part.goal.objectives.flatMap(({ measure }) => (measure ? [measure.title] : []));
		if (subject.length === 0 || mentions(rationale, [...subject, ...measures])) return [];
		return [
			{
				place: strategyPlace(part, "rationale", edition.words.rationale),
				words: { thing: part.name, subject: part.component.focusArea.label },
			},
		];
	});
};

/** Some text of a partner's role or of a strategy names another service plan (SIP-31, SIP-32). */
export const otherPlanMentioned: CheckFunction<"other-plan-mentioned"> = (input) => {
	const { check, graph, edition } = input;
	if (graph.components.length === 0) return [];
	if (graph.entries["cross-reference"].some((each) => each.planKind !== "self-assessment")) return [];
	const texts = [
		...filledFields(input, check.field).map((filled) => filled.text),
		...strategiesOf(graph, edition).flatMap(({ strategy }) => [
			strategy.strategy.statement,
			strategy.strategy.rationale,
		]),
	].map((text) => text.toLowerCase());
	if (texts.some((text) => check.terms.some((term) => text.includes(term.toLowerCase())))) return [];
	return [{ place: documentPlace(graph, check.field, "Other plans"), words: {} }];
};

/** The person responsible is a member of staff, not only an agency (SIP-60). Nobody at all is SIP-59's. */
export const assignedToPerson: CheckFunction<"assigned-to-person"> = ({ check, graph, edition }) =>
	milestonesOf(graph, edition).flatMap((part) => {
		const { assignedTitle, assignedPersonId, assignedAgency } = part.milestone.milestone;
		const title = assignedTitle.trim();
		if (assignedPersonId !== null || (title === "" && assignedAgency.trim() === "")) return [];
		const words = wordsIn(title, /[a-z0-9]+/gu);
		const isRole = words.some((word) => check.roleWords.includes(word.replace(/s$/u, "")));
		const isAgency = title === assignedAgency.trim() || check.agencyWords.includes(words.at(-1) ?? "");
		if (title !== "" && (isRole || !isAgency)) return [];
		return [
			{
				place: milestonePlace(part, "assignedTitle", edition.words.assignedTo),
				words: { thing: part.name, value: title === "" ? assignedAgency.trim() : title },
			},
		];
	});

/** Milestones are worded as completed (SIP-61). */
export const milestoneDone: CheckFunction<"milestone-done"> = ({ graph, edition }) =>
	milestonesOf(graph, edition).flatMap((part) => {
		const { statement } = part.milestone.milestone;
		if (statement.trim() === "") return [];
		const judged = judgeMilestoneWording(statement);
		if (judged.wording === "done") return [];
		const why = {
			promise: "is worded as something that will happen",
			task: "is worded as a task",
			unclear: "does not say what will be done when it is reached",
		}[judged.wording];
		const suggestion = judged.suggestion
			? `for example "${judged.suggestion}"`
			: 'for example "Training for all staff completed."';
		return [{ place: milestonePlace(part, "statement"), words: { thing: part.name, why, suggestion } }];
	});

/**
 * A milestone holds something that can be shown: a count, a document or event, or a state (SIP-62). Words that have no end,
 * such as "ongoing", cannot be.
 */
export const milestoneEvidence: CheckFunction<"milestone-evidence"> = ({ check, graph, edition }) =>
	milestonesOf(graph, edition).flatMap((part) => {
		const { statement } = part.milestone.milestone;
		if (statement.trim() === "") return [];
		const words = wordsIn(statement, /[a-z-]+|\d+/gu);
		const vague = check.vague.find((each) => words.includes(each));
		const shown =
			words.some((word) => /^\d/u.test(word) || check.evidence.includes(word.replace(/s$/u, ""))) ||
			judgeMilestoneWording(statement).wording === "done";
		if (vague === undefined && shown) return [];
		const why = vague ? `"${vague}" has no end that can be shown` : "nothing in it can be counted or shown";
		return [{ place: milestonePlace(part, "statement"), words: { thing: part.name, why } }];
	});

/** The words by which a text can be seen to speak of a component's subject, in small letters. */
function subjectWords(component: ComponentNode, edition: Edition, context: CheckContext): readonly string[] {
	const { label, codes, subjectKind } = component.focusArea;
	if (subjectKind === "systemic-factor") {
		return [...codes.flatMap((code) => findFactor(edition, code)?.terms ?? []), label];
	}
	const labels = [label, ...codes.map((code) => findIn(edition, context, code)?.label ?? "")];
	return [...codes, ...labels.flatMap((each) => wordsIn(each, /[a-z-]{5,}/gu))];
}

/** Codes must stand as they are; other words count in any of their forms ("re-entry", "reentering"). */
function mentions(text: string, terms: readonly string[]): boolean {
	const plain = squeeze(text);
	const codes = wordsIn(text, /[a-z0-9()-]+(?:\.[a-z0-9()-]+)*/gu);
	return terms.some((term) => {
		if (/\d/u.test(term) && term.length < 8) return codes.includes(term.toLowerCase());
		return plain.includes(term.includes(" ") ? squeeze(term) : squeeze(term).slice(0, 5));
	});
}

function squeeze(text: string): string {
	return text.toLowerCase().replace(/-/gu, "");
}

function wordsIn(text: string, pattern: RegExp): readonly string[] {
	return text.toLowerCase().match(pattern) ?? [];
}
