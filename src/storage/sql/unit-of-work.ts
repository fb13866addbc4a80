import { sql } from "kysely";
import type { Clock, Stores, UnitOfWork } from "../../operations/ports.ts";
import { createActionStore } from "./actions.ts";
import { createAttachmentFileStore } from "./attachment-files.ts";
import type { SealContext } from "./context.ts";
import type { Database } from "./database.ts";
import { createExtractShareStore } from "./extract-shares.ts";
import { createFactStore } from "./facts.ts";
import { createFigureStore } from "./figures.ts";
import { createFileStore } from "./files.ts";
import { createIndicatorStore } from "./indicator-runs.ts";
import { createJobStore } from "./jobs.ts";
import { createJurisdictionStore } from "./jurisdictions.ts";
import { createPageCountStore } from "./page-counts.ts";
import { createPlanStore } from "./plans.ts";
import { createPresenceStore } from "./presence.ts";
import { createSentMailStore } from "./sent-mails.ts";
import { createSnapshotStore } from "./snapshots.ts";

/**
 * Work in one transaction on behalf of one person. The person's sealed id is the first thing said in it; row-level
 * security asks for it in every statement. All is kept, or nothing.
 */
export function createUnitOfWork(database: Database, seal: SealContext, clock: Clock): UnitOfWork {
	return (actor, work) =>
		database.connection().execute(async (connection) => {
			// One message for both: the sealed id is a UUID and a hexadecimal number, nothing that needs quoting.
			await sql
				.raw(`begin; select set_config('throughline.context', '${seal(actor.personId)}', true)`)
				.execute(connection);
			try {
				const stores: Stores = {
					facts: createFactStore(connection, actor, clock),
					actions: createActionStore(connection),
					plans: createPlanStore(connection),
					figures: createFigureStore(connection),
					files: createFileStore(connection),
					snapshots: createSnapshotStore(connection),
					jurisdictions: createJurisdictionStore(connection),
					jobs: createJobStore(connection),
					indicators: createIndicatorStore(connection),
					extractShares: createExtractShareStore(connection),
					attachmentFiles: createAttachmentFileStore(connection),
					pageCounts: createPageCountStore(connection),
					presence: createPresenceStore(connection),
					sentMails: createSentMailStore(connection),
				};
				const result = await work(stores);
				await sql.raw("commit").execute(connection);
				return result;
			} catch (error) {
				await sql.raw("rollback").execute(connection);
				throw error;
			}
		});
}
