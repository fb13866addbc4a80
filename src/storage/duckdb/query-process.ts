import { type ChildProcess, fork } from "node:child_process";
import { z } from "zod";
import { StoredRowsError } from "./stored-rows-error.ts";

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Answer = z.object({
	id: z.int(),
	rows: z.array(z.record(z.string(), Cell)).optional(),
	names: z.array(z.string()).optional(),
	types: z.array(z.string()).optional(),
	problem: z.string().optional(),
});
type Answer = z.infer<typeof Answer>;

/** How long one statement may take, in milliseconds. */
const longest = 10 * 60_000;

/** DuckDB in a process of its own: what crashes there, or needs too much memory, ends nothing here. Close it when done. */
export class QueryProcess {
	readonly #child: ChildProcess;
	readonly #waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
	#asked = 0;

	/** Starts the process; `settings` are the first statements, which lock the database down. */
	static async start(settings: readonly string[]): Promise<QueryProcess> {
		const started = new QueryProcess();
		await started.#send({ settings });
		return started;
	}

	private constructor() {
		this.#child = fork(new URL("./query-process.mjs", import.meta.url), [], {
			serialization: "advanced",
			execArgv: [],
			env: {},
			stdio: "ignore",
		});
		this.#child.on("message", (message) => {
			const answer = Answer.parse(message);
			const waiting = this.#waiting.get(answer.id);
			this.#waiting.delete(answer.id);
			if (answer.problem === undefined) waiting?.resolve(answer);
			else waiting?.reject(new StoredRowsError(answer.problem));
		});
		const stopped = (cause: unknown) => {
			const error = new StoredRowsError(
				"The process that reads the stored files stopped: it may have run out of memory. Try again; tell the administrator if it happens twice.",
				{ cause },
			);
			for (const { reject } of this.#waiting.values()) reject(error);
			this.#waiting.clear();
		};
		this.#child.on("exit", (code, signal) => stopped({ code, signal }));
		this.#child.on("error", stopped);
	}

	async run(statement: string): Promise<void> {
		await this.#send({ statement });
	}

	/** The rows of a question; wide numbers are numbers (counts stay far below 2^53), dates are `YYYY-MM-DD`. */
	async ask(question: string): Promise<readonly Readonly<Record<string, z.infer<typeof Cell>>>[]> {
		const { rows = [], names = [], types = [] } = await this.#send({ question });
		const wide = names.filter((_, index) => /^(?:U?BIGINT|U?HUGEINT|DECIMAL)/.test(types[index] ?? ""));
		if (wide.length === 0) return rows;
		return rows.map((row) => ({
			...row,
			...Object.fromEntries(wide.map((name) => [name, row[name] === null ? null : Number(row[name])])),
		}));
	}

	/** Ends the process. What is under way is refused. */
	close(): void {
		this.#child.kill("SIGKILL");
	}

	#send(message: object): Promise<Answer> {
		this.#asked += 1;
		const id = this.#asked;
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => this.close(), longest).unref();
			const settle = <Value>(then: (value: Value) => void) => {
				return (value: Value) => {
					clearTimeout(timer);
					then(value);
				};
			};
			this.#waiting.set(id, { resolve: settle(resolve), reject: settle(reject) });
			this.#child.send({ id, ...message }, (error) => {
				if (error)
					this.#waiting
						.get(id)
						?.reject(new StoredRowsError("The process that reads the stored files is gone.", { cause: error }));
			});
		});
	}
}
