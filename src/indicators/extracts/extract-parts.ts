import { extractLimits } from "./extract-limits.ts";
import type { ExtractRows } from "./extract-rows.ts";
import type { ProblemTally } from "./problem-tally.ts";
import type { Afcars2020Reader } from "./read-afcars-2020.ts";
import { type ExtractPart, findRecordEnd, longestRecordEnd, type PartReading } from "./read-part.ts";

/** How parts of a file are read beside each other. */
export type ExtractParts = {
	/** Bytes of the file. */
	readonly size: number;
	readonly bytesFrom: (from: number) => AsyncIterable<Uint8Array>;
	/** Reads a part (`readPart`) elsewhere, in a thread of its own. */
	readonly read: (part: ExtractPart) => Promise<PartReading | null>;
	/** Parts that are read at one time. */
	readonly atOnce: number;
	/** A part has about so many bytes; 8 MB if nothing is said. */
	readonly partBytes?: number;
};

const usualPartBytes = 8 * 1024 * 1024;

type Options = {
	readonly file: number;
	readonly visits: boolean;
	readonly tally: ProblemTally;
	readonly onRows: (rows: ExtractRows) => Promise<void>;
	/** Bytes of the file that have been read. */
	readonly onRead: (bytes: number) => Promise<void>;
};

/**
 * Reads what follows of an AFCARS 2020 file in parts beside each other, and hands on their rows and problems in the order of the file.
 * Answers where `reader` must go on: at the tail after the last record, or earlier when a part is not like the others. What comes out is
 * the same as if one reader had read everything, since a part counts only when it ends just where and how the next one begins.
 *
 * @param from the end of a record, up to which `reader` has read.
 */
export async function readParts(
	reader: Afcars2020Reader,
	from: number,
	parts: ExtractParts,
	options: Options,
): Promise<number> {
	const { place } = reader;
	if (place === null) return from;
	const waiting: { readonly part: ExtractPart; readonly reading: Promise<PartReading | null> }[] = [];
	let [planned, done, atEnd] = [from, from, false];
	try {
		for (;;) {
			while (!atEnd && waiting.length <= parts.atOnce) {
				const to = await nextRecordEnd(parts, planned + (parts.partBytes ?? usualPartBytes));
				atEnd = to === null;
				if (to === null) break;
				const part = { from: planned, to, place, file: options.file, visits: options.visits };
				const reading = parts.read(part);
				// Its failure is told when its turn comes.
				reading.catch(() => undefined);
				waiting.push({ part, reading });
				planned = to;
			}
			const next = waiting.shift();
			const read = await next?.reading;
			if (next === undefined || !read) return done;
			await handOn(read, reader, options);
			reader.skip(read);
			done = next.part.to;
			await options.onRead(done);
		}
	} finally {
		await Promise.allSettled(waiting.map(({ reading }) => reading));
	}
}

/** Records and lines of a part count from its start; those of the file from the start of the file. */
async function handOn({ rows, problems }: PartReading, reader: Afcars2020Reader, options: Options): Promise<void> {
	const { records, lines } = reader;
	for (const problem of problems) {
		options.tally.repeat({
			...problem,
			record: problem.record === null ? null : problem.record + records,
			line: problem.line === null ? null : problem.line + lines,
		});
	}
	await options.onRows({ ...rows, afcars: rows.afcars.map((row) => ({ ...row, record: row.record + records })) });
}

/** The end of the first record that ends after this byte; null when none does within the size that a record may have. */
async function nextRecordEnd(parts: ExtractParts, after: number): Promise<number | null> {
	if (after >= parts.size) return null;
	let [kept, at] = [new Uint8Array(0), after];
	for await (const chunk of parts.bytesFrom(after)) {
		const bytes = new Uint8Array(kept.length + chunk.length);
		bytes.set(kept);
		bytes.set(chunk, kept.length);
		const end = findRecordEnd(bytes, kept.length);
		if (end >= 0) return at + end;
		// The tag may be cut.
		kept = bytes.slice(-longestRecordEnd);
		at += bytes.length - kept.length;
		if (at - after > extractLimits.recordCharacters) return null;
	}
	return null;
}
