import path from "node:path";
import type pg from "pg";
import { type Connection, createPool, DatabaseRole } from "../database.ts";
import { dropSchemas } from "../drop-schemas.ts";
import type { LogFault } from "../log/log-fault.ts";
import { type LogVerification, verifyLogIn } from "../log/verify-log.ts";
import { prepareDatabase } from "../prepare-database.ts";
import { ExchangeError } from "./exchange-error.ts";
import { type ExchangeTable, listExchangeTables, nameOf, quoted } from "./exchange-tables.ts";
import type { Manifest } from "./manifest.ts";
import { readExport } from "./read-export.ts";
import { readLines } from "./read-lines.ts";

export type ImportOptions = {
	/** The folder of the export. */
	readonly folder: string;
	readonly migrationsFolder: string;
	/** Takes an export whose history has faults, too: what they are is answered. */
	readonly despiteFaults?: boolean;
};

export type Imported = { readonly manifest: Manifest; readonly verification: LogVerification };

/** Rows are sent in pages of about this many characters. */
const pageLength = 4_000_000;

/**
 * Takes an exported installation into an empty database, whole or not at all: checksums are compared before the first row,
 * and the log is verified before anything is kept, so that a changed export cannot pass for an unchanged one. An export of
 * an older Throughline goes into tables as they were then, and is migrated like any older database. Throws `ExchangeError`.
 */
export async function importInstallation(admin: Connection, options: ImportOptions): Promise<Imported> {
	const manifest = await readExport(options.folder);
	const applied = await withOwner(admin, async (client) => {
		await refuseUnlessEmpty(client);
		return appliedMigrations(client);
	});
	const newer = manifest.migrations.filter((name) => !applied.includes(name));
	if (newer.length > 0) {
		throw new ExchangeError(
			`The export is from a newer Throughline (it has ${newer.join(", ")}). Upgrade this one first. Nothing was taken.`,
		);
	}
	const last = manifest.migrations.at(-1) ?? "";
	if (manifest.migrations.length === applied.length)
		return { manifest, verification: await take(admin, manifest, options) };
	await begin(admin, options.migrationsFolder, last);
	try {
		return { manifest, verification: await take(admin, manifest, options) };
	} finally {
		await prepareDatabase(admin, options.migrationsFolder);
	}
}

/** Makes the empty database anew as an older Throughline had it. Its key stays: a server may be running on it. */
async function begin(admin: Connection, migrationsFolder: string, last: string): Promise<void> {
	const key = await withOwner(admin, async (client) => {
		const { rows } = await client.query<{ key: string }>("select key from app.context_key");
		return rows[0]?.key ?? "";
	});
	await dropSchemas(admin);
	await prepareDatabase(admin, migrationsFolder, { upTo: last });
	await withOwner(admin, (client) => client.query("update app.context_key set key = $1", [key]));
}

async function take(admin: Connection, manifest: Manifest, options: ImportOptions): Promise<LogVerification> {
	return withOwner(admin, async (client) => {
		await client.query("begin; set local timezone = 'UTC'");
		await client.query("lock table app.jurisdiction, app.action in exclusive mode");
		await refuseUnlessEmpty(client);
		const tables = await listExchangeTables(client);
		refuseOtherTables(tables, manifest);
		for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`);
		for (const table of tables) await takeTable(client, table, manifest, options.folder);
		await client.query("set constraints all immediate");
		for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`);
		await client.query(
			"select setval(pg_get_serial_sequence('app.action', 'seq'), (select coalesce(max(seq), 0) + 1 from app.action), false)",
		);
		const verification = await verifyLogIn(client);
		if (verification.faults.length > 0 && !options.despiteFaults) throw faulty(verification.faults);
		await client.query("commit");
		return verification;
	});
}

function faulty(faults: readonly LogFault[]): ExchangeError {
	const more = faults.length > 3 ? ` And ${faults.length - 3} more.` : "";
	const words = faults.slice(0, 3).map((fault) => fault.message);
	return new ExchangeError(
		`The history in the export is not as it was written: ${words.join(" ")}${more} Nothing was taken. Use another copy, or add --despite-faults if there is none.`,
	);
}

function refuseOtherTables(tables: readonly ExchangeTable[], manifest: Manifest): void {
	const here = tables.map(nameOf).sort();
	const there = manifest.tables.map((each) => each.table).sort();
	const odd = [...here.filter((name) => !there.includes(name)), ...there.filter((name) => !here.includes(name))];
	if (odd.length === 0 && here.length === there.length) return;
	throw new ExchangeError(
		`The manifest does not list the tables that this Throughline has (${odd.join(", ") || "one is listed twice"}). Nothing was taken.`,
	);
}

async function refuseUnlessEmpty(client: pg.ClientBase): Promise<void> {
	const { rows } = await client.query(
		"select (select count(*) from app.action) + (select count(*) from app.jurisdiction) + (select count(*) from accounts.account_user) as found",
	);
	if (Number(rows[0]?.found) === 0) return;
	throw new ExchangeError(
		"This installation holds records already. Import into an empty one: set DATA_DIR to a new folder, or DATABASE_URL to a new database.",
	);
}

async function appliedMigrations(client: pg.ClientBase): Promise<readonly string[]> {
	const { rows } = await client.query<{ name: string }>("select name from migrations.kysely_migration order by name");
	return rows.map((row) => row.name);
}

async function takeTable(
	client: pg.ClientBase,
	table: ExchangeTable,
	manifest: Manifest,
	folder: string,
): Promise<void> {
	const entry = manifest.tables.find((each) => each.table === nameOf(table));
	if (!entry) return;
	const columns = table.columns.map((column) => `"${column.name}"`).join(", ");
	let page: string[] = [];
	let length = 0;
	let count = 0;
	const flush = async () => {
		const values = [`[${page.join(",")}]`];
		await client.query(
			`insert into ${quoted(table)} (${columns}) overriding system value
				select ${columns} from jsonb_populate_recordset(null::${quoted(table)}, $1::jsonb)`,
			values,
		);
		count += page.length;
		[page, length] = [[], 0];
	};
	for await (const line of readLines(path.join(folder, entry.file))) {
		page.push(line);
		length += line.length;
		// Rows that refer to each other come in one statement: it is checked at its end.
		if (length >= pageLength && !table.refersToItself) await flush();
	}
	if (page.length > 0) await flush();
	if (count !== entry.rows) {
		throw new ExchangeError(
			`The file ${entry.file} has ${count} rows, and the manifest says ${entry.rows}. Nothing was taken.`,
		);
	}
}

/** A connection of the owner's; what is not committed when the work ends is rolled back with it. */
async function withOwner<T>(admin: Connection, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 1);
	try {
		const client = await pool.connect();
		try {
			return await work(client);
		} finally {
			client.release(true);
		}
	} finally {
		await pool.end();
	}
}
