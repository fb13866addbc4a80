import type pg from "pg";

/** A table that an installation's export holds, with its columns. */
export type ExchangeTable = {
	readonly schema: string;
	readonly name: string;
	readonly columns: readonly string[];
	readonly key: readonly string[];
};

/** What stays behind: the key of this database, sessions and what runs out within hours. */
const leftOut = new Set([
	"app.context_key",
	"accounts.session",
	"accounts.account_session",
	"accounts.verification",
	"accounts.account_verification",
	"accounts.attempt",
	"accounts.rate_limit",
	"accounts.used_code",
]);

/** The tables in an order in which each comes after those that it refers to. */
export async function listExchangeTables(client: pg.ClientBase): Promise<readonly ExchangeTable[]> {
	const { rows } = await client.query<{
		schema: string;
		name: string;
		columns: string[];
		key: string[];
		refers: string[];
	}>(`
		select n.nspname as schema, c.relname as name,
			(select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
			(select array_agg(a.attname::text order by k.place) from pg_constraint p, unnest(p.conkey) with ordinality k(attnum, place)
				join pg_attribute a on a.attnum = k.attnum and a.attrelid = c.oid where p.conrelid = c.oid and p.contype = 'p' and a.attrelid = c.oid) as key,
			coalesce((select array_agg(distinct f.confrelid::regclass::text) from pg_constraint f
				where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid and not f.condeferrable), '{}') as refers
		from pg_class c join pg_namespace n on n.oid = c.relnamespace
		where n.nspname in ('app', 'accounts') and c.relkind = 'r' order by 1, 2`);
	const wanted = rows.filter((row) => !leftOut.has(`${row.schema}.${row.name}`));
	const placed: typeof wanted = [];
	while (placed.length < wanted.length) {
		const next = wanted.find(
			(row) =>
				!placed.includes(row) &&
				row.refers.every((name) => placed.some((each) => `${each.schema}.${each.name}` === name.replaceAll('"', ""))),
		);
		if (!next) throw new Error("The tables refer to each other in a circle: mark one reference as deferrable.");
		placed.push(next);
	}
	return placed;
}

/** A table's name as SQL takes it. */
export function quoted({ schema, name }: ExchangeTable): string {
	return `"${schema}"."${name}"`;
}

/** The file of a table in an export. */
export function fileOf({ schema, name }: ExchangeTable): string {
	return `${schema}.${name}.ndjson`;
}
