import { chmod, chown, mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { writeClusterSettings } from "./cluster-settings.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { explainFailure } from "./explain-failure.ts";
import { unlessMissing } from "./file-faults.ts";
import { createPassword, superuser } from "./password-file.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";
import { runProgram } from "./run-program.ts";
import { folderAsSeenBy } from "./run-server.ts";
import { giveTo, type ServerUser } from "./server-user.ts";

/**
 * Reads the major version that made a cluster.
 * @returns `undefined` when there is no cluster yet.
 */
export async function findClusterMajor(clusterFolder: string): Promise<string | undefined> {
	const text = await unlessMissing(readFile(join(clusterFolder, "PG_VERSION"), "utf8"));
	return text?.trim();
}

/** @throws EmbeddedPostgresError `other-version` when these binaries cannot run the cluster. */
export function checkMajor(clusterFolder: string, major: string, binaries: PostgresBinaries): void {
	if (major === binaries.major) return;
	throw new EmbeddedPostgresError(
		"other-version",
		`The database in ${clusterFolder} was made by PostgreSQL ${major}, and this Throughline brings PostgreSQL ${binaries.version}: start the earlier Throughline, export the installation with it, and import the export into a new data folder with this one.`,
	);
}

/**
 * Makes a new cluster. It is made in `<dataDir>/postgres.new` and then renamed: a first start that is cut short leaves
 * no half cluster. Collation is PostgreSQL's own C.UTF-8, so that an update of the system's libraries cannot break an
 * index; page checksums are on.
 */
export async function initializeCluster(
	dataDir: string,
	binaries: PostgresBinaries,
	user: ServerUser | undefined,
	options: { readonly sync: boolean },
): Promise<void> {
	const draft = join(dataDir, "postgres.new");
	await rm(draft, { recursive: true, force: true });
	await mkdir(draft, { mode: 0o700 });
	if (user !== undefined) await chown(draft, user.uid, user.gid);
	const password = await createPassword(dataDir);
	const secret = await mkdtemp(join(tmpdir(), "throughline-"));
	try {
		await writeFile(join(secret, "password"), password, { mode: 0o600 });
		if (user !== undefined) await giveTo(user, secret);
		const result = await runProgram(
			join(binaries.folder, "bin", "initdb"),
			[
				`--pgdata=${await folderAsSeenBy(user, draft)}`,
				`--username=${superuser}`,
				`--pwfile=${join(secret, "password")}`,
				"--auth=scram-sha-256",
				"--encoding=UTF8",
				"--locale-provider=builtin",
				"--builtin-locale=C.UTF-8",
				"--locale=C",
				"--data-checksums",
				"--no-instructions",
				...(options.sync ? [] : ["--no-sync"]),
			],
			{ user, folder: draft },
		);
		if (result.exitCode !== 0) {
			const what = `The database could not be made in ${join(dataDir, "postgres")}`;
			throw await explainFailure({ what, dataDir, lines: result.lines, cause: result.failure });
		}
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		throw error;
	} finally {
		await rm(secret, { recursive: true, force: true });
	}
	await chmod(draft, 0o700);
	await writeClusterSettings(draft, user);
	await rename(draft, join(dataDir, "postgres"));
	await syncFolder(dataDir);
	await syncFolder(dirname(dataDir));
}

/** Makes the names in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, "r");
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
