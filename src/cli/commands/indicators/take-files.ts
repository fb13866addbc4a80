import type { FileList } from "../../../indicators/engine/window.ts";
import { describeExtractProblem } from "../../../indicators/extracts/describe-extract-problem.ts";
import type { ExtractKind } from "../../../indicators/extracts/detect-extract.ts";
import type { ExtractProblem } from "../../../indicators/extracts/extract-problems.ts";
import type { ExtractReading, ReadExtractOptions } from "../../../indicators/extracts/read-extract.ts";
import type { IndicatorEngine } from "../../../operations/indicator-engine.ts";
import { CommandError } from "../../command-error.ts";
import type { CliWorld } from "../../run-cli.ts";
import { readFile } from "./read-file.ts";

/** Names of files, as they were given. */
export type GivenFiles = {
	readonly afcars: readonly string[];
	readonly ncands: readonly string[];
	/** Read the caseworker visits of AFCARS 2020 files too. */
	readonly visits?: boolean;
};

/**
 * Reads the files into the engine, one after the other, and answers which periods are there. A file that cannot be used, is of the
 * other kind or covers a period that is there already ends the command: then nothing is counted.
 */
export async function takeFiles(engine: IndicatorEngine, world: CliWorld, given: GivenFiles): Promise<FileList> {
	const afcars = new Map<string, string>();
	const ncands = new Map<number, string>();
	const named = [
		...given.afcars.map((name) => ({ name, isAfcars: true })),
		...given.ncands.map((name) => ({ name, isAfcars: false })),
	];
	for (const [file, { name, isAfcars }] of named.entries()) {
		const { kind, period } = await takeFile(engine, world, name, { file, visits: given.visits ?? false });
		if (isAfcars !== (kind !== "ncands")) {
			throw new CommandError(
				`${name} is ${kindWords[kind]}. Give it after ${isAfcars ? "--ncands" : "--afcars"}, not after ${isAfcars ? "--afcars" : "--ncands"}.`,
			);
		}
		const key = isAfcars ? period : Number(period);
		const taken: Map<string | number, string> = isAfcars ? afcars : ncands;
		const before = taken.get(key);
		if (before !== undefined) {
			throw new CommandError(`${before} and ${name} are both of ${period}. Give the one that was submitted last.`);
		}
		taken.set(key, name);
	}
	return { afcars: [...afcars.keys()], ncands: [...ncands.keys()] };
}

const kindWords: Readonly<Record<ExtractKind, string>> = {
	"afcars-legacy": "an AFCARS foster care file",
	"afcars-2020": "an AFCARS 2020 file",
	ncands: "an NCANDS Child File",
};

type Taken = { readonly kind: ExtractKind; readonly period: string };

async function takeFile(
	engine: IndicatorEngine,
	world: CliWorld,
	name: string,
	options: Pick<ReadExtractOptions, "file" | "visits">,
): Promise<Taken> {
	let rejected: ExtractProblem | undefined;
	const reading = await readFile(world, name, {
		...options,
		onRows: ({ afcars, moves, ncands, visits }) =>
			engine.append({ afcarsRows: afcars, afcarsMoves: moves, ncandsRows: ncands, visitRows: visits }),
		onProblem: (problem) => {
			if (problem.tier === "reject") rejected ??= problem;
		},
	});
	if (rejected !== undefined) throw new CommandError(`${name}: ${describeExtractProblem(rejected).message}`);
	if (reading.kind === "other" || reading.period === null) {
		throw new CommandError(`${name} does not say which period it is of. Look at its first record.`);
	}
	tellProblems(world, name, reading);
	return { kind: reading.kind, period: reading.period };
}

/** One line a file, on standard error, so that results stay clean. */
function tellProblems(world: CliWorld, name: string, { period, records, problemsByTier }: ExtractReading): void {
	const { mend, look } = problemsByTier;
	const found = mend + look === 0 ? "no problem" : `${mend} to mend, ${look} to look at (throughline check-file)`;
	world.complain(`${name}: ${period}, ${records.toLocaleString("en-US")} records, ${found}.`);
}
