import { formatDate, plainDate } from "../../../domain/calendar/plain-date.ts";

/** A moment of the log in words: "June 30, 2026, 2:05 PM UTC". Shown in UTC, as the log keeps it, and says so. */
export function describeMoment(at: string): string {
	const hours = Number(at.slice(11, 13));
	const clock = `${hours % 12 === 0 ? 12 : hours % 12}:${at.slice(14, 16)} ${hours < 12 ? "AM" : "PM"}`;
	return `${formatDate(plainDate(at.slice(0, 10)))}, ${clock} UTC`;
}

/** A moment, readable by people and programs. `at` is ISO 8601 in UTC; nothing is shown for an empty text. */
export function Moment({ at }: { readonly at: string }) {
	return at === "" ? null : <time dateTime={at}>{describeMoment(at)}</time>;
}
