import { daysInMonth, type PlainDate } from "../../domain/calendar/plain-date.ts";

/** AFCARS writes 20230105, NCANDS 01052023. */
export type DateOrder = "YYYYMMDD" | "MMDDYYYY";

/** What agencies write where there is no date. */
const noDate = /^(?:\s*|0+|9+)$/;

/** Reads the date that stands in a text, or in a part of it: `from` counted from 0, `to` exclusive. */
export type DateReader = (text: string, from?: number, to?: number) => PlainDate | null;

const firstYear = 1900;
const yearsRemembered = 200;
const placesOfYear = 16 * 32;
/**
 * The dates that were read, by year, month and day, those of all files: a file has few dates many times, and the next file has the same
 * ones. Null where there is no such day.
 */
const known = new Array<PlainDate | null | undefined>(yearsRemembered * placesOfYear).fill(undefined);

/** Makes a reader of dates: null for anything but eight digits that form a date (settled reading 4). */
export function makeDateReader(order: DateOrder): DateReader {
	return (text, from = 0, to = text.length) => {
		const number = to - from === 8 ? eightDigits(text, from) : -1;
		return number < 0 ? null : dateOfDigits(number, order);
	};
}

/** The date that eight digits form, given as a number. */
export function dateOfDigits(number: number, order: DateOrder): PlainDate | null {
	const digits = order === "YYYYMMDD" ? number : (number % 10_000) * 10_000 + Math.floor(number / 10_000);
	const year = Math.floor(digits / 10_000);
	const month = Math.floor(digits / 100) % 100;
	const day = digits % 100;
	const years = year - firstYear;
	if (years < 0 || month > 12 || day > 31) return null;
	if (years >= yearsRemembered) return makeDate(year, month, day);
	const place = years * placesOfYear + month * 32 + day;
	const before = known[place];
	if (before !== undefined) return before;
	const date = makeDate(year, month, day);
	known[place] = date;
	return date;
}

function makeDate(year: number, month: number, day: number): PlainDate | null {
	if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
	return `${year}-${twoDigits(month)}-${twoDigits(day)}` as PlainDate;
}

function twoDigits(number: number): string {
	return number < 10 ? `0${number}` : String(number);
}

/** Eight digits as a number; -1 for anything else. */
function eightDigits(text: string, from: number): number {
	let number = 0;
	for (let at = from; at < from + 8; at++) {
		const digit = text.charCodeAt(at) - 48;
		if (digit < 0 || digit > 9) return -1;
		number = number * 10 + digit;
	}
	return number;
}

/** True for blanks, zeros and nines: no date was meant, so it is missing and not wrong. */
export function meansNoDate(text: string): boolean {
	return noDate.test(text);
}
