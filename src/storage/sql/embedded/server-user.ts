import { chown, lstat, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { unlessMissing } from "./file-faults.ts";
import { runProgram } from "./run-program.ts";

/** The account that PostgreSQL runs as. */
export interface ServerUser {
	readonly name: string;
	readonly uid: number;
	readonly gid: number;
}

/** Reads `/etc/passwd` text into its accounts; lines that are not accounts are left out. */
export function parsePasswd(text: string): readonly ServerUser[] {
	return text.split("\n").flatMap((line) => {
		const [name, , uid, gid] = line.split(":");
		if (!name || !/^\d+$/.test(uid ?? "") || !/^\d+$/.test(gid ?? "")) return [];
		return [{ name, uid: Number(uid), gid: Number(gid) }];
	});
}

/**
 * Who shall run PostgreSQL, which refuses to run as root. `undefined` means: as we are.
 * Under root it is the owner of the cluster if there is one, else `postgres`, else `nobody`: no account is made.
 * @throws EmbeddedPostgresError when root finds neither account.
 */
export async function chooseServerUser(clusterFolder: string): Promise<ServerUser | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const owner = await unlessMissing(stat(clusterFolder));
	const accounts = parsePasswd((await unlessMissing(readFile("/etc/passwd", "utf8"))) ?? "");
	if (owner !== undefined && owner.uid !== 0) {
		const account = accounts.find((each) => each.uid === owner.uid);
		return account ?? { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
	}
	const chosen =
		accounts.find((each) => each.name === "postgres" && each.uid !== 0) ??
		accounts.find((each) => each.name === "nobody" && each.uid !== 0);
	if (chosen === undefined) {
		throw new EmbeddedPostgresError(
			"did-not-start",
			'PostgreSQL does not run as root, and /etc/passwd has neither a user "postgres" nor "nobody" to run it as: start Throughline as an ordinary user, or add a user named postgres.',
		);
	}
	return chosen;
}

/** Gives a folder and all in it to the user. Links are changed, never followed. */
export async function giveTo(user: ServerUser, path: string): Promise<void> {
	const found = await lstat(path);
	if (!found.isSymbolicLink()) await chown(path, user.uid, user.gid);
	if (!found.isDirectory()) return;
	for (const name of await readdir(path)) await giveTo(user, join(path, name));
}

/** Whether the user can reach a folder, tried for real: mode bits alone do not know of access lists. */
export async function canEnter(user: ServerUser | undefined, folder: string): Promise<boolean> {
	const { exitCode } = await runProgram("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { user, folder: "/" });
	return exitCode === 0;
}
