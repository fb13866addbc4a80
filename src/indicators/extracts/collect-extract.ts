import type { ExtractProblem } from "./extract-problems.ts";
import { type ExtractReader, type ExtractRows, noRows } from "./extract-rows.ts";
import { makeProblemTally, type ProblemTally } from "./problem-tally.ts";
import { type ExtractReading, readExtract } from "./read-extract.ts";
import { chunksOf } from "./sample-extracts.ts";

// For the tests of this folder: reads a small file and keeps everything.

export type CollectedExtract = {
	readonly reading: ExtractReading;
	readonly rows: ExtractRows;
	readonly problems: readonly ExtractProblem[];
	/** Ids of the problems in the order found. */
	readonly ids: readonly string[];
};

/** Reads a file as callers do. */
export async function collectExtract(
	file: string | Uint8Array,
	{ visits = false, number = 0, cuts = [] as readonly number[] } = {},
): Promise<CollectedExtract> {
	const rows = noRows();
	const problems: ExtractProblem[] = [];
	const reading = await readExtract(chunksOf(file, cuts), {
		file: number,
		visits,
		onRows: (batch) => addRows(rows, batch),
		onProblem: (problem) => problems.push(problem),
	});
	return { reading, rows, problems, ids: problems.map(({ id }) => id) };
}

function addRows(rows: ExtractRows, batch: ExtractRows): void {
	rows.afcars.push(...batch.afcars);
	rows.moves.push(...batch.moves);
	rows.ncands.push(...batch.ncands);
	rows.visits.push(...batch.visits);
}

/** Gives a reader the pieces just as they are, which `readExtract` does not, and keeps everything; a refusal is thrown. */
export function collectPieces(
	makeReader: (tally: ProblemTally) => ExtractReader,
	pieces: readonly Uint8Array[],
): { readonly rows: ExtractRows; readonly problems: readonly ExtractProblem[] } {
	const rows = noRows();
	const problems: ExtractProblem[] = [];
	const reader = makeReader(makeProblemTally(0, (problem) => problems.push(problem)));
	for (const piece of pieces) reader.push(piece, rows);
	reader.end(rows);
	return { rows, problems };
}
