import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";

const password = "seven quiet herons at dusk";
let site: TestSite;
let county: string;
let planner: Awaited<ReturnType<typeof addActor>>;

beforeAll(async () => {
	site = await openTestSite();
	const state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	county = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(site.storage, county, "county-planner");
	await site.accounts.createAccount({ email: planner.email, name: planner.name, password });
});
afterAll(() => site.end());

async function signedIn(): Promise<SiteVisitor> {
	const visitor = site.visitor();
	const answer = await visitor.post("/sign-in", { email: planner.email, password, to: "/" });
	expect(answer.status).toBe(303);
	return visitor;
}

describe("signing in", () => {
	test("leads back to the page that was asked for", async () => {
		const visitor = site.visitor();
		const first = await visitor.get("/outcomes?x=1");
		expect([first.status, first.location]).toEqual([303, "/sign-in?to=%2Foutcomes%3Fx%3D1"]);
		const page = await visitor.get(first.location);
		const done = await visitor.submit(page, "/sign-in", { email: ` ${planner.email.toUpperCase()} `, password });
		expect([done.status, done.location]).toEqual([303, "/outcomes?x=1"]);
		expect((await visitor.get("/")).read).toContain("What needs me");
	});

	test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
		"never leads to another site: %s",
		async (to) => {
			const answer = await site.visitor().post("/sign-in", { email: planner.email, password, to });
			expect(answer.location).toBe("/");
		},
	);

	test("keeps the address and not the password when it is wrong, and says so at the field", async () => {
		const answer = await site.visitor().post("/sign-in", { email: "x@y.example", password: "wrong", to: "/plans" });
		expect(answer.status).toBe(422);
		expect(answer.document.querySelector("#error-summary")?.textContent).toContain("is not right");
		const email = answer.document.querySelector<HTMLInputElement>("#email");
		expect(email?.value).toBe("x@y.example");
		expect(email?.getAttribute("aria-invalid")).toBe("true");
		expect(answer.text).not.toContain("wrong");
		expect(answer.document.querySelector<HTMLInputElement>("input[name=to]")?.value).toBe("/plans");
	});

	test("says what is missing, each at its field", async () => {
		const answer = await site.visitor().post("/sign-in", { email: "", password: "" });
		const links = [...answer.document.querySelectorAll("#error-summary a")].map((each) => each.getAttribute("href"));
		expect(links).toEqual(["#email", "#password"]);
	});

	test("after too many tries tells how long to wait", async () => {
		const visitor = site.visitor();
		const wrong = { email: "many.tries@example.org", password: "wrong" };
		for (let count = 0; count < 5; count += 1) expect((await visitor.post("/sign-in", wrong)).status).toBe(422);
		const answer = await visitor.post("/sign-in", wrong);
		expect(answer.status).toBe(429);
		expect(answer.read).toContain("Wait 15 minutes, then try again");
	});

	test("is refused to somebody whose access was ended, although the password is right", async () => {
		await site.accounts.createAccount({ email: "gone@example.org", name: "Somebody Gone", password });
		const visitor = site.visitor();
		const answer = await visitor.post("/sign-in", { email: "gone@example.org", password });
		expect(answer.status).toBe(422);
		expect(answer.read).toContain("Your access to Throughline was ended.");
		expect((await visitor.get("/")).location).toContain("/sign-in");
	});

	test("is refused to forms of other sites", async () => {
		const response = await site.app.request("http://localhost:3000/sign-in", {
			method: "POST",
			body: new URLSearchParams({ email: planner.email, password }),
			headers: { origin: "https://evil.example", accept: "text/html" },
		});
		expect(response.status).toBe(403);
		expect(await response.text()).toContain("Not sent from this site");
	});

	test("practice people are not there in a real installation", async () => {
		const visitor = site.visitor();
		expect((await visitor.get("/sign-in")).read).not.toContain("Practice");
		expect((await visitor.post("/sign-in/practice", { email: planner.email })).status).toBe(404);
		expect((await visitor.post("/sign-in/again/practice", { email: planner.email })).status).toBe(404);
	});

	test("signing out ends the session", async () => {
		const visitor = await signedIn();
		const answer = await visitor.post("/sign-out", {});
		expect([answer.status, answer.location]).toEqual([303, "/sign-in"]);
		expect((await visitor.get("/sign-in")).read).toContain("You are signed out.");
		expect((await visitor.get("/account")).status).toBe(303);
	});
});

describe("a session that ended in the middle of a form", () => {
	const typed = 'Parents said:\n"help ended too early" & <b>more</b>';
	const target = "/findings/new";

	test("hands the text back, signs in and sends it on", async () => {
		const visitor = await signedIn();
		site.moveClock(31);
		const held = await visitor.post(target, {
			place: county,
			label: "After-care",
			judgement: "strength",
			summary: typed,
		});
		expect(held.status).toBe(401);
		expect(held.read).toContain("Your session has ended");
		expect(held.read).toContain('"help ended too early" & <b>more</b>');
		const wrong = await visitor.submit(held, "/sign-in/again", { email: planner.email, password: "wrong" });
		expect(wrong.status).toBe(422);
		const here = await visitor.submit(wrong, "/sign-in/again", { password });
		expect(here.read).toContain("Your text is here");
		const sent = await visitor.submit(here, target, {});
		expect(sent.status).toBe(303);
		expect((await visitor.get(sent.location)).document.body.textContent).toContain(typed);
	});

	test("does not put passwords into the page, and sends forms to this site only", async () => {
		const visitor = site.visitor();
		const held = await visitor.post("/account/password", { current: "old secret words", new: "new secret words" });
		expect(held.status).toBe(401);
		expect(held.text).not.toContain("secret words");
		const forged = await visitor.post("/sign-in/again", {
			email: planner.email,
			password,
			heldAction: "//evil.example/take",
			heldFields: '[["a","b"]]',
		});
		expect(forged.document.querySelector("main form")?.getAttribute("action")).toBe("/");
	});

	test("goes on when the person signed in elsewhere", async () => {
		const visitor = site.visitor();
		const held = await visitor.post(target, { summary: "kept text here" });
		const fields = { heldAction: target, heldFields: fieldOf(held, "heldFields") };
		expect((await visitor.post("/sign-in/again/elsewhere", fields)).read).toContain("You are not signed in yet.");
		await visitor.post("/sign-in", { email: planner.email, password });
		expect((await visitor.post("/sign-in/again/elsewhere", fields)).read).toContain("kept text here");
	});

	test("answers scripts in JSON", async () => {
		const response = await site.app.request("http://localhost:3000/findings/new", {
			method: "POST",
			body: new URLSearchParams({ summary: "x" }),
			headers: { origin: "http://localhost:3000", accept: "application/json" },
		});
		expect([response.status, ((await response.json()) as { error: string }).error]).toEqual([401, "signed-out"]);
	});
});

describe("staying signed in", () => {
	test("moves the end of the session and tells it", async () => {
		const visitor = await signedIn();
		site.moveClock(20);
		const response = await site.app.request("http://localhost:3000/session/extend", {
			method: "POST",
			headers: { origin: "http://localhost:3000", accept: "application/json", cookie: visitor.cookieHeader() },
		});
		const ends = new Date(site.storage.clock.now.getTime() + 30 * 60_000).toISOString();
		expect(await response.json()).toEqual({ endsAt: ends });
		site.moveClock(29);
		expect((await visitor.get("/")).status).toBe(200);
	});
});

describe("a forgotten password", () => {
	test("is set anew with a link that works once", async () => {
		const visitor = site.visitor();
		const asked = await visitor.post("/forgot-password", { email: planner.email });
		expect(asked.read).toContain("If there is an account for this e-mail address");
		await site.accounts.close();
		const link = new URL(/http:\S+reset-password\S+/u.exec(site.mails.at(-1)?.text ?? "")?.[0] ?? "");
		const path = link.pathname + link.search;
		const form = await visitor.get(path);
		const short = await visitor.submit(form, "/reset-password", { password: "short" });
		expect(short.status).toBe(422);
		expect(short.document.querySelector("#password-error")?.textContent).toContain("at least 15");
		const done = await visitor.submit(short, "/reset-password", { password: "nine loud geese at dawn" });
		expect([done.status, done.location]).toEqual([303, "/sign-in"]);
		expect((await visitor.post("/sign-in", { email: planner.email, password: "nine loud geese at dawn" })).status).toBe(
			303,
		);
		expect((await site.visitor().get(path)).read).toContain("This link is no longer good");
	});

	test("tells nothing about who has an account", async () => {
		const [known, unknown] = [planner.email, "nobody@example.org"].map((email) =>
			site.visitor().post("/forgot-password", { email }),
		);
		expect((await known)?.read).toBe((await unknown)?.read);
	});
});

describe("the second factor", () => {
	test("is set up, asked for, and can be replaced by a backup code", async () => {
		const chief = await addActor(site.storage, county, "chief-probation-officer");
		await site.accounts.createAccount({ email: chief.email, name: chief.name, password });
		const visitor = site.visitor();
		await visitor.post("/sign-in", { email: chief.email, password });
		const wrong = await visitor.post("/account/second-factor/start", { password: "wrong" });
		expect(wrong.document.querySelector("#start-password-error")?.textContent).toContain("The password is not right");
		const start = await visitor.post("/account/second-factor/start", { password });
		expect(start.headers.get("cache-control")).toBe("no-store");
		const uri = start.document.querySelector('a[href^="otpauth:"]')?.getAttribute("href") ?? "";
		const secret = Secret.fromBase32(new URL(uri).searchParams.get("secret") ?? "");
		const codes = [...start.document.querySelectorAll(".backup-codes code")].map((each) => each.textContent ?? "");
		expect(codes).toHaveLength(10);
		const codeNow = () => new TOTP({ secret }).generate({ timestamp: site.storage.clock.now.getTime() });
		const refused = await visitor.post("/account/second-factor/confirm", { code: "12" });
		expect(refused.document.querySelector("#code-error")?.textContent).toContain("six digits");
		expect((await visitor.post("/account/second-factor/confirm", { code: codeNow() })).location).toBe("/account");
		expect((await visitor.get("/account")).read).toContain("On After your password you are asked for a code");

		site.moveClock(5);
		const other = site.visitor();
		const asked = await other.post("/sign-in", { email: chief.email, password, to: "/account" });
		expect(asked.location).toBe("/sign-in/code?to=%2Faccount");
		expect((await other.get("/account")).status).toBe(303);
		const page = await other.get(asked.location);
		const missed = await other.submit(page, "/sign-in/code", { code: "000000" });
		expect(missed.status).toBe(422);
		const done = await other.submit(missed, "/sign-in/code", { code: codeNow() });
		expect([done.status, done.location]).toEqual([303, "/account"]);

		const third = site.visitor();
		await third.post("/sign-in", { email: chief.email, password });
		const backup = await third.post("/sign-in/code", { backupCode: codes[0] ?? "", to: "/" });
		expect([backup.status, backup.location]).toEqual([303, "/"]);
		expect((await third.get("/account")).read).toContain("Password and backup code");
	});

	test("carries the held text through", async () => {
		const director = await addActor(site.storage, county, "child-welfare-director");
		await site.accounts.createAccount({ email: director.email, name: director.name, password });
		const setup = site.visitor();
		await setup.post("/sign-in", { email: director.email, password });
		const start = await setup.post("/account/second-factor/start", { password });
		const uri = start.document.querySelector('a[href^="otpauth:"]')?.getAttribute("href") ?? "";
		const secret = Secret.fromBase32(new URL(uri).searchParams.get("secret") ?? "");
		const codeNow = () => new TOTP({ secret }).generate({ timestamp: site.storage.clock.now.getTime() });
		await setup.post("/account/second-factor/confirm", { code: codeNow() });
		site.moveClock(2);
		const visitor = site.visitor();
		const held = await visitor.post("/findings/new", { summary: "kept through the code" });
		const code = await visitor.submit(held, "/sign-in/again", { email: director.email, password });
		expect(code.read).toContain("Enter your code");
		const here = await visitor.submit(code, "/sign-in/code", { code: codeNow() });
		expect(here.read).toContain("kept through the code");
	});
});

test("the own sessions are listed, and others can be ended", async () => {
	const analyst = await addActor(site.storage, county, "data-analyst");
	const [one, two] = [await site.visitorAs(analyst), await site.visitorAs(analyst)];
	const page = await one.get("/account");
	expect(page.document.querySelectorAll("section[aria-labelledby=sessions] tbody tr")).toHaveLength(2);
	const ended = await one.submit(page, "/account/sessions/end", {});
	expect(ended.status).toBe(303);
	expect((await one.get("/account")).status).toBe(200);
	expect((await two.get("/account")).status).toBe(303);
});

function fieldOf(answer: { document: Document }, name: string): string {
	return answer.document.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value ?? "";
}
