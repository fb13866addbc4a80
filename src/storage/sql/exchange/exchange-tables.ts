import type pg from "pg";

/** A table that an installation's export holds. */
export type ExchangeTable = {
	readonly schema: string;
	readonly name: string;
	readonly columns: readonly { readonly name: string; readonly type: string }[];
	/** Columns of the primary key: the order of the rows. */
	readonly key: readonly string[];
	/** True when a row may refer to another row of the same table. */
	readonly refersToItself: boolean;
};

/** What stays behind: keys and rights of this database, sessions, and what runs out within hours. */
export const leftOut: readonly string[] = [
	"app.context_key",
	"app.role_permission",
	"accounts.session",
	"accounts.verification",
	"accounts.attempt",
	"accounts.used_code",
	"app.presence",
];

/** The tables in an order in which each comes after those that it refers to. */
export async function listExchangeTables(client: pg.ClientBase): Promise<readonly ExchangeTable[]> {
	const { rows } = await client.query<ExchangeTable & { refers: string[] }>(`
		select n.nspname as schema, c.relname as name,
			(select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
				from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
			(select array_agg(a.attname::text order by k.place) from pg_constraint p
				cross join lateral unnest(p.conkey) with ordinality k(attnum, place)
				join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
				where p.conrelid = c.oid and p.contype = 'p') as key,
			exists (select from pg_constraint f where f.conrelid = c.oid and f.confrelid = c.oid and f.contype = 'f') as "refersToItself",
			coalesce((select array_agg(distinct format('%s.%s', fn.nspname, fc.relname)) from pg_constraint f
				join pg_class fc on fc.oid = f.confrelid join pg_namespace fn on fn.oid = fc.relnamespace
				where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid and not f.condeferrable), '{}') as refers
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('app', 'accounts') and c.relkind = 'r' order by 1, 2`);
	const wanted = rows.filter((row) => !leftOut.includes(nameOf(row)));
	const placed: typeof wanted = [];
	while (placed.length < wanted.length) {
		const next = wanted.find(
			(row) => !placed.includes(row) && row.refers.every((name) => placed.some((each) => nameOf(each) === name)),
		);
		if (!next) throw new Error("The tables refer to each other in a circle: mark one reference as deferrable.");
		placed.push(next);
	}
	return placed.map(({ schema, name, columns, key, refersToItself }) => ({
		schema,
		name,
		columns,
		key,
		refersToItself,
	}));
}

/** A table's name as the manifest has it. */
export function nameOf({ schema, name }: Pick<ExchangeTable, "schema" | "name">): string {
	return `${schema}.${name}`;
}

/** A table's name as SQL takes it. */
export function quoted({ schema, name }: ExchangeTable): string {
	return `"${schema}"."${name}"`;
}

/** The file of a table in an export. */
export function fileOf(table: ExchangeTable): string {
	return `${nameOf(table)}.ndjson`;
}
