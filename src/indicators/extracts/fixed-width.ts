import { type Codes, codesOf } from "./check-code.ts";
import { joined } from "./decode-bytes.ts";
import { extractLimits } from "./extract-limits.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import type { ElementName, ProblemTally } from "./problem-tally.ts";

/** A field of a line: where it stands (`from` counted from 0, `to` exclusive) and how problems name it. */
export type Field = {
	readonly from: number;
	readonly to: number;
	readonly element: ElementName;
	/** The codes that it may hold, where the layout lists them. */
	readonly codes: Codes;
};

type LayoutField = {
	readonly element: string | number;
	readonly name: string;
	readonly description: string;
	readonly start?: number;
	readonly end?: number;
	readonly values?: string;
};

/** The field of that name in a layout. Throws when the layout has none: a mistake in the program. */
export function getField(fields: readonly LayoutField[], name: string): Field {
	const field = fields.find((each) => each.name === name);
	if (field?.start === undefined || field.end === undefined) throw new Error(`The layout has no field ${name}.`);
	return {
		from: field.start - 1,
		to: field.end,
		// What stands in parentheses explains codes and widths, which problems say themselves.
		element: { number: String(field.element), name: field.description.replace(/ \(.*$/, "") },
		codes: codesOf(field.values ?? ""),
	};
}

/** The characters of a field, as they stand. */
export function cut(line: string, field: Field): string {
	return line.slice(field.from, field.to);
}

const blank = 32;

/** Is nothing written in the field? */
export function isBlankIn(line: string, field: Field): boolean {
	for (let at = field.from; at < field.to; at++) if (line.charCodeAt(at) !== blank) return false;
	return true;
}

const [lineFeed, carriageReturn, controlZ] = [10, 13, 26];
const startMark = [0xef, 0xbb, 0xbf];

/** Does something with the lines of a file. */
export interface LineTaker {
	/**
	 * What becomes of a line: it stands in the bytes from `from` to `to`, exclusive and without its end; its number is from 1, and only the
	 * last of a file may lack its end. Answers false to stop: the rest is not read. The bytes are used again after the call.
	 */
	takeLine(bytes: Uint8Array, from: number, to: number, number: number, ended: boolean): boolean;
}

/** Splits pieces of a file into lines: LF or CRLF, a mark at the start (UTF-8) left out. */
export class LineSplitter {
	readonly #taker: LineTaker;
	#rest: Uint8Array = new Uint8Array(0);
	#number = 0;
	#stopped = false;

	constructor(taker: LineTaker) {
		this.#taker = taker;
	}

	push(piece: Uint8Array): void {
		if (this.#stopped) return;
		const bytes = this.#rest.length === 0 ? piece : joined(this.#rest, piece);
		let at = 0;
		for (let end = bytes.indexOf(lineFeed); end >= 0 && !this.#stopped; end = bytes.indexOf(lineFeed, at)) {
			checkLineLength(end - at);
			this.#hand(bytes, at, end, true);
			at = end + 1;
		}
		if (this.#stopped) return;
		this.#rest = bytes.slice(at);
		checkLineLength(this.#rest.length);
	}

	/** Hands out a last line that has no end of line. */
	end(): void {
		const rest = this.#rest;
		this.#rest = new Uint8Array(0);
		// Old programs end a text with a control-Z.
		const isEndMark = rest.length === 1 && rest[0] === controlZ;
		if (!this.#stopped && rest.length > 0 && !isEndMark) this.#hand(rest, 0, rest.length, false);
	}

	/** Hands out the line that stands in the bytes from here to there. */
	#hand(bytes: Uint8Array, from: number, to: number, ended: boolean): void {
		const number = ++this.#number;
		const start = number === 1 && startMark.every((byte, at) => bytes[from + at] === byte) ? from + 3 : from;
		const end = to > start && bytes[to - 1] === carriageReturn ? to - 1 : to;
		this.#stopped = !this.#taker.takeLine(bytes, start, end, number, ended);
	}
}

function checkLineLength(length: number): void {
	if (length > extractLimits.lineCharacters)
		throw new ExtractRefusal("line-without-end", `${length.toLocaleString("en-US")} characters`);
}

/**
 * Makes the check of the length of lines. A line that is too long is refused unless the rest is blank; a short one is read as if
 * blanks followed. A short last line without an end, in a file whose other lines are whole, is where a copy stopped.
 */
export function makeLengthCheck(
	{ whole, longest }: { readonly whole: number; readonly longest: number },
	tally: ProblemTally,
): (line: string, ended: boolean) => string {
	let shortBefore = false;
	return (line, ended) => {
		if (line.length > longest && line.trimEnd().length > longest)
			tally.report("line-too-long", null, `${line.trimEnd().length} characters`);
		if (line.length >= whole) return line;
		tally.report(ended || shortBefore ? "line-short" : "last-line-cut", null, `${line.length} characters`);
		shortBefore = true;
		return line.padEnd(whole);
	};
}
