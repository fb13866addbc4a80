import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { FormProblem } from "../../../web/forms/form-problem.ts";
import { readTypedDate } from "../../../web/forms/read-typed-date.ts";
import type { SentForm } from "../../middleware/read-form.ts";

/** Reads the fields of a form one by one and gathers what is wrong with them, so that all is told at once. */
export type ValueReader = {
	readonly problems: FormProblem[];
	/** A text of at most so many characters. */
	text(name: string, most: number): string;
	/** A date as people type it; null when it is empty. */
	date(name: string): PlainDate | null;
	/** A number as people type it, with or without percent sign and thousands commas; null when it is empty. */
	number(name: string): number | null;
	/** One of some values; the first of them when something else was sent. */
	choice<const T extends string>(name: string, values: readonly T[]): T;
	/** Those of the values that were chosen. */
	choices<const T extends string>(name: string, values: readonly T[]): T[];
};

export function readValues(form: SentForm): ValueReader {
	const problems: FormProblem[] = [];
	return {
		problems,
		text(name, most) {
			const text = form.text(name);
			if (text.length > most) {
				problems.push({
					field: name,
					message: `This text is too long: at most ${most.toLocaleString("en-US")} characters can be kept here, and it has ${text.length.toLocaleString("en-US")}. Shorten it and save again.`,
				});
			}
			return text;
		},
		date(name) {
			const typed = form.text(name).trim();
			if (typed === "") return null;
			const date = readTypedDate(typed);
			if (date) return date;
			problems.push({
				field: name,
				message: `"${typed.slice(0, 40)}" is not a date. Write month, day and year with four digits, for example 6/30/2026.`,
			});
			return null;
		},
		number(name) {
			const typed = form.text(name).trim();
			if (typed === "") return null;
			const number = readTypedNumber(typed);
			if (number !== undefined) return number;
			problems.push({
				field: name,
				message: `"${typed.slice(0, 40)}" is not a number. Write digits only, for example 12.5.`,
			});
			return null;
		},
		choice(name, values) {
			const [first] = values;
			if (first === undefined) throw new RangeError(`The field "${name}" has no choices.`);
			const sent = form.text(name);
			return values.find((value) => value === sent) ?? first;
		},
		choices(name, values) {
			const sent = form.texts(name);
			return values.filter((value) => sent.includes(value));
		},
	};
}

/** "12.5", "12.5%", "1,234.5" and "-3". Undefined for all else. */
export function readTypedNumber(text: string): number | undefined {
	const plain = text
		.trim()
		.replace(/\s*(%|percent)$/iu, "")
		.replace(/^\u2212/u, "-");
	if (!/^-?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?$/u.test(plain) || !/\d/u.test(plain)) return undefined;
	const number = Number(plain.replaceAll(",", ""));
	return Number.isFinite(number) ? number : undefined;
}
