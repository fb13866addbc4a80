import { decodeCsv } from "./decode-csv.ts";
import type { FigureOptions } from "./figure-options.ts";
import { type FigureReading, readInto } from "./figures-from-rows.ts";
import { makeProblemList } from "./problem-list.ts";
import type { SheetRow } from "./sheet-row.ts";

/** A figure file as it was handed in. */
export interface FigureFile {
	readonly bytes: Uint8Array;
	/** The rows of the chosen sheet, when the file is a workbook that has been opened already; then `bytes` are not read. */
	readonly sheetRows?: readonly SheetRow[];
}

/**
 * Reads a figure file: text in any usual encoding and separator, or the rows of a workbook. Never throws for anything that
 * a file may hold: what cannot be taken comes back as problems with place, value, rule and remedy.
 *
 * @example
 * const reading = readFigures({ bytes }, { counties, catalogue: caIndicators, defaultVintages: ["cfsr4"], today });
 * if (reading.taken) for (const figure of reading.figures) ...
 */
export function readFigures(file: FigureFile, options: FigureOptions): FigureReading {
	const list = makeProblemList();
	if (file.sheetRows) return readInto(list, file.sheetRows, options);
	const { rows, problems, separator } = decodeCsv(file.bytes);
	for (const problem of problems) list.add(problem);
	return readInto(list, rows, { ...options, commaUnclear: separator === ";" });
}
