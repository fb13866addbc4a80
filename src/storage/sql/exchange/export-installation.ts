import { createHash } from "node:crypto";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { type Connection, createPool, DatabaseRole } from "../database.ts";
import { ExchangeError } from "./exchange-error.ts";
import { type ExchangeTable, fileOf, listExchangeTables, quoted } from "./exchange-tables.ts";
import type { Manifest } from "./manifest.ts";

const pageSize = 500;

/**
 * Writes the whole installation into a new folder: one file of JSON lines a table, and a manifest with counts and
 * checksums (docs/guides/export-format.md). One snapshot, while others work on. The folder appears whole or not at all.
 */
export async function exportInstallation(admin: Connection, folder: string, now: Date): Promise<Manifest> {
	const draft = `${folder}.unfinished`;
	await rm(draft, { recursive: true, force: true });
	await mkdir(path.dirname(folder), { recursive: true });
	await mkdir(draft, { mode: 0o700 });
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 1);
	const client = await pool.connect();
	try {
		await client.query("begin isolation level repeatable read read only");
		const tables: Manifest["tables"] = [];
		for (const table of await listExchangeTables(client)) tables.push(await exportTable(client, table, draft));
		const { rows } = await client.query<{ name: string }>("select name from migrations.kysely_migration order by name");
		await client.query("commit");
		const manifest: Manifest = {
			format: "throughline-installation",
			formatVersion: 1,
			exportedAt: now.toISOString(),
			migrations: rows.map((row) => row.name),
			tables,
		};
		await writeFile(path.join(draft, "manifest.json"), `${JSON.stringify(manifest, undefined, "\t")}\n`, {
			flush: true,
		});
		await rename(draft, folder);
		return manifest;
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		const code = (error as NodeJS.ErrnoException).code;
		if (code === "ENOTEMPTY" || code === "EEXIST") {
			throw new ExchangeError(`The folder ${folder} is there already. Give the name of a new folder.`, {
				cause: error,
			});
		}
		throw error;
	} finally {
		client.release();
		await pool.end();
	}
}

async function exportTable(client: pg.ClientBase, table: ExchangeTable, folder: string) {
	const file = await open(path.join(folder, fileOf(table)), "w", 0o600);
	const hash = createHash("sha256");
	let count = 0;
	try {
		const order = table.key.map((column) => `"${column}"`).join(", ") || "1";
		await client.query(
			`declare rows cursor for select to_jsonb(t)::text as line from ${quoted(table)} t order by ${order}`,
		);
		for (;;) {
			const { rows } = await client.query<{ line: string }>(`fetch ${pageSize} from rows`);
			if (rows.length === 0) break;
			const text = `${rows.map((row) => row.line).join("\n")}\n`;
			hash.update(text);
			await file.write(text);
			count += rows.length;
		}
		await client.query("close rows");
		await file.sync();
	} finally {
		await file.close();
	}
	return { table: `${table.schema}.${table.name}`, file: fileOf(table), rows: count, sha256: hash.digest("hex") };
}
