import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readServerLog } from "./explain-failure.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";
import { clusterName, findPostmasterFile } from "./postmaster-file.ts";
import { findProcess, type ProcessIdentity } from "./process-identity.ts";
import { asUser, programEnvironment } from "./run-program.ts";
import { canEnter, type ServerUser } from "./server-user.ts";
import { socketPort } from "./socket-folder.ts";

/** A cluster and who runs it. */
export interface Cluster {
	readonly folder: string;
	readonly binaries: PostgresBinaries;
	readonly user: ServerUser | undefined;
}

/** A server that answers, or what it wrote before it ended. */
export type RunOutcome =
	| { readonly kind: "ready"; readonly process: ProcessIdentity; readonly child: ChildProcess }
	| { readonly kind: "ended"; readonly lines: readonly string[]; readonly cause?: unknown }
	| { readonly kind: "not ready in time"; readonly lines: readonly string[]; readonly pid: number };

const stepMilliseconds = 20;

/**
 * Starts the server of a cluster and waits until it takes connections; after a crash that includes recovery.
 * It gets a session of its own, so that Ctrl-C in a terminal reaches us only and we end it in order.
 */
export async function runServer(
	cluster: Cluster,
	options: {
		readonly socketFolder: string;
		readonly settings: Readonly<Record<string, string>>;
		readonly readyWithinMilliseconds: number;
	},
): Promise<RunOutcome> {
	const settings = {
		listen_addresses: "",
		port: String(socketPort),
		unix_socket_directories: `"${options.socketFolder}"`,
		unix_socket_permissions: "0700",
		cluster_name: clusterName(cluster.folder),
		fsync: "on",
		full_page_writes: "on",
		...options.settings,
	};
	const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
	const child = spawn(
		join(cluster.binaries.folder, "bin", "postgres"),
		["-D", await folderAsSeenBy(cluster.user, cluster.folder), ...flags],
		{
			cwd: cluster.folder,
			env: programEnvironment,
			stdio: ["ignore", "ignore", "pipe"],
			detached: true,
			...asUser(cluster.user),
		},
	);
	return await waitUntilReady(child, cluster, options.readyWithinMilliseconds);
}

/**
 * How a server names its own folder. Where a folder above is closed to its user (a home of mode 700), the working
 * folder that it inherits from us still is open, and Linux has a name for that which crosses no closed folder.
 */
export async function folderAsSeenBy(user: ServerUser | undefined, folder: string): Promise<string> {
	if (user === undefined || process.platform !== "linux") return folder;
	return (await canEnter(user, folder)) ? folder : "/proc/self/cwd";
}

async function waitUntilReady(child: ChildProcess, cluster: Cluster, limit: number): Promise<RunOutcome> {
	let errors = "";
	let ended: { cause?: unknown } | undefined;
	child.stderr?.on("data", (chunk: Buffer) => {
		errors += chunk.toString("utf8");
	});
	child.once("error", (cause) => {
		ended = { cause };
	});
	child.once("close", () => {
		ended ??= {};
	});
	const lines = async (): Promise<readonly string[]> => {
		const early = errors
			.split("\n")
			.filter((line) => line.trim() !== "" && !/redirecting log output|HINT: {2}Future log/.test(line));
		return [...early, ...(early.some((line) => line.includes("FATAL")) ? [] : await readServerLog(cluster.folder))];
	};
	for (let waited = 0; waited < limit; waited += stepMilliseconds) {
		if (ended !== undefined) return { kind: "ended", lines: await lines(), ...ended };
		const file = await findPostmasterFile(cluster.folder);
		if (file !== undefined && file.pid === child.pid && file.status === "ready") {
			const found = await findProcess(file.pid);
			if (found !== undefined) {
				child.stderr?.destroy();
				child.unref();
				return { kind: "ready", process: found, child };
			}
		}
		await wait(stepMilliseconds);
	}
	return { kind: "not ready in time", lines: await lines(), pid: child.pid ?? 0 };
}

/** Whether the process that we know still runs. */
export async function isRunning(known: ProcessIdentity): Promise<boolean> {
	return (await findProcess(known.pid))?.startedAt === known.startedAt;
}

/**
 * Ends a server: in order (open transactions are rolled back, everything is written), and where that takes longer than
 * `fastWithin`, at once; then the next start recovers from the WAL. Nothing acknowledged is lost either way.
 * @returns whether it is gone.
 */
export async function stopServer(
	known: ProcessIdentity,
	fastWithin = 3_500,
	immediateWithin = 1_300,
): Promise<boolean> {
	for (const [signal, limit] of [
		["SIGINT", fastWithin],
		["SIGQUIT", immediateWithin],
	] as const) {
		if (!(await isRunning(known))) return true;
		try {
			process.kill(known.pid, signal);
		} catch {
			// Gone in between, or another user's: the look below tells.
		}
		for (let waited = 0; waited < limit; waited += stepMilliseconds) {
			if (!(await isRunning(known))) return true;
			await wait(stepMilliseconds);
		}
	}
	return !(await isRunning(known));
}
