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
import type { ColumnType, TableColumn } from "../../operations/indicator-engine.ts";
import type { TableRows } from "../indicators/batch-tables.ts";

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
export async function appendRows(connection: DuckDBConnection, { shape, rows }: TableRows): Promise<void> {
	const appender = await connection.createAppender(shape.name);
	const columnTypes = shape.columns.map(typeOf);
	for (let start = 0; start < rows.length; start += chunkSize) {
		const end = Math.min(start + chunkSize, rows.length);
		const chunk = DuckDBDataChunk.create(columnTypes, end - start);
		shape.columns.forEach((column, index) => {
			fill(chunk.getColumnVector(index), column, rows, start, end);
		});
		appender.appendDataChunk(chunk);
	}
	appender.closeSync();
}

function fill(
	vector: DuckDBVector,
	{ field, type }: TableColumn,
	rows: TableRows["rows"],
	start: number,
	end: number,
): void {
	const areDates = type === "date";
	for (let index = start; index < end; index++) {
		const cell = rows[index]?.[field] ?? null;
		vector.setItem(index - start, areDates && typeof cell === "string" ? dateValue(cell) : cell);
	}
	vector.flush();
}

/** The same date comes often: each is worked out once. Its key is its number in a calendar of 31-day months. */
const dates = new Map<number, DuckDBDateValue>();

function dateValue(date: string): DuckDBDateValue {
	const year = digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
	const month = digit(date, 5) * 10 + digit(date, 6);
	const key = (year * 12 + month) * 31 + digit(date, 8) * 10 + digit(date, 9);
	const known = dates.get(key);
	if (known) return known;
	const made = new DuckDBDateValue(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
	dates.set(key, made);
	return made;
}

function digit(text: string, index: number): number {
	return text.charCodeAt(index) - 48;
}
