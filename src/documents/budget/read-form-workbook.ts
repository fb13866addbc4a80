import type { FormEdition } from "../../domain/money/form-edition.ts";
import { readWorkbookCells } from "../excel/read-worksheet.ts";
import { WorksheetRefused } from "../excel/worksheet-refused.ts";
import { type FormReading, readFormSheets } from "./read-form-sheets.ts";

/** Reads a workbook of the form. A file that cannot be opened, or lacks a sheet, is a problem like any other. */
export async function readFormWorkbook(edition: FormEdition, bytes: Uint8Array): Promise<FormReading> {
	const names = edition.parts.map(({ sheet }) => sheet);
	try {
		return readFormSheets(edition, await readWorkbookCells(bytes, names));
	} catch (error) {
		if (!(error instanceof WorksheetRefused)) throw error;
		return { ...nothing, problems: [{ place: "The file", message: error.message }] };
	}
}

const nothing: FormReading = {
	...{ problems: [], notes: [], untyped: [], typed: new Map(), kept: new Map(), stateName: "", years: undefined },
};
