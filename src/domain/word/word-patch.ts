import { formatDate, type PlainDate } from "../calendar/plain-date.ts";
import type { EditionField } from "../document/edition.ts";
import type { Milestone } from "../plan/plan-facts.ts";
import { readAssigned, readDay, readTimeframe } from "./milestone-words.ts";

/** What a text from a Word file means for the fields of its fact; or why it cannot be taken, in plain words. */
export type ReadPatch<P> = { readonly patch: P } | { readonly problem: string };

/** An answer as it was typed on paper: a day is read as a day, "None." as said on purpose where that is allowed. */
export function answerPatch(field: EditionField, after: string): ReadPatch<{ value: string; none: boolean }> {
	const text = after.trim();
	if (field.noneAllowed && /^none\.?$/iu.test(text)) return { patch: { value: "", none: true } };
	if ((field.type === "date" || field.type === "quarter-end") && text !== "") {
		const day = isOnlyADay(text) ? readDay(text) : undefined;
		return day === undefined
			? {
					problem: `"${text}" is not a day. Write it such as ${formatDate("2026-06-30" as PlainDate)} and type it in the plan.`,
				}
			: { patch: { value: day, none: false } };
	}
	const value = field.type === "text" ? after : after.replace(/\s*\n+\s*/gu, ", ").trim();
	return { patch: { value, none: false } };
}

/** Nothing but a day, with the words that the paper sets before it. */
function isOnlyADay(text: string): boolean {
	return text.replace(/^quarter ending\s+/iu, "").length <= 20;
}

/** The timeframe of a milestone as it was typed in a table. */
export function timeframePatch(
	after: string,
	startsOn: PlainDate,
	before?: Pick<Milestone, "timeframeMonths" | "dueOn">,
): ReadPatch<Pick<Milestone, "timeframeMonths" | "dueOn">> {
	const read = readTimeframe(after, startsOn, before);
	return read === undefined
		? {
				problem: `"${after}" names neither months nor a day, for example "6 months" or "June 30, 2026". Type the timeframe in the plan, and leave this change.`,
			}
		: { patch: read };
}

/** Who is responsible, as it was typed in a table. A person of the program who was named before is so no more. */
export function assignedPatch(
	after: string,
	before?: Pick<Milestone, "assignedTitle" | "assignedAgency">,
): ReadPatch<Pick<Milestone, "assignedTitle" | "assignedAgency" | "assignedPersonId">> {
	const read = readAssigned(after, before);
	if (read.assignedTitle.length > 200 || read.assignedAgency.length > 200) {
		return {
			problem:
				"Whom a milestone is assigned to has at most 200 characters. Shorten it in the plan, and leave this change.",
		};
	}
	return { patch: { ...read, assignedPersonId: null } };
}
