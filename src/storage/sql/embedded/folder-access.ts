import { chmod, chown, stat } from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { unlessMissing } from "./file-faults.ts";
import { canEnter, giveTo, type ServerUser } from "./server-user.ts";

/**
 * Lets the server's user pass through the data folder (not list it), and gives it the cluster where a copy or a restore
 * by root took it away.
 * @throws EmbeddedPostgresError `not-our-folder` when the cluster is another user's and we are not root;
 *   `unreachable-folder` where the server's user cannot get to the data folder.
 */
export async function openToServer(dataDir: string, user: ServerUser | undefined): Promise<void> {
	const cluster = join(dataDir, "postgres");
	const found = await unlessMissing(stat(cluster));
	const ourselves = process.getuid?.();
	if (user === undefined) {
		if (found !== undefined && ourselves !== undefined && found.uid !== ourselves) {
			throw new EmbeddedPostgresError(
				"not-our-folder",
				`The database in ${cluster} belongs to user number ${found.uid}, and Throughline runs as ${ourselves}: start it as that user or as root, or change the owner of the folder.`,
			);
		}
		return;
	}
	const folder = await stat(dataDir);
	if (folder.uid === 0 && (folder.mode & 0o001) === 0) {
		await chown(dataDir, folder.uid, user.gid);
		await chmod(dataDir, (folder.mode & 0o7777) | 0o010);
	}
	const archive = join(dataDir, "wal-archive");
	for (const path of [cluster, archive]) {
		const part = path === cluster ? found : await unlessMissing(stat(path));
		if (part !== undefined && part.uid !== user.uid) await giveTo(user, path);
	}
	if (process.platform !== "linux" && !(await canEnter(user, dataDir))) {
		throw new EmbeddedPostgresError(
			"unreachable-folder",
			`The user who runs the database (${user.name}) cannot enter ${dataDir}: set DATA_DIR to a folder below one that is open to all users, or start Throughline as an ordinary user.`,
		);
	}
}
