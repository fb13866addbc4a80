import { parentPort, workerData } from "node:worker_threads";
import type { Edition } from "../../domain/document/edition.ts";
import { readEditedCopy } from "./read/read-edited-copy.ts";
import { readWordContent } from "./read/read-word-content.ts";
import { WordFileRefused } from "./read/word-file-refused.ts";
import type { WordThreadAnswer } from "./read-word-file.ts";
import { recognisePlan } from "./recognise/recognise-plan.ts";

// The thread that reads a Word file somebody has sent. It runs apart, with limits of memory and time, so that a large file holds up
// nobody else's pages. Given { bytes } it answers with the edited copy; with an edition beside it, with the plan that it recognises.

const { bytes, edition } = workerData as { readonly bytes: Uint8Array; readonly edition?: Edition };

try {
	const read =
		edition === undefined ? await readEditedCopy(bytes) : recognisePlan(await readWordContent(bytes), edition);
	parentPort?.postMessage({ read } satisfies WordThreadAnswer);
} catch (error) {
	const message = error instanceof Error ? error.message : String(error);
	const answer: WordThreadAnswer = error instanceof WordFileRefused ? { refused: message } : { problem: message };
	parentPort?.postMessage(answer);
}
