import { expect } from "vitest";
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

/** The link in the newest mail to this address, once so many with a link have come. */
export async function getPasswordLink(program: RunningProgram, email: string, mails: number): Promise<string> {
	const find = async () => linksTo(await program.mails(), email);
	await expect.poll(async () => (await find()).length, { timeout: 10_000 }).toBe(mails);
	return (await find()).at(-1) ?? "";
}

function linksTo(mails: readonly string[], email: string): readonly string[] {
	return mails
		.filter((mail) => new RegExp(`^To: .*${email}`, "mu").test(mail))
		.flatMap((mail) => {
			// Mails fold long lines with "=" at the end and write "=" itself as "=3D" (quoted-printable).
			const text = mail.replace(/=\r?\n/gu, "").replaceAll("=3D", "=");
			return /http:\/\/\S+\/reset-password\S*/u.exec(text) ?? [];
		});
}
