import { createHash } from "node:crypto";
import { type Connection, createPool, DatabaseRole } from "./database.ts";

/** Seals a person's id so that the database believes it: `person.seal` (app.person_id() checks it). */
export type SealContext = (personId: string) => string;

/** Reads the key of this database, as its owner, once at start. */
export async function readContextSeal(admin: Connection): Promise<SealContext> {
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 1);
	try {
		const { rows } = await pool.query<{ key: string }>("select key from app.context_key");
		const key = rows[0]?.key;
		if (!key) throw new Error("The database has no context key: run `throughline migrate`.");
		return (personId) => `${personId}.${sha256(key + sha256(key + personId))}`;
	} finally {
		await pool.end();
	}
}

function sha256(text: string): string {
	return createHash("sha256").update(text, "utf8").digest("hex");
}
