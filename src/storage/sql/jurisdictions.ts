import type { Kysely } from "kysely";
import type { JurisdictionStore } from "../../operations/ports.ts";
import type { DB } from "./tables.generated.ts";

/** The tree of jurisdictions, read from its table of paths. */
export function createJurisdictionStore(transaction: Kysely<DB>): JurisdictionStore {
	return {
		async pathOf(jurisdictionId) {
			const rows = await transaction
				.selectFrom("app.jurisdiction_path")
				.select("ancestor_id")
				.where("jurisdiction_id", "=", jurisdictionId)
				.orderBy("distance")
				.execute();
			return rows.map((row) => row.ancestor_id);
		},
	};
}
