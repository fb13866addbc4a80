import type { ChildProcess } from "node:child_process";
import type { EmbeddedConnection } from "./connection.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { explainFailure, readServerLog } from "./explain-failure.ts";
import type { ProcessIdentity } from "./process-identity.ts";
import { type Cluster, isRunning, stopServer } from "./run-server.ts";
import { removeSocketFolder } from "./socket-folder.ts";

/** A server that was started or taken over. Only a started one is our child. */
export interface Server {
	readonly process: ProcessIdentity;
	readonly connection: EmbeddedConnection;
	readonly child?: ChildProcess;
}

const lookMilliseconds = 2_000;

/**
 * Watches a server until it is stopped. If Throughline ends without stopping it, the server is told to stop in order as
 * the last thing; after kill -9 nobody can tell it, and the next start takes it over.
 */
export function superviseServer(
	server: Server,
	options: {
		readonly cluster: Cluster;
		readonly dataDir: string;
		readonly release: () => Promise<void>;
		readonly onUnexpectedEnd?: (error: EmbeddedPostgresError) => void;
	},
): { stop(): Promise<void> } {
	let stopped: Promise<void> | undefined;
	let ended = false;

	const onExit = (): void => {
		try {
			if (!ended) process.kill(server.process.pid, "SIGINT");
		} catch {
			// Gone already.
		}
	};
	const onEnd = async (): Promise<void> => {
		if (ended || stopped !== undefined) return;
		ended = true;
		settle();
		await options.release();
		const lines = await readServerLog(options.cluster.folder);
		const what = `The database server (process ${server.process.pid}) ended without being told to`;
		options.onUnexpectedEnd?.(await explainFailure({ what, dataDir: options.dataDir, lines }));
	};
	const watch =
		server.child === undefined
			? setInterval(() => void isRunning(server.process).then((runs) => (runs ? undefined : onEnd())), lookMilliseconds)
			: undefined;
	watch?.unref();
	const listener = (): void => void onEnd();
	server.child?.once("exit", listener);
	process.once("exit", onExit);

	const settle = (): void => {
		clearInterval(watch);
		server.child?.off("exit", listener);
		process.off("exit", onExit);
	};
	const stopOnce = async (): Promise<void> => {
		const gone = ended || (await stopServer(server.process));
		settle();
		if (gone) await removeSocketFolder(server.connection.host);
		await options.release();
		if (gone) return;
		throw new EmbeddedPostgresError(
			"did-not-start",
			`The database server (process ${server.process.pid}) has not stopped within five seconds; it goes on stopping by itself, and the next start waits for it.`,
			{ serverLog: await readServerLog(options.cluster.folder) },
		);
	};
	return {
		stop: () => {
			stopped ??= stopOnce();
			return stopped;
		},
	};
}
