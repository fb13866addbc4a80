import { blocksOf } from "./blocks-of.ts";
import { detectExtract, type ExtractKind } from "./detect-extract.ts";
import { extractLimits } from "./extract-limits.ts";
import { type ExtractParts, readParts } from "./extract-parts.ts";
import type { ExtractProblem, ExtractProblemId, ExtractTier } from "./extract-problems.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import { type ExtractReader, type ExtractRows, noRows } from "./extract-rows.ts";
import { makeProblemTally, type ProblemTally } from "./problem-tally.ts";
import { Afcars2020Reader } from "./read-afcars-2020.ts";
import { makeLegacyAfcarsReader } from "./read-legacy-afcars.ts";
import { makeNcandsReader } from "./read-ncands.ts";
import { findRecordEnd } from "./read-part.ts";

export type ReadExtractOptions = {
	/** Which file of the run: rows and problems carry it. */
	readonly file: number;
	/** Gets the rows in batches, a block of the file at a time; the next block waits for its promise. */
	readonly onRows: (rows: ExtractRows) => void | Promise<void>;
	/** Gets each problem as it is found. All are handed on and counted, none is kept. */
	readonly onProblem: (problem: ExtractProblem) => void;
	/** Hand out rows of caseworker visits too (AFCARS 2020). */
	readonly visits?: boolean;
	/** Gets the number of bytes that have been read, now and then. */
	readonly onRead?: (bytes: number) => void | Promise<void>;
	/** How to read parts of the file beside each other. Nothing but time depends on it; files of fixed width are read by one reader. */
	readonly parts?: ExtractParts;
};

export type ExtractReading = {
	readonly kind: ExtractKind | "other";
	/** "23A" for AFCARS, "2023" for NCANDS; null when it cannot be read. */
	readonly period: string | null;
	/** Records of children (AFCARS) or reports (NCANDS), also those that gave no row. */
	readonly records: number;
	/** False when a problem of the tier `reject` was found: then rows that were handed on do not count. */
	readonly usable: boolean;
	readonly problemsByTier: Readonly<Record<ExtractTier, number>>;
	readonly problemsById: ReadonlyMap<ExtractProblemId, number>;
};

/**
 * Reads one extract to canonical rows: recognizes the format by its first bytes, then reads block by block in bounded memory.
 * Never throws for what a file may hold; that comes as problems. Errors of `chunks` and `onRows` go through to the caller.
 *
 * @example
 * const reading = await readExtract(createReadStream(path), { file: 0, onRows, onProblem });
 * if (!reading.usable) await dropRowsOf(0);
 */
export function readExtract(chunks: AsyncIterable<Uint8Array>, options: ReadExtractOptions): Promise<ExtractReading> {
	return new Reading(options).read(chunks);
}

class Reading {
	readonly #options: ReadExtractOptions;
	readonly #tally: ProblemTally;
	#reader: ExtractReader | null = null;
	#kind: ExtractKind | "other" = "other";
	/** Bytes so far. */
	#bytes = 0;
	#refused = false;

	constructor(options: ReadExtractOptions) {
		this.#options = options;
		this.#tally = makeProblemTally(options.file, options.onProblem);
	}

	async read(chunks: AsyncIterable<Uint8Array>): Promise<ExtractReading> {
		for await (const block of blocksOf(chunks, extractLimits.blockBytes)) {
			if (this.#reader === null) {
				this.#reader = this.#recognize(block);
				if (this.#reader === null) return this.#answer();
				const rest = await this.#readInParts(this.#reader, block);
				if (rest !== null) return this.#readRest(this.#reader, rest);
			}
			if (!(await this.#push(this.#reader, block))) return this.#answer();
			if (this.#reader.finished) break;
		}
		return this.#end();
	}

	#recognize(block: Uint8Array): ExtractReader | null {
		const detected = detectExtract(block);
		this.#kind = detected.kind;
		if (detected.kind !== "other") return makeReader(detected.kind, this.#options, this.#tally);
		this.#tally.report(detected.words === "empty" ? "file-empty" : "file-kind", null, detected.words);
		return null;
	}

	/** Reads up to the end of the first record, and then parts beside each other. Answers where the rest begins; null for what has no parts. */
	async #readInParts(reader: ExtractReader, block: Uint8Array): Promise<number | null> {
		const { parts, file, visits = false } = this.#options;
		if (parts === undefined || !(reader instanceof Afcars2020Reader)) return null;
		const firstEnd = findRecordEnd(block);
		if (firstEnd < 0) return null;
		if (!(await this.#push(reader, block.subarray(0, firstEnd)))) return firstEnd;
		return readParts(reader, firstEnd, parts, {
			...{ file, visits, tally: this.#tally },
			onRows: (rows) => handOn(rows, this.#options),
			onRead: async (bytes) => this.#options.onRead?.(bytes),
		});
	}

	async #readRest(reader: ExtractReader, from: number): Promise<ExtractReading> {
		this.#bytes = from;
		const { parts } = this.#options;
		if (this.#refused || parts === undefined) return this.#answer();
		for await (const block of blocksOf(parts.bytesFrom(from), extractLimits.blockBytes, from)) {
			if (!(await this.#push(reader, block))) return this.#answer();
		}
		return this.#end();
	}

	async #end(): Promise<ExtractReading> {
		const reader = this.#reader;
		if (reader === null) this.#tally.report("file-empty");
		else await this.#step((rows) => reader.end(rows));
		return this.#answer();
	}

	/** True when reading can go on. */
	async #push(reader: ExtractReader, bytes: Uint8Array): Promise<boolean> {
		const atOnce = reader instanceof Afcars2020Reader ? bytes.length : extractLimits.stretchBytes;
		for (let at = 0; at < bytes.length && !this.#refused && !reader.finished; at += atOnce) {
			const stretch = bytes.subarray(at, at + atOnce);
			await this.#step((rows) => reader.push(stretch, rows));
		}
		this.#bytes += bytes.length;
		await this.#options.onRead?.(this.#bytes);
		return !this.#refused;
	}

	async #step(read: (rows: ExtractRows) => void): Promise<void> {
		const rows = noRows();
		const refused = refusalOf(() => read(rows));
		await handOn(rows, this.#options);
		if (refused === null) return;
		this.#refused = true;
		this.#tally.report(refused.id, null, refused.value);
	}

	#answer(): ExtractReading {
		return {
			kind: this.#kind,
			period: this.#reader?.period ?? null,
			records: this.#reader?.records ?? 0,
			usable: this.#tally.byTier().reject === 0,
			problemsByTier: this.#tally.byTier(),
			problemsById: this.#tally.byId(),
		};
	}
}

function makeReader(kind: ExtractKind, options: ReadExtractOptions, tally: ProblemTally): ExtractReader {
	const { file, visits = false } = options;
	switch (kind) {
		case "afcars-legacy":
			return makeLegacyAfcarsReader({ file, tally });
		case "afcars-2020":
			return new Afcars2020Reader({ file, tally, visits });
		case "ncands":
			return makeNcandsReader({ file, tally });
	}
}

function refusalOf(read: () => void): ExtractRefusal | null {
	try {
		read();
		return null;
	} catch (error) {
		if (error instanceof ExtractRefusal) return error;
		throw error;
	}
}

async function handOn(rows: ExtractRows, { onRows }: ReadExtractOptions): Promise<void> {
	const count = rows.afcars.length + rows.moves.length + rows.ncands.length + rows.visits.length;
	if (count > 0) await onRows(rows);
}
