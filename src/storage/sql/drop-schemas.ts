import { type Connection, createPool, DatabaseRole } from "./database.ts";

/** Drops everything that Throughline has in a database. The caller has made sure that nobody needs it. */
export async function dropSchemas(admin: Connection): Promise<void> {
	const pool = createPool({ url: admin.url }, 1);
	try {
		await pool.query(
			`begin; set local role ${DatabaseRole.worker}; drop schema if exists graphile_worker cascade;
			set local role ${DatabaseRole.owner}; drop schema if exists app, accounts, migrations cascade; commit`,
		);
	} finally {
		await pool.end();
	}
}
