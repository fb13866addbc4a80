import { type Kysely, sql } from "kysely";
import type { SentMailStore } from "../../operations/ports.ts";
import type { DB } from "./tables.generated.ts";

/** Which mails went out. Of two jobs that want to send the same, the database lets one. */
export function createSentMailStore(transaction: Kysely<DB>): SentMailStore {
	return {
		async claim(key, at) {
			const { rows } = await sql`
				insert into app.sent_mail (key, sent_at) values (${key}, ${at}) on conflict do nothing returning key`.execute(
				transaction,
			);
			return rows.length === 1;
		},
		async release(key) {
			await transaction.deleteFrom("app.sent_mail").where("key", "=", key).execute();
		},
	};
}
