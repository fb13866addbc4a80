import { rm } from "node:fs/promises";
import { join } from "node:path";
import { replaceFile } from "./cluster-settings.ts";
import { superuserConnection, withClient } from "./connection.ts";
import { explainFailure } from "./explain-failure.ts";
import { createPassword, superuser } from "./password-file.ts";
import { type Cluster, folderAsSeenBy, runServer, stopServer } from "./run-server.ts";
import { makeSocketFolder, removeSocketFolder } from "./socket-folder.ts";

/**
 * Gives the superuser of a cluster a new password, kept in the data folder: for a cluster whose password file was lost
 * and for a restored one. For that moment the server asks no password; its socket lies in a folder that only its own
 * user (and root) can enter.
 */
export async function resetPassword(
	cluster: Cluster,
	dataDir: string,
	options: { readonly settings: Readonly<Record<string, string>>; readonly readyWithinMilliseconds: number },
): Promise<void> {
	const open = join(cluster.folder, "pg_hba.open.conf");
	await replaceFile(open, "local all all trust\n", cluster.user);
	const socketFolder = await makeSocketFolder(dataDir, cluster.user);
	const hba = join(await folderAsSeenBy(cluster.user, cluster.folder), "pg_hba.open.conf");
	try {
		const settings = { ...options.settings, hba_file: hba };
		const outcome = await runServer(cluster, { ...options, socketFolder, settings });
		if (outcome.kind !== "ready") {
			const what = "The database could not be started to give it a new password";
			throw await explainFailure({ what, dataDir, lines: outcome.lines });
		}
		try {
			const password = await createPassword(dataDir);
			await withClient({ ...superuserConnection(socketFolder, ""), database: "postgres" }, async (client) => {
				await client.query(`alter role ${superuser} password ${client.escapeLiteral(password)}`);
			});
		} finally {
			await stopServer(outcome.process, 30_000, 5_000);
		}
	} finally {
		await rm(open, { force: true });
		await removeSocketFolder(socketFolder);
	}
}
