import { type ChildProcess, fork } from "node:child_process";
import { z } from "zod";
import { DocumentRenderError } from "../document-error.ts";

export interface TypstJob {
	readonly template: string;
	readonly data: string;
	readonly fontPaths: readonly string[];
}

const Answer = z.object({
	id: z.int(),
	pdf: z.instanceof(Uint8Array).optional(),
	pages: z.int().optional(),
	items: z.array(z.object({ id: z.string(), page: z.int() })).optional(),
	sections: z.array(z.object({ id: z.string(), first: z.int(), last: z.int() })).optional(),
	problems: z.array(z.string()).optional(),
});
export type TypstAnswer = z.infer<typeof Answer>;

export interface TypstProcessOptions {
	readonly entry: string | URL;
	readonly timeoutMs: number;
	readonly idleMs: number;
	readonly longestQueue: number;
}

/**
 * One process that compiles documents one after another. It is started by the first job, stopped when there has been
 * nothing to do for a while, and replaced after a crash. It never keeps the program alive on its own.
 */
export class TypstProcess {
	readonly #options: TypstProcessOptions;
	#child: ChildProcess | undefined;
	#idle: NodeJS.Timeout | undefined;
	#last: Promise<unknown> = Promise.resolve();
	#waiting = 0;
	#jobs = 0;
	#closed = false;

	constructor(options: TypstProcessOptions) {
		this.#options = options;
	}

	/**
	 * Compiles a document when those before it are done; the job is made when its turn has come, so that many at once do
	 * not hold up the program. Rejects with `DocumentRenderError`.
	 */
	async run(makeJob: () => TypstJob): Promise<TypstAnswer> {
		if (this.#closed) throw new DocumentRenderError("Throughline is stopping. Print the document again in a minute.");
		if (this.#waiting >= this.#options.longestQueue) {
			throw new DocumentRenderError("Too many documents are being printed just now. Try again in a minute.");
		}
		this.#waiting += 1;
		const turn = this.#last.then(() => this.#compile(makeJob()));
		this.#last = turn.catch(() => undefined);
		try {
			return await turn;
		} finally {
			this.#waiting -= 1;
			if (this.#waiting === 0) this.#rest();
		}
	}

	/** Stops the process. A job under way is refused. */
	close(): void {
		this.#closed = true;
		this.#stop("SIGKILL");
	}

	#compile(job: TypstJob): Promise<TypstAnswer> {
		clearTimeout(this.#idle);
		const child = this.#start();
		this.#jobs += 1;
		const id = this.#jobs;
		return new Promise((resolve, reject) => {
			const settle = (outcome: () => void) => {
				clearTimeout(timer);
				child.off("message", onMessage);
				child.off("exit", onExit);
				child.off("error", onError);
				outcome();
			};
			const fail = (message: string, cause?: unknown) => {
				settle(() => reject(new DocumentRenderError(message, { cause })));
				this.#stop("SIGKILL");
			};
			const onMessage = (message: unknown) => {
				const answer = Answer.safeParse(message);
				if (answer.success && answer.data.id === id) settle(() => resolve(answer.data));
			};
			const onExit = (code: number | null, signal: string | null) =>
				fail(
					"The PDF could not be made: the printing process stopped. Try again; tell the administrator if it happens twice.",
					{
						code,
						signal,
					},
				);
			const onError = (error: unknown) => fail("The PDF could not be made: the printing process did not start.", error);
			const seconds = Math.round(this.#options.timeoutMs / 1000);
			const timer = setTimeout(
				() => fail(`The PDF could not be made within ${seconds} seconds. Print a part of the document, or try again.`),
				this.#options.timeoutMs,
			);
			child.on("message", onMessage);
			child.on("exit", onExit);
			child.on("error", onError);
			child.send({ id, ...job }, (error) => {
				if (error) onError(error);
			});
		});
	}

	#start(): ChildProcess {
		if (this.#child === undefined) {
			const child = fork(this.#options.entry, [], {
				serialization: "advanced",
				execArgv: [],
				env: {},
				stdio: "ignore",
			});
			child.once("exit", () => {
				if (this.#child === child) this.#child = undefined;
			});
			this.#child = child;
		}
		this.#child.ref();
		this.#child.channel?.ref();
		return this.#child;
	}

	#rest(): void {
		this.#child?.unref();
		this.#child?.channel?.unref();
		this.#idle = setTimeout(() => this.#stop("SIGTERM"), this.#options.idleMs).unref();
	}

	#stop(signal: NodeJS.Signals): void {
		clearTimeout(this.#idle);
		this.#child?.kill(signal);
		this.#child = undefined;
	}
}
