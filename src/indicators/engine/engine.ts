import type { AfcarsMove, AfcarsRow, NcandsRow } from "../extracts/canonical-rows.ts";
import type { VisitRow } from "../extracts/extract-rows.ts";
import type { Step } from "./steps.ts";

// What indicators need of a database. DuckDB and PostgreSQL implement it with the same texts (storage/).

export type ColumnType = "text" | "integer" | "boolean" | "date";
/** Null where nothing is known; dates as `YYYY-MM-DD`. */
export type Cell = string | number | boolean | null;

export type TableShape = {
	readonly name: string;
	readonly columns: readonly TableColumn[];
};

export type TableColumn = {
	/** The name in TypeScript. */
	readonly field: string;
	readonly name: string;
	readonly type: ColumnType;
	/** The only texts of the column, in order of their letters: engines may hold their numbers instead. */
	readonly labels?: readonly string[];
};

/** A small table made for one run: its parameters. */
export type ParameterTable = { readonly shape: TableShape; readonly rows: readonly (readonly Cell[])[] };

/** A query on the tables that the steps made. */
export type Question = { readonly name: string; readonly sql: string };

/** What an engine does in one run: what is kept, then parameters, steps in order and questions. */
export type RunPlan = {
	/** Made from the rows and `parameters` alone: made anew only when rows were added or these parameters are others. */
	readonly kept: { readonly parameters: readonly ParameterTable[]; readonly steps: readonly Step[] };
	readonly parameters: readonly ParameterTable[];
	readonly steps: readonly Step[];
	readonly questions: readonly Question[];
};

/** Rows of each question, by its name; counts are numbers. */
export type Answers = Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>;

/** Rows to append; any table may be left out. */
export type RowBatch = {
	readonly afcarsRows?: readonly AfcarsRow[];
	readonly afcarsMoves?: readonly AfcarsMove[];
	readonly ncandsRows?: readonly NcandsRow[];
	readonly visitRows?: readonly VisitRow[];
};

/** A database that holds canonical rows and runs steps on them. Use it by one caller at a time. */
export interface IndicatorEngine {
	/** Adds rows; call it as often as files stream. The order of rows never matters. */
	append(batch: RowBatch): Promise<void>;
	/** Runs the steps on all rows appended so far and answers the questions. What they made is removed afterwards, but for what is kept. */
	run(plan: RunPlan): Promise<Answers>;
	/** Forgets all rows and lets go of the database. */
	close(): Promise<void>;
}

/** Canonical rows that are stored already: they are counted as on an engine, and asked. Use it by one caller at a time. */
export interface StoredRows extends Pick<IndicatorEngine, "run" | "close"> {
	/** The rows of a query on what the last run made. */
	ask(question: string): Promise<Answers[string]>;
}
