import { createHash } from "node:crypto";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { noRows } from "../../src/indicators/extracts/extract-rows.ts";
import { readExtract } from "../../src/indicators/extracts/read-extract.ts";
import type { RowBatch } from "../../src/operations/indicator-engine.ts";
import { type ExtractRequest, makeExtracts } from "../../src/practice/extracts/make-extracts.ts";
import type { CurrentFile } from "../../src/server/indicators/count-indicators.ts";
import { appendRows, declare } from "../../src/storage/duckdb/append-rows.ts";
import { batchTables } from "../../src/storage/indicators/batch-tables.ts";

/** A synthetic file, read, stored as a load is, with its rows at hand. */
export type StoredExtract = CurrentFile & { readonly rows: RowBatch };

/** Makes synthetic files, reads them as a load does and writes their rows as Parquet below `folder`; files are numbered in order of `period`. */
export async function storeExtracts(
	request: ExtractRequest,
	folder: string,
	nextId: () => string,
): Promise<readonly StoredExtract[]> {
	const stored: StoredExtract[] = [];
	for (const { name, chunks } of makeExtracts(request)) {
		const rows = noRows();
		const text = [...chunks].join("");
		const reading = await readExtract(
			(async function* () {
				yield Buffer.from(text, "latin1");
			})(),
			{
				file: 0,
				visits: true,
				onRows: (batch) => {
					rows.afcars.push(...batch.afcars);
					rows.moves.push(...batch.moves);
					rows.ncands.push(...batch.ncands);
					rows.visits.push(...batch.visits);
				},
				onProblem: () => undefined,
			},
		);
		const batch = { afcarsRows: rows.afcars, afcarsMoves: rows.moves, ncandsRows: rows.ncands, visitRows: rows.visits };
		const loadId = nextId();
		await writeParquet(path.join(folder, loadId), batch);
		stored.push({
			loadId,
			system: reading.kind === "ncands" ? "NCANDS" : "AFCARS",
			period: reading.period ?? "",
			fileName: name,
			sha256: createHash("sha256").update(text).digest("hex"),
			takenOn: "2026-06-30",
			rows: batch,
		});
	}
	return stored;
}

/** Writes rows as a load keeps them: a file for each table that has any. */
export async function writeParquet(folder: string, batch: RowBatch): Promise<void> {
	await mkdir(folder, { recursive: true });
	const instance = await DuckDBInstance.create(":memory:");
	const connection = await instance.connect();
	for (const table of batchTables(batch)) {
		await connection.run(`create table ${table.shape.name} (${table.shape.columns.map(declare).join(", ")})`);
		await appendRows(connection, table);
		await connection.run(
			`copy ${table.shape.name} to '${path.join(folder, `${table.shape.name}.parquet`)}' (format parquet)`,
		);
	}
	connection.closeSync();
	instance.closeSync();
}
