import type { Kysely } from "kysely";
import type { FileStore } from "../../operations/ports.ts";
import type { DB } from "./tables.generated.ts";

/** Files as they were handed in, kept in the database so that one backup holds everything. */
export function createFileStore(transaction: Kysely<DB>): FileStore {
	return {
		async add(file) {
			await transaction
				.insertInto("app.stored_file")
				.values({
					id: file.id,
					jurisdiction_id: file.jurisdictionId,
					sha256: file.sha256,
					name: file.name,
					media_type: file.mediaType,
					size: file.bytes.byteLength,
					bytes: Buffer.from(file.bytes),
					stored_at: file.storedAt,
					stored_by: file.storedBy,
				})
				.execute();
		},
		async find(id) {
			const row = await transaction.selectFrom("app.stored_file").selectAll().where("id", "=", id).executeTakeFirst();
			if (!row) return undefined;
			return {
				id: row.id,
				jurisdictionId: row.jurisdiction_id,
				sha256: row.sha256,
				name: row.name,
				mediaType: row.media_type,
				bytes: new Uint8Array(row.bytes),
				storedAt: row.stored_at,
				storedBy: row.stored_by,
			};
		},
	};
}
