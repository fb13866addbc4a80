import { z } from "zod";

/** `manifest.json` of an export: what is in the folder, and how to see that it is whole. */
export const Manifest = z.object({
	format: z.literal("throughline-installation"),
	formatVersion: z.literal(1),
	exportedAt: z.iso.datetime(),
	/** Migrations of the database that was exported. The importing one must know them all. */
	migrations: z.array(z.string()),
	tables: z.array(
		z.object({
			table: z.string(),
			file: z.string().regex(/^[a-z_.]+\.ndjson$/),
			rows: z.number().int(),
			sha256: z.string(),
		}),
	),
});
export type Manifest = z.infer<typeof Manifest>;
