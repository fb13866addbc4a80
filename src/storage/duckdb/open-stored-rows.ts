import { stat } from "node:fs/promises";
import path from "node:path";
import {
	type Answers,
	type Cell,
	canonicalTables,
	type ParameterTable,
	type RunPlan,
	type StoredRows,
	type TableShape,
} from "../../operations/indicator-engine.ts";
import { readDefinition } from "../indicators/read-definition.ts";
import { declare } from "./append-rows.ts";
import { QueryProcess } from "./query-process.ts";

export type StoredRowsOptions = {
	/** src/indicators/definitions. */
	readonly definitionsFolder: string;
	/** <DATA_DIR>/extracts: a folder for each load. */
	readonly extractsFolder: string;
	/** Loads to read; their place in this list is the number of the file in the rows. */
	readonly loadIds: readonly string[];
	/** DuckDB's own part of the memory, as "1200MB". */
	readonly memoryLimit?: string;
};

/**
 * The stored rows of some loads, in a process of their own. DuckDB may read the folders of these loads and spill into one of its
 * own, and nothing else: no other file, no network, no extension, and nothing that runs in it can change that.
 */
export async function openStoredRows(options: StoredRowsOptions): Promise<StoredRows> {
	const process = await QueryProcess.start(settingsFor(options));
	try {
		await process.run(await readDefinition(options.definitionsFolder, "common/v1/functions.duckdb.sql"));
		for (const shape of Object.values(canonicalTables)) await process.run(await createTable(shape, options));
	} catch (error) {
		process.close();
		throw error;
	}
	let keptKey: string | undefined;
	const make = async ({ parameters, steps }: Pick<RunPlan, "parameters" | "steps">) => {
		for (const table of parameters) await process.run(createParameters(table));
		for (const { name, kind, file } of steps) {
			await process.run(
				`create or replace ${kind} ${name} as ${await readDefinition(options.definitionsFolder, file)}`,
			);
		}
	};
	return {
		async run(plan) {
			const key = JSON.stringify(plan.kept);
			if (keptKey !== key) {
				await make(plan.kept);
				keptKey = key;
			}
			await make(plan);
			const answers: [string, Answers[string]][] = [];
			for (const { name, sql } of plan.questions) answers.push([name, await process.ask(sql)]);
			return Object.fromEntries(answers);
		},
		ask: (question) => process.ask(question),
		async close() {
			process.close();
		},
	};
}

/** First what it may reach, then that this is all. */
function settingsFor({ extractsFolder, loadIds, memoryLimit = "1200MB" }: StoredRowsOptions): readonly string[] {
	const folders = loadIds.map((loadId) => literal(`${path.join(path.resolve(extractsFolder), loadId)}${path.sep}`));
	return [
		`set temp_directory = ${literal(path.join(path.resolve(extractsFolder), "spill"))}`,
		`set memory_limit = ${literal(memoryLimit)}`,
		"set preserve_insertion_order = false",
		"set checkpoint_threshold = '1TB'",
		"set autoinstall_known_extensions = false",
		"set autoload_known_extensions = false",
		`set allowed_directories = [${folders.join(", ")}]`,
		"set enable_external_access = false",
		"set lock_configuration = true",
	];
}

/** The rows of all loads. Held in memory with few texts as numbers: each step reads them several times. */
async function createTable(shape: TableShape, { extractsFolder, loadIds }: StoredRowsOptions): Promise<string> {
	const parts: string[] = [];
	for (const [number, loadId] of loadIds.entries()) {
		const file = path.join(path.resolve(extractsFolder), loadId, `${shape.name}.parquet`);
		if (!(await isThere(file))) continue;
		const columns = shape.columns.map(({ name, ...column }) => {
			const type = declare({ name, ...column }).slice(name.length + 1);
			return name === "file" ? `${number} as file` : `cast(${name} as ${type}) as ${name}`;
		});
		parts.push(`select ${columns.join(", ")} from read_parquet(${literal(file)})`);
	}
	if (parts.length > 0) return `create table ${shape.name} as ${parts.join(" union all ")}`;
	return `create table ${shape.name} (${shape.columns.map(declare).join(", ")})`;
}

async function isThere(file: string): Promise<boolean> {
	try {
		return (await stat(file)).isFile();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
		throw error;
	}
}

/** A table of parameters as one statement; its cells come from the program's own lists, and are quoted all the same. */
function createParameters({ shape, rows }: ParameterTable): string {
	const empty = `select ${shape.columns.map(({ name, type }) => `cast(null as ${type}) as ${name}`).join(", ")} where false`;
	const selects = rows.map(
		(row) =>
			`select ${shape.columns.map(({ name, type }, index) => `cast(${cellLiteral(row[index] ?? null)} as ${type}) as ${name}`).join(", ")}`,
	);
	return `create or replace table ${shape.name} as ${selects.length > 0 ? selects.join(" union all ") : empty}`;
}

function cellLiteral(cell: Cell): string {
	if (cell === null) return "null";
	return typeof cell === "string" ? literal(cell) : String(cell);
}

function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
