import { type Installation, openInstallation } from "../server/installation.ts";
import { readSettings } from "../server/settings.ts";
import type { SignedInPerson } from "../storage/sql/actors.ts";
import { findActor } from "../storage/sql/actors.ts";
import { CommandError } from "./command-error.ts";
import type { CliWorld } from "./run-cli.ts";

/** Opens the installation that the environment names, does the work and closes it. A running server is used with it. */
export async function withInstallation<T>(
	world: CliWorld,
	work: (installation: Installation) => Promise<T>,
): Promise<T> {
	const installation = await openInstallation({
		settings: readSettings(world.environment, world.folder),
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
