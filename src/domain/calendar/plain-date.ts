import { z } from "zod";

/**
 * A calendar date without time or zone, `YYYY-MM-DD`. Never a `Date`: a due date is the same day everywhere.
 */
export const PlainDate = z
	.string()
	.refine(isPlainDate, {
		message:
			"Expected a date that exists: month/day/year on a page, for example 06/30/2026; YYYY-MM-DD in the API, for example 2026-06-30.",
	})
	.brand<"PlainDate">()
	.meta({ format: "date" });
export type PlainDate = z.infer<typeof PlainDate>;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True when the text is a real calendar date written `YYYY-MM-DD` (2026-02-29 is not). */
export function isPlainDate(text: string): boolean {
	const match = pattern.exec(text);
	if (!match) return false;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Brands a text as a date. Throws a `RangeError` in plain words when it is not a real date. */
export function plainDate(text: string): PlainDate {
	if (!isPlainDate(text)) throw new RangeError(`"${text}" is not a date. Expected YYYY-MM-DD, for example 2026-06-30.`);
	return text as PlainDate;
}

/** Number of days in a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
	return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The parts of a date: `month` is 1 to 12, `day` is 1 to 31. */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
	return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function fromParts(year: number, month: number, day: number): PlainDate {
	const pad = (value: number, width: number) => String(value).padStart(width, "0");
	return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
}

/** Adds whole months; a day that the target month does not have becomes its last day (31 January + 1 = 28 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
	const { year, month, day } = partsOf(date);
	const index = year * 12 + (month - 1) + months;
	const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
	return fromParts(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Days since 1970-01-01, for differences. */
function dayNumber(date: PlainDate): number {
	const { year, month, day } = partsOf(date);
	return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Adds whole days (may be negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
	const moved = new Date((dayNumber(date) + days) * 86_400_000);
	return fromParts(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate());
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
	return dayNumber(to) - dayNumber(from);
}

/** Whole months from `from` to `to`, counting a month as full when the day of month is reached. */
export function monthsBetween(from: PlainDate, to: PlainDate): number {
	const [a, b] = [partsOf(from), partsOf(to)];
	const months = (b.year - a.year) * 12 + (b.month - a.month);
	return b.day < a.day && b.day < daysInMonth(b.year, b.month) ? months - 1 : months;
}

/** True for 31 March, 30 June, 30 September and 31 December. */
export function isQuarterEnd(date: PlainDate): boolean {
	return /-(03-31|06-30|09-30|12-31)$/.test(date);
}

const monthNames = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December",
] as const;

/** "June 30, 2026", as readers in the United States expect it. */
export function formatDate(date: PlainDate): string {
	const { year, month, day } = partsOf(date);
	return `${monthNames[month - 1]} ${day}, ${year}`;
}

/** 9 for "September" and "Sept"; undefined for what is no month. */
export function monthNumber(name: string): number | undefined {
	const start = name.toLowerCase();
	if (start.length < 3) return undefined;
	const index = monthNames.findIndex((each) => each.toLowerCase().startsWith(start === "sept" ? "sep" : start));
	return index < 0 ? undefined : index + 1;
}
