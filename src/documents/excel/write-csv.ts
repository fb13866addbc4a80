import { startsLikeFormula } from "./formula-text.ts";

export type CsvCell = string | number | boolean | null | undefined;

/**
 * Rows as CSV (RFC 4180): UTF-8 without byte order mark, CRLF line ends, quotes where they are needed.
 *
 * A text that a spreadsheet program would take for a formula is given an apostrophe in front, so that opening the file
 * runs nothing; who reads the file by program removes it from texts that begin with an apostrophe and one of `=`, `+`,
 * `-`, `@`, tab or line end. Numbers, also negative ones, are never changed.
 */
export function writeCsv(rows: Iterable<readonly CsvCell[]>): string {
	let csv = "";
	for (const row of rows) csv += `${row.map(csvCell).join(",")}\r\n`;
	return csv;
}

function csvCell(cell: CsvCell): string {
	if (cell === null || cell === undefined) return "";
	if (typeof cell !== "string") return String(cell);
	const text = startsLikeFormula(cell) ? `'${cell}` : cell;
	return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
