import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { IndicatorEngine } from "../../src/indicators/engine/engine.ts";
import { openDuckdbEngine } from "../../src/storage/duckdb/duckdb-engine.ts";
import { openPostgresEngine } from "../../src/storage/sql/indicator-engine.ts";
import type { Rows } from "./synthetic-child.ts";

export const definitionsFolder = path.resolve(import.meta.dirname, "../../src/indicators/definitions");

export const engineNames = ["DuckDB", "PostgreSQL"] as const;
export type EngineName = (typeof engineNames)[number];

/** Gives `use` an engine that holds these rows, and closes it afterwards. */
export async function withEngine<Result>(
	name: EngineName,
	postgresUrl: string,
	rows: Rows,
	use: (engine: IndicatorEngine) => Promise<Result>,
): Promise<Result> {
	const client = name === "PostgreSQL" ? new pg.Client({ connectionString: postgresUrl }) : undefined;
	await client?.connect();
	try {
		const engine = client
			? await openPostgresEngine({ client, definitionsFolder })
			: await openDuckdbEngine({
					definitionsFolder,
					temporaryFolder: path.join(tmpdir(), "throughline-duckdb"),
					threads: 2,
				});
		try {
			await engine.append(rows);
			return await use(engine);
		} finally {
			await engine.close();
		}
	} finally {
		await client?.end();
	}
}
