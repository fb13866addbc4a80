import type { CellKind, FormEdition, FormPart, PartId } from "./form-edition.ts";

/** One cell of the form: where it stands and what it holds. Its id is `part.line.column`: `one.7a.amount`. */
export type FormCell = {
	readonly id: string;
	readonly part: PartId;
	readonly line: string;
	readonly column: string;
	readonly kind: CellKind;
	/** As people say it: "Part I: annual request, line 7a Family preservation". */
	readonly name: string;
	/** Worked out from others, or kept elsewhere: never typed here. */
	readonly computed: boolean;
};

/** What a cell holds: whole cents, people, hundredths of a percent, or words. */
export type CellValue = number | string;

/** The filled cells of a form. */
export type FormValues = ReadonlyMap<string, CellValue>;

export const cellId = (part: PartId, line: string, column: string) => `${part}.${line}.${column}`;

type Line = FormPart["lines"][number];

/** A line as people say it: with its number, which is marked where no form of the edition shows it. */
export function lineName({ number, label, seen }: Line): string {
	if (number === null) return label;
	return seen ? `${number} ${label}` : `${number} (number not confirmed) ${label}`;
}

/** A line in a sentence: "line 6a Administrative costs of line 6". */
export function shortLineName({ number, label }: Line): string {
	return number === null ? label : `line ${number} ${label}`;
}

/** The columns that a line has. */
export function columnsOf(part: FormPart, line: Line): FormPart["columns"] {
	return line.columns ? part.columns.filter(({ id }) => line.columns?.includes(id)) : part.columns;
}

/** All cells of an edition, part by part, line by line. */
export function listCells({ parts }: FormEdition): readonly FormCell[] {
	return parts.flatMap((part) =>
		part.lines.flatMap((line) =>
			columnsOf(part, line).map((column) => ({
				id: cellId(part.id, line.id, column.id),
				...{ part: part.id, line: line.id, column: column.id, kind: line.kind ?? column.kind },
				name: `${part.title}, ${shortLineName(line)}${part.columns.length > 1 ? `, ${column.label}` : ""}`,
				computed: column.computed !== undefined || line.sumOf !== undefined,
			})),
		),
	);
}

/** The number in a cell; undefined where there is none. */
export function numberAt(values: FormValues, cell: string): number | undefined {
	const value = values.get(cell);
	return typeof value === "number" ? value : undefined;
}

/** The amount in a cell in whole cents: an empty one counts as 0. */
export function centsAt(values: FormValues, cell: string): number {
	return numberAt(values, cell) ?? 0;
}

/** How a cell is worked out: some cells added up, others taken off. Empty as long as all that is added is. */
type Formula = { readonly cell: string; readonly add: readonly string[]; readonly subtract: readonly string[] };

/** The formulas of a part, in an order in which each finds what it needs: totals of lines first, then across columns. */
function formulasOf(part: FormPart): readonly Formula[] {
	const down = part.lines.flatMap((line): readonly Formula[] =>
		columnsOf(part, line)
			.filter(({ computed }) => line.sumOf !== undefined && computed === undefined)
			.map(({ id }) => ({
				cell: cellId(part.id, line.id, id),
				add: (line.sumOf ?? []).map((each) => cellId(part.id, each, id)),
				subtract: [],
			})),
	);
	const sources = part.columns.filter(({ kind, computed }) => kind === "dollars" && computed === undefined);
	const across = part.lines.flatMap((line) =>
		columnsOf(part, line).flatMap(({ id, computed }): readonly Formula[] => {
			const at = (column: string) => cellId(part.id, line.id, column);
			if (computed === "sum-of-sources") {
				return [{ cell: at(id), add: sources.map((each) => at(each.id)), subtract: [] }];
			}
			return computed === "actual-less-estimated"
				? [{ cell: at(id), add: [at("actual")], subtract: [at("estimated")] }]
				: [];
		}),
	);
	return [...down, ...across];
}

/** The values with the totals worked out: lines that add up others, the sum over sources, actual less estimated. */
export function withTotals({ parts }: FormEdition, typed: FormValues): FormValues {
	const values = new Map(typed);
	const sum = (cells: readonly string[]) => cells.reduce((so, each) => so + centsAt(values, each), 0);
	for (const { cell, add, subtract } of parts.flatMap(formulasOf)) {
		if (add.some((each) => numberAt(values, each) !== undefined)) values.set(cell, sum(add) - sum(subtract));
		else values.delete(cell);
	}
	return values;
}
