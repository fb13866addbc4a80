import type { Kysely } from "kysely";
import type { ExtractShare, ExtractShareOpening, ExtractShareStore } from "../../operations/extract-shares.ts";
import { withFieldNames } from "./columns.ts";
import type { DB } from "./tables.generated.ts";

/** Keeps `in ()` valid when the list is empty: nothing has this id. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** Links to lists of problems, and the log of their openings. */
export function createExtractShareStore(transaction: Kysely<DB>): ExtractShareStore {
	return {
		async add({ id, loadId, jurisdictionId, county, tokenHash, madeBy, madeByName, madeAt, expiresAt }) {
			await transaction
				.insertInto("app.extract_share")
				.values({
					...{ id, load_id: loadId, jurisdiction_id: jurisdictionId, county, token_hash: tokenHash },
					...{ made_by: madeBy, made_by_name: madeByName, made_at: madeAt, expires_at: expiresAt },
				})
				.execute();
		},
		async list(loadId) {
			const rows = await transaction
				.selectFrom("app.extract_share")
				.selectAll()
				.where("load_id", "=", loadId)
				.orderBy("made_at", "desc")
				.orderBy("id", "desc")
				.execute();
			return rows.map((row) => withFieldNames(row) as ExtractShare);
		},
		async findByToken(tokenHash) {
			const row = await transaction
				.selectFrom("app.extract_share")
				.selectAll()
				.where("token_hash", "=", tokenHash)
				.executeTakeFirst();
			return row && (withFieldNames(row) as ExtractShare);
		},
		async revoke(id, { personId, name, at }) {
			await transaction
				.updateTable("app.extract_share")
				.set({ revoked_at: at, revoked_by: personId, revoked_by_name: name })
				.where("id", "=", id)
				.execute();
		},
		async addOpening({ id, shareId, jurisdictionId, openedAt, what }) {
			await transaction
				.insertInto("app.extract_share_opening")
				.values({ id, share_id: shareId, jurisdiction_id: jurisdictionId, opened_at: openedAt, what })
				.execute();
		},
		async listOpenings(shareIds) {
			const rows = await transaction
				.selectFrom("app.extract_share_opening")
				.selectAll()
				.where("share_id", "in", [...shareIds, nobody])
				.orderBy("opened_at", "desc")
				.orderBy("id", "desc")
				.execute();
			return rows.map((row) => withFieldNames(row) as ExtractShareOpening);
		},
	};
}
