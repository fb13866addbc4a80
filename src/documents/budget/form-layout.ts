import { cellId, columnsOf } from "../../domain/money/form-cells.ts";
import type { CellKind, FormEdition, FormPart } from "../../domain/money/form-edition.ts";

/** Where a cell of the form stands in the workbook. Rows and columns are counted from 1. */
export type PlacedCell = {
	readonly id: string;
	readonly sheet: string;
	readonly row: number;
	readonly column: number;
	readonly kind: CellKind;
	/** Worked out or kept elsewhere: written, but not taken back. */
	readonly computed: boolean;
	/** As people say it: the line, and the column where there are several. */
	readonly name: string;
};

/** Title and label, State, year, what the sheet is about, headings; then the lines. */
export const headingRows = 5;
/** The number of a line, and what it is. */
export const headingColumns = 2;

/** What stands in the column of numbers: a star where no form of the edition shows the number. */
export function numberInWorkbook({ number, seen }: FormPart["lines"][number]): string {
	if (number === null) return "*";
	return seen ? number : `${number} *`;
}

/** All cells of a part with their places. */
export function placeCells(part: FormPart): readonly PlacedCell[] {
	return part.lines.flatMap((line, index) => {
		const has = new Set(columnsOf(part, line).map(({ id }) => id));
		return part.columns.flatMap((column, at): readonly PlacedCell[] =>
			has.has(column.id)
				? [
						{
							id: cellId(part.id, line.id, column.id),
							sheet: part.sheet,
							row: headingRows + 1 + index,
							column: headingColumns + 1 + at,
							kind: line.kind ?? column.kind,
							computed: column.computed !== undefined || line.sumOf !== undefined,
							name: `${line.number === null ? "" : `line ${line.number} `}${line.label}${part.columns.length > 1 ? `, ${column.label}` : ""}`,
						},
					]
				: [],
		);
	});
}

/** A place as Excel shows it: "Part I, cell C7". */
export function placeInWords(sheet: string, row: number, column: number): string {
	return `${sheet}, cell ${columnLetters(column)}${row}`;
}

function columnLetters(column: number): string {
	const last = String.fromCharCode(65 + ((column - 1) % 26));
	return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + last : last;
}

/** The federal fiscal year that a part speaks of. */
export function yearOfPart(part: FormPart, years: { readonly plans: number; readonly reports: number }): number {
	return part.id === "three" ? years.reports : years.plans;
}

/** The sheets that go to the Children's Bureau, and those that are kept beside. */
export function isSent({ id }: FormEdition["parts"][number]): boolean {
	return id === "head" || id === "one" || id === "two" || id === "three";
}
