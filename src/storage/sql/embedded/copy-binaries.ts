import { createHash } from "node:crypto";
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, rmdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { diskFull } from "./explain-failure.ts";
import { systemCode, unlessMissing } from "./file-faults.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";
import { canEnter, type ServerUser } from "./server-user.ts";

interface CopyRequest {
	readonly original: string;
	/** Where a copy may be put, the best first. */
	readonly places: readonly string[];
	readonly user: ServerUser | undefined;
	readonly log: (line: string) => void;
}

interface BinariesWork {
	addLibraryLinks(folder: string): Promise<boolean>;
	tryBinaries(folder: string, user: ServerUser | undefined): Promise<PostgresBinaries>;
}

/**
 * Copies the binaries to the first place that the server's user can run them from, or finds the copy of an earlier
 * start there. A copy is named after the program's checksum and appears whole or not at all.
 * @throws EmbeddedPostgresError `unreachable-folder` when there is no such place, `disk-full` when there is no room.
 */
export async function copyBinaries(request: CopyRequest, work: BinariesWork): Promise<PostgresBinaries> {
	const { original, places, user, log } = request;
	const program = await readFile(join(original, "bin", "postgres"));
	const name = `postgresql-${createHash("sha256").update(program).digest("hex").slice(0, 16)}`;
	for (const place of places) {
		const copy = join(place, name);
		const found = await findUsableCopy(copy, user, work);
		if (found !== undefined) return found;
		const draft = await startDraft(place, name, user);
		if (draft === undefined) continue;
		log(`Copying the database program to ${copy}, because its user cannot run it from ${original}.`);
		try {
			await cp(original, join(draft, "native"), { recursive: true, verbatimSymlinks: true, filter: isNeeded });
			await work.addLibraryLinks(join(draft, "native"));
			await rm(copy, { recursive: true, force: true });
			await rename(draft, copy);
			return await work.tryBinaries(join(copy, "native"), user);
		} catch (error) {
			if (systemCode(error) === "ENOSPC") throw await diskFull(place, error);
			throw error;
		} finally {
			await rm(draft, { recursive: true, force: true });
		}
	}
	const who = user === undefined ? "The user who runs the database" : `The user who runs the database (${user.name})`;
	throw new EmbeddedPostgresError(
		"unreachable-folder",
		`${who} cannot run it from ${original} nor from ${places.join(" or ")}: move Throughline to a folder open to all users, such as /opt/throughline, or start it as an ordinary user.`,
	);
}

/** The data folder comes first; under a closed folder a cache that is kept; last the temporary folder, often swept. */
export function copyPlaces(dataDir: string): readonly string[] {
	const owner = process.getuid?.() ?? 0;
	const cache = owner === 0 ? ["/var/cache/throughline"] : [];
	return [join(dataDir, "programs"), ...cache, join(tmpdir(), `throughline-programs-${owner}`)];
}

async function findUsableCopy(
	copy: string,
	user: ServerUser | undefined,
	work: BinariesWork,
): Promise<PostgresBinaries | undefined> {
	if (!(await isOurs(copy))) return undefined;
	try {
		return await work.tryBinaries(join(copy, "native"), user);
	} catch {
		return undefined;
	}
}

/** A folder that another user could have put there, or could change, is never run from. */
async function isOurs(folder: string): Promise<boolean> {
	const found = await unlessMissing(stat(folder));
	return found !== undefined && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

async function startDraft(place: string, name: string, user: ServerUser | undefined): Promise<string | undefined> {
	try {
		await mkdir(place, { recursive: true, mode: 0o755 });
		const draft = await mkdtemp(join(place, `${name}.`));
		await chmod(draft, 0o755);
		if ((await isOurs(place)) && (await canEnter(user, draft))) return draft;
		await rm(draft, { recursive: true, force: true });
		await rmdir(place).catch(() => {});
	} catch (error) {
		if (systemCode(error) === "ENOSPC") throw await diskFull(place, error);
	}
	return undefined;
}

function isNeeded(path: string): boolean {
	return !path.endsWith(".a") && basename(path) !== "pkgconfig";
}
