import { Secret, TOTP } from "otpauth";
import { expect } from "vitest";
import { getPasswordLink } from "../support/password-links.ts";
import type { RunningProgram } from "../support/running-program.ts";
import { expectHeading, expectNotice, formOf, type OpenHand } from "./forms-hand.ts";
import type { AccountStory } from "./forms-installation.ts";
import { clearSecondFactor, endAccess, giveUpOwnRole, settlePerson } from "./forms-people.ts";
import { goTo, read } from "./thread-expect.ts";
import type { Hand } from "./thread-hand.ts";

/** Long enough for the rules on passwords. */
const passwords = {
	admin: "eleven grey kites over water",
	first: "seven quiet herons at dusk",
	reset: "nine loud gulls before noon",
	changed: "four tall cranes in the rain",
} as const;

/** What an account is in the walk: the key of the authenticator app and the backup codes that are left. */
type SecondFactor = { readonly app: TOTP; readonly backupCodes: readonly string[] };

/** Everything that an administrator does for a person, and a person with their own account, from the first mail on. */
export async function walkAccounts(story: AccountStory, program: RunningProgram, open: OpenHand): Promise<void> {
	const admin = await open();
	await choosePassword(admin, await getPasswordLink(program, story.admin.email, 1), passwords.admin);
	await signIn(admin, story.admin.email, passwords.admin);
	await settlePerson(admin, story);

	const { email } = story.person;
	const person = await open();
	await choosePassword(person, await getPasswordLink(program, email, 2), passwords.first);
	await forgetPassword(person, email);
	await choosePassword(person, await getPasswordLink(program, email, 3), passwords.reset);
	await signIn(person, email, passwords.reset);
	await expectHeading(person, "What needs me");

	const other = await open();
	await signIn(other, email, passwords.reset);
	await endOtherSession(person, other);
	await changePassword(person);
	const factor = await renewBackupCodes(person, await turnOn(person));
	await endAllOthers(person, other, email, factor);
	await signInWithCode(person, email, factor);
	await turnOff(person);

	await turnOn(person);
	await clearSecondFactor(admin, story);
	await expectSignedOut(person);
	await signIn(person, email, passwords.changed);
	await expectHeading(person, "My account");
	await endAccess(admin, story);
	await expectSignedOut(person);
	await signIn(person, email, passwords.changed);
	expect(await read(person.page.getByRole("alert"))).toBeTruthy();
	await giveUpOwnRole(admin, story);
	await signOut(admin);
}

/** Sets a password by the link of a mail, and goes on to the sign-in page. */
async function choosePassword(hand: Hand, link: string, password: string): Promise<void> {
	await hand.page.goto(link);
	await hand.fill("New password", password);
	await hand.press("Set the password");
	await expectNotice(hand, "Your password is set.");
}

async function signIn(hand: Hand, email: string, password: string): Promise<void> {
	await hand.fill("E-mail address", email);
	await hand.fill("Password", password);
	await hand.press("Sign in");
}

async function signOut(hand: Hand): Promise<void> {
	await hand.press("Sign out");
	await expectNotice(hand, "You are signed out.");
}

async function expectSignedOut(hand: Hand): Promise<void> {
	await hand.follow("My account");
	await expectHeading(hand, "Sign in");
}

async function forgetPassword(hand: Hand, email: string): Promise<void> {
	await hand.follow("Forgot your password?");
	await hand.fill("E-mail address", email);
	await hand.press("Mail me a link");
	await expectHeading(hand, "Look into your mail");
}

async function endOtherSession(person: Hand, other: Hand): Promise<void> {
	await person.follow("My account");
	await person.press("Sign out there");
	await expectNotice(person, "You are signed out there.");
	await expectSignedOut(other);
}

async function changePassword(person: Hand): Promise<void> {
	await person.fill("Current password", passwords.reset);
	await person.fill("New password", passwords.changed);
	await person.press("Change the password");
	await expectNotice(person, "Your password is changed.");
}

/** Sets up the app with the key as it is shown, for somebody who cannot scan the picture. */
async function turnOn(person: Hand): Promise<SecondFactor> {
	await formOf(person, "Set up an authenticator app").fill("Your password", passwords.changed);
	await person.press("Set up an authenticator app");
	const key = await read(person.page.locator(".secret-key"));
	const app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(" ", "")) });
	const backupCodes = await readBackupCodes(person);
	await person.fill("Code from the app", app.generate());
	await person.press("Turn the second factor on");
	await expectNotice(person, "The second factor is on.");
	return { app, backupCodes };
}

async function renewBackupCodes(person: Hand, factor: SecondFactor): Promise<SecondFactor> {
	await formOf(person, "Make new backup codes").fill("Your password", passwords.changed);
	await person.press("Make new backup codes");
	const backupCodes = await readBackupCodes(person);
	expect(backupCodes.filter((code) => factor.backupCodes.includes(code))).toEqual([]);
	await person.follow("I have kept them");
	return { ...factor, backupCodes };
}

async function readBackupCodes({ page }: Hand): Promise<readonly string[]> {
	const codes = (await read(page.locator(".backup-codes"))).split(/\s+/u).filter((code) => code !== "");
	expect(codes).toHaveLength(10);
	return codes;
}

async function turnOff(person: Hand): Promise<void> {
	await person.follow("My account");
	await formOf(person, "Turn the second factor off").fill("Your password", passwords.changed);
	await person.press("Turn the second factor off");
	await expectNotice(person, "The second factor is off.");
}

async function signInWithCode(person: Hand, email: string, { app }: SecondFactor): Promise<void> {
	await signOut(person);
	await signIn(person, email, passwords.changed);
	await expectHeading(person, "Enter your code");
	// The code that turned the second factor on is not taken twice; the next one is good already.
	await person.fill("Code from the app", app.generate({ timestamp: Date.now() + 30_000 }));
	await person.press("Go on");
	await expectHeading(person, "What needs me");
}

/** Somebody who fills in a form is signed out from elsewhere, and gets the form back with password and backup code. */
async function endAllOthers(
	person: Hand,
	other: Hand,
	email: string,
	{ backupCodes: [first = "", second = ""] }: SecondFactor,
): Promise<void> {
	await signIn(other, email, passwords.changed);
	await enterBackupCode(other, first);
	await goTo(other, "Plans");
	await other.follow("Start a plan");
	await other.choose(
		"Edition of the requirements",
		"California Child and Family Services Review: System Improvement Plan, 2004",
	);
	await other.fill("First day of the plan", "07/01/2030");
	await other.fill("Title", "A plan begun before the session ended");

	await person.follow("My account");
	await person.press("Sign out everywhere else");
	await expectNotice(person, "You are signed out everywhere else.");

	await other.press("Start the plan");
	await expectHeading(other, "Your session has ended");
	await other.fill("E-mail address", email);
	await other.fill("Password", passwords.changed);
	await other.press("Sign in and go on");
	await enterBackupCode(other, second);
	await expectHeading(other, "Your text is here");
	await other.press("Send it now");
	await expectHeading(other, "A plan begun before the session ended");
}

async function enterBackupCode(hand: Hand, code: string): Promise<void> {
	await expectHeading(hand, "Enter your code");
	await hand.unfold("Use a backup code instead");
	await hand.fill("Backup code", code);
	await hand.press("Go on");
}
