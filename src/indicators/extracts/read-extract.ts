import { blocksOf } from "./blocks-of.ts";
import { detectExtract, type ExtractKind } from "./detect-extract.ts";
import { extractLimits } from "./extract-limits.ts";
import type { ExtractProblem, ExtractProblemId, ExtractTier } from "./extract-problems.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import { type ExtractReader, type ExtractRows, noRows } from "./extract-rows.ts";
import { makeProblemTally, type ProblemTally } from "./problem-tally.ts";
import { Afcars2020Reader } from "./read-afcars-2020.ts";
import { makeLegacyAfcarsReader } from "./read-legacy-afcars.ts";
import { makeNcandsReader } from "./read-ncands.ts";

export type ReadExtractOptions = {
	/** Which file of the run: rows and problems carry it. */
	readonly file: number;
	/** Gets the rows in batches, a block of the file at a time; the next block waits for its promise. */
	readonly onRows: (rows: ExtractRows) => void | Promise<void>;
	/** Gets each problem as it is found. All are handed on and counted, none is kept. */
	readonly onProblem: (problem: ExtractProblem) => void;
	/** Hand out rows of caseworker visits too (AFCARS 2020). */
	readonly visits?: boolean;
};

export type ExtractReading = {
	readonly kind: ExtractKind | "other";
	/** "23A" for AFCARS, "2023" for NCANDS; null when it cannot be read. */
	readonly period: string | null;
	/** Records of children (AFCARS) or reports (NCANDS), also those that gave no row. */
	readonly records: number;
	/** False when a problem of the tier `reject` was found: then rows that were handed on do not count. */
	readonly usable: boolean;
	readonly problemsByTier: Readonly<Record<ExtractTier, number>>;
	readonly problemsById: ReadonlyMap<ExtractProblemId, number>;
};

/**
 * Reads one extract to canonical rows: recognizes the format by its first bytes, then reads block by block in bounded memory.
 * Never throws for what a file may hold; that comes as problems. Errors of `chunks` and `onRows` go through to the caller.
 *
 * @example
 * const reading = await readExtract(createReadStream(path), { file: 0, onRows, onProblem });
 * if (!reading.usable) await dropRowsOf(0);
 */
export async function readExtract(
	chunks: AsyncIterable<Uint8Array>,
	options: ReadExtractOptions,
): Promise<ExtractReading> {
	const tally = makeProblemTally(options.file, options.onProblem);
	let reader: ExtractReader | null = null;
	let kind: ExtractKind | "other" = "other";
	/** True when reading can go on. */
	const step = async (read: (rows: ExtractRows) => void): Promise<boolean> => {
		const rows = noRows();
		const refused = refusalOf(() => read(rows));
		await handOn(rows, options);
		if (refused !== null) tally.report(refused.id, null, refused.value);
		return refused === null;
	};
	const answer = (): ExtractReading => ({
		kind,
		period: reader?.period ?? null,
		records: reader?.records ?? 0,
		usable: tally.byTier().reject === 0,
		problemsByTier: tally.byTier(),
		problemsById: tally.byId(),
	});
	for await (const block of blocksOf(chunks, extractLimits.blockBytes)) {
		if (reader === null) {
			const detected = detectExtract(block);
			kind = detected.kind;
			if (detected.kind === "other") {
				tally.report(detected.words === "empty" ? "file-empty" : "file-kind", null, detected.words);
				return answer();
			}
			reader = makeReader(detected.kind, options, tally);
		}
		const current: ExtractReader = reader;
		if (!(await step((rows) => current.push(block, rows)))) return answer();
		if (current.finished) break;
	}
	if (reader === null) tally.report("file-empty");
	else {
		const last: ExtractReader = reader;
		await step((rows) => last.end(rows));
	}
	return answer();
}

function makeReader(kind: ExtractKind, options: ReadExtractOptions, tally: ProblemTally): ExtractReader {
	const { file, visits = false } = options;
	switch (kind) {
		case "afcars-legacy":
			return makeLegacyAfcarsReader({ file, tally });
		case "afcars-2020":
			return new Afcars2020Reader({ file, tally, visits });
		case "ncands":
			return makeNcandsReader({ file, tally });
	}
}

function refusalOf(read: () => void): ExtractRefusal | null {
	try {
		read();
		return null;
	} catch (error) {
		if (error instanceof ExtractRefusal) return error;
		throw error;
	}
}

async function handOn(rows: ExtractRows, { onRows }: ReadExtractOptions): Promise<void> {
	const count = rows.afcars.length + rows.moves.length + rows.ncands.length + rows.visits.length;
	if (count > 0) await onRows(rows);
}
