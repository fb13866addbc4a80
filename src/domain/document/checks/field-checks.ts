import { isPlainDate, isQuarterEnd, type PlainDate } from "../../calendar/plain-date.ts";
import type { Answers, PlanGraph } from "../../plan/plan-graph.ts";
import { type EditionField, getField, isAskedFor } from "../edition.ts";
import { entriesOf } from "../entry-kinds.ts";
import type { CheckFunction, CheckInput, Place } from "./check-result.ts";
import { componentPlace, componentsOf, documentPlace } from "./plan-parts.ts";

/** One field of the form as it stands in the document or in one component. */
export type FilledField = {
	readonly field: EditionField;
	readonly place: Place;
	/** What the message calls it: the component's name, or the field's group and label. */
	readonly thing: string;
	readonly text: string;
	/** "None" was said on purpose, where the edition takes that for an answer. */
	readonly none: boolean;
	/** A list has entries that serve in place of the text. */
	readonly listed: boolean;
};

/** A field of the document, or one for each component where it is asked. */
export function filledFields(
	{ graph, edition }: Pick<CheckInput<"field-present">, "graph" | "edition">,
	id: string,
): readonly FilledField[] {
	const field = getField(edition, id);
	const label = field.group ? `${field.group}: ${field.label}` : field.label;
	if (field.scope === "document") {
		const listed = hasEntries(graph, field.entries, null);
		return [{ field, place: documentPlace(graph, id, label), thing: label, listed, ...answerIn(graph.answers, field) }];
	}
	return componentsOf(graph, edition)
		.filter((part) => isAskedFor(field, part.component.focusArea.subjectKind))
		.map((part) => ({
			field,
			place: componentPlace(part, id, label),
			thing: part.name,
			listed: hasEntries(graph, field.entries, part.component.focusArea.id),
			...answerIn(part.component.answers, field),
		}));
}

/** The date written in a field, or undefined when it is empty or no date. */
export function dateIn(filled: FilledField | undefined): PlainDate | undefined {
	return filled && isPlainDate(filled.text) ? (filled.text as PlainDate) : undefined;
}

export const fieldPresent: CheckFunction<"field-present"> = (input) =>
	filledFields(input, input.check.field).filter(isOpen).map(hit);

export const oneFieldPresent: CheckFunction<"one-field-present"> = (input) => {
	const filled = input.check.fields.flatMap((id) => filledFields(input, id));
	return filled.every(isOpen) ? filled.slice(0, 1).map(hit) : [];
};

export const fieldsTogether: CheckFunction<"fields-together"> = (input) => {
	const filled = input.check.fields.flatMap((id) => filledFields(input, id));
	return filled.every(isOpen) ? [] : filled.filter(isOpen).map(hit);
};

export const fieldsDiffer: CheckFunction<"fields-differ"> = (input) => {
	const [first, second] = input.check.fields.flatMap((id) => filledFields(input, id));
	if (!first || !second || first.text === "") return [];
	return sameName(first.text) === sameName(second.text) ? [hit(second)] : [];
};

/** A field that does not apply to components of some kinds, and yet is filled in (SIP-70). */
export const fieldEmptyFor: CheckFunction<"field-empty-for"> = ({ check, graph, edition }) => {
	const field = getField(edition, check.field);
	return componentsOf(graph, edition)
		.filter(({ component }) => check.subjects.includes(component.focusArea.subjectKind))
		.filter(({ component }) => answerIn(component.answers, field).text !== "")
		.map((part) => ({
			place: componentPlace(part, field.id, field.label),
			words: { thing: part.name, label: field.label, value: answerIn(part.component.answers, field).text },
		}));
};

export const fieldQuarterEnd: CheckFunction<"field-quarter-end"> = (input) =>
	filledFields(input, input.check.field)
		.filter((each) => each.text !== "")
		.filter((each) => {
			const date = dateIn(each);
			return !date || !isQuarterEnd(date);
		})
		.map(hit);

/** Something before and after one @, with a dot in what follows and no spaces: enough to catch slips of the pen. */
export const fieldEmail: CheckFunction<"field-email"> = (input) =>
	filledFields(input, input.check.field)
		.filter((each) => each.text !== "" && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(each.text))
		.map(hit);

function hit(filled: FilledField) {
	return {
		place: filled.place,
		words: { thing: filled.thing, label: filled.field.label, value: filled.text },
	};
}

/** Entries that serve in place of a field's text: of the component, or of the plan as a whole. */
function hasEntries(graph: PlanGraph, kind: EditionField["entries"], focusAreaId: string | null): boolean {
	return kind !== undefined && entriesOf(graph.entries, kind, focusAreaId).length > 0;
}

function isOpen(filled: FilledField): boolean {
	return filled.text === "" && !filled.none && !filled.listed;
}

function answerIn(answers: Answers, field: EditionField): { text: string; none: boolean } {
	const answer = answers.get(field.id);
	return { text: answer?.value.trim() ?? "", none: field.noneAllowed && (answer?.none ?? false) };
}

/** Names are the same whatever their case and spaces. */
export function sameName(text: string): string {
	return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}
