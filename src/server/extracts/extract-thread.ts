import { closeSync, openSync, readSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { type ExtractPart, readPart } from "../../indicators/extracts/read-part.ts";

// The thread that reads parts of a file, one after the other. It answers { id, path, part } with { id, reading }, or with { id, problem }
// when the file cannot be read. `read-extract-file.ts` starts it and hands it its own messages alone.

const blockBytes = 1024 * 1024;

function* blocksBetween(path: string, from: number, to: number): Generator<Uint8Array> {
	const file = openSync(path, "r");
	try {
		const block = new Uint8Array(blockBytes);
		for (let at = from; at < to; ) {
			const length = readSync(file, block, 0, Math.min(blockBytes, to - at), at);
			if (length === 0) return;
			yield block.subarray(0, length);
			at += length;
		}
	} finally {
		closeSync(file);
	}
}

parentPort?.on("message", ({ id, path, part }: { id: number; path: string; part: ExtractPart }) => {
	try {
		parentPort?.postMessage({ id, reading: readPart(blocksBetween(path, part.from, part.to), part) });
	} catch (error) {
		parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) });
	}
});
