import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { PreparingClient } from "./preparing-client.ts";
import type { DB } from "./tables.generated.ts";

/** The roles that Throughline uses in PostgreSQL, created by `prepareDatabase`. */
export const DatabaseRole = {
	owner: "throughline_owner",
	app: "throughline_app",
	accounts: "throughline_accounts",
	worker: "throughline_worker",
} as const;
export type DatabaseRole = (typeof DatabaseRole)[keyof typeof DatabaseRole];

/** How to reach a database: a URL to sign in with, and the role to take on after that (none = the URL's own). */
export type Connection = { readonly url: string; readonly role?: DatabaseRole };

/** Calendar dates stay text (`YYYY-MM-DD`); bigint counts become numbers (they stay far below 2^53). */
const types: pg.CustomTypesConfig = {
	getTypeParser(oid: number, format?: "text" | "binary") {
		if (format !== "binary") {
			if (oid === pg.types.builtins.DATE) return (value: string) => value;
			if (oid === pg.types.builtins.INT8) return Number;
		}
		return pg.types.getTypeParser(oid, format);
	},
} as pg.CustomTypesConfig;

/** A pool of connections that all act under one role. */
export function createPool(connection: Connection, size: number): pg.Pool {
	const { role } = connection;
	const pool = new pg.Pool({
		connectionString: connection.url,
		max: size,
		types,
		Client: PreparingClient,
		application_name: "throughline",
		// Before anybody gets the connection. A connection that cannot take on its role is never handed out.
		...(role ? { onConnect: (client: pg.ClientBase) => client.query(`set role ${role}`) } : {}),
	} as pg.PoolConfig);
	// A broken connection is replaced at its next use; without listeners it would end the process, whether it was idle in the
	// pool or with somebody who was doing something else in that moment.
	pool.on("error", () => undefined);
	pool.on("connect", (client) => client.on("error", () => undefined));
	return pool;
}

export type Database = Kysely<DB>;

/** Typed queries over a pool. */
export function createDatabase(pool: pg.Pool): Database {
	return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
