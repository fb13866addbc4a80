import type { Kysely } from "kysely";
import type { AttachmentFileStore } from "../../operations/ports.ts";
import type { DB } from "./tables.generated.ts";

/** The bytes of attachments, in the database beside their facts: kept or lost together, and in every backup. */
export function createAttachmentFileStore(transaction: Kysely<DB>): AttachmentFileStore {
	return {
		async add(file) {
			await transaction
				.insertInto("app.attachment_file")
				.values({
					id: file.id,
					jurisdiction_id: file.jurisdictionId,
					document_id: file.documentId,
					sha256: file.sha256,
					size: file.bytes.byteLength,
					media_type: file.mediaType,
					bytes: Buffer.from(file.bytes),
					stored_at: file.storedAt,
					stored_by: file.storedBy,
				})
				.execute();
		},
		async find(id) {
			const row = await transaction
				.selectFrom("app.attachment_file")
				.selectAll()
				.where("id", "=", id)
				.executeTakeFirst();
			if (!row) return undefined;
			return {
				id: row.id,
				jurisdictionId: row.jurisdiction_id,
				documentId: row.document_id,
				sha256: row.sha256,
				mediaType: row.media_type,
				bytes: new Uint8Array(row.bytes),
				storedAt: row.stored_at,
				storedBy: row.stored_by,
			};
		},
		async discard(id) {
			await transaction.deleteFrom("app.attachment_file").where("id", "=", id).execute();
		},
	};
}
