import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findServerTrace } from "../../src/storage/sql/embedded/postmaster-file.ts";
import { stopServer } from "../../src/storage/sql/embedded/run-server.ts";
import { startEmbeddedPostgres } from "../../src/storage/sql/embedded/start-embedded-postgres.ts";

/** A PostgreSQL of its own for tests. */
export interface TestPostgres {
	/** The superuser's URL to the database `throughline`. */
	readonly adminUrl: string;
	readonly pid: number;
	/** Stops the server and removes its folder. */
	stop(): Promise<void>;
}

const prefix = "throughline-test-postgres-";

/**
 * Starts an embedded PostgreSQL in a temporary folder. Its writes are not forced to disk: fast, and only good for tests.
 * Most tests want `createTestDatabase` instead, which makes a database in the one server of the whole run.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
	await removeLeftovers();
	const dataDir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
	const server = await startEmbeddedPostgres({
		dataDir,
		settings: {
			fsync: "off",
			full_page_writes: "off",
			synchronous_commit: "off",
			archive_mode: "off",
			max_connections: "100",
		},
	});
	return {
		adminUrl: server.url,
		pid: server.pid,
		stop: async () => {
			await server.stop();
			await rm(dataDir, { recursive: true, force: true });
		},
	};
}

/** Ends the servers and removes the folders of test runs that were killed: the folder's name holds the run's process. */
async function removeLeftovers(): Promise<void> {
	for (const name of await readdir(tmpdir())) {
		const owner = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
		if (owner === undefined || isAlive(Number(owner))) continue;
		const dataDir = join(tmpdir(), name);
		const trace = await findServerTrace(join(dataDir, "postgres")).catch(() => undefined);
		if (trace?.kind === "running") await stopServer(trace.process);
		await rm(dataDir, { recursive: true, force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && "code" in error && error.code === "EPERM";
	}
}
