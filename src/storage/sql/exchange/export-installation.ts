import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { type Connection, createPool, DatabaseRole } from "../database.ts";
import { systemCode, unlessMissing } from "../embedded/file-faults.ts";
import { syncFolder } from "../embedded/initialize-cluster.ts";
import { ExchangeError } from "./exchange-error.ts";
import { type ExchangeTable, fileOf, listExchangeTables, nameOf, quoted } from "./exchange-tables.ts";
import type { Manifest } from "./manifest.ts";

/** Rows are fetched in pages of about this many characters: a file of figures is a row of up to 50 million. */
const pageLength = 4_000_000;
const mostRows = 1000;

/**
 * Writes the whole installation into a new folder: one file of JSON lines a table, and a manifest with counts and
 * checksums (docs/guides/export-format.md). One snapshot, while others work on. The folder appears whole or not at all.
 * Throws `ExchangeError`.
 */
export async function exportInstallation(admin: Connection, folder: string, now: Date): Promise<Manifest> {
	await refuseExisting(folder);
	const draft = `${folder}.unfinished`;
	await rm(draft, { recursive: true, force: true });
	await mkdir(path.dirname(folder), { recursive: true });
	await mkdir(draft, { mode: 0o700 });
	try {
		const manifest = await writeTables(admin, draft, now);
		const text = `${JSON.stringify(manifest, undefined, "\t")}\n`;
		await writeFile(path.join(draft, "manifest.json"), text, { flush: true, mode: 0o600 });
		await syncFolder(draft);
		await rename(draft, folder);
		await syncFolder(path.dirname(folder));
		return manifest;
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		throw error;
	}
}

async function refuseExisting(folder: string): Promise<void> {
	const found = await unlessMissing(readdir(folder)).catch((error: unknown) => {
		if (systemCode(error) === "ENOTDIR")
			throw new ExchangeError(`There is a file at ${folder}. Give the name of a new folder.`);
		throw error;
	});
	if (found && found.length > 0)
		throw new ExchangeError(`The folder ${folder} is there already, and not empty. Give the name of a new folder.`);
}

async function writeTables(admin: Connection, folder: string, now: Date): Promise<Manifest> {
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 1);
	try {
		const client = await pool.connect();
		try {
			await client.query("begin isolation level repeatable read read only; set local timezone = 'UTC'");
			const tables: Manifest["tables"] = [];
			for (const table of await listExchangeTables(client)) tables.push(await writeTable(client, table, folder));
			const { rows } = await client.query<{ name: string }>(
				"select name from migrations.kysely_migration order by name",
			);
			await client.query("commit");
			return {
				format: "throughline-installation",
				formatVersion: 1,
				exportedAt: now.toISOString(),
				migrations: rows.map((row) => row.name),
				tables,
			};
		} finally {
			client.release(true);
		}
	} finally {
		await pool.end();
	}
}

async function writeTable(
	client: pg.ClientBase,
	table: ExchangeTable,
	folder: string,
): Promise<Manifest["tables"][number]> {
	const file = await open(path.join(folder, fileOf(table)), "wx", 0o600);
	try {
		const { rows, sha256 } = await writeRows(client, table, file);
		await file.sync();
		return { table: nameOf(table), file: fileOf(table), rows, sha256, columns: [...table.columns] };
	} finally {
		await file.close();
	}
}

async function writeRows(client: pg.ClientBase, table: ExchangeTable, file: FileHandle) {
	const hash = createHash("sha256");
	const order = table.key.map((column) => `"${column}"`).join(", ");
	await client.query(
		`declare page cursor for select to_jsonb(t)::text as line from ${quoted(table)} t order by ${order}`,
	);
	// Files differ too much in size for a guess.
	const most = table.columns.some((column) => column.type === "bytea") ? 1 : mostRows;
	let count = 0;
	for (let size = 1; ; ) {
		const { rows } = await client.query<{ line: string }>(`fetch ${size} from page`);
		if (rows.length === 0) break;
		const text = `${rows.map((row) => row.line).join("\n")}\n`;
		hash.update(text);
		await file.write(text);
		count += rows.length;
		// As many as fill a page if they are like the last, and never many more at once than before.
		const fitting = Math.floor((pageLength * rows.length) / text.length);
		size = Math.min(Math.max(fitting, 1), size * 4, most);
	}
	await client.query("close page");
	return { rows: count, sha256: hash.digest("hex") };
}
