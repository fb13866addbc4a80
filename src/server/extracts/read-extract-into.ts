import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { ExtractProblem } from "../../indicators/extracts/extract-problems.ts";
import { makeProblemSummary } from "../../indicators/extracts/problem-summary.ts";
import type { ExtractReading } from "../../indicators/extracts/read-extract.ts";
import { openParquetWriter } from "../../storage/duckdb/parquet-writer.ts";
import { progressFile } from "./extract-places.ts";
import { readExtractFile } from "./read-extract-file.ts";

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
	const { size } = await stat(file);
	const step = Math.max(1024 * 1024, Math.ceil(size / steps));
	let told = 0;
	const sha256 = checksumOf(file);
	// Its failure is told below, unless reading fails first.
	sha256.catch(() => undefined);
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
		const reading = await readExtractFile(file, {
			file: 0,
			visits: true,
			onRows: async ({ afcars, moves, ncands, visits }) => {
				await writer.append({ afcarsRows: afcars, afcarsMoves: moves, ncandsRows: ncands, visitRows: visits });
				await flush();
			},
			onRead: tell,
			onProblem: (problem: ExtractProblem) => {
				problems.add(problem);
				waiting.push(`${JSON.stringify(problem)}\n`);
			},
		});
		await flush();
		if (reading.usable) await writer.finish();
		await writeFile(path.join(folder, "summary.json"), JSON.stringify(problems.summary()));
		await rm(path.join(folder, progressFile), { force: true });
		return { reading, bytes: size, sha256: await sha256 };
	} finally {
		writer.close();
		gzip.end();
		await written;
	}
	async function tell(bytes: number) {
		if (bytes - told < step) return;
		told = bytes;
		// Renamed into its place: whoever looks finds the number before or the new one, never half of it.
		const progress = path.join(folder, progressFile);
		await writeFile(`${progress}.new`, String(bytes));
		await rename(`${progress}.new`, progress);
	}
};

/** Of the whole file: one that is refused, or has an end mark, is not read to its end. */
async function checksumOf(file: string): Promise<string> {
	const hash = createHash("sha256");
	for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
	return hash.digest("hex");
}
