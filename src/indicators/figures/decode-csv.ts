import { CsvError, parse } from "csv-parse/sync";
import { decodeText, type TextEncoding } from "./decode-text.ts";
import { figureLimits } from "./figure-limits.ts";
import { findSeparator, type Separator } from "./find-separator.ts";
import { columnLetters, wholeFile } from "./place.ts";
import { makeProblem, type Problem } from "./problem.ts";
import { fileKindWords, recognizeFile } from "./recognize-file.ts";
import type { SheetRow } from "./sheet-row.ts";

/** A text table taken apart. `rows` is empty when a problem blocks. */
export interface DecodedCsv {
	readonly rows: readonly SheetRow[];
	readonly problems: readonly Problem[];
	readonly encoding: TextEncoding | null;
	readonly separator: Separator | null;
}

const lineFeed = 10;
const carriageReturn = 13;

function refuse(problem: Problem): DecodedCsv {
	return { rows: [], problems: [problem], encoding: null, separator: null };
}

/**
 * Takes a text table apart into rows of cells. Encodings: UTF-8 with and without mark, UTF-16 with mark, Windows-1252 (with
 * a problem to look at). Separators: comma, semicolon, tab. A row keeps the number that a spreadsheet gives it, also after
 * empty rows and cells with line breaks. Never throws.
 */
export function decodeCsv(bytes: Uint8Array): DecodedCsv {
	if (bytes.length > figureLimits.bytes)
		return refuse(
			makeProblem("file-too-large", wholeFile, megabytes(bytes.length), { limit: megabytes(figureLimits.bytes) }),
		);
	const kind = recognizeFile(bytes);
	if (kind === "empty") return refuse(makeProblem("file-empty", wholeFile));
	if (kind !== "text") return refuse(makeProblem("file-not-text", wholeFile, fileKindWords[kind]));
	const decoded = decodeText(bytes);
	if (decoded.kind === "broken") return refuse(makeProblem("file-encoding", wholeFile, decoded.encoding));
	if (decoded.kind === "not-text")
		return refuse(makeProblem("file-not-text", wholeFile, "not a text file, or text in an encoding without a mark"));
	return splitRows(decoded.text, decoded.encoding);
}

function splitRows(text: string, encoding: TextEncoding): DecodedCsv {
	if (text.trim() === "") return refuse(makeProblem("file-empty", wholeFile));
	const long = findLongLine(text);
	if (long) {
		const place = { ...wholeFile, row: long.row };
		return refuse(makeProblem("line-too-long", place, long.length, { limit: thousands(figureLimits.lineLength) }));
	}
	const separator = findSeparator(text);
	try {
		const rows: SheetRow[] = [];
		parse(text, {
			delimiter: separator,
			record_delimiter: ["\r\n", "\n", "\r"],
			relax_column_count: true,
			skip_empty_lines: true,
			max_record_size: figureLimits.columns * figureLimits.cellLength,
			to: figureLimits.rows + 1,
			on_record: (cells: string[], { records, empty_lines }) => {
				rows.push({ row: records + empty_lines, cells });
				return null;
			},
		});
		const problems = encoding === "Windows-1252" ? [makeProblem("read-as-windows", wholeFile)] : [];
		return { rows, problems, encoding, separator };
	} catch (error) {
		return refuse(explain(error));
	}
}

function findLongLine(text: string): { row: number; length: string } | undefined {
	let [row, start] = [1, 0];
	for (let at = 0; at <= text.length; at += 1) {
		const sign = text.charCodeAt(at);
		if (at < text.length && sign !== lineFeed && sign !== carriageReturn) continue;
		if (at - start > figureLimits.lineLength) return { row, length: thousands(at - start) };
		if (sign === lineFeed || text.charCodeAt(at + 1) !== lineFeed) row += 1;
		start = at + 1;
	}
	return undefined;
}

/** The parser's refusal in our words. Anything else it throws is a fault of ours and goes on. */
function explain(error: unknown): Problem {
	if (!(error instanceof CsvError)) throw error;
	const row = Number(error.records) + 1;
	const column = Number(error.column);
	switch (error.code) {
		case "CSV_QUOTE_NOT_CLOSED":
			return makeProblem("quote-not-closed", { ...wholeFile, row });
		case "CSV_MAX_RECORD_SIZE":
			return makeProblem("quote-not-closed", { ...wholeFile, row });
		case "CSV_INVALID_CLOSING_QUOTE":
		case "INVALID_OPENING_QUOTE":
			return makeProblem("quote-inside-cell", { row, column: columnLetters(column), columnName: null });
		default:
			throw error;
	}
}

function thousands(count: number): string {
	return count.toLocaleString("en-US");
}

function megabytes(bytes: number): string {
	return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
