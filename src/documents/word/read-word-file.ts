import { Worker } from "node:worker_threads";
import type { Edition } from "../../domain/document/edition.ts";
import type { RecognisedPlan } from "../../domain/word/old-plan.ts";
import type { EditedCopy } from "./read/edited-copy.ts";
import { readEditedCopy } from "./read/read-edited-copy.ts";
import { readWordContent } from "./read/read-word-content.ts";
import { WordFileRefused } from "./read/word-file-refused.ts";
import { recognisePlan } from "./recognise/recognise-plan.ts";

/** What the thread answers: what it read, why it refused the file in words for its owner, or a fault of ours. */
export type WordThreadAnswer = { readonly read?: unknown; readonly refused?: string; readonly problem?: string };

export type WordThreadLimits = {
	/** `word-thread.ts` as it was built; without it the file is read in the caller's own thread. */
	readonly program?: URL | undefined;
	readonly milliseconds: number;
	/** Megabytes. */
	readonly memory: number;
};

const LIMITS: WordThreadLimits = {
	// Only the built program has the thread beside it.
	...(import.meta.url.endsWith(".ts") ? {} : { program: new URL("./word-thread.js", import.meta.url) }),
	milliseconds: 60_000,
	memory: 1024,
};

/** Reads a plan's own Word file after people have edited it. Rejects with `WordFileRefused`. */
export async function readEditedFile(bytes: Uint8Array, limits = LIMITS): Promise<EditedCopy> {
	if (limits.program === undefined) return readEditedCopy(bytes);
	return (await readApart({ bytes }, limits.program, limits)) as EditedCopy;
}

/** Reads a plan that was written without this program, and recognises its parts. Rejects with `WordFileRefused`. */
export async function recogniseFile(bytes: Uint8Array, edition: Edition, limits = LIMITS): Promise<RecognisedPlan> {
	if (limits.program === undefined) {
		return recognisePlan(await readWordContent(bytes), edition);
	}
	return (await readApart({ bytes, edition }, limits.program, limits)) as RecognisedPlan;
}

function readApart(workerData: object, program: URL, { milliseconds, memory }: WordThreadLimits): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(program, {
			...{ workerData, env: {}, execArgv: [] },
			resourceLimits: { maxOldGenerationSizeMb: memory },
		});
		const finish = (outcome: () => void) => {
			clearTimeout(timer);
			worker.terminate().then(outcome, outcome);
		};
		const tooLarge = (cause?: unknown) =>
			new WordFileRefused(
				"The file is too large to be read: it takes more time or memory than one file may. Load the plan alone, without other papers in the same file.",
				{ cause },
			);
		const timer = setTimeout(() => finish(() => reject(tooLarge())), milliseconds);
		worker.once("message", ({ read, refused, problem }: WordThreadAnswer) =>
			finish(() => {
				if (refused !== undefined) reject(new WordFileRefused(refused));
				else if (problem !== undefined) reject(new Error(`The Word file could not be read: ${problem}`));
				else resolve(read);
			}),
		);
		worker.once("error", (error) =>
			finish(() => reject("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLarge(error) : error)),
		);
	});
}
