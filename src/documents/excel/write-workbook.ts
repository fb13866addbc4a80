import { PassThrough, type Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import type { Worksheet as ExcelSheet } from "exceljs";
import { toPrintableText } from "../neutral/printable-text.ts";
import { startsLikeFormula } from "./formula-text.ts";

/** After so many rows other work of the server has its turn. */
const ROWS_AT_A_TIME = 200;

export type WorkbookCell = string | number | boolean | null | undefined;

export interface WorkbookColumn {
	readonly header: string;
	/** `date`: cells are `YYYY-MM-DD` and become real dates. Default `text`, which also takes numbers as numbers. */
	readonly kind?: "text" | "date";
	/** In characters; by default from the header, between 12 and 40. */
	readonly width?: number;
}

export interface WorkbookSheet {
	readonly name: string;
	readonly columns: readonly WorkbookColumn[];
	readonly rows: Iterable<readonly WorkbookCell[]> | AsyncIterable<readonly WorkbookCell[]>;
}

export interface WorkbookProperties {
	readonly creator: string;
	readonly title: string;
	/** `YYYY-MM-DD`. */
	readonly created: string;
}

/**
 * Writes a workbook (.xlsx) to a stream, row by row, so that a long table needs little memory. The first row of each
 * sheet is its header, in bold and frozen. Texts stay texts: what looks like a formula is stored as text and marked so
 * that editing it keeps it text. Resolves when the stream has been ended.
 */
export async function writeWorkbookTo(
	output: Writable,
	sheets: readonly WorkbookSheet[],
	properties: WorkbookProperties,
): Promise<void> {
	const { default: ExcelJS } = await import("exceljs");
	const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
	const created = dateOf(properties.created);
	Object.assign(workbook, { creator: properties.creator, title: properties.title, created, modified: created });
	for (const [index, sheet] of sheets.entries()) {
		const target = workbook.addWorksheet(sheetName(sheet.name, index, sheets), {
			views: [{ state: "frozen", ySplit: 1 }],
		});
		await writeSheet(target, sheet);
		target.commit();
	}
	await workbook.commit();
}

/** The same as one array of bytes. */
export async function writeWorkbook(
	sheets: readonly WorkbookSheet[],
	properties: WorkbookProperties,
): Promise<Uint8Array> {
	const output = new PassThrough();
	const [bytes] = await Promise.all([buffer(output), writeWorkbookTo(output, sheets, properties)]);
	return new Uint8Array(bytes);
}

async function writeSheet(target: ExcelSheet, { columns, rows }: WorkbookSheet): Promise<void> {
	target.columns = columns.map(({ header, width }) => ({
		width: width ?? Math.min(40, Math.max(12, header.length + 2)),
	}));
	const header = target.addRow(columns.map((column) => toPrintableText(column.header)));
	header.font = { bold: true };
	header.commit();
	let written = 0;
	for await (const cells of rows) {
		const row = target.addRow(cells.map((cell, index) => cellValue(cell, columns[index])));
		row.eachCell((cell) => {
			if (typeof cell.value === "string" && startsLikeFormula(cell.value)) cell.numFmt = "@";
			if (cell.value instanceof Date) cell.numFmt = "yyyy-mm-dd";
		});
		row.commit();
		written += 1;
		if (written % ROWS_AT_A_TIME === 0) await setImmediate();
	}
}

function cellValue(cell: WorkbookCell, column: WorkbookColumn | undefined): string | number | boolean | Date | null {
	if (cell === undefined || cell === null) return null;
	if (column?.kind === "date" && typeof cell === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(cell)) return dateOf(cell);
	return typeof cell === "string" ? toPrintableText(cell) : cell;
}

function dateOf(day: string): Date {
	return new Date(`${day}T00:00:00Z`);
}

/** Excel allows 31 characters, without some signs, and no name twice. */
function sheetName(name: string, index: number, sheets: readonly WorkbookSheet[]): string {
	const allowed = (text: string) =>
		text
			.replace(/[\\/?*[\]:']/gu, " ")
			.trim()
			.slice(0, 31) || `Sheet ${index + 1}`;
	const taken = sheets
		.slice(0, index)
		.some((sheet) => allowed(sheet.name).toLowerCase() === allowed(name).toLowerCase());
	return taken ? `${allowed(name).slice(0, 26).trim()} (${index + 1})` : allowed(name);
}
