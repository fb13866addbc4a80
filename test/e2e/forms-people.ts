import { expect } from "vitest";
import { expectHeading, expectNotice, formOf } from "./forms-hand.ts";
import type { AccountStory } from "./forms-installation.ts";
import { goTo, read } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";

const title = "Program Planner, Children and Families";

/** An administrator adds somebody, who gets a mail, and settles who they are and what they may do. */
export async function settlePerson(admin: Hand, { person }: AccountStory): Promise<void> {
	const { page } = admin;
	await goTo(admin, "People");
	await admin.follow("Add a person");
	await admin.fill("Name", "Nobody Yet");
	await admin.fill("Position title", "Planner");
	await admin.fill("E-mail address", person.email);
	await admin.choose("Where they work", "Birch");
	await admin.tick("County planner");
	await admin.press("Add the person");
	await expectNotice(admin, `A mail with a link to set a password went to ${person.email}`);

	const details = formOf(admin, "Save");
	await details.fill("Name", person.name);
	await details.fill("Position title", title);
	await details.fill("Why", "Named before the post was filled.");
	await details.press("Save");
	await expectNotice(admin, "Saved.");
	await expectHeading(admin, person.name);
	expect(await read(page.getByRole("main"))).toContain("Named before the post was filled.");

	const given = formOf(admin, "Give the role");
	await given.choose("Role", "Data analyst");
	await given.choose("Where", "Birch");
	await given.fill("Why", "Loads the figures while the analyst is away.");
	await given.press("Give the role");
	await expectNotice(admin, "The role Data analyst was given.");
	await admin.follow("Take away the role Data analyst");
	await admin.fill("Why", "The analyst is back.");
	await admin.press("Take the role away");
	await expectNotice(admin, "The role was taken away.");
	expect(await page.getByRole("link", { name: /^Take away/u }).count()).toBe(1);
	expect(await read(page.getByRole("main"))).toContain("The analyst is back.");

	await admin.press("Mail a link to set a password");
	await expectNotice(admin, `A mail with a link to set a password went to ${person.email}`);
}

export async function clearSecondFactor(admin: Hand, { person }: AccountStory): Promise<void> {
	await openPerson(admin, person.name);
	await admin.press("Reset the second factor");
	await expectNotice(admin, "The second factor was reset.");
	expect(await read(admin.page.getByRole("region", { name: "Signing in" }))).toContain("The second factor is off");
}

/** Whoever leaves the agency is signed out at once. */
export async function endAccess(admin: Hand, { person }: AccountStory): Promise<void> {
	await openPerson(admin, person.name);
	const details = formOf(admin, "Save");
	await details.pick("May not sign in");
	await details.fill("Why", "Left the agency.");
	await details.press("Save");
	expect(await read(admin.page.getByRole("main"))).toContain("May not sign in: access was ended.");
}

/** An administrator gives up their own last role, and must say that they know it. */
export async function giveUpOwnRole(admin: Hand, story: AccountStory): Promise<void> {
	await openPerson(admin, story.admin.name);
	await admin.follow("Take away the role Administrator");
	await admin.press("Take the role away");
	expect(await read(admin.page.getByRole("alert"))).toContain("your own last administrator role");
	await admin.tick("I know that I can no longer manage people");
	await admin.press("Take the role away");
	await expectNotice(admin, "The role was taken away.");
	expect(await admin.page.getByRole("link", { name: "People", exact: true }).count()).toBe(0);
}

async function openPerson(admin: Hand, name: string): Promise<void> {
	await goTo(admin, "People");
	await admin.follow(name);
}
