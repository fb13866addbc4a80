import { createReadStream } from "node:fs";

/**
 * The lines of a file in UTF-8, without their ends, empty ones left out. Lines end with a line feed and nothing else: texts
 * may hold the other characters that some programs take for the end of a line (U+2028).
 */
export async function* readLines(file: string): AsyncGenerator<string> {
	let parts: string[] = [];
	for await (const chunk of createReadStream(file, "utf8")) {
		const [first = "", ...rest] = String(chunk).split("\n");
		parts.push(first);
		for (const next of rest) {
			const line = parts.join("");
			if (line !== "") yield line;
			parts = [next];
		}
	}
	const last = parts.join("");
	if (last !== "") yield last;
}
