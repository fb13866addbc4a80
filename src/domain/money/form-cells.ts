import type { CellKind, FormEdition, FormPart, PartId } from "./form-edition.ts";

/** One cell of the form: where it stands and what it holds. Its id is `part.line.column`: `one.7a.amount`. */
export type FormCell = {
	readonly id: string;
	readonly part: PartId;
	readonly line: string;
	readonly column: string;
	readonly kind: CellKind;
	/** As people say it: "Part I: annual request, line 7a Family preservation, Amount". */
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
				name: `${part.title}, ${lineName(line)}${part.columns.length > 1 ? `, ${column.label}` : ""}`,
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

/** The values with the totals worked out: lines that add up others, the sum over sources, actual less estimated. */
export function withTotals({ parts }: FormEdition, typed: FormValues): FormValues {
	const values = new Map(typed);
	const put = (cell: string, from: readonly string[], work: () => number) => {
		if (from.some((each) => numberAt(values, each) !== undefined)) values.set(cell, work());
		else values.delete(cell);
	};
	const sum = (cells: readonly string[]) => cells.reduce((so, each) => so + centsAt(values, each), 0);
	for (const part of parts) {
		for (const line of part.lines) {
			if (line.sumOf) {
				for (const { id, computed } of columnsOf(part, line)) {
					const from = line.sumOf.map((each) => cellId(part.id, each, id));
					if (!computed) put(cellId(part.id, line.id, id), from, () => sum(from));
				}
			}
			for (const { id, computed } of columnsOf(part, line)) {
				const cell = cellId(part.id, line.id, id);
				if (computed === "sum-of-sources") {
					const sources = part.columns.filter((each) => each.kind === "dollars" && each.computed === undefined);
					const from = sources.map((each) => cellId(part.id, line.id, each.id));
					put(cell, from, () => sum(from));
				}
				if (computed === "actual-less-estimated") {
					const [actual, estimated] = [cellId(part.id, line.id, "actual"), cellId(part.id, line.id, "estimated")];
					put(cell, [actual], () => centsAt(values, actual) - centsAt(values, estimated));
				}
			}
		}
	}
	return values;
}
