import { type Kysely, sql } from "kysely";
import type { PresenceStore, Present } from "../../operations/ports.ts";
import { withFieldNames } from "./columns.ts";
import type { DB } from "./tables.generated.ts";

/** Who looks at which document now, as the servers have told each other. */
export function createPresenceStore(transaction: Kysely<DB>): PresenceStore {
	return {
		async list(since, documentId) {
			let query = transaction.selectFrom("app.presence").selectAll().where("seen_at", ">", since);
			if (documentId !== undefined) query = query.where("document_id", "=", documentId);
			const rows = await query.orderBy("name").orderBy("person_id").execute();
			return rows.map((row) => withFieldNames(row) as Present);
		},
		async keep(present) {
			if (present.length === 0) return;
			// Several servers write at once: in one order, so that none waits for the other.
			const rows = present.toSorted((a, b) => a.personId.localeCompare(b.personId));
			await transaction
				.insertInto("app.presence")
				.values(
					rows.map(({ personId, documentId, name, place, seenAt }) => ({
						...{ person_id: personId, document_id: documentId, name, place, seen_at: seenAt },
					})),
				)
				.onConflict((conflict) =>
					conflict
						.column("person_id")
						.doUpdateSet(({ ref }) => ({
							document_id: ref("excluded.document_id"),
							name: ref("excluded.name"),
							place: ref("excluded.place"),
							seen_at: ref("excluded.seen_at"),
						}))
						.where(sql<boolean>`app.presence.seen_at < excluded.seen_at`),
				)
				.execute();
		},
	};
}
