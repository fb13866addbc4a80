import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import { addPlace, createTestClock, migrationsFolder, openTestStorage } from "../../../test/support/test-storage.ts";
import { openStorage } from "../open-storage.ts";
import { withAdvisoryLock } from "./advisory-lock.ts";
import { createPool } from "./database.ts";
import { clearUnfinishedPractice, markPracticeFinished, markPracticeStarted, readHolding } from "./practice-mark.ts";

let database: TestDatabase;
let admin: { url: string };
const clock = createTestClock();
const log: string[] = [];
const open = () =>
	openStorage({
		databaseUrl: database.adminUrl,
		dataDir: "/nowhere",
		migrationsFolder,
		clock,
		log: (line) => log.push(line),
	});

beforeAll(async () => {
	database = await createTestDatabase();
	admin = { url: database.adminUrl };
	await (await open()).close();
});
afterAll(() => database.drop());

async function query(text: string) {
	const pool = createPool(admin, 1);
	try {
		return (await pool.query(text)).rows;
	} finally {
		await pool.end();
	}
}

describe("a practice state that was broken off", () => {
	it("is cleared at the next start, with the work that it had asked for", async () => {
		await markPracticeStarted(admin, clock());
		await query("select graphile_worker.add_job('notify-step', '{}')");
		expect(await readHolding(admin)).toBe("unfinished-practice");
		const storage = await open();
		expect(storage.holding).toBe("nothing");
		expect(log).toEqual(["Loading the practice state was broken off last time: it is made anew."]);
		expect(await query("select * from app.practice_state")).toEqual([]);
		expect(await query("select * from graphile_worker.jobs")).toEqual([]);
		await storage.close();
	});

	it("is not taken from under a server that is loading it: others wait", async () => {
		await markPracticeStarted(admin, clock());
		let opened: string | undefined;
		const opening = await withAdvisoryLock(admin, "practice", async () => {
			const waiting = open().then(async (storage) => {
				opened = storage.holding;
				await storage.close();
			});
			await new Promise((resolve) => setTimeout(resolve, 1500));
			expect(opened).toBeUndefined();
			await markPracticeFinished(admin, clock());
			return [waiting];
		});
		await Promise.all(opening);
		expect(opened).toBe("practice");
	});

	it("leaves the process alone when the database ends while the lock is held", async () => {
		const held = withAdvisoryLock(admin, "practice", async () => {
			await query(
				"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
			);
			await new Promise((resolve) => setTimeout(resolve, 200));
			return "went on";
		});
		expect(await held).toBe("went on");
	});

	it("is the only thing that is ever cleared", async () => {
		await expect(clearUnfinishedPractice(admin)).rejects.toThrow("Only an unfinished practice state");
		const storage = await openTestStorage();
		await addPlace(storage, { kind: "state", code: "99", name: "State" });
		expect(await readHolding(storage.admin)).toBe("records");
		await expect(clearUnfinishedPractice(storage.admin)).rejects.toThrow("Only an unfinished practice state");
		await storage.end();
	});
});
