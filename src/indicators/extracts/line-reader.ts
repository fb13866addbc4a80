import { decodeSingleBytes } from "./decode-bytes.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import { type ExtractReader, type ExtractRows, noRows } from "./extract-rows.ts";
import { LineSplitter, type LineTaker } from "./fixed-width.ts";

/** What a format of one line a record does with the lines, and how far it has come. */
export interface LineFormat {
	/**
	 * Reads a line that has nothing to report, which most lines are, from its bytes (`from` to `to`, exclusive): as `readLine` would, and
	 * several times faster. Answers false for every other line, and then has done nothing.
	 */
	readSoundLine(bytes: Uint8Array, from: number, to: number, number: number, rows: ExtractRows): boolean;
	/**
	 * Reads a line, given without its end, with its number from 1 and whether it had an end. Answers false where the records end: the
	 * rest of the file is not read.
	 */
	readLine(line: string, number: number, ended: boolean, rows: ExtractRows): boolean;
	/** Tells the tally where reading stands when the last line was a sound one, which says nothing itself. */
	settle(): void;
	readonly period: string | null;
	readonly records: number;
}

/** The reader of a format of lines: splits pieces into lines, and refuses a file without a record. */
export class LineReader implements ExtractReader, LineTaker {
	readonly #format: LineFormat;
	readonly #lines = new LineSplitter(this);
	#batch: ExtractRows = noRows();
	#finished = false;

	constructor(format: LineFormat) {
		this.#format = format;
	}

	push(bytes: Uint8Array, rows: ExtractRows): void {
		this.#batch = rows;
		try {
			this.#lines.push(bytes);
		} finally {
			this.#format.settle();
		}
	}

	end(rows: ExtractRows): void {
		this.#batch = rows;
		this.#lines.end();
		if (this.#format.records === 0) throw new ExtractRefusal("no-records");
	}

	takeLine(bytes: Uint8Array, from: number, to: number, number: number, ended: boolean): boolean {
		if (ended && this.#format.readSoundLine(bytes, from, to, number, this.#batch)) return true;
		this.#format.settle();
		const line = decodeSingleBytes(bytes.subarray(from, to));
		this.#finished = !this.#format.readLine(line, number, ended, this.#batch);
		return !this.#finished;
	}

	get finished(): boolean {
		return this.#finished;
	}

	get period(): string | null {
		return this.#format.period;
	}

	get records(): number {
		return this.#format.records;
	}
}
