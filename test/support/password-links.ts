import { expect } from "vitest";
import type { RunningProgram } from "./running-program.ts";

/** The link to choose a password in the newest mail to this address, once so many mails with a link have come. */
export async function getPasswordLink(program: RunningProgram, email: string, mails = 1): Promise<string> {
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
