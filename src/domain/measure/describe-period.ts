import { addDays, addMonths, formatDate, isQuarterEnd, type PlainDate } from "../calendar/plain-date.ts";

/**
 * A reporting period in words: "12 months ending June 30, 2026", "quarter ending June 30, 2026", "July 1, 2026" for a
 * count on one day, otherwise "July 1, 2025 to May 31, 2026". Both days are in the period.
 */
export function describePeriod(start: PlainDate, end: PlainDate): string {
	if (start === end) return formatDate(end);
	const dayAfter = addDays(end, 1);
	if (addMonths(start, 12) === dayAfter) return `12 months ending ${formatDate(end)}`;
	if (isQuarterEnd(end) && addMonths(start, 3) === dayAfter) return `quarter ending ${formatDate(end)}`;
	return `${formatDate(start)} to ${formatDate(end)}`;
}
