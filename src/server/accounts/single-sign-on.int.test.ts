import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import type { Accounts } from "./accounts.ts";
import type { OidcOptions } from "./accounts-options.ts";
import { createFlowCookie } from "./oidc-flow-cookie.ts";
import { type MovableClock, movableClock } from "./testing/movable-clock.ts";
import { type OidcTestProvider, startOidcTestProvider, testClient } from "./testing/oidc-test-provider.ts";
import { startTestAccounts, type TestAccounts, testSecret } from "./testing/test-accounts.ts";
import { type TestBrowser, testBrowser } from "./testing/test-browser.ts";

const baseUrl = "http://localhost:3000";
const redirectUri = `${baseUrl}/sign-in/single-sign-on/callback`;
let database: TestDatabase;
let clock: MovableClock;
let here: TestAccounts;
let provider: OidcTestProvider;
let accounts: Accounts;
let number = 0;

const oidc = (at: OidcTestProvider, more: Partial<OidcOptions> = {}): OidcOptions => ({
	issuer: at.issuer,
	...testClient,
	label: "County single sign-on",
	...more,
});

beforeAll(async () => {
	vi.useFakeTimers({ toFake: ["Date"] });
	clock = movableClock(new Date("2026-11-23T16:00:00Z"), (now) => vi.setSystemTime(now));
	database = await createTestDatabase();
	provider = await startOidcTestProvider({ redirectUri });
	here = await startTestAccounts(database.adminUrl, clock, { oidc: oidc(provider) });
	accounts = here.accounts;
});

afterAll(async () => {
	await here.close();
	await provider.stop();
	await database.drop();
	vi.useRealTimers();
});

let email: string;
let accountId: string;
let browser: TestBrowser;
beforeEach(async () => {
	number += 1;
	email = `analyst-${number}@state.example`;
	const made = await accounts.createAccount({ email, name: "Sam Ito" });
	if (made.result !== "created") throw new Error(made.message);
	accountId = made.accountId;
	browser = testBrowser();
	provider.next = { sub: `sub-${number}`, email, email_verified: true, name: "Sam Ito" };
});

/** From Throughline to the provider and to the address that it sends the browser back to. */
async function toProvider(returnTo = "/plans", on = accounts, at = provider): Promise<string> {
	const start = await on.startOidc(returnTo);
	if (start.result !== "redirect") throw new Error(start.message);
	browser.take(start.setCookie);
	return at.visit(start.redirectUrl);
}

async function finish(callbackUrl: string, on = accounts) {
	const answer = await on.finishOidc({ callbackUrl, cookieHeader: browser.cookieHeader(), address: "192.0.2.5" });
	browser.take(answer.setCookie);
	return answer;
}

describe("signing in with a real provider", () => {
	test("sends state, nonce and a PKCE challenge, under a cookie that scripts cannot read", async () => {
		const start = await accounts.startOidc("/plans");
		if (start.result !== "redirect") throw new Error(start.message);
		const query = new URL(start.redirectUrl).searchParams;
		expect(Object.fromEntries(query)).toMatchObject({
			client_id: "throughline",
			redirect_uri: redirectUri,
			response_type: "code",
			code_challenge_method: "S256",
			state: expect.stringMatching(/^[\w-]{43}$/),
			nonce: expect.stringMatching(/^[\w-]{43}$/),
			code_challenge: expect.stringMatching(/^[\w-]{43}$/),
		});
		expect(start.setCookie).toEqual([
			expect.stringMatching(/^throughline\.oidc=[^;]+; Max-Age=900; Path=\/; HttpOnly; SameSite=Lax$/),
		]);
		expect(start.setCookie[0]).not.toContain(query.get("state"));
	});

	test("opens a session for the account of the verified address and leads back to where the person was", async () => {
		const answer = await finish(await toProvider("/plans/7?tab=goals"));
		expect(answer).toMatchObject({ result: "signed-in", returnTo: "/plans/7?tab=goals" });
		expect(await accounts.findSession(browser.cookieHeader())).toMatchObject({
			accountId,
			email,
			signedInBy: "single-sign-on",
		});
		expect(await accounts.listSessions(accountId)).toMatchObject([{ address: "192.0.2.5" }]);
		expect(browser.find("throughline.oidc")).toBeUndefined();
	});

	test("from then on the subject counts, whatever the address there becomes", async () => {
		await finish(await toProvider());
		provider.next = { sub: `sub-${number}`, email: "renamed@state.example", email_verified: false };
		expect((await finish(await toProvider())).result).toBe("signed-in");
		expect(await accounts.findSession(browser.cookieHeader())).toMatchObject({ accountId });
	});

	test("somebody new under an address that was given away does not get the old person's account", async () => {
		await finish(await toProvider());
		const old = browser;
		browser = testBrowser();
		provider.next = { sub: `new-person-${number}`, email, email_verified: true };
		const answer = await finish(await toProvider());
		expect(answer).toMatchObject({ result: "refused", message: expect.stringContaining("belongs to another person") });
		expect(await accounts.findSession(browser.cookieHeader())).toBeUndefined();
		expect(await accounts.findSession(old.cookieHeader())).toBeDefined();
		expect(await accounts.unlinkOidc(accountId)).toBe(true);
		expect((await finish(await toProvider())).result).toBe("signed-in");
	});

	test("takes claims from the ID token where the provider puts them there", async () => {
		const other = await startOidcTestProvider({ redirectUri, claimsInIdToken: true });
		try {
			const on = await here.another({ oidc: oidc(other) });
			other.next = { sub: "other", email: email.toUpperCase(), email_verified: true };
			expect(await finish(await toProvider("/", on, other), on)).toMatchObject({ result: "signed-in" });
			expect(await on.findSession(browser.cookieHeader())).toMatchObject({ accountId });
		} finally {
			await other.stop();
		}
	});

	test("a path to another host is not followed after sign-in", async () => {
		expect(await finish(await toProvider("//evil.example/x"))).toMatchObject({ result: "signed-in", returnTo: "/" });
	});
});

describe("people who cannot be matched", () => {
	test("an address without an account is told what to do, and no account is made", async () => {
		provider.next = { sub: "unknown", email: "unknown@state.example", email_verified: true };
		expect(await finish(await toProvider())).toMatchObject({
			result: "refused",
			message:
				"There is no account in Throughline for unknown@state.example. Ask the administrator of your agency to make one; then sign in again.",
		});
		expect(await accounts.findAccount("unknown@state.example")).toBeUndefined();
		expect(browser.cookieHeader()).toBe("");
	});

	test.each([
		["not verified", { email_verified: false }, "has not verified your e-mail address"],
		["not said to be verified", {}, "has not verified your e-mail address"],
		["missing", { email: undefined, email_verified: true }, "did not say what your e-mail address is"],
	])("an address that is %s opens nothing", async (_, claims, message) => {
		provider.next = { sub: `odd-${number}`, email, ...claims };
		expect(await finish(await toProvider())).toMatchObject({
			result: "refused",
			message: expect.stringContaining(message),
		});
	});

	test("a provider whose addresses the agency vouches for may leave the verification out, but not deny it", async () => {
		const on = await here.another({ oidc: oidc(provider, { acceptUnverifiedEmail: true }) });
		provider.next = { sub: `denied-${number}`, email, email_verified: false };
		expect((await finish(await toProvider("/", on), on)).result).toBe("refused");
		provider.next = { sub: `silent-${number}`, email };
		expect((await finish(await toProvider("/", on), on)).result).toBe("signed-in");
	});
});

describe("answers that are not what was asked for", () => {
	const startAgain = { result: "refused", message: expect.stringContaining("Start again") };

	test("another state is refused", async () => {
		const callback = new URL(await toProvider());
		callback.searchParams.set("state", "made-up");
		expect(await finish(callback.href)).toMatchObject(startAgain);
	});

	test("another browser cannot finish what this one began", async () => {
		const callback = await toProvider();
		browser = testBrowser();
		expect(await finish(callback)).toMatchObject(startAgain);
		await toProvider();
		expect(await finish(callback)).toMatchObject(startAgain);
	});

	test("the same answer does not sign in twice", async () => {
		const callback = await toProvider();
		const before = browser.cookieHeader();
		expect((await finish(callback)).result).toBe("signed-in");
		const again = await accounts.finishOidc({ callbackUrl: callback, cookieHeader: before });
		expect(again).toMatchObject({ result: "refused" });
	});

	test.each(["nonce", "codeVerifier"] as const)("another %s than the one that was sent is refused", async (part) => {
		const callback = await toProvider();
		const cookie = createFlowCookie({ baseUrl, secret: testSecret, clock: clock.now });
		const flow = await cookie.find(browser.cookieHeader());
		if (!flow) throw new Error("expected a flow");
		browser.take([await cookie.set({ ...flow, [part]: "x".repeat(43) })]);
		expect(await finish(callback)).toMatchObject(startAgain);
		expect(await accounts.findSession(browser.cookieHeader())).toBeUndefined();
	});

	test("an answer after a quarter of an hour is refused", async () => {
		const callback = await toProvider();
		clock.move({ minutes: 15 });
		expect(await finish(callback)).toMatchObject({ message: expect.stringContaining("took too long") });
	});

	test("a cookie that was changed is refused", async () => {
		const callback = await toProvider();
		const value = browser.find("throughline.oidc") ?? "";
		browser.take([`throughline.oidc=${value.slice(0, -4)}0000`]);
		expect(await finish(callback)).toMatchObject(startAgain);
	});

	test("somebody who cancels at the provider is told so", async () => {
		provider.next = { error: "access_denied" };
		expect(await finish(await toProvider())).toMatchObject({
			result: "refused",
			message: expect.stringContaining("was cancelled"),
		});
	});

	test("an answer without anything in it is refused", async () => {
		await toProvider();
		expect(await finish(`${redirectUri}?`)).toMatchObject(startAgain);
	});
});

describe("a provider that is down", () => {
	const down = {
		result: "refused",
		message:
			"County single sign-on cannot be reached at the moment. Try again in a few minutes, or sign in with your e-mail address and password.",
	};

	test("does not matter at the start, is told at sign-in, and is found again without a restart", async () => {
		const first = await startOidcTestProvider({ redirectUri });
		await first.stop();
		const on = await here.another({ oidc: oidc(first) });
		expect(await on.startOidc("/")).toMatchObject(down);
		const back = await startOidcTestProvider({ redirectUri, port: first.port });
		back.next = { sub: "back", email, email_verified: true };
		const callback = await toProvider("/", on, back);
		await back.stop();
		expect(await finish(callback, on)).toMatchObject(down);
	});

	test("what it said of itself is used on when it cannot be asked again after an hour", async () => {
		const first = await startOidcTestProvider({ redirectUri });
		const on = await here.another({ oidc: oidc(first) });
		expect((await on.startOidc("/")).result).toBe("redirect");
		await first.stop();
		clock.move({ hours: 2 });
		expect((await on.startOidc("/")).result).toBe("redirect");
	});
});

test("an installation without single sign-on says so", async () => {
	const none = await here.another({ oidc: undefined });
	expect(none.oidcLabel).toBeUndefined();
	expect(await none.startOidc("/")).toMatchObject({
		result: "refused",
		message: "This installation has no single sign-on.",
	});
});
