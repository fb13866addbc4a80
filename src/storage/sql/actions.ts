import type { Kysely } from "kysely";
import { ActionBody } from "../../domain/workflow/action.ts";
import type { ActionStore, LoggedAction } from "../../operations/ports.ts";
import type { DB } from "./tables.generated.ts";

/** The log of actions, read. Row-level security leaves out what the person may not see. */
export function createActionStore(transaction: Kysely<DB>): ActionStore {
	const base = () => transaction.selectFrom("app.action").select(["seq", "body"]);
	return {
		async ofSubject(subject) {
			return (await base().where("subject", "=", subject).orderBy("position").execute()).map(toLoggedAction);
		},
		async firstOf(subjects) {
			if (subjects.length === 0) return [];
			const rows = await base().where("subject", "in", subjects).where("position", "=", 1).execute();
			return rows.map(toLoggedAction);
		},
		async ofRoot(root, page) {
			let query = base().where("root", "=", root).orderBy("seq", "desc").limit(page.limit);
			if (page.before !== undefined) query = query.where("seq", "<", page.before);
			return (await query.execute()).map(toLoggedAction);
		},
		async ofRootUntil(root, until) {
			const rows = await base().where("root", "=", root).where("at", "<=", until).orderBy("seq").execute();
			return rows.map(toLoggedAction);
		},
	};
}

function toLoggedAction(row: { seq: number; body: string }): LoggedAction {
	return { ...ActionBody.parse(JSON.parse(row.body)), seq: row.seq };
}
