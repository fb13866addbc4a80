import {
	BOOLEAN,
	DATE,
	type DuckDBConnection,
	DuckDBDataChunk,
	DuckDBDateValue,
	DuckDBEnumType,
	type DuckDBType,
	DuckDBTypeId,
	type DuckDBVector,
	INTEGER,
	VARCHAR,
} from "@duckdb/node-api";
import type { Cell, ColumnType, TableColumn } from "../../operations/indicator-engine.ts";
import type { TableColumns } from "../indicators/batch-tables.ts";

/** DuckDB takes rows in chunks of this many. */
const chunkSize = 2048;

/** How each type of column is spelled in DuckDB. */
const types: Readonly<Record<ColumnType, DuckDBType>> = {
	text: VARCHAR,
	integer: INTEGER,
	boolean: BOOLEAN,
	date: DATE,
};

function typeOf({ type, labels }: TableColumn): DuckDBType {
	return labels ? new DuckDBEnumType(labels, DuckDBTypeId.UTINYINT) : types[type];
}

/** How a column is declared: one of few texts is held as its number. */
export function declare(column: TableColumn): string {
	const labels = column.labels?.map((label) => `'${label.replaceAll("'", "''")}'`);
	return `${column.name} ${labels ? `enum (${labels.join(", ")})` : column.type}`;
}

/** Appends rows to a table that is there already. */
export async function appendColumns(connection: DuckDBConnection, table: TableColumns): Promise<void> {
	const { shape, count, columns } = table;
	const appender = await connection.createAppender(shape.name);
	const columnTypes = shape.columns.map(typeOf);
	for (let start = 0; start < count; start += chunkSize) {
		const length = Math.min(chunkSize, count - start);
		const chunk = DuckDBDataChunk.create(columnTypes, length);
		shape.columns.forEach(({ type }, index) => {
			fill(chunk.getColumnVector(index), columns[index] ?? [], start, length, type === "date");
		});
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
}

function fill(vector: DuckDBVector, cells: readonly Cell[], start: number, length: number, areDates: boolean): void {
	for (let row = 0; row < length; row++) {
		const cell = cells[start + row] ?? null;
		vector.setItem(row, areDates && cell !== null ? dateValue(String(cell)) : cell);
	}
	vector.flush();
}

/** The same date comes often: each is worked out once. Its place in the list is its number in a calendar of 31-day months. */
const dates: (DuckDBDateValue | undefined)[] = [];

function dateValue(date: string): DuckDBDateValue {
	const digits = (from: number, to: number) => {
		let value = 0;
		for (let index = from; index < to; index++) value = value * 10 + date.charCodeAt(index) - 48;
		return value;
	};
	const place = (digits(0, 4) * 12 + digits(5, 7)) * 31 + digits(8, 10);
	const known = dates[place];
	if (known) return known;
	const made = new DuckDBDateValue(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
	dates[place] = made;
	return made;
}
