import {
	type CanonicalTable,
	type Cell,
	canonicalTables,
	type ParameterTable,
	type RowBatch,
	type TableShape,
} from "../../operations/indicator-engine.ts";

/** Rows of one table, column by column. */
export type TableColumns = {
	readonly shape: TableShape;
	readonly count: number;
	/** The values of the rows, one list for each column of the shape. */
	readonly columns: readonly (readonly Cell[])[];
};

/** A batch, table by table; tables without rows are left out. */
export function batchTables(batch: RowBatch): readonly TableColumns[] {
	const rows: Readonly<Record<CanonicalTable, readonly Readonly<Record<string, Cell>>[]>> = {
		afcars_row: batch.afcarsRows ?? [],
		afcars_move: batch.afcarsMoves ?? [],
		ncands_row: batch.ncandsRows ?? [],
	};
	return Object.entries(rows).flatMap(([table, each]) => {
		const shape = canonicalTables[table as CanonicalTable];
		const columns = shape.columns.map(({ field }) => each.map((row) => row[field] ?? null));
		return each.length > 0 ? [{ shape, count: each.length, columns }] : [];
	});
}

/** A table of parameters, column by column. */
export function parameterColumns({ shape, rows }: ParameterTable): TableColumns {
	return { shape, count: rows.length, columns: shape.columns.map((_, index) => rows.map((row) => row[index] ?? null)) };
}
