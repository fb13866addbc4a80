import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type EmbeddedConnection, superuserConnection } from "./connection.ts";
import { findPassword } from "./password-file.ts";
import { findServerTrace } from "./postmaster-file.ts";

const stepMilliseconds = 100;

/**
 * The superuser's way into the embedded server that another process of this installation runs, for the command line
 * beside a running Throughline. A server that is just starting is waited for.
 * @returns `undefined` when none runs on the data folder, or it is not ready within the time.
 */
export async function findRunningConnection(
	dataDir: string,
	readyWithinMilliseconds = 30_000,
): Promise<EmbeddedConnection | undefined> {
	for (let waited = 0; waited <= readyWithinMilliseconds; waited += stepMilliseconds) {
		const trace = await findServerTrace(join(dataDir, "postgres"));
		if (trace.kind === "running" && trace.file.status === "ready" && trace.file.socketFolder !== undefined) {
			const password = await findPassword(dataDir);
			return password === undefined ? undefined : superuserConnection(trace.file.socketFolder, password);
		}
		await wait(stepMilliseconds);
	}
	return undefined;
}
