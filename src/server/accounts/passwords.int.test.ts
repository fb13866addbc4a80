import { tmpdir } from "node:os";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import { createMailer, type Mailer } from "../mail/mailer.ts";
import { mailPart, type SmtpTestServer, startSmtpTestServer } from "../mail/testing/smtp-test-server.ts";
import { type MovableClock, movableClock } from "./testing/movable-clock.ts";
import { startTestAccounts, type TestAccounts } from "./testing/test-accounts.ts";
import { testBrowser } from "./testing/test-browser.ts";

const password = "seven quiet herons at dusk";
const another = "eleven loud crows at dawn";
let database: TestDatabase;
let clock: MovableClock;
let smtp: SmtpTestServer;
let mailer: Mailer;
let here: TestAccounts;
let number = 0;

beforeAll(async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	clock = movableClock(new Date("2026-11-23T16:00:00Z"), (now) => vi.setSystemTime(now));
	database = await createTestDatabase();
	smtp = await startSmtpTestServer({ disabledCommands: ["STARTTLS"] });
	mailer = createMailer({
		smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
		from: "Throughline <no-reply@county.example>",
		outboxFolder: tmpdir(),
		clock: clock.now,
	});
	here = await startTestAccounts(database.adminUrl, clock, { sendMail: mailer.send });
});

afterAll(async () => {
	await here.close();
	mailer.close();
	await smtp.close();
	await database.drop();
	vi.useRealTimers();
});

let email: string;
let accountId: string;
beforeEach(async () => {
	number += 1;
	email = `director-${number}@pine.example`;
	const made = await here.accounts.createAccount({ email, name: "Rosa & Co <b>", password });
	if (made.result !== "created") throw new Error(made.message);
	accountId = made.accountId;
});

const mailsTo = (to: string) => smtp.received.filter((mail) => mail.to.includes(to));

/** Asks for a link and reads its token from the mail that the server got. */
async function tokenFromMail(to = email): Promise<string> {
	await here.accounts.requestPasswordReset({ email: to });
	await here.accounts.close();
	return tokenOf(to);
}

function tokenOf(to: string): string {
	const text = mailPart(mailsTo(to).at(-1)?.source ?? "", "text/plain");
	const link = new URL(/http\S+/.exec(text)?.[0] ?? "");
	expect(`${link.origin}${link.pathname}`).toBe("http://localhost:3000/reset-password");
	return link.searchParams.get("token") ?? "";
}

async function signIn(given: string) {
	const browser = testBrowser();
	const answer = await here.accounts.signIn({ email, password: given });
	if (answer.result === "signed-in") browser.take(answer.setCookie);
	return { result: answer.result, browser };
}

describe("a forgotten password", () => {
	test("is set anew with the link in the mail, once; all sessions end and the change is told", async () => {
		const { browser } = await signIn(password);
		const token = await tokenFromMail();
		expect(await here.accounts.isResetLinkGood(token)).toBe(true);
		expect(await here.accounts.findSession(browser.cookieHeader())).toBeDefined();
		expect(await here.accounts.resetPassword({ token, password: another })).toEqual({ result: "done" });
		expect(await here.accounts.findSession(browser.cookieHeader())).toBeUndefined();
		expect((await signIn(password)).result).toBe("refused");
		expect((await signIn(another)).result).toBe("signed-in");
		await here.accounts.close();
		expect(mailPart(mailsTo(email).at(-1)?.source ?? "", "text/plain")).toContain("password of your account");
		expect(await here.accounts.isResetLinkGood(token)).toBe(false);
		expect(await here.accounts.resetPassword({ token, password })).toEqual({
			result: "refused",
			message: "This link is no longer good: it was used already, or it is too old. Ask for a new one.",
		});
		expect((await signIn(another)).result).toBe("signed-in");
	});

	test("one of two uses of a link at the same moment wins", async () => {
		const token = await tokenFromMail();
		const answers = await Promise.all([
			here.accounts.resetPassword({ token, password: another }),
			here.accounts.resetPassword({ token, password: "nine patient otters at noon" }),
		]);
		expect(answers.map((answer) => answer.result).sort()).toEqual(["done", "refused"]);
	});

	test("the link is good for 60 minutes", async () => {
		const token = await tokenFromMail();
		clock.move({ minutes: 59, seconds: 59 });
		expect(await here.accounts.isResetLinkGood(token)).toBe(true);
		clock.move({ seconds: 1 });
		expect(await here.accounts.isResetLinkGood(token)).toBe(false);
		expect(await here.accounts.resetPassword({ token, password: another })).toMatchObject({ result: "refused" });
	});

	test("using one link makes the others worthless, and the sign-ins that wait for a code", async () => {
		const first = await tokenFromMail();
		const second = await tokenFromMail();
		expect(second).not.toBe(first);
		await here.accounts.resetPassword({ token: second, password: another });
		expect(await here.accounts.isResetLinkGood(first)).toBe(false);
		const { rows } = await here.pool.query("select 1 from accounts.verification where value = $1", [accountId]);
		expect(rows).toEqual([]);
	});

	test("a password that is too weak is refused in plain words and does not use up the link", async () => {
		const token = await tokenFromMail();
		const weak = await here.accounts.resetPassword({ token, password: "short" });
		expect(weak).toMatchObject({ result: "refused", message: expect.stringContaining("at least 15") });
		expect(await here.accounts.resetPassword({ token, password: another })).toEqual({ result: "done" });
	});

	test("the answer is the same for an address without an account, and no mail goes out", async () => {
		const before = smtp.received.length;
		const answers = await Promise.all(
			[email, "nobody@pine.example", "not an address"].map((each) =>
				here.accounts.requestPasswordReset({ email: each }),
			),
		);
		await here.accounts.close();
		expect(new Set(answers.map((answer) => answer.message)).size).toBe(1);
		expect(smtp.received.slice(before).flatMap((mail) => mail.to)).toEqual([email]);
	});

	test("three mails within 15 minutes are sent, then none, and the answer does not tell", async () => {
		const answers = [];
		for (let count = 0; count < 5; count += 1) answers.push(await here.accounts.requestPasswordReset({ email }));
		await here.accounts.close();
		expect(mailsTo(email)).toHaveLength(3);
		expect(new Set(answers.map((answer) => answer.message)).size).toBe(1);
		clock.move({ minutes: 15 });
		await tokenFromMail();
		expect(mailsTo(email)).toHaveLength(4);
	});

	test("frees somebody who locked themselves out with wrong passwords", async () => {
		for (let count = 0; count < 6; count += 1) await signIn("wrong");
		expect((await signIn(password)).result).toBe("refused");
		const token = await tokenFromMail();
		await here.accounts.resetPassword({ token, password: another });
		expect((await signIn(another)).result).toBe("signed-in");
	});

	test("the database holds the token only as a hash, and the mail escapes the name", async () => {
		const token = await tokenFromMail();
		const { rows } = await here.pool.query("select identifier from accounts.verification where value = $1", [
			accountId,
		]);
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toContain(token);
		const html = mailPart(mailsTo(email).at(-1)?.source ?? "", "text/html");
		expect(html).toContain("Hello Rosa &amp; Co &lt;b&gt;,");
	});

	test("a mail server that is down is logged; the person is told the same", async () => {
		const broken = await here.another({ sendMail: () => Promise.reject(new Error("The mail server is down.")) });
		const answer = await broken.requestPasswordReset({ email });
		await broken.close();
		expect(answer).toEqual(await here.accounts.requestPasswordReset({ email: "nobody@pine.example" }));
		expect(here.log).toContain("error: A mail with a reset link was not sent: The mail server is down. {}");
	});
});

describe("changing the password", () => {
	test("asks for the old one, keeps this browser signed in under a new token and ends all other sessions", async () => {
		const { browser } = await signIn(password);
		const elsewhere = (await signIn(password)).browser;
		const before = browser.cookieHeader();
		const old = await here.accounts.findSession(before);
		clock.move({ minutes: 3 });
		const change = (currentPassword: string, newPassword: string) =>
			here.accounts.changePassword({ currentPassword, newPassword, cookieHeader: browser.cookieHeader() });
		expect(await change("wrong", another)).toMatchObject({
			result: "refused",
			field: "current",
			message: expect.stringContaining("not right"),
		});
		expect(await change(password, password)).toMatchObject({
			field: "new",
			message: expect.stringContaining("same as the old"),
		});
		expect(await change(password, email)).toMatchObject({ message: expect.stringContaining("mostly your name") });
		const done = await change(password, another);
		if (done.result !== "done") throw new Error(done.message);
		browser.take(done.setCookie);
		expect(await here.accounts.findSession(before)).toBeUndefined();
		expect(await here.accounts.findSession(elsewhere.cookieHeader())).toBeUndefined();
		expect(await here.accounts.findSession(browser.cookieHeader())).toMatchObject({
			accountId,
			signedInBy: "password",
			absoluteExpiresAt: old?.absoluteExpiresAt,
		});
		expect((await signIn(another)).result).toBe("signed-in");
		await here.accounts.close();
		expect(mailsTo(email)).toHaveLength(1);
	});

	test("is refused to somebody who is signed out", async () => {
		expect(
			await here.accounts.changePassword({ currentPassword: password, newPassword: another, cookieHeader: "" }),
		).toMatchObject({ result: "refused", message: expect.stringContaining("signed out") });
	});
});

describe("making accounts", () => {
	test("without a password a link is mailed; it is good for three days and sets the first password", async () => {
		const to = `new-${number}@pine.example`;
		const made = await here.accounts.createAccount({ email: to.toUpperCase(), name: "Noor Haddad" });
		expect(made).toMatchObject({ result: "created", invited: true });
		expect(mailPart(mailsTo(to)[0]?.source ?? "", "text/plain")).toContain(
			"An account in Throughline was made for you.",
		);
		clock.move({ hours: 71 });
		expect(await here.accounts.resetPassword({ token: tokenOf(to), password: another })).toEqual({ result: "done" });
		expect((await here.accounts.signIn({ email: to, password: another })).result).toBe("signed-in");
	});

	test("without a password and without an invitation nothing is mailed", async () => {
		const to = `silent-${number}@pine.example`;
		expect(await here.accounts.createAccount({ email: to, name: "Silent", invite: false })).toMatchObject({
			result: "created",
			invited: false,
		});
		expect(mailsTo(to)).toEqual([]);
	});

	test("an invitation that runs out can be sent again", async () => {
		const to = `late-${number}@pine.example`;
		const made = await here.accounts.createAccount({ email: to, name: "Late" });
		if (made.result !== "created") throw new Error(made.message);
		clock.move({ hours: 72 });
		expect(await here.accounts.isResetLinkGood(tokenOf(to))).toBe(false);
		await here.accounts.inviteAgain(made.accountId);
		expect(await here.accounts.isResetLinkGood(tokenOf(to))).toBe(true);
	});

	test("when the mail cannot be sent the account is there and the answer says so", async () => {
		const broken = await here.another({ sendMail: () => Promise.reject(new Error("down")) });
		const made = await broken.createAccount({ email: `unsent-${number}@pine.example`, name: "Unsent" });
		expect(made).toMatchObject({ result: "created", invited: false });
		expect(await here.accounts.findAccount(`unsent-${number}@pine.example`)).toMatchObject({ name: "Unsent" });
	});

	test("takes a given id; refuses an address that is taken, faulty addresses and weak passwords in plain words", async () => {
		const id = "6f1c1f4e-2f0e-4c57-9d0a-0d8f5f1a7b11";
		expect(
			await here.accounts.createAccount({ accountId: id, email: "own-id@pine.example", name: "Own" }),
		).toMatchObject({
			accountId: id,
		});
		const refusals = [
			[{ email: ` ${email.toUpperCase()}`, name: "Twice", password }, `There is an account for ${email} already.`],
			[{ email: "ana@", name: "Ana" }, '"ana@" is not an e-mail address.'],
			[{ email: "a@b.example, c@d.example", name: "Two" }, "is not an e-mail address."],
			[{ email: "ok@pine.example", name: " " }, "The name must have"],
			[{ email: "ok@pine.example", name: "Ok", password: "fourteen chars" }, "needs at least 15"],
		] as const;
		for (const [account, message] of refusals) {
			expect(await here.accounts.createAccount(account)).toMatchObject({
				result: "refused",
				message: expect.stringContaining(message),
			});
		}
		expect(await here.accounts.findAccount("ok@pine.example")).toBeUndefined();
	});

	test("another e-mail address: the old one signs in no more and its links are worthless", async () => {
		const token = await tokenFromMail();
		const moved = `moved-${number}@pine.example`;
		expect(await here.accounts.changeEmail({ accountId, email: moved })).toEqual({ result: "done" });
		expect(await here.accounts.isResetLinkGood(token)).toBe(false);
		expect((await signIn(password)).result).toBe("refused");
		email = moved;
		expect((await signIn(password)).result).toBe("signed-in");
		expect(await here.accounts.changeEmail({ accountId, email: "x" })).toMatchObject({ result: "refused" });
		expect(await here.accounts.changeEmail({ accountId, email: "own-id@pine.example" })).toMatchObject({
			result: "refused",
			message: expect.stringContaining("already"),
		});
	});
});
