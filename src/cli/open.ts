import { access } from "node:fs/promises";
import path from "node:path";
import { type Installation, openInstallation } from "../server/installation.ts";
import { readSettings, type Settings } from "../server/settings.ts";
import type { SignedInPerson } from "../storage/sql/actors.ts";
import { findActor } from "../storage/sql/actors.ts";
import { CommandError } from "./command-error.ts";
import type { CliWorld } from "./run-cli.ts";

/**
 * Opens the installation that the environment names, does the work and closes it. A running server is used with it. Where
 * there is no installation yet, only commands that may begin one (`mayBeNew`) make it.
 */
export async function withInstallation<T>(
	world: Pick<CliWorld, "environment" | "folder" | "programFolder" | "clock">,
	work: (installation: Installation) => Promise<T>,
	options: { readonly mayBeNew?: boolean } = {},
): Promise<T> {
	const settings = readSettings(world.environment, world.folder);
	if (!options.mayBeNew && !(await isThere(settings))) {
		throw new CommandError(
			`There is no installation of Throughline in ${settings.dataDir} yet. Set DATA_DIR to its data folder, or make one: npm start`,
		);
	}
	const installation = await openInstallation({
		settings,
		programFolder: world.programFolder,
		clock: world.clock,
		log: () => undefined,
		besideServer: true,
	});
	try {
		return await work(installation);
	} finally {
		await installation.close();
	}
}

/** Whether there is something to open: a database by URL, or a data folder with one. */
export async function isThere({ databaseUrl, dataDir }: Settings): Promise<boolean> {
	if (databaseUrl) return true;
	return access(path.join(dataDir, "postgres")).then(
		() => true,
		(error: NodeJS.ErrnoException) => error.code !== "ENOENT",
	);
}

/** The person under whose rights a command runs. */
export async function personFor(installation: Installation, email: string | undefined): Promise<SignedInPerson> {
	if (!email) throw new CommandError("Say on whose behalf: --as EMAIL. The command has the rights of that person.");
	const person = await findActor(installation.storage.database, email);
	if (!person) throw new CommandError(`Nobody with the e-mail address ${email} can sign in here.`);
	return person;
}

/** Prints a result: JSON for programs, else words. */
export function printResult(world: CliWorld, json: boolean | undefined, result: unknown, words: string): void {
	world.print(json ? JSON.stringify(result) : words);
}
