import { type Codes, codesOf } from "./check-code.ts";
import { decodeSingleBytes } from "./decode-bytes.ts";
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

/** Of how many different stretches a reader remembers what they say before it begins anew. */
const stretchesRemembered = 50_000;

/**
 * Makes a reader of one stretch of the lines, from the first of the fields to the last, which remembers what it has read: a file
 * has few combinations of codes many times. What had to be reported is read anew in each line, so that each line is told.
 */
export function rememberStretch<T>(
	fields: readonly Field[],
	read: (line: string) => T,
	tally: ProblemTally,
): (line: string) => T {
	const from = Math.min(...fields.map((each) => each.from));
	const to = Math.max(...fields.map((each) => each.to));
	const known = new Map<string, T>();
	return (line) => {
		const stretch = line.slice(from, to);
		const before = known.get(stretch);
		if (before !== undefined) return before;
		const reportedBefore = tally.count;
		const found = read(line);
		if (tally.count > reportedBefore) return found;
		if (known.size >= stretchesRemembered) known.clear();
		known.set(stretch, found);
		return found;
	};
}

const carriageReturn = 13;

/** Splits pieces of a file into lines: LF or CRLF, one character a byte, a mark at the start (UTF-8) left out. */
export interface LineSplitter {
	push(bytes: Uint8Array): void;
	/** Hands out a last line that has no end of line. */
	end(): void;
}

/**
 * @param onLine gets each line without its end, its number from 1, and whether it had an end: only the last of a file may lack
 * one. Answers false to stop: the rest is not read.
 */
export function makeLineSplitter(onLine: (line: string, number: number, ended: boolean) => boolean): LineSplitter {
	let rest = "";
	let number = 0;
	let stopped = false;
	/** Hands out the line that stands in the text from here to there. */
	const hand = (text: string, from: number, to: number, ended: boolean) => {
		number++;
		const start = number === 1 && text.startsWith("\u00ef\u00bb\u00bf", from) ? from + 3 : from;
		const end = to > start && text.charCodeAt(to - 1) === carriageReturn ? to - 1 : to;
		stopped = !onLine(text.slice(start, end), number, ended);
	};
	const checkLength = (length: number) => {
		if (length > extractLimits.lineCharacters)
			throw new ExtractRefusal("line-without-end", `${length.toLocaleString("en-US")} characters`);
	};
	return {
		push(bytes) {
			if (stopped) return;
			const text = rest + decodeSingleBytes(bytes);
			let at = 0;
			for (let end = text.indexOf("\n"); end >= 0 && !stopped; end = text.indexOf("\n", at)) {
				checkLength(end - at);
				hand(text, at, end, true);
				at = end + 1;
			}
			if (stopped) return;
			rest = text.slice(at);
			checkLength(rest.length);
		},
		end() {
			// Old programs end a text with a control-Z.
			if (!stopped && rest !== "" && rest !== "\u001a") hand(rest, 0, rest.length, false);
			rest = "";
		},
	};
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
