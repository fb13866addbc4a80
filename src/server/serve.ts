import { type StartOptions, startServer } from "./start-server.ts";

export type ServeOptions = StartOptions & { readonly signal: AbortSignal };

/**
 * Starts the server and serves until the signal says stop, or until the database ends by itself: then it throws. Both while
 * it starts and while it serves, a stop takes less than five seconds.
 */
export async function serve({ signal, ...options }: ServeOptions): Promise<void> {
	const { log } = options;
	let endedByItself: (error: Error) => void = () => undefined;
	const ended = new Promise<Error>((resolve) => {
		endedByItself = resolve;
	});
	const stopped = new Promise<undefined>((resolve) => {
		signal.addEventListener("abort", () => resolve(undefined), { once: true });
	});
	try {
		const server = await startServer({ ...options, signal, onUnexpectedEnd: endedByItself });
		log(`Throughline is ready: ${server.url}${server.installation.practice ? " (practice state)" : ""}`);
		const fault = await Promise.race([stopped, ended]);
		log("Stopping ...");
		await server.stop();
		if (fault) throw fault;
	} catch (error) {
		if (!signal.aborted || error !== signal.reason) throw error;
		log("Stopped while starting.");
	}
}
