import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { type ExtractReading, type ReadExtractOptions, readExtract } from "../../indicators/extracts/read-extract.ts";
import type { ExtractPart } from "../../indicators/extracts/read-part.ts";
import { ExtractThreads } from "./extract-threads.ts";

export type ReadingWays = {
	/** `extract-thread.ts` as it was built; without it one thread reads. */
	readonly program?: URL | undefined;
	/** How many threads read: as many as there are cores if nothing is said. */
	readonly threads?: number;
	/** Smaller files are read by one thread: starting others takes longer. */
	readonly least?: number;
	readonly partBytes?: number;
};

/** Stands beside the bundle. From the sources, in tests, it is not there. */
const built = new URL("./extract-thread.js", import.meta.url);
const builtProgram = existsSync(built) ? built : undefined;

const usualLeast = 32 * 1024 * 1024;
/** More threads than these wait for the one that takes the rows. */
const mostThreads = 8;

/** Reads an extract from a file, a large AFCARS 2020 file with all cores. What comes out is the same. */
export async function readExtractFile(
	path: string,
	options: Omit<ReadExtractOptions, "parts">,
	{ program = builtProgram, threads = availableParallelism(), least = usualLeast, partBytes }: ReadingWays = {},
): Promise<ExtractReading> {
	const bytesFrom = (start: number) => createReadStream(path, { start, highWaterMark: 256 * 1024 });
	if (program === undefined || threads < 2) return readExtract(bytesFrom(0), options);
	const { size } = await stat(path);
	if (size < least) return readExtract(bytesFrom(0), options);
	const atOnce = Math.min(threads, mostThreads);
	const readers = new ExtractThreads(program, path, atOnce);
	try {
		const parts = {
			...{ size, bytesFrom, atOnce, read: (part: ExtractPart) => readers.read(part) },
			...(partBytes === undefined ? {} : { partBytes }),
		};
		return await readExtract(bytesFrom(0), { ...options, parts });
	} finally {
		await readers.close();
	}
}
