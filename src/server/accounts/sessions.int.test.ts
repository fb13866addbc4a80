import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import { type MovableClock, movableClock } from "./testing/movable-clock.ts";
import { startTestAccounts, type TestAccounts } from "./testing/test-accounts.ts";
import { testBrowser } from "./testing/test-browser.ts";

let database: TestDatabase;
let clock: MovableClock;
let here: TestAccounts;
let accountId: string;
let cookieHeader: string;

beforeAll(async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	clock = movableClock(new Date("2026-11-23T16:00:00Z"), (now) => vi.setSystemTime(now));
	database = await createTestDatabase();
	here = await startTestAccounts(database.adminUrl, clock, { practice: true });
	const made = await here.accounts.createAccount({ email: "ana@oak.example", name: "Ana Ruiz" });
	if (made.result !== "created") throw new Error(made.message);
	accountId = made.accountId;
});

afterAll(async () => {
	await here.close();
	await database.drop();
	vi.useRealTimers();
});

async function signIn(facts: { address?: string; userAgent?: string } = {}): Promise<string> {
	const browser = testBrowser();
	browser.take((await here.accounts.signInAs({ accountId, ...facts })).setCookie);
	return browser.cookieHeader();
}

beforeEach(async () => {
	await here.accounts.endAllSessions(accountId);
	cookieHeader = await signIn();
});

const find = () => here.accounts.findSession(cookieHeader);

describe("the idle limit", () => {
	test("ends a session after 30 minutes without a request, to the second, for good", async () => {
		clock.move({ minutes: 29, seconds: 59 });
		expect(await here.accounts.findSession(cookieHeader, { extend: false })).toBeDefined();
		clock.move({ seconds: 1 });
		expect(await find()).toBeUndefined();
		clock.move({ hours: -1 });
		expect(await find()).toBeUndefined();
	});

	test("moves with every request, but is written once a minute at most", async () => {
		const first = await find();
		clock.move({ seconds: 59 });
		expect((await find())?.idleExpiresAt).toEqual(first?.idleExpiresAt);
		clock.move({ seconds: 1 });
		const later = await find();
		expect(later?.idleExpiresAt).toEqual(new Date(clock.now().getTime() + 30 * 60_000));
		expect(later?.warnAt).toEqual(new Date(clock.now().getTime() + 25 * 60_000));
		clock.move({ minutes: 29 });
		expect(await find()).toBeDefined();
	});

	test("stays for requests that a page makes by itself", async () => {
		for (let count = 0; count < 29; count += 1) {
			clock.move({ minutes: 1 });
			expect(await here.accounts.findSession(cookieHeader, { extend: false })).toBeDefined();
		}
		clock.move({ minutes: 1 });
		expect(await here.accounts.findSession(cookieHeader, { extend: false })).toBeUndefined();
	});

	test("moves at once when the person asks to stay", async () => {
		clock.move({ seconds: 30 });
		expect((await here.accounts.extendSession(cookieHeader))?.idleExpiresAt).toEqual(
			new Date(clock.now().getTime() + 30 * 60_000),
		);
		clock.move({ minutes: 30 });
		expect(await here.accounts.extendSession(cookieHeader)).toBeUndefined();
	});
});

test("the absolute limit ends a session after 12 hours, however busy it is", async () => {
	let last = await find();
	for (let count = 0; count < 35; count += 1) {
		clock.move({ minutes: 20 });
		last = await find();
	}
	expect(last?.absoluteExpiresAt).toEqual(new Date(clock.now().getTime() + 20 * 60_000));
	expect(last?.idleExpiresAt).toEqual(last?.absoluteExpiresAt);
	clock.move({ minutes: 20 });
	expect(await here.accounts.extendSession(cookieHeader)).toBeUndefined();
	expect(await find()).toBeUndefined();
});

test("a cookie that was not signed by this server is no session", async () => {
	const [name, value] = cookieHeader.split("=") as [string, string];
	const [token] = decodeURIComponent(value).split(".");
	const forged = [
		"",
		name,
		`${name}=`,
		`${name}=${token}`,
		`${name}=${token}.`,
		`${name}=${encodeURIComponent(`${token}.${Buffer.alloc(32).toString("base64")}`)}`,
		`${name}=${value.slice(0, -3)}`,
		`${name}=%`,
		`other=${value}`,
		`${name}=x; ${cookieHeader}`,
	];
	for (const each of forged) expect([each, await here.accounts.findSession(each)]).toEqual([each, undefined]);
	const elsewhere = await here.another({ secret: "another secret for tests 0123456789abc" });
	expect(await elsewhere.findSession(cookieHeader)).toBeUndefined();
	expect(await here.accounts.findSession(`theme=dark; ${cookieHeader}; lang=es`)).toBeDefined();
});

test("a person sees where they are signed in, and can end each of it, but nobody else's", async () => {
	clock.move({ minutes: 1 });
	const other = await signIn({ address: "192.0.2.44", userAgent: "Safari\u0000/26 é" });
	const list = await here.accounts.listSessions(accountId);
	expect(list.map(({ address, userAgent, createdAt }) => ({ address, userAgent, createdAt }))).toEqual([
		{ address: "192.0.2.44", userAgent: "Safari?/26 ?", createdAt: clock.now() },
		{ address: "", userAgent: "", createdAt: new Date(clock.now().getTime() - 60_000) },
	]);
	const sessionId = list[0]?.sessionId ?? "";
	const stranger = await here.accounts.createAccount({ email: "stranger@oak.example", name: "Stranger" });
	if (stranger.result !== "created") throw new Error(stranger.message);
	expect(await here.accounts.endSession({ accountId: stranger.accountId, sessionId })).toBe(false);
	expect(await here.accounts.endSession({ accountId, sessionId: "\u0000' or true" })).toBe(false);
	expect(await here.accounts.findSession(other)).toBeDefined();
	expect(await here.accounts.endSession({ accountId, sessionId })).toBe(true);
	expect(await here.accounts.findSession(other)).toBeUndefined();
	expect(await find()).toBeDefined();
	expect(await here.accounts.endAllSessions(accountId)).toBe(1);
	expect(await find()).toBeUndefined();
});

test("the clean-up removes what has run out and nothing else", async () => {
	clock.move({ minutes: 20 });
	const young = await signIn();
	clock.move({ minutes: 15 });
	expect(await here.accounts.removeExpired()).toMatchObject({ sessions: 1 });
	expect(await here.accounts.findSession(young)).toBeDefined();
});
