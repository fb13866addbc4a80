import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { ExtractProblem } from "../../indicators/extracts/extract-problems.ts";
import { makeProblemSummary } from "../../indicators/extracts/problem-summary.ts";
import { type ExtractReading, readExtract } from "../../indicators/extracts/read-extract.ts";
import { openParquetWriter } from "../../storage/duckdb/parquet-writer.ts";
import { progressFile } from "./extract-places.ts";

export type ExtractContent = { readonly reading: ExtractReading; readonly bytes: number; readonly sha256: string };

/** Reads a file and writes its rows and problems into a folder that is there: here, or in a process of its own. */
export type ReadExtractInto = (asked: { readonly folder: string; readonly file: string }) => Promise<ExtractContent>;

/** Progress is written down about so many times, and not more often than every megabyte. */
const steps = 200;

/**
 * Reads a file and writes what is kept of it into a folder: rows as Parquet, problems line by line, their summary. While it reads, a
 * file in the folder says how many bytes have been read.
 */
export const readExtractInto: ReadExtractInto = async ({ folder, file }) => {
	const hash = createHash("sha256");
	const step = Math.max(1024 * 1024, Math.ceil((await stat(file)).size / steps));
	let [bytes, told] = [0, 0];
	async function* chunks() {
		for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
			await count(chunk);
			yield chunk;
		}
	}
	const gzip = createGzip();
	const written = pipeline(gzip, createWriteStream(path.join(folder, "problems.jsonl.gz")));
	const problems = makeProblemSummary();
	let waiting: string[] = [];
	const flush = async () => {
		const text = waiting.join("");
		waiting = [];
		if (text !== "" && !gzip.write(text)) await new Promise((resolve) => gzip.once("drain", resolve));
	};
	const writer = await openParquetWriter(folder);
	try {
		const reading = await readExtract(chunks(), {
			file: 0,
			visits: true,
			onRows: async ({ afcars, moves, ncands, visits }) => {
				await writer.append({ afcarsRows: afcars, afcarsMoves: moves, ncandsRows: ncands, visitRows: visits });
				await flush();
			},
			onProblem: (problem: ExtractProblem) => {
				problems.add(problem);
				waiting.push(`${JSON.stringify(problem)}\n`);
			},
		});
		await flush();
		// A refused file, or one with an end mark, is not read to its end; its checksum is still that of the whole.
		for await (const chunk of createReadStream(file, { start: bytes })) await count(chunk);
		if (reading.usable) await writer.finish();
		await writeFile(path.join(folder, "summary.json"), JSON.stringify(problems.summary()));
		await rm(path.join(folder, progressFile), { force: true });
		return { reading, bytes, sha256: hash.digest("hex") };
	} finally {
		writer.close();
		gzip.end();
		await written;
	}
	async function count(chunk: Buffer) {
		hash.update(chunk);
		bytes += chunk.length;
		if (bytes - told < step) return;
		told = bytes;
		// Renamed into its place: whoever looks finds the number before or the new one, never half of it.
		const progress = path.join(folder, progressFile);
		await writeFile(`${progress}.new`, String(bytes));
		await rename(`${progress}.new`, progress);
	}
};
