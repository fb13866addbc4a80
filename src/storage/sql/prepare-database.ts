import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { runMigrations } from "graphile-worker";
import { Kysely, type MigrationInfo, type MigrationProvider, Migrator, PostgresDialect, sql } from "kysely";
import { withAdvisoryLock } from "./advisory-lock.ts";
import { createRoles } from "./create-roles.ts";
import { type Connection, createPool, DatabaseRole } from "./database.ts";
import { MigrationError } from "./migration-error.ts";
import { reachDatabase } from "./reach-database.ts";

/** Applied migrations, by name, in order. */
export type Migrated = { readonly applied: readonly string[] };

/**
 * Makes a database ready: creates the four roles, applies the migrations that are missing (forward only, all in one
 * transaction), and readies the queue. Safe to run at every start and by several servers at once: the second waits and
 * finds nothing to do. `admin` must be the owner of its database and allowed to create roles. PostgreSQL 15 or later.
 * `upTo` stops at a migration, for tables as an older Throughline had them. Throws `MigrationError` or
 * `DatabaseUnreachable`; the database is then as it was before.
 */
export async function prepareDatabase(
	admin: Connection,
	migrationsFolder: string,
	options: { readonly upTo?: string } = {},
): Promise<Migrated> {
	const version = await reachDatabase(admin);
	return withAdvisoryLock(admin, "prepare", async () => {
		await createRoles(admin, version);
		const applied = await migrate(admin, migrationsFolder, options.upTo);
		await readyQueue(admin);
		return { applied };
	});
}

/** The migrations that were applied to a database, by name, in order. `admin` as for `prepareDatabase`. */
export async function readMigrations(admin: Connection): Promise<readonly string[]> {
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 1);
	try {
		return await appliedNames(pool);
	} finally {
		await pool.end();
	}
}

async function migrate(admin: Connection, folder: string, upTo: string | undefined): Promise<readonly string[]> {
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 2);
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	try {
		const migrator = new Migrator({ db, provider: sqlFiles(folder), migrationTableSchema: "migrations" });
		refuseForeign(await appliedNames(pool), await migrator.getMigrations());
		const { error, results = [] } = await (upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest());
		if (error === undefined) return results.map((each) => each.migrationName);
		const failed = results.find((each) => each.status === "Error")?.migrationName;
		throw new MigrationError(
			`The database could not be brought up to date${failed ? `: the migration ${failed} failed` : ""} (${wordsOf(error)}). Nothing was changed. Go on with the version of Throughline that you had, and send this sentence to those who look after it.`,
			{ cause: error },
		);
	} finally {
		await db.destroy();
	}
}

/** What was applied to this database so far, in order; nothing on a new one. */
async function appliedNames(pool: ReturnType<typeof createPool>): Promise<readonly string[]> {
	const { rows: found } = await pool.query("select to_regclass('migrations.kysely_migration') is not null as there");
	if (!found[0]?.there) return [];
	const { rows } = await pool.query<{ name: string }>("select name from migrations.kysely_migration order by name");
	return rows.map((row) => row.name);
}

/** Forward only: a database of a newer Throughline is left alone, and so is one whose migrations are not ours. */
function refuseForeign(applied: readonly string[], known: readonly MigrationInfo[]): void {
	const names = known.map((each) => each.name);
	const newer = applied.filter((name) => !names.includes(name));
	if (newer.length > 0) {
		throw new MigrationError(
			`The database is from a newer Throughline (it has ${newer.join(", ")}). Install that version, or restore a backup from before the upgrade.`,
		);
	}
	const skipped = names.slice(0, applied.length).find((name, index) => name !== applied[index]);
	if (skipped) {
		throw new MigrationError(
			`The migration ${skipped} comes before others that were applied to this database already. New migrations take the next number.`,
		);
	}
}

function wordsOf(error: unknown): string {
	return error instanceof Error ? error.message.replace(/\s+/g, " ").trim() : String(error);
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

async function readyQueue(admin: Connection): Promise<void> {
	const pool = createPool({ ...admin, role: DatabaseRole.worker }, 2);
	try {
		await runMigrations({ pgPool: pool });
	} finally {
		await pool.end();
	}
}
