import { createWriteStream } from "node:fs";
import { access, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CommandError } from "./command-error.ts";

/**
 * Writes a file that is not there yet, from pieces of one byte a character. It stands under its name only when it is whole: until
 * then it is a `.part` beside it, which a full disk takes away again and a crash leaves for the next try to write over. Answers how
 * many bytes were written; refuses to write over a file.
 */
export async function writeNewFile(file: string, chunks: Iterable<string> | AsyncIterable<string>): Promise<number> {
	await refuseIfThere(file);
	await mkdir(path.dirname(file), { recursive: true });
	const part = `${file}.part`;
	const target = createWriteStream(part, { encoding: "latin1", flush: true });
	try {
		await pipeline(Readable.from(chunks), target);
		// Another command may have made it meanwhile.
		await refuseIfThere(file);
		await rename(part, file);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
	return target.bytesWritten;
}

async function refuseIfThere(file: string): Promise<void> {
	const isThere = await access(file).then(
		() => true,
		() => false,
	);
	if (isThere) throw new CommandError(`${file} is there already. Give a new folder; nothing was overwritten.`);
}
