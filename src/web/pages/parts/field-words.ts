import { formatDate, isPlainDate, plainDate } from "../../../domain/calendar/plain-date.ts";
import { Role, roleLabels } from "../../../domain/people/roles.ts";
import { evidenceKindWords } from "../findings/evidence-list.tsx";
import { findingStateWords, judgementWords } from "./finding-state-tag.tsx";

const fieldWords: Readonly<Record<string, string>> = {
	state: "State",
	judgement: "Judgement",
	summary: "Summary",
	label: "About",
	evidenceKind: "Kind",
	text: "Text",
	source: "Source",
	periodEnd: "Period ending",
	name: "Name",
	title: "Position title",
	email: "E-mail address",
	active: "Access",
	role: "Role",
};

const valueWords: Readonly<Record<string, string>> = { ...findingStateWords, ...judgementWords, ...evidenceKindWords };

/** What a field of a finding or a person is called; undefined for fields that say nothing to a reader (ids, codes). */
export function fieldInWords(field: string): string | undefined {
	return fieldWords[field];
}

/** A value of such a field as people write it. Empty for nothing. */
export function valueInWords(field: string, value: unknown): string {
	if (value === null || value === undefined) return "";
	if (field === "active") return value === true ? "May sign in" : "May not sign in";
	if (typeof value !== "string") return String(value);
	if (field === "role") return roleLabels[Role.parse(value)];
	if (field === "state" || field === "judgement" || field === "evidenceKind") return valueWords[value] ?? value;
	return isPlainDate(value) ? formatDate(plainDate(value)) : value;
}
