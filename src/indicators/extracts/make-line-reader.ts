import { ExtractRefusal } from "./extract-refusal.ts";
import type { ExtractReader, ExtractRows } from "./extract-rows.ts";
import { makeLineSplitter } from "./fixed-width.ts";

/** What a format of one line a record does with the lines, and how far it has come. */
export interface LineFormat {
	/**
	 * Reads a line, given without its end, with its number from 1 and whether it had an end. Answers false where the records end: the
	 * rest of the file is not read.
	 */
	readLine(line: string, number: number, ended: boolean, rows: ExtractRows): boolean;
	readonly period: string | null;
	readonly records: number;
}

/** Makes the reader of a format of lines: splits pieces into lines, and refuses a file without a record. */
export function makeLineReader(format: LineFormat): ExtractReader {
	let batch: ExtractRows;
	let finished = false;
	const lines = makeLineSplitter((line, number, ended) => {
		const goesOn = format.readLine(line, number, ended, batch);
		finished = !goesOn;
		return goesOn;
	});
	return {
		push(bytes, rows) {
			batch = rows;
			lines.push(bytes);
		},
		end(rows) {
			batch = rows;
			lines.end();
			if (format.records === 0) throw new ExtractRefusal("no-records");
		},
		get finished() {
			return finished;
		},
		get period() {
			return format.period;
		},
		get records() {
			return format.records;
		},
	};
}
