import type { Page } from "playwright-core";
import { peopleByRole } from "../support/browser.ts";
import { type RunningProgram, startProgram } from "../support/running-program.ts";

/** Long enough for the rules on passwords. */
const password = "seven quiet herons at dusk";

const emailOf = (role: string) => `${role}@birch.example`;

/** A real installation on its first day: a state, one county, one person of each role, and nothing else. */
export async function startEmptyInstallation(): Promise<RunningProgram> {
	const program = await startProgram({ practice: false });
	await program.command("jurisdiction", "add", "State of Halcyon", "--kind", "state", "--code", "99");
	await program.command("jurisdiction", "add", "Birch", "--kind", "county", "--code", "99003", "--parent", "99");
	for (const [role, name] of Object.entries(peopleByRole)) {
		const place = role === "state-analyst" ? "99" : "99003";
		await program.command("user", "add", emailOf(role), "--name", name, "--role", role, "--jurisdiction", place);
	}
	return program;
}

/** Sets the password of somebody by the link in the mail; the sign-in page follows. */
export async function choosePassword(page: Page, program: RunningProgram, role: string): Promise<void> {
	await page.goto(findInvitation(await program.mails(), emailOf(role)));
	await page.getByLabel("New password").fill(password);
	await page.getByRole("button", { name: "Set the password" }).click();
	await page.waitForURL("**/sign-in");
}

/** Signs in by the form, as in an installation without practice people. */
export async function signInByForm(page: Page, role: string): Promise<void> {
	await page.goto("/sign-in");
	await page.getByLabel("E-mail address").fill(emailOf(role));
	await page.getByLabel("Password", { exact: true }).fill(password);
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await page.getByRole("button", { name: "Sign out" }).waitFor();
}

function findInvitation(mails: readonly string[], email: string): string {
	const mail = mails.find((each) => new RegExp(`^To: .*${email}`, "mu").test(each));
	// Mails fold long lines with "=" at the end and write "=" itself as "=3D" (quoted-printable).
	const text = (mail ?? "").replace(/=\r?\n/gu, "").replaceAll("=3D", "=");
	const link = /http:\/\/\S+\/reset-password\S*/u.exec(text)?.[0];
	if (!link) throw new Error(`No mail with a link for ${email}: ${mail ?? "no mail at all"}`);
	return link;
}
