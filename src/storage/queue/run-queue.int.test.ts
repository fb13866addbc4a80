import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openTestStorage, type TestStorage } from "../../../test/support/test-storage.ts";
import { installationActor } from "../../domain/people/installation.ts";
import { createPool, DatabaseRole } from "../sql/database.ts";
import { type Queue, runQueue, type Tasks } from "./run-queue.ts";

let storage: TestStorage;
const queues: Queue[] = [];
const log: string[] = [];

beforeAll(async () => {
	storage = await openTestStorage();
});
afterEach(async () => {
	for (const queue of queues.splice(0)) await queue.stop();
	log.splice(0);
});
afterAll(() => storage.end());

async function work(tasks: Tasks): Promise<Queue> {
	const queue = await runQueue(storage.workerPool, tasks, [{ task: "anchor-log", at: "7 * * * *" }], (line) =>
		log.push(line),
	);
	queues.push(queue);
	return queue;
}

const enqueue = (documentId: string) =>
	storage.inTransaction(installationActor, ({ jobs }) => jobs.enqueue("notify-step", { documentId }));

describe("background work", () => {
	it("is done once, whoever of several servers takes it", async () => {
		const done: string[] = [];
		const tasks: Tasks = {
			"notify-step": async (payload) => {
				done.push((payload as { documentId: string }).documentId);
			},
		};
		const other = createPool({ ...storage.admin, role: DatabaseRole.worker }, 3);
		await work(tasks);
		const second = await runQueue(other, tasks, [], (line) => log.push(line));
		const wanted = Array.from({ length: 40 }, (_, number) => `d${String(number).padStart(2, "0")}`);
		await Promise.all(wanted.map(enqueue));
		await vi.waitFor(() => expect(done).toHaveLength(40), 10_000);
		await second.stop();
		await other.end();
		expect(done.sort()).toEqual(wanted);
		expect(log).toEqual([]);
	});

	it("is not asked for by a change that is not kept", async () => {
		const done: unknown[] = [];
		await work({ "notify-step": async (payload) => void done.push(payload) });
		const broken = storage.inTransaction(installationActor, async ({ jobs }) => {
			await jobs.enqueue("notify-step", { documentId: "lost" });
			throw new Error("The change is taken back.");
		});
		await expect(broken).rejects.toThrow("taken back");
		await enqueue("kept");
		await vi.waitFor(() => expect(done).toEqual([{ documentId: "kept" }]), 10_000);
	});

	it("is tried again when it failed, and the log says so", async () => {
		await work({ "notify-step": () => Promise.reject(new Error("The mail server is away.")) });
		await enqueue("again");
		await vi.waitFor(() => expect(log.join("\n")).toContain("The mail server is away."), 10_000);
		const pool = createPool({ ...storage.admin, role: DatabaseRole.worker }, 1);
		const { rows } = await pool.query(
			"select attempts, max_attempts, run_at > now() as later, last_error from graphile_worker.jobs",
		);
		await pool.end();
		expect(rows).toMatchObject([
			{ attempts: 1, max_attempts: 25, later: true, last_error: expect.stringContaining("away") },
		]);
	});

	it("is finished before the queue stops", async () => {
		const events: string[] = [];
		const queue = await work({
			"notify-step": async (payload) => {
				if ((payload as { documentId: string }).documentId !== "slow") return;
				events.push("begun");
				await new Promise((resolve) => setTimeout(resolve, 300));
				events.push("done");
			},
		});
		await enqueue("slow");
		await vi.waitFor(() => expect(events).toEqual(["begun"]), 10_000);
		await queue.stop();
		queues.splice(0);
		expect(events).toEqual(["begun", "done"]);
	});

	it("goes on after all connections to the database were cut", async () => {
		const done: unknown[] = [];
		await work({ "notify-step": async (payload) => void done.push(payload) });
		const pool = createPool(storage.admin, 1);
		await pool.query(
			"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
		);
		await pool.end();
		await vi.waitFor(() => enqueue("after"), 10_000);
		await vi.waitFor(() => expect(done).toEqual([{ documentId: "after" }]), 25_000);
	}, 60_000);

	it("waits where it stands for a batch, and is done once for all that is asked for meanwhile", async () => {
		const asked = ["one", "two", "three"];
		const done: unknown[] = [];
		await work({
			"notify-step": async (payload, addJob) => {
				// A job of the test before, cut off in the middle, is tried again.
				if (!asked.includes((payload as { documentId: string }).documentId)) return;
				const notBefore = new Date(Date.now() + 1500);
				await addJob("mail-all", payload as object, { key: "all", notBefore });
				done.push("asked");
			},
			"mail-all": async (payload) => void done.push(payload),
		});
		for (const each of asked) await enqueue(each);
		await vi.waitFor(() => expect(done).toHaveLength(4), 20_000);
		expect(done).toEqual(["asked", "asked", "asked", { documentId: expect.any(String) }]);
	}, 30_000);

	it("is refused under a name that nobody does", async () => {
		const unknown = storage.inTransaction(installationActor, ({ jobs }) =>
			jobs.enqueue("clean-everything" as never, {}),
		);
		await expect(unknown).rejects.toThrow(/no background task named clean-everything/);
	});
});
