import type { CellValue, FormValues } from "../../domain/money/form-cells.ts";
import type { CellKind, FormEdition, FormPart } from "../../domain/money/form-edition.ts";
import type { GridCell, GridSheet } from "../excel/write-grid.ts";
import { headingColumns, headingRows, numberInWorkbook, placeCells, yearOfPart } from "./form-layout.ts";

/** What a workbook or a paper of the form is made from. */
export type PrintedForm = {
	readonly edition: FormEdition;
	readonly stateName: string;
	readonly years: { readonly plans: number; readonly reports: number };
	/** With the totals worked out and the State's baselines. */
	readonly values: FormValues;
};

const formats: Readonly<Record<CellKind, GridCell["format"] | undefined>> = {
	dollars: "#,##0.00",
	count: "#,##0",
	percent: "0.00",
	text: undefined,
	"yes-no": undefined,
};

/** The sheets of a form's workbook: typed numbers where the form has them, the edition's label in the corner, no formulas. */
export function formSheets(form: PrintedForm): readonly GridSheet[] {
	return form.edition.parts.map((part) => sheetOf(form, part));
}

function sheetOf({ edition, stateName, years, values }: PrintedForm, part: FormPart): GridSheet {
	const width = headingColumns + part.columns.length;
	const rows: GridCell[][] = [
		[{ value: part.title, style: "title" }, ...empty(width - 2), { value: edition.label, style: "corner" }],
		[{ value: "State", style: "header" }, { value: stateName }],
		[
			{ value: "Federal fiscal year", style: "header" },
			{ value: yearOfPart(part, years), format: "0" },
		],
		[{ value: `${part.about} Grey cells are worked out; type nothing there.`, style: "note" }],
		["Line", "What", ...part.columns.map(({ label }) => label)].map((value) => ({ value, style: "header" as const })),
		...part.lines.map((line): GridCell[] => [
			{ value: numberInWorkbook(line) },
			{ value: line.label },
			...empty(part.columns.length),
		]),
		[],
		[
			{
				value: "* No form of this edition that was read shows this number: compare it with the form you were sent.",
				style: "note",
			},
		],
	];
	for (const { id, row, column, kind, computed } of placeCells(part)) {
		const cell = cellOf(kind, values.get(id));
		const line = rows[row - 1];
		if (line) line[column - 1] = computed ? { ...cell, style: "total" } : cell;
	}
	return {
		name: part.sheet,
		widths: [8, 44, ...part.columns.map(({ kind }) => (kind === "text" ? 40 : 18))],
		...{ frozenRows: headingRows, frozenColumns: headingColumns, rows },
	};
}

function empty(count: number): GridCell[] {
	return Array.from({ length: count }, () => ({ value: null }));
}

/** Cents become dollars, hundredths a percent; a number of people stays. */
function cellOf(kind: CellKind, value: CellValue | undefined): GridCell {
	const format = formats[kind];
	const shown = typeof value === "number" && kind !== "count" ? value / 100 : (value ?? null);
	return format ? { value: shown, format } : { value: shown };
}
