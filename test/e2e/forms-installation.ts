import { type RunningProgram, startProgram } from "../support/running-program.ts";

/** Whom a walk through accounts is about: the administrator who was set up by the command line, and somebody new. */
export type AccountStory = {
	readonly admin: { readonly name: string; readonly email: string };
	readonly person: { readonly name: string; readonly email: string };
};

/** A real installation on its first day, with the administrators of the stories. */
export async function startAccountInstallation(stories: readonly AccountStory[]): Promise<RunningProgram> {
	const program = await startProgram({ practice: false });
	await program.command("jurisdiction", "add", "State of Halcyon", "--kind", "state", "--code", "99");
	await program.command("jurisdiction", "add", "Birch", "--kind", "county", "--code", "99003", "--parent", "99");
	for (const { admin } of stories) {
		const { email, name } = admin;
		await program.command("user", "add", email, "--name", name, "--role", "administrator", "--jurisdiction", "99");
	}
	return program;
}
