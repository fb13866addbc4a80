import type pg from "pg";

// Citus spreads tables over several servers. Every step looks at one child at a time before the last count, so tables that have a
// child are spread by it, all alike; the small ones stand whole on each server.

/** The table that the others are laid beside. */
const beside = "afcars_row";

/** Whether the Citus extension is there. */
export async function hasCitus(client: pg.ClientBase): Promise<boolean> {
	const { rows } = await client.query<{ there: boolean }>(
		"select exists (select 1 from pg_extension where extname = 'citus') as there",
	);
	return rows[0]?.there === true;
}

/** Spreads a table that was just made: by child where it has one, otherwise whole on each server. */
export async function distributeTable(client: pg.ClientBase, name: string): Promise<void> {
	const { rows } = await client.query<{ there: boolean }>(
		"select exists (select 1 from pg_attribute where attrelid = to_regclass($1) and attname = 'child' and not attisdropped) as there",
		[name],
	);
	await client.query(distributionSql(name, rows[0]?.there === true));
}

/** The statement that spreads a table. */
export function distributionSql(name: string, hasChild: boolean): string {
	if (!hasChild) return `select create_reference_table('${name}')`;
	const colocation = name === beside ? "" : `, colocate_with => '${beside}'`;
	return `select create_distributed_table('${name}', 'child'${colocation})`;
}
