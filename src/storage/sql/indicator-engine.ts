import pg from "pg";
import {
	type Answers,
	type Cell,
	canonicalTables,
	type IndicatorEngine,
	type RowBatch,
	type RunPlan,
	type TableShape,
} from "../../operations/indicator-engine.ts";
import { batchTables, parameterRows, type TableRows } from "../indicators/batch-tables.ts";
import { readDefinition } from "../indicators/read-definition.ts";
import { distributeTable, hasCitus } from "./distribute-tables.ts";

export type PostgresEngineOptions = {
	/** A connection of its own, which the engine keeps busy until it is closed. Its role may create schemas. */
	readonly client: pg.ClientBase;
	/** src/indicators/definitions. */
	readonly definitionsFolder: string;
};

/** Everything lies in this schema, within one transaction that is never committed: nothing stays, whatever happens. */
const schema = "throughline_indicators";

/** An indicator engine on PostgreSQL 15 or later: the same texts as on DuckDB, the same numbers. Citus, where it is, spreads the tables. */
export async function openPostgresEngine({
	client,
	definitionsFolder,
}: PostgresEngineOptions): Promise<IndicatorEngine> {
	await client.query("begin");
	await client.query(`create schema ${schema}`);
	await client.query(`set local search_path = ${schema}`);
	await client.query(await readDefinition(definitionsFolder, "common/v1/functions.postgres.sql"));
	const spread = (await hasCitus(client)) ? (name: string) => distributeTable(client, name) : async () => undefined;
	for (const shape of Object.values(canonicalTables)) {
		await client.query(createTable(shape));
		await spread(shape.name);
	}
	await client.query("savepoint kept");
	let key: string | undefined;
	return {
		async append(batch: RowBatch) {
			if (key !== undefined) await client.query("rollback to savepoint kept");
			key = undefined;
			for (const table of batchTables(batch)) await insert(client, table);
			await client.query("savepoint kept");
		},
		async run(plan: RunPlan) {
			if (key !== JSON.stringify(plan.kept)) {
				await client.query("rollback to savepoint kept");
				for (const { name } of Object.values(canonicalTables)) await client.query(`analyze ${name}`);
				await make(client, plan.kept, { folder: definitionsFolder, spread });
				key = JSON.stringify(plan.kept);
			}
			return run(client, plan, { folder: definitionsFolder, spread });
		},
		async close() {
			await client.query("rollback");
		},
	};
}

type Making = {
	/** src/indicators/definitions. */
	readonly folder: string;
	/** Spreads a table that was just made over several servers, where there are several. */
	readonly spread: (name: string) => Promise<void>;
};

async function run(client: pg.ClientBase, plan: RunPlan, making: Making): Promise<Answers> {
	await client.query("savepoint run");
	try {
		await make(client, plan, making);
		const answers: [string, Answers[string]][] = [];
		for (const { name, sql } of plan.questions) answers.push([name, await ask(client, sql)]);
		return Object.fromEntries(answers);
	} finally {
		await client.query("rollback to savepoint run");
	}
}

/** Makes tables of parameters and steps. The planner knows nothing of tables made in this transaction until it is told. */
async function make(
	client: pg.ClientBase,
	{ parameters, steps }: Pick<RunPlan, "parameters" | "steps">,
	{ folder, spread }: Making,
): Promise<void> {
	for (const table of parameters) {
		await client.query(createTable(table.shape));
		await spread(table.shape.name);
		await insert(client, parameterRows(table));
		await client.query(`analyze ${table.shape.name}`);
	}
	for (const { name, kind, file } of steps) {
		await client.query(`create ${kind} ${name} as ${await readDefinition(folder, file)}`);
		if (kind === "view") continue;
		await spread(name);
		await client.query(`analyze ${name}`);
	}
}

/** Texts are compared byte by byte, as on DuckDB, whatever the order of the database's own language. */
function createTable({ name, columns }: TableShape): string {
	const described = columns.map(
		(column) => `${column.name} ${column.type}${column.type === "text" ? ' collate "C"' : ""}`,
	);
	return `create table ${name} (${described.join(", ")})`;
}

/** Rows are sent column by column, this many at a time. */
const batchSize = 5000;

async function insert(client: pg.ClientBase, { shape, rows }: TableRows): Promise<void> {
	const lists = shape.columns.map(({ type }, index) => `$${index + 1}::${type}[]`).join(", ");
	for (let start = 0; start < rows.length; start += batchSize) {
		const some = rows.slice(start, start + batchSize);
		await client.query({
			text: `insert into ${shape.name} select * from unnest(${lists})`,
			values: shape.columns.map(({ field }) => some.map((row) => row[field] ?? null)),
		});
	}
}

/** Sums are bigint or numeric; they stay far below 2^53. */
const numberTypes: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC];

async function ask(client: pg.ClientBase, sql: string): Promise<Answers[string]> {
	const result = await client.query<Record<string, Cell>>({
		text: sql,
		types: {
			getTypeParser: (oid: number, format?: "text" | "binary") =>
				numberTypes.includes(oid) && format !== "binary" ? Number : pg.types.getTypeParser(oid, format),
		} as pg.CustomTypesConfig,
	});
	return result.rows;
}
