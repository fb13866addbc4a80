import { daysInMonth, isPlainDate, monthNumber, type PlainDate, plainDate } from "../calendar/plain-date.ts";
import { timeframeEnd } from "../plan/assemble-plan.ts";
import type { Milestone } from "../plan/plan-facts.ts";

export type Timeframe = Pick<Milestone, "timeframeMonths" | "dueOn">;
export type Assigned = Pick<Milestone, "assignedTitle" | "assignedAgency">;

const NUMBER_WORDS = [
	"one",
	"two",
	"three",
	"four",
	"five",
	"six",
	"seven",
	"eight",
	"nine",
	"ten",
	"eleven",
	"twelve",
];
const COUNT = `(\\d{1,3}|${NUMBER_WORDS.join("|")})`;
const MONTHS = new RegExp(`\\b${COUNT}[\\s-]*(?:months?|mos?\\b)`, "iu");
const YEARS = new RegExp(`\\b${COUNT}[\\s-]*(?:years?|yrs?\\b)`, "iu");
const WRITTEN = /\b([a-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})\b/giu;
const SLASHED = /\b(\d{1,2})\/(?:(\d{1,2})\/)?(\d{2}|\d{4})\b/gu;
const ISO = /\b(\d{4}-\d{2}-\d{2})\b/gu;

/**
 * A timeframe as people write it: `6 months`, `By September 30, 2026`, `9/30/26`, `3 months (by September 30, 2025)`. A month
 * without a day is its last day. `before` is what stood there, to tell which of months and day was changed. Undefined when
 * neither can be read; nothing written is no timeframe.
 */
export function readTimeframe(text: string, startsOn: PlainDate, before?: Timeframe): Timeframe | undefined {
	if (text.trim() === "") return { timeframeMonths: null, dueOn: null };
	const months = readMonths(text);
	const day = readDay(text);
	if (months === undefined) return day === undefined ? undefined : { timeframeMonths: null, dueOn: day };
	if (months > 120) return undefined;
	if (day === undefined || day === timeframeEnd(startsOn, months)) return { timeframeMonths: months, dueOn: null };
	const stale = before !== undefined && before.timeframeMonths !== null && before.timeframeMonths !== months;
	return { timeframeMonths: months, dueOn: stale ? null : day };
}

function readMonths(text: string): number | undefined {
	const months = MONTHS.exec(text)?.[1];
	if (months !== undefined) return count(months);
	const years = YEARS.exec(text)?.[1];
	return years === undefined ? undefined : count(years) * 12;
}

function count(text: string): number {
	const word = NUMBER_WORDS.indexOf(text.toLowerCase());
	return word >= 0 ? word + 1 : Number(text);
}

/** The first day that a text names, as it is printed or typed. */
export function readDay(text: string): PlainDate | undefined {
	return readDays(text)[0];
}

/** The days that a text names, in their order: `July 1, 2025 to June 30, 2028`. */
export function readDays(text: string): readonly PlainDate[] {
	const found: { readonly index: number; readonly day: PlainDate | undefined }[] = [];
	for (const match of text.matchAll(ISO)) {
		const [, iso = ""] = match;
		found.push({ index: match.index, day: isPlainDate(iso) ? plainDate(iso) : undefined });
	}
	for (const match of text.matchAll(WRITTEN)) {
		const [, name = "", day, year = ""] = match;
		const month = monthNumber(name);
		found.push({ index: match.index, day: month === undefined ? undefined : dayOf(Number(year), month, day) });
	}
	for (const match of text.matchAll(SLASHED)) {
		const [, month = "", day, year = ""] = match;
		const whole = day !== undefined || year.length === 4;
		const full = year.length === 2 ? 2000 + Number(year) : Number(year);
		found.push({ index: match.index, day: whole ? dayOf(full, Number(month), day) : undefined });
	}
	return found.toSorted((one, other) => one.index - other.index).flatMap(({ day }) => day ?? []);
}

function dayOf(year: number, month: number, day: string | undefined): PlainDate | undefined {
	if (month < 1 || month > 12) return undefined;
	const last = daysInMonth(year, month);
	const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day ?? last).padStart(2, "0")}`;
	return isPlainDate(text) ? plainDate(text) : undefined;
}

/** Words that only an agency's name has, behind the last comma. */
const NAMED_AGENCY =
	/^(.+), ([^,]*\b(?:agency|department|division|bureau|office|services|court|probation|council|board|university)\b[^,]*)$/iu;

/** `Program manager, Alder County Probation`: which is the title and which the agency is told by what stood there before. */
export function readAssigned(text: string, before?: Assigned): Assigned {
	const words = text.replace(/\s+/gu, " ").trim();
	const agency = before?.assignedAgency.trim() ?? "";
	if (agency === "") {
		const [, title, named] = NAMED_AGENCY.exec(words) ?? [];
		return { assignedTitle: title ?? words, assignedAgency: named ?? "" };
	}
	if (words === agency) return { assignedTitle: "", assignedAgency: agency };
	if (words.endsWith(`, ${agency}`)) {
		return { assignedTitle: words.slice(0, -agency.length - 2), assignedAgency: agency };
	}
	const comma = words.lastIndexOf(", ");
	if (comma < 0) return { assignedTitle: words, assignedAgency: "" };
	return { assignedTitle: words.slice(0, comma), assignedAgency: words.slice(comma + 2) };
}
