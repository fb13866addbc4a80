import { afcars2020 } from "./afcars-2020.ts";
import { edgeCaseChildren, edgeCases, edgeCaseYears } from "./edge-cases/edge-case-children.ts";
import { type FaultKind, spoil } from "./faults.ts";
import { type FilePieces, inChunks } from "./file-pieces.ts";
import { legacyAfcars } from "./legacy-afcars.ts";
import { ncands } from "./ncands.ts";
import { fiscalYears, periodsOf, type Years } from "./periods.ts";
import { makeChildren, type PopulationRequest } from "./population/make-children.ts";
import type { SyntheticChild } from "./synthetic-child.ts";

/** A file to be: its text comes in chunks of about 64 KB (ASCII), made while they are read, and again for each reading. */
export type ExtractFile = {
	/** Such as `afcars-22B.txt`, `afcars-23A.xml`, `ncands-2023.txt`. */
	readonly name: string;
	readonly chunks: Iterable<string>;
};

export type ExtractRequest = PopulationRequest & {
	/** Faults to put into the files; none when left out. */
	readonly faults?: readonly FaultKind[];
	/** Of the records, those with a fault (0.01 when left out). */
	readonly faultShare?: number;
	/** Add the children of the edge cases, in counties of their own. */
	readonly edgeCases?: boolean;
};

/**
 * Synthetic federal files: two AFCARS files (legacy through 22B, AFCARS 2020 from 23A) and an NCANDS Child File for each federal
 * fiscal year. The same request gives the same bytes; memory does not grow with the number of children. Throws a `RangeError`
 * for years out of order, and for children that are no whole number from 0 to 99,999,999.
 */
export function makeExtracts(request: ExtractRequest): readonly ExtractFile[] {
	const { seed, children, years, faults = [], faultShare = 0.01 } = request;
	if (!Number.isInteger(children) || children < 0 || children > 99_999_999)
		throw new RangeError(`${children} children cannot be made. Expected a whole number from 0 to 99999999.`);
	const made = makeChildren({ seed, children, years });
	const all = request.edgeCases ? inTurn(made, edgeCaseChildren) : made;
	return filesOf(years, all, (name, pieces) =>
		faults.length === 0 ? pieces : spoil(pieces, { seed, name, kinds: faults, share: faultShare }),
	);
}

/**
 * The files of the edge cases alone: together, and for the cases about a whole file under a folder of their own (`case-48/`), there
 * without files that would be empty.
 */
export function makeEdgeCaseExtracts(): readonly ExtractFile[] {
	const unchanged = (_: string, pieces: FilePieces) => pieces;
	return [
		...filesOf(edgeCaseYears, edgeCaseChildren, unchanged),
		...edgeCases
			.filter(({ alone }) => alone)
			.flatMap(({ id, children }) =>
				filesOf(edgeCaseYears, children, unchanged)
					.filter(({ chunks }) => [...chunks].join("").includes(`EDGE${id.padStart(3, "0")}`))
					.map((file) => ({ ...file, name: `case-${id}/${file.name}` })),
			),
	];
}

type Finish = (name: string, pieces: FilePieces) => FilePieces;

function filesOf(years: Years, children: Iterable<SyntheticChild>, finish: Finish): readonly ExtractFile[] {
	const file = (name: string, pieces: () => FilePieces): ExtractFile => ({
		name,
		chunks: { [Symbol.iterator]: () => inChunks(finish(name, pieces())) },
	});
	return [
		...periodsOf(years).map((period) =>
			period.format === "LEGACY"
				? file(`afcars-${period.name}.txt`, () => legacyAfcars(period, children))
				: file(`afcars-${period.name}.xml`, () => afcars2020(period, children)),
		),
		...fiscalYears(years).map((year) => file(`ncands-${year}.txt`, () => ncands(year, children))),
	];
}

function inTurn<T>(first: Iterable<T>, second: Iterable<T>): Iterable<T> {
	return {
		*[Symbol.iterator]() {
			yield* first;
			yield* second;
		},
	};
}
