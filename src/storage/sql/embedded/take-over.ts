import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type EmbeddedConnection, superuserConnection, withClient } from "./connection.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { readServerLog } from "./explain-failure.ts";
import { clusterName, findPostmasterFile, findServerTrace } from "./postmaster-file.ts";
import type { ProcessIdentity } from "./process-identity.ts";
import { type Cluster, isRunning, stopServer } from "./run-server.ts";

/** A server that an earlier Throughline left running and that we use from now on. */
export interface TakenOver {
	readonly process: ProcessIdentity;
	readonly connection: EmbeddedConnection;
}

/** What a server must be like to be used as it is. */
export interface Expected {
	readonly password: string | undefined;
	readonly fsync: string;
}

/**
 * Clears the way for a start on a cluster whose lock we hold. A server left running there by a killed Throughline is
 * used if it is of the same version and lets us in, and is stopped in order if not. A `postmaster.pid` left behind is
 * removed, whichever program has its number now; PostgreSQL itself still refuses to start while an old child of it
 * holds the shared memory.
 * @returns the server to use, or `undefined` when one must be started.
 */
export async function takeOverServer(
	cluster: Cluster,
	expected: Expected,
	log: (line: string) => void,
): Promise<TakenOver | undefined> {
	const trace = await findServerTrace(cluster.folder);
	switch (trace.kind) {
		case "none":
			return undefined;
		case "left behind": {
			const user = trace.usedBy === undefined ? "is gone" : `now is another program (${trace.usedBy})`;
			log(
				`The database was not stopped in order the last time; its process ${trace.pid ?? ""} ${user}. Starting it again.`,
			);
			await rm(join(cluster.folder, "postmaster.pid"), { force: true });
			return undefined;
		}
		case "running": {
			const { process: found } = trace;
			await waitWhileUnsettled(cluster.folder, found);
			const connection = await findUsableConnection(cluster, expected);
			if (connection !== undefined) {
				log(`Using the database server that an earlier Throughline left running (process ${found.pid}).`);
				return { process: found, connection };
			}
			log(`Stopping the database server that an earlier Throughline left running (process ${found.pid}).`);
			if (await stopServer(found, 20_000, 5_000)) return undefined;
			throw new EmbeddedPostgresError(
				"did-not-start",
				`A database server left by an earlier Throughline (process ${found.pid}) does not stop: end it with "kill -INT ${found.pid}" and start again.`,
				{ serverLog: await readServerLog(cluster.folder) },
			);
		}
	}
}

/** A server that recovers or stops is left to finish, up to a minute. */
async function waitWhileUnsettled(folder: string, found: ProcessIdentity): Promise<void> {
	for (let waited = 0; waited < 60_000; waited += 50) {
		const file = await findPostmasterFile(folder);
		if (file?.status === "ready" || !(await isRunning(found))) return;
		await wait(50);
	}
}

async function findUsableConnection(cluster: Cluster, expected: Expected): Promise<EmbeddedConnection | undefined> {
	const socketFolder = (await findPostmasterFile(cluster.folder))?.socketFolder;
	if (socketFolder === undefined || expected.password === undefined) return undefined;
	const connection = superuserConnection(socketFolder, expected.password);
	try {
		const facts = await withClient({ ...connection, database: "postgres" }, async (client) => {
			const { rows } = await client.query<{ facts: string[] }>(
				`select array[current_setting('server_version'), current_setting('cluster_name'), current_setting('fsync'),
					(current_setting('hba_file') like '%/pg_hba.conf')::text, pg_is_in_recovery()::text] as facts`,
			);
			return rows[0]?.facts.join(" ");
		});
		const wanted = [cluster.binaries.version, clusterName(cluster.folder), expected.fsync, "true", "false"].join(" ");
		return facts === wanted ? connection : undefined;
	} catch {
		return undefined;
	}
}
