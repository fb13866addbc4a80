import type { FormEdition } from "../../domain/money/form-edition.ts";
import { readWorksheetCells } from "../excel/read-worksheet.ts";
import { WorksheetRefused } from "../excel/worksheet-refused.ts";
import { type FormReading, type FoundCell, readFormSheets } from "./read-form-sheets.ts";

/** Reads a workbook of the form. A file that cannot be opened, or lacks a sheet, is a problem like any other. */
export async function readFormWorkbook(edition: FormEdition, bytes: Uint8Array): Promise<FormReading> {
	const sheets = new Map<string, readonly FoundCell[]>();
	for (const { sheet } of edition.parts) {
		try {
			sheets.set(sheet, await readWorksheetCells(bytes, sheet));
		} catch (error) {
			if (!(error instanceof WorksheetRefused)) throw error;
			const place = error.reason === "no-such-sheet" ? sheet : "The file";
			return { ...nothing, problems: [{ place, message: error.message }] };
		}
	}
	return readFormSheets(edition, sheets);
}

const nothing: FormReading = {
	...{ problems: [], notes: [], untyped: [], typed: new Map(), kept: new Map(), stateName: "", years: undefined },
};
