import { readWorksheet, type WorksheetRow } from "../documents/excel/read-worksheet.ts";
import { WorksheetRefused } from "../documents/excel/worksheet-refused.ts";
import type { CatalogueProblem } from "../indicators/figures/catalogue-problems.ts";
import { wholeFile } from "../indicators/figures/place.ts";
import { sayProblem } from "../indicators/figures/problem.ts";
import { workbookProblems } from "../indicators/figures/workbook-problems.ts";
import { isWorkbook } from "./keep-table-file.ts";

/** A table as its reader takes it: text, or the rows of a workbook that has been opened already. */
export type OpenedTable = { readonly bytes: Uint8Array; readonly sheetRows?: readonly WorksheetRow[] };

/** Opens a table that was handed in: of a workbook its first visible sheet. Answers the problem when a workbook cannot be opened. */
export async function openTable(
	bytes: Uint8Array,
): Promise<{ readonly table: OpenedTable } | { readonly problem: CatalogueProblem<never> }> {
	if (!isWorkbook(bytes)) return { table: { bytes } };
	try {
		return { table: { bytes, sheetRows: (await readWorksheet(bytes)).rows } };
	} catch (error) {
		if (!(error instanceof WorksheetRefused)) throw error;
		const id = `workbook-${error.reason}` as const;
		return { problem: sayProblem(id, workbookProblems[id], wholeFile, null, { detail: error.detail }) };
	}
}
