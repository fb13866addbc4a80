import { isPlainDate, type PlainDate } from "../../domain/calendar/plain-date.ts";

/** AFCARS writes 20230105, NCANDS 01052023. */
export type DateOrder = "YYYYMMDD" | "MMDDYYYY";

/** What agencies write where there is no date. */
const noDate = /^(?:\s*|0+|9+)$/;
const datesRemembered = 100_000;

/** Reads the date that stands in a text, or in a part of it: `from` counted from 0, `to` exclusive. */
export type DateReader = (text: string, from?: number, to?: number) => PlainDate | null;

/**
 * Makes a reader of the dates of one file: null for anything but eight digits that form a date (settled reading 4). It
 * remembers what it has read, because a file has few dates many times; by their number, which is found sooner than a text.
 */
export function makeDateReader(order: DateOrder): DateReader {
	const known = new Map<number, PlainDate | null>();
	return (text, from = 0, to = text.length) => {
		const number = to - from === 8 ? eightDigits(text, from) : -1;
		if (number < 0) return null;
		const before = known.get(number);
		if (before !== undefined) return before;
		const date = readDate(text.slice(from, to), order);
		if (known.size >= datesRemembered) known.clear();
		known.set(number, date);
		return date;
	};
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

function readDate(text: string, order: DateOrder): PlainDate | null {
	const [year, month, day] =
		order === "YYYYMMDD"
			? [text.slice(0, 4), text.slice(4, 6), text.slice(6)]
			: [text.slice(4), text.slice(0, 2), text.slice(2, 4)];
	const date = `${year}-${month}-${day}`;
	return isPlainDate(date) ? (date as PlainDate) : null;
}

/** True for blanks, zeros and nines: no date was meant, so it is missing and not wrong. */
export function meansNoDate(text: string): boolean {
	return noDate.test(text);
}
