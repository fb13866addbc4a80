import type { EditionField } from "../../../domain/document/edition.ts";

// How old plans label their parts. The edition's own words come first; the others are those that counties are seen to use.

/** `Improvement Goal 1.0 text`: the number, and what stands behind it. */
export const GOAL = /^(?:improvement\s+)?goals?\s*#?\s*(\d{1,2})(?:\s*\.\s*0)?\b\s*[.:)\u2013-]*\s*/iu;
export const STRATEGY =
	/^(?:improvement\s+)?(?:strategy|action\s+step)\s*#?\s*(\d{1,2}\s*(?:\.\s*\d{1,2}){0,2})?\b\s*[.:)\u2013-]*\s*/iu;
export const RATIONALE =
	/^(?:strategy\s+)?rationale(?:\s+for\s+(?:this\s+)?strategy)?\s*(?:\d{1,2}(?:\.\d{1,2})*)?\s*[.:\u2013-]*\s*/iu;
export const MILESTONE = /^milestones?\s*#?\s*(\d{1,2}\s*\.\s*\d{1,2}\s*\.\s*\d{1,2})?\s*[.:)\u2013-]*\s*/iu;
export const COMPONENT =
	/^(?:component\s*#?\s*(\d{1,2})\s*[.:\u2013-]+|outcome\s*(?:\/|or|and)\s*systemic\s+factors?\s*[.:\u2013-]*|(?:outcome|systemic factor)(?:\s+(?:measure|indicator))?\s*:)\s*/iu;

/** `1.1.1 text`, also with blanks between the digits. */
export const THREE_NUMBERS = /^\s*(\d{1,2}\s*\.\s*\d{1,2}\s*\.\s*\d{1,2})\b\.?\s*/u;
export const TWO_NUMBERS = /^\s*(\d{1,2}\s*\.\s*[1-9]\d?)\b\.?(?![\d%])\s*/u;

const MILESTONE_LABELS =
	/^(?:milestones?|time\s?frames?|assigned\s+to|target\s+dates?|completion\s+dates?|responsible(?:\s+(?:party|parties|person|staff))?|person\(?s?\)?\s+responsible|lead)[.:]?$/iu;

/** A cell that only names what stands beside or below it. */
export function isMilestoneLabel(text: string): boolean {
	return MILESTONE_LABELS.test(text.replace(/\s+/gu, " ").trim());
}

/** `1.1.1` without blanks. */
export function tidyNumber(text: string | undefined): string {
	return (text ?? "").replace(/\s+/gu, "");
}

/** Letters and digits alone, to compare labels that were typed by hand. */
export function bareWords(text: string): string {
	return text
		.normalize("NFKD")
		.toLowerCase()
		.replace(/[^a-z0-9]+/gu, " ")
		.trim();
}

export type FieldMatch = { readonly field: EditionField; readonly rest: string; readonly exact: boolean };

/** The field whose label a line begins with or is much like, and what stands behind the label. */
export function matchField(line: string, fields: readonly EditionField[], group?: string): FieldMatch | undefined {
	const bare = bareWords(line);
	if (bare === "") return undefined;
	const inGroup = fields.filter(
		(field) => field.group === undefined || group === undefined || bareWords(field.group) === bareWords(group),
	);
	for (const field of inGroup) {
		const label = bareWords(field.label);
		if (bare === label) return { field, rest: "", exact: true };
	}
	for (const field of inGroup) {
		const [head = "", ...rest] = line.split(":");
		if (rest.length > 0 && bareWords(head) === bareWords(field.label)) {
			return { field, rest: rest.join(":").trim(), exact: true };
		}
	}
	const like = inGroup
		.map((field) => ({ field, likeness: likeness(bare, bareWords(field.label)) }))
		.filter(({ likeness: found }) => found >= 0.75)
		.sort((one, other) => other.likeness - one.likeness)[0];
	return like && { field: like.field, rest: "", exact: false };
}

/** How many of the words of two labels are the same, from 0 to 1. */
function likeness(one: string, other: string): number {
	const [a, b] = [new Set(one.split(" ")), new Set(other.split(" "))];
	if (a.size < 3 || b.size < 3) return 0;
	const same = [...a].filter((word) => b.has(word)).length;
	return same / Math.max(a.size, b.size);
}
