import { isPlainDate, type PlainDate } from "../../domain/calendar/plain-date.ts";

/** AFCARS writes 20230105, NCANDS 01052023. */
export type DateOrder = "YYYYMMDD" | "MMDDYYYY";

const eightDigits = /^\d{8}$/;
/** What agencies write where there is no date. */
const noDate = /^(?:\s*|0+|9+)$/;
const datesRemembered = 100_000;

/**
 * Makes a reader of the dates of one file: null for anything but eight digits that form a date (settled reading 4). It
 * remembers what it has read, because a file has few dates many times.
 */
export function makeDateReader(order: DateOrder): (text: string) => PlainDate | null {
	const known = new Map<string, PlainDate | null>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const date = readDate(text, order);
		if (known.size >= datesRemembered) known.clear();
		if (text.length <= 8) known.set(text, date);
		return date;
	};
}

function readDate(text: string, order: DateOrder): PlainDate | null {
	if (!eightDigits.test(text)) return null;
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
