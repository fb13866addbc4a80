import type { Kysely } from "kysely";
import type { PageCount, PageCountStore } from "../../operations/ports.ts";
import { withFieldNames } from "./columns.ts";
import type { DB } from "./tables.generated.ts";

/** How many pages each plan has, as counted last. */
export function createPageCountStore(transaction: Kysely<DB>): PageCountStore {
	return {
		async find(documentId) {
			const row = await transaction
				.selectFrom("app.page_count")
				.selectAll()
				.where("document_id", "=", documentId)
				.executeTakeFirst();
			return row ? (withFieldNames(row) as PageCount) : undefined;
		},
		async keep(count) {
			const values = {
				content_sha256: count.contentSha256,
				narrative: count.narrative,
				components: count.components,
				whole: count.whole,
				counted_at: count.countedAt,
			};
			await transaction
				.insertInto("app.page_count")
				.values({ document_id: count.documentId, jurisdiction_id: count.jurisdictionId, ...values })
				.onConflict((conflict) => conflict.column("document_id").doUpdateSet(values))
				.execute();
		},
	};
}
