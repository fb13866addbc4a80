import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestSite, siteUrl, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { accountPaths } from "../accounts/account-paths.ts";
import { type OidcTestProvider, startOidcTestProvider, testClient } from "../accounts/testing/oidc-test-provider.ts";

let site: TestSite;
let provider: OidcTestProvider;
let planner: Awaited<ReturnType<typeof addActor>>;

beforeAll(async () => {
	provider = await startOidcTestProvider({ redirectUri: siteUrl + accountPaths.oidcCallback });
	const oidc = { issuer: provider.issuer, ...testClient, label: "County sign-on" };
	site = await openTestSite({ oidcLabel: oidc.label }, { oidc });
	const county = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County" });
	planner = await addActor(site.storage, county, "county-planner");
	await site.accounts.createAccount({
		email: planner.email,
		name: planner.name,
		password: "seven quiet herons at dusk",
	});
});
afterAll(async () => {
	await site.end();
	await provider.stop();
});

/** From the button on the sign-in page through the provider to where the site sends the browser. */
async function goThrough(visitor: ReturnType<TestSite["visitor"]>) {
	const page = await visitor.get("/sign-in?to=%2Foutcomes");
	const button = [...page.document.querySelectorAll("main a")].find((each) =>
		each.textContent?.includes("County sign-on"),
	);
	const start = await visitor.get(button?.getAttribute("href") ?? "");
	expect(start.status).toBe(303);
	const back = new URL(await provider.visit(start.location));
	return visitor.get(back.pathname + back.search);
}

test("the button leads through the provider to the page that was asked for", async () => {
	provider.next = { sub: "1", email: planner.email, email_verified: true };
	const visitor = site.visitor();
	const answer = await goThrough(visitor);
	expect([answer.status, answer.location]).toEqual([303, "/outcomes"]);
	expect((await visitor.get("/account")).read).toContain("Single sign-on");
});

test("somebody without an account is told whom to ask", async () => {
	provider.next = { sub: "2", email: "stranger@elsewhere.example", email_verified: true };
	const answer = await goThrough(site.visitor());
	expect(answer.status).toBe(422);
	expect(answer.read).toContain("There is no account in Throughline for stranger@elsewhere.example.");
	expect(answer.document.querySelector("form[action='/sign-in']")).not.toBeNull();
});

test("coming back without having left begins anew", async () => {
	const answer = await site.visitor().get(`${accountPaths.oidcCallback}?code=x&state=y`);
	expect(answer.status).toBe(422);
	expect(answer.read).toContain("Start again.");
});

test("a held form offers the other window", async () => {
	const held = await site.visitor().post("/findings/new", { summary: "kept" });
	expect(held.read).toContain("sign in with County sign-on in a new window");
});
