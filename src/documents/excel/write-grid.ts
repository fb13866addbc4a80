import type { Cell } from "exceljs";
import { toPrintableText } from "../neutral/printable-text.ts";
import { startsLikeFormula } from "./formula-text.ts";
import type { WorkbookProperties } from "./write-workbook.ts";

/** A cell of a form: words or a typed number, never a formula. */
export interface GridCell {
	readonly value: string | number | null;
	/** `total`: worked out before writing, set off from what is to be typed. */
	readonly style?: "title" | "header" | "corner" | "note" | "total";
	/** How a number is shown. */
	readonly format?: "#,##0.00" | "#,##0" | "0.00" | "0";
}

export interface GridSheet {
	readonly name: string;
	/** Of each column, in characters. */
	readonly widths: readonly number[];
	/** Rows that stay in sight when one scrolls. */
	readonly frozenRows: number;
	/** Columns that stay in sight. */
	readonly frozenColumns: number;
	readonly rows: readonly (readonly GridCell[])[];
}

/** Writes a workbook (.xlsx) whose cells stand where a form has them. Numbers are typed numbers; there is no formula in it. */
export async function writeGrid(sheets: readonly GridSheet[], properties: WorkbookProperties): Promise<Uint8Array> {
	const { default: ExcelJS } = await import("exceljs");
	const workbook = new ExcelJS.Workbook();
	const created = new Date(`${properties.created}T00:00:00Z`);
	Object.assign(workbook, { creator: properties.creator, title: properties.title, created, modified: created });
	for (const { name, widths, frozenRows, frozenColumns, rows } of sheets) {
		const target = workbook.addWorksheet(name, {
			views: [{ state: "frozen", xSplit: frozenColumns, ySplit: frozenRows }],
			pageSetup: {
				orientation: widths.length > 4 ? "landscape" : "portrait",
				fitToPage: true,
				fitToWidth: 1,
				fitToHeight: 0,
			},
		});
		target.columns = widths.map((width) => ({ width }));
		for (const [index, row] of rows.entries()) {
			for (const [column, cell] of row.entries()) writeCell(target.getCell(index + 1, column + 1), cell);
		}
	}
	return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeCell(target: Cell, { value, style, format }: GridCell): void {
	target.value = typeof value === "string" ? toPrintableText(value) : value;
	if (typeof value === "string" && startsLikeFormula(value)) target.numFmt = "@";
	if (format) target.numFmt = format;
	target.alignment = {
		vertical: "top",
		wrapText: style === undefined || style === "header" || style === "corner",
		...(style === "corner" ? { horizontal: "right" } : {}),
	};
	if (style === "title" || style === "header" || style === "corner") target.font = { bold: true };
	if (style === "note") target.font = { italic: true };
	if (style === "total") target.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFEFEFEF" } };
}
