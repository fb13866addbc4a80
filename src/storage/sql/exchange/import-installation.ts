import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import type pg from "pg";
import { type Connection, createPool, DatabaseRole } from "../database.ts";
import { ExchangeError } from "./exchange-error.ts";
import { type ExchangeTable, listExchangeTables, quoted } from "./exchange-tables.ts";
import { Manifest } from "./manifest.ts";

const pageSize = 500;

/**
 * Takes an exported installation into an empty database, whole or not at all. Checksums are compared before the first
 * row. The caller verifies the log afterwards (verify-log.ts): a changed export cannot pass for an unchanged one.
 */
export async function importInstallation(admin: Connection, folder: string): Promise<Manifest> {
	const manifest = await readManifest(folder);
	for (const { file, sha256 } of manifest.tables) {
		if ((await hashFile(path.join(folder, file))) !== sha256) {
			throw new ExchangeError(
				`The file ${file} was changed or damaged since the export: its checksum differs. Use an undamaged copy. Nothing was taken.`,
			);
		}
	}
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 1);
	const client = await pool.connect();
	try {
		await client.query("begin");
		await refuseUnlessEmpty(client);
		await refuseNewer(client, manifest);
		const tables = await listExchangeTables(client);
		for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`);
		await client.query("delete from app.role_permission");
		for (const table of tables) {
			const entry = manifest.tables.find((each) => each.table === `${table.schema}.${table.name}`);
			if (!entry) continue;
			const taken = await importTable(client, table, path.join(folder, entry.file));
			if (taken !== entry.rows)
				throw new ExchangeError(
					`The file ${entry.file} has ${taken} rows, the manifest says ${entry.rows}. Nothing was taken.`,
				);
		}
		await client.query("set constraints all immediate");
		for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`);
		await client.query(
			"select setval(pg_get_serial_sequence('app.action', 'seq'), (select coalesce(max(seq), 0) + 1 from app.action), false)",
		);
		await client.query("commit");
		return manifest;
	} catch (error) {
		await client.query("rollback");
		throw error;
	} finally {
		client.release();
		await pool.end();
	}
}

async function readManifest(folder: string): Promise<Manifest> {
	try {
		return Manifest.parse(JSON.parse(await readFile(path.join(folder, "manifest.json"), "utf8")));
	} catch (error) {
		throw new ExchangeError(
			`${folder} is not an export of Throughline: its manifest.json is missing or not in the known form.`,
			{ cause: error },
		);
	}
}

async function hashFile(file: string): Promise<string> {
	const hash = createHash("sha256");
	try {
		for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
	} catch (error) {
		throw new ExchangeError(`The file ${path.basename(file)} of the export is missing. Nothing was taken.`, {
			cause: error,
		});
	}
	return hash.digest("hex");
}

async function refuseUnlessEmpty(client: pg.ClientBase): Promise<void> {
	const { rows } = await client.query(
		"select (select count(*) from app.action) + (select count(*) from app.jurisdiction) as found",
	);
	if (Number(rows[0]?.found) > 0) {
		throw new ExchangeError(
			"This installation holds records already. Import into an empty one: a new DATA_DIR or DATABASE_URL, with THROUGHLINE_PRACTICE=0.",
		);
	}
}

async function refuseNewer(client: pg.ClientBase, manifest: Manifest): Promise<void> {
	const { rows } = await client.query<{ name: string }>("select name from migrations.kysely_migration");
	const unknown = manifest.migrations.filter((name) => !rows.some((row) => row.name === name));
	if (unknown.length > 0) {
		throw new ExchangeError(
			`The export is from a newer Throughline (${unknown.join(", ")}). Upgrade this one first. Nothing was taken.`,
		);
	}
}

async function importTable(client: pg.ClientBase, table: ExchangeTable, file: string): Promise<number> {
	let page: string[] = [];
	let count = 0;
	const columns = table.columns.map((column) => `"${column}"`).join(", ");
	const flush = async () => {
		if (page.length === 0) return;
		await client.query(
			`insert into ${quoted(table)} (${columns}) overriding system value
				select ${columns} from jsonb_populate_recordset(null::${quoted(table)}, $1::jsonb)`,
			[`[${page.join(",")}]`],
		);
		count += page.length;
		page = [];
	};
	for await (const line of createInterface({
		input: createReadStream(file, "utf8"),
		crlfDelay: Number.POSITIVE_INFINITY,
	})) {
		if (line === "") continue;
		page.push(line);
		if (page.length >= pageSize) await flush();
	}
	await flush();
	return count;
}
