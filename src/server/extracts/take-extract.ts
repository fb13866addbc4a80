import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Actor } from "../../domain/people/may.ts";
import type { ExtractProblem } from "../../indicators/extracts/extract-problems.ts";
import { type ExtractReading, readExtract } from "../../indicators/extracts/read-extract.ts";
import { keepExtractLoad } from "../../operations/keep-extract-load.ts";
import { type Performer, perform } from "../../operations/operation.ts";
import { openParquetWriter } from "../../storage/duckdb/parquet-writer.ts";

export type ExtractTaking = {
	readonly loadId: string;
	readonly reading: ExtractReading;
	/** Loads that this one takes the place of. */
	readonly replaced: readonly string[];
	/** An earlier load of the very same content. */
	readonly sameFileAs: string | null;
};

export type ExtractToTake = { readonly file: string; readonly jurisdictionId: string };

/**
 * Reads a file, keeps its rows and problems below `extractsFolder` in a folder named after the load, and writes the load down: all
 * of it or nothing. Everything is made in a folder of another name first, so that one that was broken off is never taken for whole.
 */
export async function takeExtract(
	{ performer, extractsFolder }: { readonly performer: Performer; readonly extractsFolder: string },
	actor: Actor,
	{ file, jurisdictionId }: ExtractToTake,
): Promise<ExtractTaking> {
	const loadId = performer.ids.next();
	const folder = path.join(extractsFolder, loadId);
	const unfinished = `${folder}.unfinished`;
	await mkdir(unfinished, { recursive: true });
	try {
		const { reading, ...content } = await readInto(unfinished, file);
		const known = reading.kind === "other" ? null : reading.kind;
		await rename(unfinished, folder);
		const { reject, mend, look } = reading.problemsByTier;
		const kept = await perform(performer, keepExtractLoad, actor, {
			...content,
			loadId,
			jurisdictionId,
			fileName: path.basename(file).slice(0, 255),
			extractKind: known,
			period: reading.period,
			records: reading.records,
			rejectProblems: reject,
			mendProblems: mend,
			lookProblems: look,
			usable: reading.usable,
		});
		return { reading, ...kept };
	} catch (error) {
		await rm(unfinished, { recursive: true, force: true });
		await rm(folder, { recursive: true, force: true });
		throw error;
	}
}

async function readInto(folder: string, file: string) {
	const hash = createHash("sha256");
	let bytes = 0;
	async function* chunks() {
		for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
			count(chunk);
			yield chunk;
		}
	}
	const gzip = createGzip();
	const written = pipeline(gzip, createWriteStream(path.join(folder, "problems.jsonl.gz")));
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
				waiting.push(`${JSON.stringify(problem)}\n`);
			},
		});
		await flush();
		// A refused file, or one with an end mark, is not read to its end; its checksum is still that of the whole.
		for await (const chunk of createReadStream(file, { start: bytes })) count(chunk);
		if (reading.usable) await writer.finish();
		return { reading, bytes, sha256: hash.digest("hex") };
	} finally {
		writer.close();
		gzip.end();
		await written;
	}
	function count(chunk: Buffer) {
		hash.update(chunk);
		bytes += chunk.length;
	}
}
