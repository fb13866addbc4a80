import { daysInMonth, isPlainDate, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";

export type DateReading =
	| { readonly kind: "date"; readonly date: PlainDate }
	/** Written like a date, but no such day exists; `why` in words. */
	| { readonly kind: "impossible"; readonly why: string }
	/** The day number of a spreadsheet (46203) in place of a date. */
	| { readonly kind: "serial" }
	| { readonly kind: "unknown" };

export interface Month {
	readonly year: number;
	readonly month: number;
}

const monthNames = [
	"january",
	"february",
	"march",
	"april",
	"may",
	"june",
	"july",
	"august",
	"september",
	"october",
	"november",
	"december",
] as const;

/** The month, 1 to 12, that a name or its first three letters mean. */
function findMonth(name: string): number | undefined {
	const spelled = name.toLowerCase();
	if (spelled.length < 3) return undefined;
	const index = monthNames.findIndex(
		(month) => month === spelled || (spelled === "sept" ? "sep" : spelled) === month.slice(0, 3),
	);
	return index < 0 ? undefined : index + 1;
}

interface DateForm {
	readonly pattern: RegExp;
	readonly order: readonly ["year" | "month" | "day", "year" | "month" | "day", "year" | "month" | "day"];
}

const midnight = String.raw`(?:[T ]0?0:00(?::00(?:\.0+)?)?(?: ?AM)?Z?)?`;
const forms: readonly DateForm[] = [
	{ pattern: new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})${midnight}$`, "i"), order: ["year", "month", "day"] },
	{ pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, order: ["year", "month", "day"] },
	{ pattern: /^((?:19|20)\d{2})(\d{2})(\d{2})$/, order: ["year", "month", "day"] },
	{ pattern: new RegExp(`^(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4})${midnight}$`, "i"), order: ["month", "day", "year"] },
	{ pattern: /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i, order: ["month", "day", "year"] },
	{ pattern: /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -](\d{4})$/i, order: ["day", "month", "year"] },
];

/**
 * Reads a date as people in the United States write it: 2026-06-30, 6/30/2026 (month first), 20260630, June 30, 2026,
 * 30-Jun-2026. Two-digit years are not read: nobody can know the century.
 */
export function readDate(cell: string): DateReading {
	const text = cell.trim().replace(/\s+/g, " ");
	for (const { pattern, order } of forms) {
		const match = pattern.exec(text);
		if (!match) continue;
		const part = (name: "year" | "month" | "day") => match[order.indexOf(name) + 1] ?? "";
		const month = /^\d+$/.test(part("month")) ? Number(part("month")) : findMonth(part("month"));
		return month === undefined ? { kind: "unknown" } : toDate(Number(part("year")), month, Number(part("day")));
	}
	return /^[34]\d{4}(\.\d+)?$/.test(text) ? { kind: "serial" } : { kind: "unknown" };
}

function toDate(year: number, month: number, day: number): DateReading {
	const impossible = (why: string): DateReading => ({ kind: "impossible", why });
	if (month < 1 || month > 12) return impossible(`there is no month ${month}, and the month is read before the day`);
	const days = daysInMonth(year, month);
	const name = monthNames[month - 1] ?? "";
	if (day < 1 || day > days)
		return impossible(`${name.charAt(0).toUpperCase()}${name.slice(1)} ${year} has ${days} days`);
	const text = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
	return isPlainDate(text) ? { kind: "date", date: plainDate(text) } : impossible("the year is before 1900");
}

/** Reads a month: JUL2025, Jul 2025, July 2025, 2025-07, 7/2025. Undefined when the text is none. */
export function findMonthIn(cell: string): Month | undefined {
	const text = cell.trim().replace(/\s+/g, " ");
	const named = /^([a-z]+)\.?[ -]?(\d{4})$/i.exec(text);
	if (named) return toMonth(Number(named[2]), findMonth(named[1] ?? ""));
	const yearFirst = /^(\d{4})-(\d{1,2})$/.exec(text);
	if (yearFirst) return toMonth(Number(yearFirst[1]), Number(yearFirst[2]));
	const monthFirst = /^(\d{1,2})\/(\d{4})$/.exec(text);
	return monthFirst ? toMonth(Number(monthFirst[2]), Number(monthFirst[1])) : undefined;
}

function toMonth(year: number, month: number | undefined): Month | undefined {
	return month === undefined || month < 1 || month > 12 || year < 1900 ? undefined : { year, month };
}

/** The first or the last day of a month. */
export function dayOfMonth({ year, month }: Month, edge: "first" | "last"): PlainDate {
	const day = edge === "first" ? 1 : daysInMonth(year, month);
	return plainDate(
		`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
	);
}
