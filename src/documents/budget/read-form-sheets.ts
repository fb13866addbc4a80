import { type CellValue, type FormValues, withTotals } from "../../domain/money/form-cells.ts";
import type { CellKind, FormEdition, FormPart } from "../../domain/money/form-edition.ts";
import { readTypedValue, showTypedValue } from "../../domain/money/typed-value.ts";
import { headingRows, type PlacedCell, placeCells, placeInWords } from "./form-layout.ts";

/** A cell as it was found in a sheet. */
export type FoundCell = {
	readonly row: number;
	readonly column: number;
	readonly text: string;
	readonly held: "number" | "text" | "formula";
};

/** Something about one cell, for the person who mends the workbook. `place` is such as "Part I, cell C7". */
export type WorkbookRemark = { readonly place: string; readonly message: string };

export type FormReading = {
	/** Why the workbook cannot be taken. Empty when it can. */
	readonly problems: readonly WorkbookRemark[];
	/** What is only to be looked at: totals that differ from what their lines add up to. */
	readonly notes: readonly WorkbookRemark[];
	/** Amounts that are no typed numbers (C1), by cell. They are among the problems too. */
	readonly untyped: readonly { readonly cell: string; readonly message: string }[];
	/** What the cells hold that are typed; nothing for empty ones. */
	readonly typed: FormValues;
	/** The State's baselines as the workbook has them. */
	readonly kept: FormValues;
	readonly stateName: string;
	/** The federal fiscal years that the sheets name. */
	readonly years: { readonly plans: number; readonly reports: number } | undefined;
};

/** Reads the sheets of a form back. Each remark names its cell. */
export function readFormSheets(edition: FormEdition, sheets: ReadonlyMap<string, readonly FoundCell[]>): FormReading {
	const reader = new SheetReader();
	for (const part of edition.parts) reader.read(edition, part, sheets.get(part.sheet) ?? []);
	const { problems, untyped, typed, kept, totals, stateNames, years } = reader;
	const worked = withTotals(edition, typed);
	const notes = totals.flatMap(({ cell, place, value }): readonly WorkbookRemark[] => {
		const sum = worked.get(cell.id) ?? 0;
		if (sum === value) return [];
		const message = `${place}: the total of ${cell.name} says ${showTypedValue(cell.kind, value)}; its parts give ${showTypedValue(cell.kind, sum)}, which is kept.`;
		return [{ place, message }];
	});
	const [plans, reports] = [years.get("one"), years.get("three")];
	return {
		...{ problems, notes, untyped, typed, kept },
		stateName: stateNames[0] ?? "",
		years: plans !== undefined && reports !== undefined ? { plans, reports } : undefined,
	};
}

class SheetReader {
	readonly problems: WorkbookRemark[] = [];
	readonly untyped: { cell: string; message: string }[] = [];
	readonly typed = new Map<string, CellValue>();
	readonly kept = new Map<string, CellValue>();
	readonly totals: { readonly cell: PlacedCell; readonly place: string; readonly value: CellValue }[] = [];
	readonly stateNames: string[] = [];
	readonly years = new Map<string, number>();

	read(edition: FormEdition, part: FormPart, found: readonly FoundCell[]): void {
		const at = (row: number, column: number) => found.find((each) => each.row === row && each.column === column);
		const corner = 2 + part.columns.length;
		const label = at(1, corner)?.text.trim() ?? "";
		if (label !== edition.label) {
			const place = placeInWords(part.sheet, 1, corner);
			this.#refuse(
				place,
				`expected the edition "${edition.label}" in the corner, found "${label}". Use a workbook written for this form.`,
			);
			return;
		}
		this.stateNames.push(at(2, 2)?.text.trim() ?? "");
		const year = Number(at(3, 2)?.text);
		if (Number.isInteger(year) && year > 2000) this.years.set(part.id, year);
		else this.#refuse(placeInWords(part.sheet, 3, 2), "expected the federal fiscal year, four digits.");
		for (const [index, line] of part.lines.entries()) {
			const row = headingRows + 1 + index;
			const name = at(row, 2)?.text.trim() ?? "";
			if (name === line.label) continue;
			this.#refuse(
				placeInWords(part.sheet, row, 2),
				`expected "${line.label}", found "${name.slice(0, 80)}". Rows must stay where they are: undo the move, or start from a fresh workbook.`,
			);
		}
		const cells = placeCells(part);
		for (const cell of cells) this.#readCell(cell, at(cell.row, cell.column));
		this.#lookBeside(part, cells, found);
	}

	#readCell(cell: PlacedCell, found: FoundCell | undefined): void {
		if (!found) return;
		const place = placeInWords(cell.sheet, cell.row, cell.column);
		if (found.held === "formula") {
			this.#untype(cell, place, "holds a formula. The form asks for typed numbers: type the result instead");
			return;
		}
		if (cell.computed && !cell.id.startsWith("base.")) {
			const number = Number(found.text);
			if (Number.isFinite(number)) this.totals.push({ cell, place, value: Math.round(number * 100) });
			return;
		}
		const isNumber = cell.kind !== "text" && cell.kind !== "yes-no";
		const read = readTypedValue(cell.kind, isNumber ? withoutNoise(cell.kind, found) : found.text);
		if ("problem" in read) {
			this.#refuse(place, `${cell.name}: ${read.problem}`);
			return;
		}
		if (read.value === null) return;
		if (isNumber && found.held === "text") {
			this.#untype(
				cell,
				place,
				`holds "${found.text.slice(0, 40)}" as a text. Type it as a number, or set the cell's format to a number`,
			);
			return;
		}
		(cell.computed ? this.kept : this.typed).set(cell.id, read.value);
	}

	/** A formula in a total spoils the file that is sent, but nothing of what is taken: totals are worked out anew. */
	#untype(cell: PlacedCell, place: string, what: string): void {
		const message = `${place} (${cell.name}) ${what}.`;
		this.untyped.push({ cell: cell.id, message });
		if (!cell.computed) this.problems.push({ place, message: `C1: ${message}` });
	}

	#refuse(place: string, what: string): void {
		this.problems.push({ place, message: `${place}: ${what}` });
	}

	/** Numbers beside the form's cells would be lost without a word. */
	#lookBeside(part: FormPart, cells: readonly PlacedCell[], found: readonly FoundCell[]): void {
		const known = new Set(cells.map(({ row, column }) => `${row} ${column}`));
		for (const { row, column, text, held } of found) {
			if (row <= headingRows || column <= 2 || known.has(`${row} ${column}`) || text === "") continue;
			const what = held === "number" ? `the number ${text.slice(0, 40)}` : `"${text.slice(0, 40)}"`;
			this.#refuse(
				placeInWords(part.sheet, row, column),
				`${what} stands where the form has no cell. Move it into a cell of the form, or remove it.`,
			);
		}
	}
}

/** Excel keeps 0.1 + 0.2 as 0.30000000000000004: what lies far below a cent is no part of the amount. A percent may be shown as one. */
function withoutNoise(kind: CellKind, { text, held }: FoundCell): string {
	if (held !== "number") return text;
	const number = Number(text.replace(/%$/u, ""));
	if (!Number.isFinite(number) || kind === "count") return text;
	const rounded = number.toFixed(2);
	return Math.abs(number - Number(rounded)) < 1e-6 ? rounded : text;
}
