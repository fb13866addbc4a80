import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import { createAttempts } from "./attempts.ts";
import { hashToken } from "./session-cookie.ts";
import { signInAttemptKeys } from "./sign-in.ts";
import { type MovableClock, movableClock } from "./testing/movable-clock.ts";
import { startTestAccounts, type TestAccounts, testSecret } from "./testing/test-accounts.ts";
import { testBrowser } from "./testing/test-browser.ts";

const password = "seven quiet herons at dusk";
let database: TestDatabase;
let clock: MovableClock;
let here: TestAccounts;
let number = 0;

beforeAll(async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	clock = movableClock(new Date("2026-11-23T16:00:00Z"), (now) => vi.setSystemTime(now));
	database = await createTestDatabase();
	here = await startTestAccounts(database.adminUrl, clock, { practice: true });
});

afterAll(async () => {
	await here.close();
	await database.drop();
	vi.useRealTimers();
});

let email: string;
let accountId: string;
beforeEach(async () => {
	number += 1;
	email = `planner-${number}@redwood.example`;
	const made = await here.accounts.createAccount({ email, name: "Maria Delgado", password });
	if (made.result !== "created") throw new Error(made.message);
	accountId = made.accountId;
});

describe("signing in", () => {
	test("gives a session under a cookie that scripts and other sites cannot use", async () => {
		const answer = await here.accounts.signIn({ email, password, address: "192.0.2.7", userAgent: "Firefox/140" });
		expect(answer.result).toBe("signed-in");
		const setCookie = answer.result === "signed-in" ? answer.setCookie : [];
		expect(setCookie).toHaveLength(1);
		expect(setCookie[0]).toMatch(/^throughline\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
		const browser = testBrowser();
		browser.take(setCookie);
		expect(await here.accounts.findSession(browser.cookieHeader())).toEqual({
			accountId,
			email,
			sessionId: expect.stringMatching(/^[0-9a-f-]{36}$/),
			createdAt: clock.now(),
			idleExpiresAt: new Date(clock.now().getTime() + 30 * 60_000),
			absoluteExpiresAt: new Date(clock.now().getTime() + 12 * 3_600_000),
			warnAt: new Date(clock.now().getTime() + 25 * 60_000),
			signedInBy: "password",
			totpEnabled: false,
		});
		expect(await here.accounts.listSessions(accountId)).toMatchObject([
			{ address: "192.0.2.7", userAgent: "Firefox/140", signedInBy: "password" },
		]);
	});

	test("over https the cookie carries __Host- and Secure", async () => {
		const accounts = await here.another({ baseUrl: "https://plans.county.example" });
		const answer = await accounts.signIn({ email, password });
		if (answer.result !== "signed-in") throw new Error("expected to be signed in");
		expect(answer.setCookie[0]).toMatch(
			/^__Host-throughline\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
		);
		const browser = testBrowser();
		browser.take(answer.setCookie);
		expect((await accounts.findSession(browser.cookieHeader()))?.accountId).toBe(accountId);
	});

	test("takes the e-mail address in any case and with spaces around it", async () => {
		expect((await here.accounts.signIn({ email: ` ${email.toUpperCase()} `, password })).result).toBe("signed-in");
	});

	test("says the same of a wrong password, an unknown address and an account without a password", async () => {
		await here.accounts.createAccount({ email: `invited-${number}@redwood.example`, name: "Invited" });
		const answers = await Promise.all([
			here.accounts.signIn({ email, password: "seven quiet herons at dawn" }),
			here.accounts.signIn({ email: `nobody-${number}@redwood.example`, password }),
			here.accounts.signIn({ email: `invited-${number}@redwood.example`, password }),
			here.accounts.signIn({ email: "not an address \u0000", password }),
			here.accounts.signIn({ email, password: "x".repeat(5000) }),
		]);
		expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
			new Set([
				JSON.stringify({
					result: "refused",
					message: "The e-mail address or the password is not right. Check both and try again.",
				}),
			]),
		);
	});

	test("the database holds neither the token nor the password", async () => {
		const answer = await here.accounts.signIn({ email, password });
		if (answer.result !== "signed-in") throw new Error("expected to be signed in");
		const token = decodeURIComponent(/=([^;]+)/.exec(answer.setCookie[0] ?? "")?.[1] ?? "").split(".")[0] ?? "";
		expect(token).toHaveLength(32);
		const { rows } = await here.pool.query<{ token: string; password: string }>(
			"select s.token, c.password from accounts.session s join accounts.credential c using (user_id) where user_id = $1",
			[accountId],
		);
		expect(rows).toEqual([
			{ token: hashToken(token), password: expect.stringMatching(/^[0-9a-f]{32}:[0-9a-f]{128}$/) },
		]);
		expect(JSON.stringify(rows)).not.toContain(token);
	});

	test("begins with a new token every time and ends the session that the browser came with", async () => {
		const browser = testBrowser();
		const first = await here.accounts.signIn({ email, password });
		if (first.result !== "signed-in") throw new Error("expected to be signed in");
		browser.take(first.setCookie);
		const planted = browser.cookieHeader();
		const second = await here.accounts.signIn({ email, password, cookieHeader: planted });
		if (second.result !== "signed-in") throw new Error("expected to be signed in");
		browser.take(second.setCookie);
		expect(browser.cookieHeader()).not.toBe(planted);
		expect(await here.accounts.findSession(planted)).toBeUndefined();
		expect(await here.accounts.findSession(browser.cookieHeader())).toBeDefined();
	});
});

describe("too many wrong passwords", () => {
	const wrong = (address: string) => here.accounts.signIn({ email, password: "wrong", address });

	test("the sixth try within 15 minutes is refused even with the right password, and let in after the wait", async () => {
		for (let count = 0; count < 5; count += 1) expect((await wrong("192.0.2.1")).result).toBe("refused");
		clock.move({ minutes: 10 });
		const locked = await here.accounts.signIn({ email, password, address: "192.0.2.1" });
		expect(locked).toEqual({
			result: "refused",
			message:
				'There were too many tries with a wrong password. Wait 5 minutes, then try again. If you have forgotten your password, choose "Forgot your password?".',
			retryAt: new Date(clock.now().getTime() + 5 * 60_000),
		});
		clock.move({ minutes: 4, seconds: 59 });
		expect((await here.accounts.signIn({ email, password, address: "192.0.2.1" })).result).toBe("refused");
		clock.move({ seconds: 1 });
		expect((await here.accounts.signIn({ email, password, address: "192.0.2.1" })).result).toBe("signed-in");
		expect(here.log.some((line) => line.includes("too many failures"))).toBe(true);
		expect(here.log.join("\n")).not.toContain(email);
	});

	/** Counts failures as if they had been made, without the work of looking at a password each time. */
	async function fail(times: number, address: string, which: "own" | "shared") {
		const attempts = createAttempts(here.pool, testSecret, clock.now);
		for (let count = 0; count < times; count += 1) await attempts.begin(signInAttemptKeys(email, address)[which]);
	}

	test("somebody else's failures elsewhere do not lock the person out, until there are twenty", async () => {
		for (let place = 0; place < 3; place += 1) await fail(6, `198.51.100.${place}`, "own");
		expect((await here.accounts.signIn({ email, password, address: "192.0.2.2" })).result).toBe("signed-in");
		for (let place = 0; place < 4; place += 1) await fail(5, `198.51.101.${place}`, "own");
		expect((await here.accounts.signIn({ email, password, address: "192.0.2.2" })).result).toBe("refused");
	});

	test("a hundred tries at once get no further than five", async () => {
		const answers = await Promise.all(Array.from({ length: 100 }, () => wrong("192.0.2.3")));
		expect(answers.filter((answer) => answer.result === "refused" && !answer.retryAt)).toHaveLength(5);
		clock.move({ minutes: 15 });
	});

	test("one address cannot try one password on everybody", async () => {
		await fail(49, "203.0.113.9", "shared");
		const last = await here.accounts.signIn({ email: "someone@oak.example", password, address: "203.0.113.9" });
		expect(last).not.toHaveProperty("retryAt");
		const refused = await here.accounts.signIn({ email, password, address: "203.0.113.9" });
		expect(refused).toHaveProperty("retryAt", new Date(clock.now().getTime() + 15 * 60_000));
	});

	test("good sign-ins from one office do not use up its tries", async () => {
		await fail(49, "203.0.113.10", "shared");
		for (let count = 0; count < 3; count += 1) {
			expect((await here.accounts.signIn({ email, password, address: "203.0.113.10" })).result).toBe("signed-in");
		}
	});
});

describe("signing out", () => {
	test("ends the session and takes the cookie back", async () => {
		const browser = testBrowser();
		const answer = await here.accounts.signIn({ email, password });
		if (answer.result !== "signed-in") throw new Error("expected to be signed in");
		browser.take(answer.setCookie);
		const before = browser.cookieHeader();
		browser.take((await here.accounts.signOut({ cookieHeader: before })).setCookie);
		expect(browser.cookieHeader()).toBe("");
		expect(await here.accounts.findSession(before)).toBeUndefined();
	});

	test("without a session it only takes the cookie back", async () => {
		const { setCookie } = await here.accounts.signOut({});
		expect(setCookie.some((line) => line.startsWith("throughline.session_token=; Max-Age=0"))).toBe(true);
	});
});

describe("signing in without a password", () => {
	test("works in a practice installation and is marked as such", async () => {
		const browser = testBrowser();
		browser.take((await here.accounts.signInAs({ accountId })).setCookie);
		expect(await here.accounts.findSession(browser.cookieHeader())).toMatchObject({
			accountId,
			signedInBy: "practice",
		});
	});

	test("throws in any other", async () => {
		const accounts = await here.another({ practice: false });
		await expect(accounts.signInAs({ accountId })).rejects.toThrow("practice installations only");
	});
});
