import type { Page } from "playwright-core";
import { peopleByRole } from "../support/browser.ts";
import { getPasswordLink } from "../support/password-links.ts";
import { type RunningProgram, startProgram } from "../support/running-program.ts";

/** Long enough for the rules on passwords. */
const password = "seven quiet herons at dusk";

const emailOf = (who: string) => `${who}@birch.example`;

/** Who was invited: one person of each role, and a second planner, by the names in their addresses. */
const invited: Readonly<Record<string, readonly [role: string, name: string]>> = {
	...Object.fromEntries(Object.entries(peopleByRole).map(([role, name]) => [role, [role, name]])),
	newcomer: ["county-planner", "Samuel Ito"],
};

/** A real installation on its first day: a state, one county, its people, and nothing else. */
export async function startEmptyInstallation(): Promise<RunningProgram> {
	const program = await startProgram({ practice: false });
	await program.command("jurisdiction", "add", "State of Halcyon", "--kind", "state", "--code", "99");
	await program.command("jurisdiction", "add", "Birch", "--kind", "county", "--code", "99003", "--parent", "99");
	for (const [who, [role, name]] of Object.entries(invited)) {
		const place = role.startsWith("state-") ? "99" : "99003";
		await program.command("user", "add", emailOf(who), "--name", name, "--role", role, "--jurisdiction", place);
	}
	return program;
}

/** Sets the password of somebody by the link in the mail; the sign-in page follows. */
export async function choosePassword(page: Page, program: RunningProgram, who: string): Promise<void> {
	await page.goto(await getInvitation(program, who));
	await page.getByLabel("New password").fill(password);
	await page.getByRole("button", { name: "Set the password" }).click();
	await page.waitForURL("**/sign-in");
}

/** Signs in by the form, as in an installation without practice people. */
export async function signInByForm(page: Page, who: string): Promise<void> {
	await page.goto("/sign-in");
	await page.getByLabel("E-mail address").fill(emailOf(who));
	await page.getByLabel("Password", { exact: true }).fill(password);
	await page.getByRole("button", { name: "Sign in", exact: true }).click();
	await page.getByRole("button", { name: "Sign out" }).waitFor();
}

/** The link in the mail to somebody who was invited. */
export function getInvitation(program: RunningProgram, who: string): Promise<string> {
	return getPasswordLink(program, emailOf(who));
}
