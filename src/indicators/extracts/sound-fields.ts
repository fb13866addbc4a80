import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { decodeSingleBytes } from "./decode-bytes.ts";
import type { Field } from "./fixed-width.ts";
import { makeProblemTally, type ProblemTally } from "./problem-tally.ts";
import { type DateOrder, dateOfDigits } from "./read-extract-date.ts";

// Fields of lines of fixed width, read from their bytes where there is nothing to report of them. Each answers what the reading of the
// text answers; `notSound`, null or undefined where that would report something or where the bytes are unusual: then the text is read.
// Nothing here belongs to one file, so that the second file of a load is read by what the first has warmed.

export const notSound = -1;
/** There is no date, and none was meant. */
export const noDate = 0;

const blank = 32;
const zero = 48;

/** Digits as a number. */
export function digitsAt(bytes: Uint8Array, from: number, length: number): number {
	let number = 0;
	for (let at = from; at < from + length; at++) {
		const digit = (bytes[at] ?? 0) - zero;
		if (digit < 0 || digit > 9) return notSound;
		number = number * 10 + digit;
	}
	return number;
}

/** The eight digits of a date as a number, or `noDate` for blanks and zeros. Whether they form a date is another question. */
export function dateDigitsAt(bytes: Uint8Array, from: number): number {
	if (bytes[from] !== blank) return digitsAt(bytes, from, 8);
	return isBlankAt(bytes, from, from + 8) ? noDate : notSound;
}

/** Is nothing written there? */
export function isBlankAt(bytes: Uint8Array, from: number, to: number): boolean {
	for (let at = from; at < to; at++) if (bytes[at] !== blank) return false;
	return true;
}

/** Nines instead of a date: none was meant. */
const nines = 99_999_999;

/** A date that may be missing: null where none was meant, undefined for what is no date. */
export function otherDateOf(digits: number, order: DateOrder): PlainDate | null | undefined {
	if (digits === noDate || digits === nines) return null;
	return digits < 0 ? undefined : (dateOfDigits(digits, order) ?? undefined);
}

/** A count of two signs: digits, with a blank before or after one of them. */
export function countAt(bytes: Uint8Array, from: number): number {
	const [first, second] = [bytes[from] ?? 0, bytes[from + 1] ?? 0];
	if (first === blank) return digitsAt(bytes, from + 1, 1);
	if (second === blank) return digitsAt(bytes, from, 1);
	return digitsAt(bytes, from, 2);
}

/** A number of a record or an ID without blanks around it; "" for blanks, and for signs beyond plain ones. */
export function plainTextAt(bytes: Uint8Array, from: number, to: number): string {
	let [start, end] = [from, to];
	while (start < end && bytes[start] === blank) start++;
	while (end > start && bytes[end - 1] === blank) end--;
	for (let at = start; at < end; at++) {
		const byte = bytes[at] ?? 0;
		if (byte < blank || byte > 126) return "";
	}
	return start === end ? "" : String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
}

const counties = new Map<number, string>();

/** The five digits of a county, given as a number. */
export function countyOfDigits(digits: number): string {
	const before = counties.get(digits);
	if (before !== undefined) return before;
	const county = String(digits).padStart(5, "0");
	counties.set(digits, county);
	return county;
}

const mostRemembered = 50_000;

/**
 * Makes a reader of codes of eight signs together at most, digits or blanks: `read` is the reading of the line's text, and what it answers
 * without a report is remembered for all files. Null where it reports something.
 */
export function makeSoundCodes<T>(
	fields: readonly Field[],
	read: (line: string, tally: ProblemTally) => T,
): (bytes: Uint8Array, line: number) => T | null {
	const places = fields.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index));
	const end = Math.max(...places) + 1;
	const known = new Map<number, T | null>();
	const readAnew = (bytes: Uint8Array, line: number, key: number): T | null => {
		const silent = makeProblemTally(0, () => undefined);
		const answer = read(decodeSingleBytes(bytes.subarray(line, line + end)), silent);
		const sound = silent.count === 0 ? answer : null;
		if (known.size >= mostRemembered) known.clear();
		known.set(key, sound);
		return sound;
	};
	return (bytes, line) => {
		let key = 0;
		for (let index = 0; index < places.length; index++) {
			const byte = bytes[line + (places[index] ?? 0)] ?? 0;
			const digit = byte === blank ? 10 : byte - zero;
			if (digit < 0 || digit > 10 || (digit === 10 && byte !== blank)) return null;
			key = key * 11 + digit;
		}
		const before = known.get(key);
		return before === undefined ? readAnew(bytes, line, key) : before;
	};
}
