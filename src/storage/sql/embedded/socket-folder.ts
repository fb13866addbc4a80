import { createHash } from "node:crypto";
import { chmod, chown, lstat, mkdir, readdir, rm, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { systemCode } from "./file-faults.ts";
import { canEnter, type ServerUser } from "./server-user.ts";

/** The number in the socket's name. No TCP port is opened, so nothing else can be in its way. */
export const socketPort = 5432;

/** The smallest room that a system gives a socket's path: 104 bytes on macOS, 108 on Linux, each with the end mark. */
const longestSocketPath = 103;

/** Whether a socket in this folder has a path that the system takes. */
export function isShortEnough(folder: string): boolean {
	return Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}.lock`)) <= longestSocketPath;
}

/**
 * Makes the folder of the server's socket, closed to all but its user: `<dataDir>/socket`, or a folder in the temporary
 * folder named after the data folder, where the former is too long a path or the server's user cannot reach it.
 * What an earlier server left in it is removed: the caller holds the lock of the data folder and knows that none runs.
 * @throws EmbeddedPostgresError when no place can be had.
 */
export async function makeSocketFolder(dataDir: string, user: ServerUser | undefined): Promise<string> {
	const name = `throughline-${createHash("sha256").update(dataDir).digest("hex").slice(0, 16)}`;
	const places = [join(dataDir, "socket"), join(tmpdir(), name), join("/tmp", name)];
	for (const folder of places) {
		if (isShortEnough(folder) && (await takeFolder(folder, user))) return folder;
	}
	throw new EmbeddedPostgresError(
		"unreachable-folder",
		`No folder can be had for the database's socket (tried ${places.join(", ")}): make the temporary folder writable, or give Throughline a shorter DATA_DIR.`,
	);
}

/** Removes the folder of a socket after its server has stopped; one that still holds something stays. */
export async function removeSocketFolder(folder: string): Promise<void> {
	await rmdir(folder).catch(() => {});
}

/** In a folder open to all, another user may have taken the name: such a folder is never used. */
async function takeFolder(folder: string, user: ServerUser | undefined): Promise<boolean> {
	const ourselves = process.getuid?.() ?? 0;
	try {
		await mkdir(folder, { mode: 0o700 });
	} catch (error) {
		if (systemCode(error) !== "EEXIST") return false;
	}
	const found = await lstat(folder);
	if (!found.isDirectory() || (found.uid !== ourselves && found.uid !== user?.uid)) return false;
	if (user !== undefined) await chown(folder, user.uid, user.gid);
	await chmod(folder, 0o700);
	for (const name of await readdir(folder)) {
		if (name.startsWith(".s.PGSQL.")) await rm(join(folder, name), { force: true });
	}
	if (await canEnter(user, folder)) return true;
	await removeSocketFolder(folder);
	return false;
}
