import { type Connection, createPool, DatabaseRole } from "./database.ts";
import { dropSchemas } from "./drop-schemas.ts";

/**
 * What a database holds: nothing yet, the practice state, a practice state whose loading was broken off, or an agency's
 * own records. The last is never taken for practice, whatever the settings say.
 */
export type Holding = "nothing" | "practice" | "unfinished-practice" | "records";

/** Reads what the database holds. */
export async function readHolding(admin: Connection): Promise<Holding> {
	return asOwner(admin, async (query) => {
		const [mark] = await query("select finished_at from app.practice_state");
		if (mark) return mark.finished_at ? "practice" : "unfinished-practice";
		const [any] = await query("select 1 as found from app.jurisdiction limit 1");
		return any ? "records" : "nothing";
	});
}

/** Marks that the practice state is being loaded, before its first fact. */
export async function markPracticeStarted(admin: Connection, now: Date): Promise<void> {
	await asOwner(admin, (query) => query("insert into app.practice_state (started_at) values ($1)", [now]));
}

/** Marks that the practice state is whole. */
export async function markPracticeFinished(admin: Connection, now: Date): Promise<void> {
	await asOwner(admin, (query) => query("update app.practice_state set finished_at = $1", [now]));
}

/**
 * Empties a database whose practice state was broken off in the middle, with the work that it had asked for; the migrations
 * make it anew. Refuses anything else. Call it under the lock "practice": the state may be loading in this moment.
 */
export async function clearUnfinishedPractice(admin: Connection): Promise<void> {
	if ((await readHolding(admin)) !== "unfinished-practice")
		throw new Error("Only an unfinished practice state is ever cleared.");
	await dropSchemas(admin);
}

type Query = (sql: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

async function asOwner<T>(admin: Connection, work: (query: Query) => Promise<T>): Promise<T> {
	const pool = createPool({ ...admin, role: DatabaseRole.owner }, 1);
	try {
		return await work(async (sql, values = []) => (await pool.query(sql, [...values])).rows);
	} finally {
		await pool.end();
	}
}
