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
const SLASHED = /\b(\d{1,2})\/(?:(\d{1,2})\/)?(\d{2}|\d{4})\b/u;
const ISO = /\b(\d{4}-\d{2}-\d{2})\b/u;

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
	const iso = ISO.exec(text)?.[1];
	if (iso !== undefined && isPlainDate(iso)) return plainDate(iso);
	for (const [, name = "", day, year = ""] of text.matchAll(WRITTEN)) {
		const month = monthNumber(name);
		if (month !== undefined) return dayOf(Number(year), month, day);
	}
	const [, month, day, year] = SLASHED.exec(text) ?? [];
	if (month === undefined || year === undefined) return undefined;
	if (day === undefined && year.length === 2) return undefined;
	return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month), day);
}

function dayOf(year: number, month: number, day: string | undefined): PlainDate | undefined {
	if (month < 1 || month > 12) return undefined;
	const last = daysInMonth(year, month);
	const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day ?? last).padStart(2, "0")}`;
	return isPlainDate(text) ? plainDate(text) : undefined;
}

/** `Program manager, Alder County Probation`: which is the title and which the agency is told by what stood there before. */
export function readAssigned(text: string, before?: Assigned): Assigned {
	const words = text.replace(/\s+/gu, " ").trim();
	const agency = before?.assignedAgency.trim() ?? "";
	if (agency === "") return { assignedTitle: words, assignedAgency: "" };
	if (words === agency) return { assignedTitle: "", assignedAgency: agency };
	if (words.endsWith(`, ${agency}`)) {
		return { assignedTitle: words.slice(0, -agency.length - 2), assignedAgency: agency };
	}
	const comma = words.lastIndexOf(", ");
	if (comma < 0) return { assignedTitle: words, assignedAgency: "" };
	return { assignedTitle: words.slice(0, comma), assignedAgency: words.slice(comma + 2) };
}
