import type { ExtractProblem } from "./extract-problems.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import { type ExtractRows, noRows } from "./extract-rows.ts";
import { makeProblemTally } from "./problem-tally.ts";
import { type Afcars2020Place, Afcars2020Reader } from "./read-afcars-2020.ts";

/** A part of an AFCARS 2020 file: bytes from the end of one record to the end of a later one, and what stands before them. */
export type ExtractPart = {
	readonly from: number;
	readonly to: number;
	readonly place: Afcars2020Place;
	readonly file: number;
	readonly visits: boolean;
};

/** What a part holds; records and lines count from the start of the part. */
export type PartReading = {
	readonly rows: ExtractRows;
	readonly problems: readonly ExtractProblem[];
	readonly records: number;
	readonly lines: number;
};

/**
 * Reads a part. Null when the next part could not be read from the same place: the file is cut within a comment, its header changes, or
 * it cannot be read further. Then whoever knows what came before must read on.
 */
export function readPart(blocks: Iterable<Uint8Array>, { place, file, visits }: ExtractPart): PartReading | null {
	const rows = noRows();
	const problems: ExtractProblem[] = [];
	const tally = makeProblemTally(file, (problem) => problems.push(problem));
	const reader = new Afcars2020Reader({ file, tally, visits, place });
	try {
		for (const block of blocks) reader.push(block, rows);
	} catch (error) {
		if (error instanceof ExtractRefusal) return null;
		throw error;
	}
	if (JSON.stringify(reader.place) !== JSON.stringify(place)) return null;
	return { rows, problems, records: reader.records, lines: reader.lines };
}

/** The place after the first `</record>` that ends at or after `from`; -1 when there is none. Its prefix may be any. */
export function findRecordEnd(bytes: Uint8Array, from = 0): number {
	for (let at = bytes.indexOf(greater, from); at >= 0; at = bytes.indexOf(greater, at + 1)) {
		if (isRecordEnd(bytes, at)) return at + 1;
	}
	return -1;
}

const greater = 0x3e;
const less = 0x3c;
const slash = 0x2f;
const colon = 0x3a;
const name = [..."record"].map((letter) => letter.charCodeAt(0));
const longestPrefix = 40;
/** Bytes of the longest `</prefix:record>` that is found. */
export const longestRecordEnd = longestPrefix + name.length + 4;

function isRecordEnd(bytes: Uint8Array, end: number): boolean {
	const start = end - name.length;
	if (!name.every((code, index) => bytes[start + index] === code)) return false;
	let before = start - 1;
	if (bytes[before] === colon) {
		const least = before - longestPrefix;
		while (before > least && bytes[before] !== slash && bytes[before] !== less) before--;
	}
	return bytes[before] === slash && bytes[before - 1] === less;
}
