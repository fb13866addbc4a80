import { snakeCase } from "./canonical-tables.ts";
import type { ColumnType, ParameterTable } from "./engine.ts";

/** A small table for one run; fields become columns in snake_case. */
export function parameterTable(
	name: string,
	columns: Readonly<Record<string, ColumnType>>,
	rows: ParameterTable["rows"],
): ParameterTable {
	return {
		shape: {
			name,
			columns: Object.entries(columns).map(([field, type]) => ({ field, name: snakeCase(field), type })),
		},
		rows,
	};
}
