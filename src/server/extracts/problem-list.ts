import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import type { ExtractProblem } from "../../indicators/extracts/extract-problems.ts";
import {
	countyOf,
	extractTiers,
	makeProblemSummary,
	type ProblemSummary,
} from "../../indicators/extracts/problem-summary.ts";
import { extractPlaces } from "./extract-places.ts";

/**
 * The problems of a load of any length, the worst tier first: read through once for each tier, so that nothing is held. `county` cuts
 * the list to one county, or to "unknown".
 */
export async function* listExtractProblems(
	extractsFolder: string,
	loadId: string,
	county?: string,
): AsyncGenerator<ExtractProblem> {
	for (const tier of extractTiers) {
		const mark = `"tier":"${tier}"`;
		for await (const line of linesOf(extractPlaces(extractsFolder, loadId).problems)) {
			if (!line.includes(mark)) continue;
			const problem = JSON.parse(line) as ExtractProblem;
			if (problem.tier === tier && (county === undefined || countyOf(problem) === county)) yield problem;
		}
	}
}

/** The problems of a load by message. Nothing for a load whose file was never read. */
export async function summarizeExtractProblems(extractsFolder: string, loadId: string): Promise<ProblemSummary> {
	const { summary, problems } = extractPlaces(extractsFolder, loadId);
	const text = await readFile(summary, "utf8").catch(() => undefined);
	if (text !== undefined) return JSON.parse(text) as ProblemSummary;
	const counted = makeProblemSummary();
	for await (const line of linesOf(problems)) counted.add(JSON.parse(line) as ExtractProblem);
	return counted.summary();
}

/** The lines of a packed file; none when it is not there. */
async function* linesOf(file: string): AsyncGenerator<string> {
	const packed = createReadStream(file);
	const text = createGunzip();
	packed.on("error", (error) => text.destroy(error));
	packed.pipe(text);
	try {
		let rest = "";
		for await (const chunk of text.setEncoding("utf8") as AsyncIterable<string>) {
			const lines = (rest + chunk).split("\n");
			rest = lines.pop() ?? "";
			yield* lines;
		}
		if (rest !== "") yield rest;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
	} finally {
		packed.destroy();
		text.destroy();
	}
}
