import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import { type MovableClock, movableClock } from "./testing/movable-clock.ts";
import { startTestAccounts, type TestAccounts } from "./testing/test-accounts.ts";
import { type TestBrowser, testBrowser } from "./testing/test-browser.ts";

const password = "seven quiet herons at dusk";
let database: TestDatabase;
let clock: MovableClock;
let here: TestAccounts;
let number = 0;

beforeAll(async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	clock = movableClock(new Date("2026-11-23T16:00:00Z"), (now) => vi.setSystemTime(now));
	database = await createTestDatabase();
	here = await startTestAccounts(database.adminUrl, clock, { drawQrCode: (text) => `<svg>${text.length}</svg>` });
});

afterAll(async () => {
	await here.close();
	await database.drop();
	vi.useRealTimers();
});

let email: string;
let accountId: string;
let browser: TestBrowser;
beforeEach(async () => {
	number += 1;
	email = `chief-${number}@oak.example`;
	const made = await here.accounts.createAccount({ email, name: "Lee Chan", password });
	if (made.result !== "created") throw new Error(made.message);
	accountId = made.accountId;
	browser = testBrowser();
	await signIn(browser, "signed-in");
});

async function signIn(into: TestBrowser, expected: "signed-in" | "second-factor") {
	const answer = await here.accounts.signIn({ email, password, cookieHeader: into.cookieHeader() });
	if (answer.result !== expected) throw new Error(`expected ${expected}, got ${answer.result}`);
	into.take(answer.setCookie);
}

/** The code that an authenticator app (another library than the server's) shows now. */
const codeOf = (otpauthUri: string, seconds = 0) => {
	const secret = new URL(otpauthUri).searchParams.get("secret") ?? "";
	return new TOTP({ secret: Secret.fromBase32(secret) }).generate({
		timestamp: clock.now().getTime() + seconds * 1000,
	});
};

async function setUpApp(): Promise<{ otpauthUri: string; backupCodes: readonly string[] }> {
	const start = await here.accounts.startTotp({ password, cookieHeader: browser.cookieHeader() });
	if (start.result !== "started") throw new Error(start.message);
	const confirmed = await here.accounts.confirmTotp({
		code: codeOf(start.otpauthUri),
		cookieHeader: browser.cookieHeader(),
	});
	if (confirmed.result !== "done") throw new Error(confirmed.message);
	browser.take(confirmed.setCookie);
	clock.move({ minutes: 2 });
	return start;
}

describe("setting up an authenticator app", () => {
	test("asks for the password, shows secret, QR code and backup codes, and counts only once a code was entered", async () => {
		const wrong = await here.accounts.startTotp({ password: "wrong", cookieHeader: browser.cookieHeader() });
		expect(wrong).toEqual({ result: "refused", message: "The password is not right. Nothing was changed." });
		const start = await here.accounts.startTotp({ password, cookieHeader: browser.cookieHeader() });
		if (start.result !== "started") throw new Error(start.message);
		const uri = new URL(start.otpauthUri);
		expect(uri.protocol).toBe("otpauth:");
		expect(decodeURIComponent(uri.pathname)).toContain(email);
		expect(start.secret).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/);
		expect(start.secret.replaceAll(" ", "")).toBe(uri.searchParams.get("secret"));
		expect(start.qrCode).toBe(`<svg>${start.otpauthUri.length}</svg>`);
		expect(start.backupCodes).toHaveLength(10);
		expect(await here.accounts.isTotpEnabled(accountId)).toBe(false);
		await signIn(testBrowser(), "signed-in");
		const refused = await here.accounts.confirmTotp({ code: "000000", cookieHeader: browser.cookieHeader() });
		expect(refused.result).toBe("refused");
		const done = await here.accounts.confirmTotp({
			code: ` ${codeOf(start.otpauthUri).slice(0, 3)} ${codeOf(start.otpauthUri).slice(3)}`,
			cookieHeader: browser.cookieHeader(),
		});
		expect(done.result).toBe("done");
		expect(await here.accounts.isTotpEnabled(accountId)).toBe(true);
		await here.accounts.close();
		expect(here.mails.at(-1)).toMatchObject({ to: email, subject: "How you sign in to Throughline was changed" });
		expect(here.mails.at(-1)?.text).toContain("An authenticator app was just set up");
	});

	test("gives this browser a new token, keeps its absolute end, and ends all other sessions", async () => {
		const elsewhere = testBrowser();
		await signIn(elsewhere, "signed-in");
		const before = browser.cookieHeader();
		const old = await here.accounts.findSession(before);
		clock.move({ minutes: 3 });
		await setUpApp();
		expect(await here.accounts.findSession(before)).toBeUndefined();
		expect(await here.accounts.findSession(elsewhere.cookieHeader())).toBeUndefined();
		expect(await here.accounts.findSession(browser.cookieHeader())).toMatchObject({
			totpEnabled: true,
			createdAt: old?.createdAt,
			absoluteExpiresAt: old?.absoluteExpiresAt,
		});
	});

	test("the database holds secret and backup codes only encrypted", async () => {
		const start = await setUpApp();
		const { rows } = await here.pool.query<Record<string, string>>(
			"select secret, backup_codes from accounts.two_factor where user_id = $1",
			[accountId],
		);
		const stored = JSON.stringify(rows);
		const secret = new URL(start.otpauthUri).searchParams.get("secret") ?? "";
		expect(stored).not.toContain(secret);
		expect(stored).not.toContain(Buffer.from(Secret.fromBase32(secret).bytes).toString("utf8"));
		for (const code of start.backupCodes) expect(stored).not.toContain(code);
	});

	test("is refused to somebody who is signed out", async () => {
		expect(await here.accounts.startTotp({ password, cookieHeader: "" })).toMatchObject({ result: "refused" });
		expect(await here.accounts.confirmTotp({ code: "123456", cookieHeader: "" })).toMatchObject({ result: "refused" });
		expect(await here.accounts.disableTotp({ password, cookieHeader: "" })).toMatchObject({ result: "refused" });
	});
});

describe("signing in with a code", () => {
	test("the password alone opens nothing", async () => {
		await setUpApp();
		const other = testBrowser();
		await signIn(other, "second-factor");
		expect(other.find("throughline.two_factor")).toBeDefined();
		expect(await here.accounts.findSession(other.cookieHeader())).toBeUndefined();
		expect(await here.accounts.listSessions(accountId)).toHaveLength(1);
	});

	test("the code of the app opens a session; the one before and the one after are taken too, older ones not", async () => {
		const { otpauthUri } = await setUpApp();
		for (const [seconds, expected] of [
			[-60, "refused"],
			[60, "refused"],
			[-30, "signed-in"],
			[30, "signed-in"],
			[0, "signed-in"],
		] as const) {
			const other = testBrowser();
			await signIn(other, "second-factor");
			const answer = await here.accounts.verifyCode({
				code: codeOf(otpauthUri, seconds),
				cookieHeader: other.cookieHeader(),
			});
			expect([seconds, answer.result]).toEqual([seconds, expected]);
			if (answer.result !== "signed-in") continue;
			other.take(answer.setCookie);
			expect(other.find("throughline.two_factor")).toBeUndefined();
			expect(await here.accounts.findSession(other.cookieHeader())).toMatchObject({
				signedInBy: "password-and-code",
				totpEnabled: true,
			});
		}
	});

	test("the same code is not accepted a second time, not even at the same moment", async () => {
		const { otpauthUri } = await setUpApp();
		const browsers = [testBrowser(), testBrowser(), testBrowser()];
		for (const each of browsers) await signIn(each, "second-factor");
		const code = codeOf(otpauthUri);
		const answers = await Promise.all(
			browsers.map((each) => here.accounts.verifyCode({ code, cookieHeader: each.cookieHeader() })),
		);
		expect(answers.map((answer) => answer.result).sort()).toEqual(["refused", "refused", "signed-in"]);
		const refused = answers.find((answer) => answer.result === "refused");
		expect(refused).toMatchObject({ message: expect.stringContaining("has been used already") });
		clock.move({ seconds: 30 });
		const late = testBrowser();
		await signIn(late, "second-factor");
		expect((await here.accounts.verifyCode({ code, cookieHeader: late.cookieHeader() })).result).toBe("refused");
	});

	test("the code that confirmed the app does not sign in as well", async () => {
		const start = await here.accounts.startTotp({ password, cookieHeader: browser.cookieHeader() });
		if (start.result !== "started") throw new Error(start.message);
		const code = codeOf(start.otpauthUri);
		expect((await here.accounts.confirmTotp({ code, cookieHeader: browser.cookieHeader() })).result).toBe("done");
		const other = testBrowser();
		await signIn(other, "second-factor");
		expect((await here.accounts.verifyCode({ code, cookieHeader: other.cookieHeader() })).result).toBe("refused");
	});

	test("five wrong codes end the sign-in, ten lock the second factor for 15 minutes", async () => {
		const { otpauthUri } = await setUpApp();
		const wrong = (into: TestBrowser) =>
			here.accounts.verifyCode({ code: "000000", cookieHeader: into.cookieHeader() });
		const first = testBrowser();
		await signIn(first, "second-factor");
		for (let count = 0; count < 5; count += 1) expect((await wrong(first)).result).toBe("refused");
		const ended = await wrong(first);
		expect(ended).toMatchObject({ result: "start-again", message: expect.stringContaining("password again") });
		if (ended.result === "start-again") first.take(ended.setCookie);
		expect(first.find("throughline.two_factor")).toBeUndefined();
		const second = testBrowser();
		await signIn(second, "second-factor");
		for (let count = 0; count < 5; count += 1) expect((await wrong(second)).result).toBe("refused");
		const third = testBrowser();
		await signIn(third, "second-factor");
		const locked = await here.accounts.verifyCode({ code: codeOf(otpauthUri), cookieHeader: third.cookieHeader() });
		expect(locked).toEqual({
			result: "refused",
			message: "There were too many wrong codes. Wait 15 minutes, then sign in again.",
			retryAt: new Date(clock.now().getTime() + 15 * 60_000),
		});
		clock.move({ minutes: 15 });
		const fourth = testBrowser();
		await signIn(fourth, "second-factor");
		const answer = await here.accounts.verifyCode({ code: codeOf(otpauthUri), cookieHeader: fourth.cookieHeader() });
		expect(answer.result).toBe("signed-in");
	});

	test("the sign-in that waits for a code runs out after ten minutes, and needs its own cookie", async () => {
		const { otpauthUri } = await setUpApp();
		const other = testBrowser();
		await signIn(other, "second-factor");
		clock.move({ minutes: 10 });
		const code = codeOf(otpauthUri);
		expect((await here.accounts.verifyCode({ code, cookieHeader: other.cookieHeader() })).result).toBe("start-again");
		expect((await here.accounts.verifyCode({ code, cookieHeader: "" })).result).toBe("start-again");
		expect((await here.accounts.verifyCode({ code, cookieHeader: browser.cookieHeader() })).result).toBe("start-again");
	});

	test("a code is for the account whose password was given, not for the one that is signed in here", async () => {
		await setUpApp();
		const victim = email;
		const attacker = `attacker-${number}@oak.example`;
		await here.accounts.createAccount({ email: attacker, name: "Attacker", password });
		email = attacker;
		browser = testBrowser();
		await signIn(browser, "signed-in");
		const own = await setUpApp();
		email = victim;
		const answer = await here.accounts.signIn({ email, password });
		if (answer.result !== "second-factor") throw new Error("expected the second factor");
		const challenge = testBrowser();
		challenge.take(answer.setCookie);
		const refused = await here.accounts.verifyCode({
			code: codeOf(own.otpauthUri),
			cookieHeader: `${browser.cookieHeader()}; ${challenge.cookieHeader()}`,
		});
		expect(refused.result).toBe("refused");
	});
});

describe("backup codes", () => {
	test("each opens a session once, however it is written", async () => {
		const { backupCodes } = await setUpApp();
		const code = backupCodes[3] ?? "";
		const use = async () => {
			const other = testBrowser();
			await signIn(other, "second-factor");
			const answer = await here.accounts.verifyBackupCode({
				code: ` ${code.replace("-", " ").toUpperCase()}`,
				cookieHeader: other.cookieHeader(),
			});
			if (answer.result === "signed-in") other.take(answer.setCookie);
			return { result: answer.result, session: await here.accounts.findSession(other.cookieHeader()) };
		};
		expect(await use()).toMatchObject({ result: "signed-in", session: { signedInBy: "password-and-backup-code" } });
		expect(await use()).toMatchObject({ result: "refused", session: undefined });
	});

	test("new ones make the old ones worthless", async () => {
		const { backupCodes } = await setUpApp();
		const made = await here.accounts.newBackupCodes({ password, cookieHeader: browser.cookieHeader() });
		if (made.result !== "codes") throw new Error(made.message);
		const other = testBrowser();
		await signIn(other, "second-factor");
		const cookieHeader = other.cookieHeader();
		expect((await here.accounts.verifyBackupCode({ code: backupCodes[0] ?? "", cookieHeader })).result).toBe("refused");
		expect((await here.accounts.verifyBackupCode({ code: made.backupCodes[0] ?? "", cookieHeader })).result).toBe(
			"signed-in",
		);
	});
});

describe("turning the app off", () => {
	test("asks for the password, and five wrong ones make it wait", async () => {
		await setUpApp();
		const off = (given: string) => here.accounts.disableTotp({ password: given, cookieHeader: browser.cookieHeader() });
		for (let count = 0; count < 5; count += 1) {
			expect(await off("wrong")).toEqual({
				result: "refused",
				message: "The password is not right. Nothing was changed.",
			});
		}
		expect(await off(password)).toMatchObject({ result: "refused", retryAt: expect.any(Date) });
		clock.move({ minutes: 15 });
		const done = await off(password);
		if (done.result !== "done") throw new Error(done.message);
		browser.take(done.setCookie);
		expect(await here.accounts.findSession(browser.cookieHeader())).toMatchObject({ totpEnabled: false });
		await signIn(testBrowser(), "signed-in");
	});

	test("an administrator can clear it for somebody who lost everything; all their sessions end", async () => {
		await setUpApp();
		await here.accounts.clearTotp(accountId);
		expect(await here.accounts.isTotpEnabled(accountId)).toBe(false);
		expect(await here.accounts.findSession(browser.cookieHeader())).toBeUndefined();
		await signIn(browser, "signed-in");
		await setUpApp();
		expect(await here.accounts.isTotpEnabled(accountId)).toBe(true);
	});
});
