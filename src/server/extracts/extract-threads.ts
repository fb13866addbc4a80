import { Worker } from "node:worker_threads";
import type { ExtractPart, PartReading } from "../../indicators/extracts/read-part.ts";

type Answer = { readonly id: number; readonly reading?: PartReading | null; readonly problem?: string };
type Waiting = {
	readonly id: number;
	readonly part: ExtractPart;
	readonly resolve: (reading: PartReading | null) => void;
	readonly reject: (error: Error) => void;
};

/** Threads that read parts of one file: each takes the next part when it is done with one. They start with the first part; close them. */
export class ExtractThreads {
	readonly #program: URL;
	readonly #path: string;
	readonly #threads: number;
	readonly #idle: Worker[] = [];
	readonly #all: Worker[] = [];
	readonly #asked: Waiting[] = [];
	readonly #under = new Map<Worker, Waiting>();
	#failed: Error | null = null;
	#count = 0;

	/** `program` is `extract-thread.ts` as it was built. */
	constructor(program: URL, path: string, threads: number) {
		this.#program = program;
		this.#path = path;
		this.#threads = threads;
	}

	read(part: ExtractPart): Promise<PartReading | null> {
		if (this.#failed !== null) return Promise.reject(this.#failed);
		while (this.#all.length < this.#threads) this.#start();
		this.#count++;
		const id = this.#count;
		return new Promise((resolve, reject) => {
			this.#asked.push({ id, part, resolve, reject });
			this.#hand();
		});
	}

	async close(): Promise<void> {
		this.#fail(new Error("The threads that read the file were ended."));
		await Promise.all(this.#all.map((worker) => worker.terminate()));
	}

	#start(): void {
		const worker = new Worker(this.#program, { env: {}, execArgv: [] });
		this.#all.push(worker);
		this.#idle.push(worker);
		worker.on("message", ({ reading, problem }: Answer) => {
			const waiting = this.#under.get(worker);
			this.#under.delete(worker);
			this.#idle.push(worker);
			if (problem === undefined) waiting?.resolve(reading ?? null);
			else waiting?.reject(new Error(problem));
			this.#hand();
		});
		worker.on("error", (error) => this.#fail(error));
		worker.on("exit", () =>
			this.#fail(new Error("A thread that reads the file stopped: it may have run out of memory.")),
		);
	}

	#hand(): void {
		while (this.#idle.length > 0 && this.#asked.length > 0) {
			const [worker, waiting] = [this.#idle.pop(), this.#asked.shift()];
			if (worker === undefined || waiting === undefined) return;
			this.#under.set(worker, waiting);
			worker.postMessage({ id: waiting.id, path: this.#path, part: waiting.part });
		}
	}

	#fail(error: Error): void {
		this.#failed ??= error;
		for (const { reject } of [...this.#under.values(), ...this.#asked]) reject(this.#failed);
		this.#under.clear();
		this.#asked.length = 0;
	}
}
