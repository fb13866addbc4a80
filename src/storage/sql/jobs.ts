import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { JobStore } from "../../operations/ports.ts";
import type { DB } from "./tables.generated.ts";

/** Background work, asked for in the same transaction as the change: it happens only if the change is kept. */
export function createJobStore(transaction: Kysely<DB>): JobStore {
	return {
		async enqueue(task, payload) {
			await sql`select app.enqueue(${task}, ${JSON.stringify(payload)}::jsonb)`.execute(transaction);
		},
	};
}
