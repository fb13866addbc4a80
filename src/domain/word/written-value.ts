import { formatDate, type PlainDate } from "../calendar/plain-date.ts";
import { formatValue } from "../measure/format-value.ts";
import type { Unit } from "../measure/measure-facts.ts";
import { readDays } from "./milestone-words.ts";

/** How a value of a list is written on paper, and read there again. */
export type ValueForm =
	| { readonly form: "text" }
	| { readonly form: "number"; readonly unit: Unit }
	| { readonly form: "day" }
	| { readonly form: "choice"; readonly words: Readonly<Record<string, string>> }
	| { readonly form: "choices"; readonly words: Readonly<Record<string, string>> };

export type ReadValue = { readonly value: unknown } | { readonly problem: string };

/** As it is printed, rounded as on every page: what nobody types over is never read back. "" where nothing is written. */
export function writtenValue(form: ValueForm, value: unknown): string {
	if (value === null || value === undefined) return "";
	switch (form.form) {
		case "text":
			return String(value);
		case "number":
			return typeof value === "number" ? formatValue(value, form.unit) : "";
		case "day":
			return formatDate(value as PlainDate);
		case "choice":
			return form.words[String(value)] ?? String(value);
		case "choices":
			return (value as readonly string[]).map((each) => form.words[each] ?? each).join("; ");
	}
}

/** What somebody wrote in place of a value; or what is wrong with it, in plain words. Nothing written is no value. */
export function readWrittenValue(form: ValueForm, text: string): ReadValue {
	const words = text.replace(/\s+/gu, " ").trim();
	switch (form.form) {
		case "text":
			return { value: text.trim() };
		case "number": {
			if (words === "") return { value: null };
			const value = readNumber(words);
			if (value !== undefined) return { value };
			return {
				problem: `"${words}" is not a number. Write one such as ${formatValue(form.unit === "count" ? 17 : 8.6, form.unit)} in the plan, and leave this change.`,
			};
		}
		case "day": {
			if (words === "") return { value: null };
			const [day, ...others] = words.length <= 20 ? readDays(words) : [];
			if (day !== undefined && others.length === 0) return { value: day };
			return {
				problem: `"${words}" is not a day. Write it such as ${formatDate("2026-06-30" as PlainDate)} in the plan, and leave this change.`,
			};
		}
		case "choice": {
			const found = findChoice(form.words, words);
			return found === undefined ? { problem: noChoice(words, form.words) } : { value: found };
		}
		case "choices": {
			const parts = text
				.split(/[;\n]/u)
				.map((part) => part.trim())
				.filter((part) => part !== "");
			const found = parts.map((part) => findChoice(form.words, part));
			const unknown = parts.find((_, index) => found[index] === undefined);
			return unknown === undefined ? { value: [...new Set(found)] } : { problem: noChoice(unknown, form.words) };
		}
	}
}

function readNumber(words: string): number | undefined {
	const [, digits] =
		/^(-?(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,9})?)\s*(?:%|percent|months?|per [\d,]+(?: (?:children|days)(?: in care)?)?)?$/iu.exec(
			words,
		) ?? [];
	return digits === undefined ? undefined : Number(digits.replaceAll(",", ""));
}

function findChoice(words: Readonly<Record<string, string>>, text: string): string | undefined {
	const plain = (each: string) => each.toLowerCase().replace(/\.$/u, "");
	return Object.entries(words).find(([, each]) => plain(each) === plain(text))?.[0];
}

function noChoice(text: string, words: Readonly<Record<string, string>>): string {
	const most = 8;
	const all = Object.values(words).filter((each) => each !== "");
	const named = all.slice(0, most).join("; ") + (all.length > most ? "; and others" : "");
	const what = text === "" ? "Nothing stands here, but" : `"${text}" cannot be chosen here:`;
	return `${what} it has to be one of: ${named}. Choose it in the plan, and leave this change.`;
}
