import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import {
	type Answers,
	type Cell,
	canonicalTables,
	type IndicatorEngine,
	type ParameterTable,
	type RowBatch,
	type RunPlan,
	type TableShape,
} from "../../operations/indicator-engine.ts";
import { batchTables, parameterRows } from "../indicators/batch-tables.ts";
import { readDefinition } from "../indicators/read-definition.ts";
import { appendRows, declare } from "./append-rows.ts";

export type DuckdbEngineOptions = {
	/** src/indicators/definitions. */
	readonly definitionsFolder: string;
	/** Where DuckDB writes what does not fit in memory; made when needed, removed at the end. None: it fails then. */
	readonly temporaryFolder?: string;
	/** DuckDB's own part of the memory, as "1500MB"; the process takes some more. */
	readonly memoryLimit?: string;
	/** One for each core if nothing is said. */
	readonly threads?: number;
};

/**
 * An indicator engine in this process, in memory: no server, no files but `temporaryFolder`, no network and no extensions, and
 * nothing that runs in it can change that.
 */
export async function openDuckdbEngine(options: DuckdbEngineOptions): Promise<IndicatorEngine> {
	const instance = await DuckDBInstance.create(":memory:");
	const connection = await instance.connect();
	await lockDown(connection, options);
	await connection.run(await readDefinition(options.definitionsFolder, "common/v1/functions.duckdb.sql"));
	for (const shape of Object.values(canonicalTables)) await connection.run(createTable(shape));
	const kept = new KeptSteps(connection, options.definitionsFolder);
	return {
		async append(batch: RowBatch) {
			await kept.drop();
			for (const table of batchTables(batch)) await appendRows(connection, table);
		},
		async run(plan: RunPlan) {
			await kept.make(plan.kept);
			return run(connection, plan, options.definitionsFolder);
		},
		async close() {
			connection.closeSync();
			instance.closeSync();
		},
	};
}

async function lockDown(connection: DuckDBConnection, options: DuckdbEngineOptions): Promise<void> {
	const settings = {
		temp_directory: options.temporaryFolder ?? "",
		memory_limit: options.memoryLimit ?? "1500MB",
		...(options.threads === undefined ? {} : { threads: String(options.threads) }),
		preserve_insertion_order: "false",
		// Nothing is written to a disk that would have to be brought up to date.
		checkpoint_threshold: "1TB",
		autoinstall_known_extensions: "false",
		autoload_known_extensions: "false",
		enable_external_access: "false",
		lock_configuration: "true",
	};
	for (const [name, value] of Object.entries(settings)) {
		await connection.run(`set ${name} = '${value.replaceAll("'", "''")}'`);
	}
}

type Made = Pick<RunPlan, "parameters" | "steps">;

/** Not in one transaction: DuckDB reads a table that is not committed yet with one core only. */
async function run(connection: DuckDBConnection, plan: RunPlan, folder: string): Promise<Answers> {
	try {
		await make(connection, plan, folder);
		const answers: [string, Answers[string]][] = [];
		for (const { name, sql } of plan.questions) answers.push([name, await ask(connection, sql)]);
		return Object.fromEntries(answers);
	} finally {
		await drop(connection, plan);
	}
}

/** What is kept between runs. */
class KeptSteps {
	readonly #connection: DuckDBConnection;
	readonly #folder: string;
	#made: RunPlan["kept"] | undefined;

	constructor(connection: DuckDBConnection, folder: string) {
		this.#connection = connection;
		this.#folder = folder;
	}

	/** Makes it, unless it is there already. */
	async make(kept: RunPlan["kept"]): Promise<void> {
		if (JSON.stringify(kept) === JSON.stringify(this.#made)) return;
		await this.drop();
		try {
			await make(this.#connection, kept, this.#folder);
			this.#made = kept;
		} catch (error) {
			await drop(this.#connection, kept);
			throw error;
		}
	}

	async drop(): Promise<void> {
		if (this.#made) await drop(this.#connection, this.#made);
		this.#made = undefined;
	}
}

async function drop(connection: DuckDBConnection, { parameters, steps }: Made): Promise<void> {
	for (const { kind, name } of [...steps].reverse()) await connection.run(`drop ${kind} if exists ${name}`);
	for (const { shape } of parameters) await connection.run(`drop table if exists ${shape.name}`);
}

/** Makes tables of parameters and steps. */
async function make(connection: DuckDBConnection, { parameters, steps }: Made, folder: string): Promise<void> {
	for (const table of parameters) await createParameters(connection, table);
	for (const { name, kind, file } of steps) {
		await connection.run(`create ${kind} ${name} as ${await readDefinition(folder, file)}`);
	}
}

async function createParameters(connection: DuckDBConnection, table: ParameterTable): Promise<void> {
	await connection.run(createTable(table.shape));
	if (table.rows.length > 0) await appendRows(connection, parameterRows(table));
}

function createTable({ name, columns }: TableShape): string {
	return `create table ${name} (${columns.map(declare).join(", ")})`;
}

async function ask(connection: DuckDBConnection, sql: string): Promise<Answers[string]> {
	const reader = await connection.runAndReadAll(sql);
	return reader
		.getRowObjects()
		.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)])));
}

/** Counts are 64 or 128 bits wide in DuckDB; they stay far below 2^53. */
function cell(value: DuckDBValue): Cell {
	if (typeof value === "bigint") return Number(value);
	return value === null || typeof value === "object" ? null : value;
}
