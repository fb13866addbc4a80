import { isPlainDate, type PlainDate } from "../../domain/calendar/plain-date.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads a date as people in the United States type it: `6/30/2026`, `06-30-2026`, `2026-06-30`, `June 30, 2026`.
 * Undefined when it is no date that exists; years have four digits, so that none is guessed.
 */
export function readTypedDate(text: string): PlainDate | undefined {
	const typed = text.trim();
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(typed);
	if (iso) return dateOf(iso[1], iso[2], iso[3]);
	const american = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/u.exec(typed);
	if (american) return dateOf(american[3], american[1], american[2]);
	const words = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(typed);
	const month = months.indexOf(words?.[1]?.slice(0, 3).toLowerCase() ?? "") + 1;
	return words && month > 0 ? dateOf(words[3], String(month), words[2]) : undefined;
}

function dateOf(year = "", month = "", day = ""): PlainDate | undefined {
	const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
	return isPlainDate(date) ? (date as PlainDate) : undefined;
}
