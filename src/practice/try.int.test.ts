import { expect, test } from "vitest";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { createIds } from "../storage/sql/ids.ts";
import { createUnitOfWork } from "../storage/sql/unit-of-work.ts";
import { openTestStorage } from "../../test/support/test-storage.ts";
import { loadPracticeState } from "./load-practice-state.ts";
import pg from "pg";
test("load", async () => {
	const storage = await openTestStorage();
	const t = performance.now();
	try {
		await loadPracticeState({
			performerAt: (clock, random) => ({ inTransaction: createUnitOfWork(storage.database, storage.seal, clock), clock, ids: createIds(clock, random) }),
			createAccount: async () => undefined,
			today: plainDate("2026-11-21"),
			seed: 1,
		});
	} catch (e) { console.error(e, (e as Error).cause); throw e; }
	finally { console.log("ms", performance.now() - t);
	const pool = new pg.Client({ connectionString: storage.admin.url }); await pool.connect();
	for (const q of ["select count(*) from app.action", "select count(*) from app.observation", "select state, count(*) from app.document group by 1","select code, state, judgement, j.name from app.finding f join app.jurisdiction j on j.id=f.jurisdiction_id order by 4,1"]) console.table((await pool.query(q)).rows);
	await pool.end();
	await storage.end(); }
}, 300_000);
