import { Worker } from "node:worker_threads";
import { z } from "zod";
import { writeZip } from "../zip/write-zip.ts";
import { cellText } from "./cell-text.ts";
import { damagedRefusal, openWorkbook } from "./open-workbook.ts";
import { type PickedWorksheet, pickWorksheet } from "./pick-worksheet.ts";
import { WORKSHEET_LIMITS, type WorksheetLimits } from "./worksheet-limits.ts";
import { tooLarge } from "./worksheet-refused.ts";

export interface WorksheetRow {
	/** The number of the row as the spreadsheet program shows it, from 1. */
	readonly row: number;
	/** From column A to the last one with a value. */
	readonly cells: readonly string[];
}

export interface Worksheet {
	readonly sheetName: string;
	/** Rows with something in them, in order. */
	readonly rows: readonly WorksheetRow[];
}

export interface ReadWorksheetOptions {
	/** Without a name, the first visible sheet is read. Hidden sheets are never read. */
	readonly sheetName?: string;
	/** The file `worksheet-thread.mjs`; by default beside this module, which in production is beside the bundle. */
	readonly threadEntry?: string | URL;
}

/** A cell as it stands in the file: what it says and how it was put there. */
export interface WorksheetCell {
	/** From 1. */
	readonly row: number;
	/** From 1: 3 is column C. */
	readonly column: number;
	readonly text: string;
	/** How the cell holds it: typed as a number, as a text or anything else, or worked out by a formula. */
	readonly held: "number" | "text" | "formula";
}

/** Row, column, value, number format, is it a formula. */
type ParsedCell = readonly [number, number, unknown, string, boolean];

/** What the thread answers: the cells with a value of each sheet, or what went wrong. */
const Answer = z.object({
	sheets: z.array(z.array(z.custom<ParsedCell>(Array.isArray))).optional(),
	problem: z.string().optional(),
});
type Answer = z.infer<typeof Answer>;

/**
 * Reads one sheet of an Excel workbook (.xlsx, .xlsm) as text. Formulas give the result that was saved with them; macros,
 * links and pictures are not looked at. Only the parts with values are unpacked, and they are parsed in a thread of their
 * own. Rejects with `WorksheetRefused`, whose message is for the person who chose the file.
 */
export async function readWorksheet(
	bytes: Uint8Array,
	limits: WorksheetLimits = WORKSHEET_LIMITS,
	options: ReadWorksheetOptions = {},
): Promise<Worksheet> {
	const [parsed] = await parseSheets(bytes, limits, [options.sheetName], options.threadEntry);
	if (parsed === undefined) throw damagedRefusal("no sheet");
	return { sheetName: parsed.sheetName, rows: toRows(parsed.cells, limits) };
}

/**
 * Several sheets of a workbook cell by cell, for forms: what stands where, and whether it was typed as a number. A sheet that is not
 * there is refused like a file that cannot be opened.
 */
export async function readWorkbookCells(
	bytes: Uint8Array,
	sheetNames: readonly string[],
	limits: WorksheetLimits = WORKSHEET_LIMITS,
): Promise<ReadonlyMap<string, readonly WorksheetCell[]>> {
	const parsed = await parseSheets(bytes, limits, sheetNames);
	return new Map(
		parsed.map(({ cells }, index) => [
			sheetNames[index] ?? "",
			cells.map(([row, column, value, numberFormat, isFormula]) => ({
				...{ row, column, text: cellText(value, numberFormat) },
				held: isFormula ? "formula" : typeof value === "number" ? "number" : "text",
			})),
		]),
	);
}

async function parseSheets(
	bytes: Uint8Array,
	limits: WorksheetLimits,
	wanted: readonly (string | undefined)[],
	threadEntry: string | URL = new URL("./worksheet-thread.mjs", import.meta.url),
): Promise<readonly { readonly sheetName: string; readonly cells: readonly ParsedCell[] }[]> {
	const parts = openWorkbook(bytes, limits);
	const picked: PickedWorksheet[] = [];
	for (const name of wanted) picked.push(await pickWorksheet(bytes, parts, limits, name));
	const answer = await parseInThread(await workbookOf(picked), threadEntry, limits);
	const { sheets } = answer;
	if (sheets === undefined) throw damagedRefusal(answer.problem);
	return picked.map(({ sheetName }, index) => ({ sheetName, cells: sheets[index] ?? [] }));
}

function toRows(cells: readonly ParsedCell[], limits: WorksheetLimits): WorksheetRow[] {
	const rows = new Map<number, string[]>();
	for (const [row, column, value, numberFormat] of cells) {
		const text = cellText(value, numberFormat);
		if (text === "") continue;
		if (column > limits.columns) {
			throw tooLarge(
				`row ${row} has a value in column ${column}; at most ${limits.columns} columns can be read`,
				"Remove what is not part of the table.",
			);
		}
		const line = rows.get(row) ?? [];
		while (line.length < column) line.push("");
		line[column - 1] = text;
		rows.set(row, line);
	}
	if (rows.size > limits.rows) {
		throw tooLarge(
			`the sheet has ${rows.size} rows; at most ${limits.rows} can be read`,
			"Split it into several files.",
		);
	}
	return [...rows].sort(([one], [other]) => one - other).map(([row, line]) => ({ row, cells: line }));
}

/** A workbook of ours around the checked parts, so that the parser meets nothing that was not checked. Texts and styles are shared. */
async function workbookOf(picked: readonly PickedWorksheet[]): Promise<Uint8Array> {
	const [first] = picked;
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
	const numbers = picked.map((_, index) => index + 1);
	const parts: [string, string][] = [
		[
			"xl/workbook.xml",
			`<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${first?.from1904 ? 1 : 0}"/><sheets>${numbers.map((number) => `<sheet name="Sheet${number}" sheetId="${number}" r:id="rId${number}"/>`).join("")}</sheets></workbook>`,
		],
		[
			"xl/_rels/workbook.xml.rels",
			`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbers.map((number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join("")}</Relationships>`,
		],
		...(first?.sharedStrings === undefined
			? []
			: [["xl/sharedStrings.xml", first.sharedStrings] satisfies [string, string]]),
		["xl/styles.xml", first?.styles ?? `<styleSheet xmlns="${main}"/>`],
		...picked.map(({ sheet }, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, sheet]),
	];
	const contents = parts.map(([name, xml]) => ({ name, content: Buffer.from(xml, "utf8") }));
	return writeZip(contents, { compress: false });
}

function parseInThread(workbook: Uint8Array, entry: string | URL, limits: WorksheetLimits): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(entry, {
			workerData: { workbook },
			env: {},
			resourceLimits: { maxOldGenerationSizeMb: limits.memory },
		});
		const finish = (outcome: () => void) => {
			clearTimeout(timer);
			worker.terminate().then(outcome, outcome);
		};
		const timer = setTimeout(() => {
			const seconds = Math.round(limits.milliseconds / 1000);
			finish(() =>
				reject(
					tooLarge(
						`the sheet could not be read within ${seconds} seconds`,
						"Keep only the rows and columns with figures.",
					),
				),
			);
		}, limits.milliseconds);
		worker.once("message", (message: unknown) => finish(() => resolve(Answer.parse(message))));
		worker.once("error", (error) => finish(() => reject(damagedRefusal(error))));
	});
}
