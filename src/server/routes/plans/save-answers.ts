import { isPlainDate } from "../../../domain/calendar/plain-date.ts";
import type { EditionField } from "../../../domain/document/edition.ts";
import { InvalidInput, StaleSave } from "../../../operations/errors.ts";
import { saveAnswer } from "../../../operations/save-answer.ts";
import type { SignedInPerson } from "../../../storage/sql/actors.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { readTypedDate } from "../../../web/forms/read-typed-date.ts";
import { answerNames, isDay } from "../../../web/pages/plans/answer-field.tsx";
import type { AppServices } from "../../app-environment.ts";
import type { SentForm } from "../../middleware/read-form.ts";
import type { FoundClash, SaveResult } from "./answer-save.ts";

/**
 * Saves the fields of a section or component that were sent, each on its own: one that clashes or is wrong does not hold
 * the others back. A field that is empty and has never been written stays unwritten.
 */
export async function saveAnswers(
	services: AppServices,
	person: SignedInPerson,
	where: { readonly documentId: string; readonly focusAreaId: string | null },
	fields: readonly EditionField[],
	form: SentForm,
): Promise<SaveResult> {
	const versions: Record<string, number> = {};
	const clashes: FoundClash[] = [];
	const problems: FormProblem[] = [];
	let savedAt = services.clock().toISOString();
	for (const field of fields) {
		const names = answerNames(field.id);
		const sent = readAnswer(field, form);
		if (sent === undefined) continue;
		if ("problem" in sent) {
			problems.push({ field: names.text, message: sent.problem });
			continue;
		}
		try {
			const saved = await services.perform(saveAnswer, person, { ...where, field: field.id, ...sent });
			versions[names.version] = saved.version;
			savedAt = saved.savedAt;
		} catch (error) {
			if (error instanceof StaleSave) {
				versions[names.version] = error.currentVersion;
				clashes.push(...error.clashes.map((clash) => ({ control: names.text, kind: "answer" as const, clash })));
			} else if (error instanceof InvalidInput) {
				problems.push(...error.problems.map(({ message }) => ({ field: names.text, message })));
			} else throw error;
		}
	}
	return { versions, savedAt, clashes: textsFirst(clashes), problems };
}

type SentAnswer = {
	readonly value: string;
	readonly none: boolean;
	readonly noChange: boolean;
	readonly version: number;
};

/** What was sent for a field: undefined when nothing was, or nothing that would have to be kept. */
function readAnswer(field: EditionField, form: SentForm): SentAnswer | { readonly problem: string } | undefined {
	const names = answerNames(field.id);
	if (!form.has(names.text) && !form.has(names.none) && !form.has(names.noChange)) return undefined;
	const version = Number(form.text(names.version)) || 0;
	const none = field.noneAllowed && form.text(names.none) === "yes";
	const value = asKept(field, form.text(names.text));
	if (value === undefined) return { problem: dateProblem(form.text(names.text)) };
	if (none && value.trim() !== "") return { problem: noneProblem };
	const noChange = field.noChangeAllowed === true && form.text(names.noChange) === "yes";
	return version === 0 && value === "" && !none && !noChange ? undefined : { value, none, noChange, version };
}

const noneProblem =
	"You ticked that there is none, and there is a text too. Untick the box to keep the text, or empty the text.";

function dateProblem(typed: string): string {
	return `"${typed.trim().slice(0, 40)}" is not a date. Write month, day and year with four digits, for example 6/30/2026.`;
}

/** Dates are kept as plain dates; undefined for a text that is none. */
function asKept(field: EditionField, typed: string): string | undefined {
	if (!isDay(field) || typed.trim() === "" || isPlainDate(typed)) return typed;
	return readTypedDate(typed);
}

/** Where both the text and the box for "none" clash, the text is what is shown. */
function textsFirst(clashes: readonly FoundClash[]): readonly FoundClash[] {
	return clashes.toSorted((a, b) => Number(b.clash.field === "value") - Number(a.clash.field === "value"));
}
