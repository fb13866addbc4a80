import {
	type CanonicalTable,
	type Cell,
	canonicalTables,
	type ParameterTable,
	type RowBatch,
	type TableShape,
} from "../../operations/indicator-engine.ts";

/** Rows of one table; their cells are under the fields of the shape's columns. */
export type TableRows = { readonly shape: TableShape; readonly rows: readonly Readonly<Record<string, Cell>>[] };

/** A batch, table by table; tables without rows are left out. */
export function batchTables(batch: RowBatch): readonly TableRows[] {
	const tables: Readonly<Record<CanonicalTable, TableRows["rows"]>> = {
		afcars_row: batch.afcarsRows ?? [],
		afcars_move: batch.afcarsMoves ?? [],
		ncands_row: batch.ncandsRows ?? [],
		visit_row: batch.visitRows ?? [],
	};
	return Object.entries(tables)
		.filter(([, rows]) => rows.length > 0)
		.map(([table, rows]) => ({ shape: canonicalTables[table as CanonicalTable], rows }));
}

/** A table of parameters in the same form. */
export function parameterRows({ shape, rows }: ParameterTable): TableRows {
	return {
		shape,
		rows: rows.map((row) => Object.fromEntries(shape.columns.map(({ field }, index) => [field, row[index] ?? null]))),
	};
}
