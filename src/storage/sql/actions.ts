import { type Kysely, sql } from "kysely";
import { ActionBody } from "../../domain/workflow/action.ts";
import type { ActionStore, LoggedAction } from "../../operations/ports.ts";
import type { DB } from "./tables.generated.ts";

type SharedGoalRow = {
	readonly shared_goal_id: string;
	readonly objective_id: string | null;
	readonly benchmark_year: number | null;
	readonly seq: number;
	readonly body: string;
};

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
		async lastOf(subjects) {
			if (subjects.length === 0) return [];
			const rows = await base()
				.where("subject", "in", subjects)
				.distinctOn("subject")
				.orderBy("subject")
				.orderBy("position", "desc")
				.execute();
			return rows.map(toLoggedAction);
		},
		async ofSharedGoals() {
			const { rows } = await sql<SharedGoalRow>`select * from app.revisions_of_shared_goals()`.execute(transaction);
			return rows.map((row) => ({
				...{ sharedGoalId: row.shared_goal_id, objectiveId: row.objective_id, benchmarkYear: row.benchmark_year },
				action: toLoggedAction(row),
			}));
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
