// What counting indicators needs of the world; `storage` implements it, on DuckDB and on PostgreSQL.
export { type CanonicalTable, canonicalTables } from "../indicators/engine/canonical-tables.ts";
export type {
	Answers,
	Cell,
	ColumnType,
	IndicatorEngine,
	ParameterTable,
	RowBatch,
	RunPlan,
	StoredRows,
	TableColumn,
	TableShape,
} from "../indicators/engine/engine.ts";
