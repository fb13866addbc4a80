import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { canonicalTables, type RowBatch } from "../../operations/indicator-engine.ts";
import { batchTables } from "../indicators/batch-tables.ts";
import { appendRows, declare } from "./append-rows.ts";

export type ParquetWriter = {
	append(batch: RowBatch): Promise<void>;
	/** Writes one Parquet file for each table that has rows. */
	finish(): Promise<void>;
	close(): void;
};

/** Collects canonical rows and writes them into a folder that is there; what does not fit in memory is spilled into it. */
export async function openParquetWriter(folder: string): Promise<ParquetWriter> {
	const instance = await DuckDBInstance.create(":memory:");
	const connection = await instance.connect();
	const used = new Set<string>();
	await connection.run(`set temp_directory = ${literal(path.join(folder, "spill"))}`);
	await connection.run("set memory_limit = '500MB'");
	for (const { name, columns } of Object.values(canonicalTables)) {
		await connection.run(`create table ${name} (${columns.map(declare).join(", ")})`);
	}
	return {
		async append(batch) {
			for (const table of batchTables(batch)) {
				used.add(table.shape.name);
				await appendRows(connection, table);
			}
		},
		async finish() {
			for (const name of used) {
				await connection.run(`copy ${name} to ${literal(path.join(folder, `${name}.parquet`))} (format parquet)`);
			}
		},
		close() {
			connection.closeSync();
			instance.closeSync();
		},
	};
}

function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
