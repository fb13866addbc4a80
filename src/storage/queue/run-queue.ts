import { type JobHelpers, Logger, run, type TaskList } from "graphile-worker";
import type pg from "pg";

/** Work that waits, and stands for all that is asked for under its key until then. */
export type Batch = { readonly key: string; readonly notBefore: Date };

/** Asks for more background work: one mail, one job, so that a mail that fails is tried again alone. */
export type AddJob = (task: string, payload: object, batch?: Batch) => Promise<void>;

/** Background work by task name. A task that throws is tried again later, less and less often, up to 25 times. */
export type Tasks = Readonly<Record<string, (payload: unknown, addJob: AddJob) => Promise<void>>>;

/** When tasks start by themselves, in crontab form (UTC). */
export type Schedule = readonly { readonly task: string; readonly at: string }[];

export type Queue = {
	/** Lets running tasks finish. */
	stop(): Promise<void>;
};

/**
 * Starts working on the queue in this process. Several processes may work on the same queue: each job is done by one.
 * Jobs are added by `JobStore.enqueue`, in the transaction of the change that causes them.
 */
export async function runQueue(
	pool: pg.Pool,
	tasks: Tasks,
	schedule: Schedule,
	log: (line: string) => void,
): Promise<Queue> {
	const taskList: TaskList = Object.fromEntries(
		Object.entries(tasks).map(([name, work]) => [
			name,
			(payload: unknown, helpers: JobHelpers) =>
				work(payload, async (task, more, batch) => {
					const once = batch && { jobKey: batch.key, jobKeyMode: "preserve_run_at" as const, runAt: batch.notBefore };
					await helpers.addJob(task, more, once);
				}),
		]),
	);
	let stopping = false;
	const runner = await run({
		pgPool: pool,
		taskList,
		concurrency: 2,
		noHandleSignals: true,
		crontab: schedule.map(({ task, at }) => `${at} ${task} ?fill=1d`).join("\n"),
		logger: new Logger(() => (level, message) => {
			// What is cut off by a stop is done after the next start.
			if (!stopping && (level === "error" || level === "warning")) log(`Background work: ${message}`);
		}),
	});
	return {
		stop() {
			stopping = true;
			return runner.stop();
		},
	};
}
