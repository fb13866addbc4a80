import { addDays, addMonths, daysBetween, type PlainDate, plainDate } from "../../domain/calendar/plain-date.ts";

const aMonday = plainDate("1970-01-05");

/** The day itself, or the Friday before when it falls on a weekend. */
export function toWorkingDay(day: PlainDate): PlainDate {
	const weekday = ((daysBetween(aMonday, day) % 7) + 7) % 7;
	return weekday > 4 ? addDays(day, 4 - weekday) : day;
}

/** The first day of the month that lies `months` after the month of `today` (before it, when negative). */
export function firstOfMonth(today: PlainDate, months: number): PlainDate {
	return addMonths(plainDate(`${today.slice(0, 7)}-01`), months);
}
