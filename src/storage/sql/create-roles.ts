import pg from "pg";
import { type Connection, createPool, DatabaseRole } from "./database.ts";
import { MigrationError } from "./migration-error.ts";

/**
 * Makes the four roles of Throughline, and lets the user who signs in take each of them on. That user need not be a
 * superuser: the right to make roles (CREATEROLE), and to be the owner of the database, are enough. Roles belong to the
 * whole server: another database of Throughline on it shares them. Call it under a lock.
 */
export async function createRoles(admin: Connection, serverVersion: number): Promise<void> {
	// Since PostgreSQL 16 whoever makes a role is a member of it, yet may not act as it without being told so.
	const mayActAs = serverVersion >= 160_000 ? "SET" : "MEMBER";
	const roles = Object.values(DatabaseRole);
	const pool = createPool({ url: admin.url }, 1);
	try {
		const { rows } = await pool.query<{ name: string; database: string }>(
			"select session_user as name, current_database() as database",
		);
		const { name, database } = rows[0] ?? { name: "", database: "" };
		await makeRoles(pool, roles, mayActAs).catch((error: unknown) => {
			throw explain(error, name);
		});
		const { rows: granted } = await pool.query<{ granted: boolean }>(
			"select has_database_privilege('throughline_owner', current_database(), 'create') as granted",
		);
		if (!granted[0]?.granted) {
			throw new MigrationError(
				`The user "${name}" of DATABASE_URL may not make anything in the database "${database}". Have an administrator of the server run: alter database "${database}" owner to "${name}".`,
			);
		}
	} finally {
		await pool.end();
	}
}

/** How often another database of the same server may come between. */
const tries = 20;

/**
 * Another database of the same server may be made ready in this moment. Locks of ours would not reach it, as they are of one database:
 * where the two meet in the server's own tables, it is done again.
 */
async function makeRoles(pool: pg.Pool, roles: readonly string[], mayActAs: string): Promise<void> {
	const text = `do $$
	declare
		wanted text;
	begin
		foreach wanted in array array[${roles.map((role) => `'${role}'`).join(", ")}] loop
			if not exists (select from pg_roles where rolname = wanted) then
				execute format('create role %I nologin', wanted);
			end if;
			if not pg_has_role(session_user, wanted, '${mayActAs}') then
				execute format('grant %I to %I', wanted, session_user);
			end if;
			execute format('grant connect on database %I to %I', current_database(), wanted);
		end loop;
		execute format('grant create on database %I to throughline_owner, throughline_worker', current_database());
		-- Work is asked for in the transaction of its cause, by a function of the owner.
		if not pg_has_role('throughline_owner', 'throughline_worker', 'member') then
			grant throughline_worker to throughline_owner;
		end if;
	end $$`;
	for (let count = 1; ; count += 1) {
		try {
			await pool.query(text);
			return;
		} catch (error) {
			if (count === tries || !isMeeting(error)) throw error;
		}
	}
}

/** Two made the same role, or changed the same one, at the same time. */
function isMeeting(error: unknown): boolean {
	if (!(error instanceof pg.DatabaseError)) return false;
	return error.code === "23505" || error.code === "42710" || /tuple concurrently updated/.test(error.message);
}

function explain(error: unknown, name: string): unknown {
	if (!(error instanceof pg.DatabaseError) || error.code !== "42501") return error;
	const roles = Object.values(DatabaseRole).join(", ");
	return new MigrationError(
		/create role/.test(error.message)
			? `The user "${name}" of DATABASE_URL may not make roles. Have an administrator of the server run: alter role "${name}" createrole.`
			: `The roles of Throughline are on this server already, made by somebody else. Have an administrator of the server run: grant ${roles} to "${name}" with admin option.`,
		{ cause: error },
	);
}
