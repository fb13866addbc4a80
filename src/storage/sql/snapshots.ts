import type { Kysely } from "kysely";
import type { Snapshot, SnapshotStore } from "../../operations/ports.ts";
import { withFieldNames } from "./columns.ts";
import type { DB } from "./tables.generated.ts";

const head = [
	"id",
	"jurisdiction_id",
	"document_id",
	"number",
	"taken_at",
	"taken_by",
	"taken_by_name",
	"sha256",
] as const;

/** What was submitted, as it was submitted. The database refuses to change or delete it. */
export function createSnapshotStore(transaction: Kysely<DB>): SnapshotStore {
	return {
		async add(snapshot, fileIds) {
			await transaction
				.insertInto("app.snapshot")
				.values({
					id: snapshot.id,
					jurisdiction_id: snapshot.jurisdictionId,
					document_id: snapshot.documentId,
					number: snapshot.number,
					taken_at: snapshot.takenAt,
					taken_by: snapshot.takenBy,
					taken_by_name: snapshot.takenByName,
					content: snapshot.content,
					sha256: snapshot.sha256,
				})
				.execute();
			if (fileIds.length === 0) return;
			await transaction
				.insertInto("app.snapshot_file")
				.values(
					fileIds.map((fileId) => ({
						snapshot_id: snapshot.id,
						file_id: fileId,
						jurisdiction_id: snapshot.jurisdictionId,
					})),
				)
				.execute();
		},
		async list(documentId) {
			const rows = await transaction
				.selectFrom("app.snapshot")
				.select(head)
				.where("document_id", "=", documentId)
				.orderBy("number", "desc")
				.execute();
			return rows.map((row) => withFieldNames(row) as Omit<Snapshot, "content">);
		},
		async find(documentId, number) {
			const row = await transaction
				.selectFrom("app.snapshot")
				.selectAll()
				.where("document_id", "=", documentId)
				.where("number", "=", number)
				.executeTakeFirst();
			return row ? (withFieldNames(row) as Snapshot) : undefined;
		},
	};
}
