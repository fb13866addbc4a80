import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { runMigrations } from "graphile-worker";
import { Kysely, type MigrationProvider, Migrator, PostgresDialect, sql } from "kysely";
import { type Connection, createPool, DatabaseRole } from "./database.ts";

/** Applied migrations, by name, in order. */
export type Migrated = { readonly applied: readonly string[] };

/** The database could not be brought up to date. Says which migration failed and why; nothing of it is kept. */
export class MigrationError extends Error {
	override name = "MigrationError";
}

/**
 * Makes a database ready: creates the four roles, applies the migrations that are missing (forward only, under a lock,
 * each in one transaction), and readies the queue. Safe to run at every start and by several servers at once.
 * `admin` must be allowed to create roles and schemas in its database. PostgreSQL 15 or later.
 */
export async function prepareDatabase(admin: Connection, migrationsFolder: string): Promise<Migrated> {
	await createRoles(admin);
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 2);
	const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	try {
		const migrator = new Migrator({
			db: database,
			provider: sqlFiles(migrationsFolder),
			migrationTableSchema: "migrations",
		});
		const { error, results } = await migrator.migrateToLatest();
		if (error) {
			const failed = results?.find((each) => each.status === "Error")?.migrationName;
			throw new MigrationError(
				`The database could not be brought up to date${failed ? ` (migration ${failed})` : ""}: ${(error as Error).message}`,
				{ cause: error },
			);
		}
		await readyQueue(admin);
		return { applied: (results ?? []).map((each) => each.migrationName) };
	} finally {
		await database.destroy();
	}
}

/** Migrations are the `.sql` files of a folder, in the order of their names. */
function sqlFiles(folder: string): MigrationProvider {
	return {
		async getMigrations() {
			const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
			return Object.fromEntries(
				names.map((name) => [
					path.basename(name, ".sql"),
					{
						async up(database: Kysely<unknown>) {
							await sql.raw(await readFile(path.join(folder, name), "utf8")).execute(database);
						},
					},
				]),
			);
		},
	};
}

async function createRoles(admin: Connection): Promise<void> {
	const pool = createPool(admin, 1);
	try {
		const version = Number((await pool.query("show server_version_num")).rows[0]?.server_version_num);
		if (version < 150_000) {
			throw new MigrationError(
				`PostgreSQL ${Math.floor(version / 10_000)} is too old. Throughline needs PostgreSQL 15 or later: upgrade the server, or point DATABASE_URL at a newer one.`,
			);
		}
		// Roles belong to the whole server: an advisory lock keeps two first starts apart.
		await pool.query(`do $$
		declare
			wanted text;
		begin
			perform pg_advisory_xact_lock(7406);
			foreach wanted in array array['throughline_owner', 'throughline_app', 'throughline_accounts', 'throughline_worker'] loop
				if not exists (select from pg_roles where rolname = wanted) then
					execute format('create role %I nologin', wanted);
				end if;
				if not pg_has_role(current_user, wanted, 'member') then
					execute format('grant %I to current_user', wanted);
				end if;
				execute format('grant connect on database %I to %I', current_database(), wanted);
			end loop;
			execute format('grant create on database %I to throughline_owner, throughline_worker', current_database());
			if not pg_has_role('throughline_owner', 'throughline_worker', 'member') then
				grant throughline_worker to throughline_owner;
			end if;
		end $$`);
	} finally {
		await pool.end();
	}
}

async function readyQueue(admin: Connection): Promise<void> {
	const pool = createPool({ ...admin, role: DatabaseRole.worker }, 2);
	try {
		await runMigrations({ pgPool: pool });
	} finally {
		await pool.end();
	}
}
