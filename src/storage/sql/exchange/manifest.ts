import { z } from "zod";

/** `manifest.json` of an export: what is in the folder, and how to see that it is whole (docs/guides/export-format.md). */
export const Manifest = z.object({
	format: z.literal("throughline-installation"),
	formatVersion: z.literal(1),
	exportedAt: z.iso.datetime(),
	/** Migrations of the database that was exported. The importing program must know them all. */
	migrations: z.array(z.string().regex(/^\d{4}-[a-z0-9-]+$/)).min(1),
	tables: z.array(
		z.object({
			table: z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/),
			file: z.string().regex(/^[a-z0-9_.]+\.ndjson$/),
			rows: z.number().int().min(0),
			sha256: z.string().regex(/^[0-9a-f]{64}$/),
			/** Name and PostgreSQL type of each column, in the order of the table. */
			columns: z.array(z.object({ name: z.string(), type: z.string() })),
		}),
	),
});
export type Manifest = z.infer<typeof Manifest>;
