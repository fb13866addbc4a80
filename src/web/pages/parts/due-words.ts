import { daysBetween, formatDate, type PlainDate } from "../../../domain/calendar/plain-date.ts";

/** How near a day is, in words: "Overdue by 12 days", "Due today", "Due in 3 days", "Due September 30, 2026". */
export function dueInWords(dueOn: PlainDate | undefined, today: PlainDate): string {
	if (!dueOn) return "No date";
	const days = daysBetween(today, dueOn);
	if (days < 0) return `Overdue by ${days === -1 ? "1 day" : `${-days} days`}`;
	if (days === 0) return "Due today";
	if (days <= 30) return days === 1 ? "Due tomorrow" : `Due in ${days} days`;
	return `Due ${formatDate(dueOn)}`;
}
