import { type TOTP, URI } from "otpauth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { done } from "../../../test/support/api-calls.ts";
import { type Caller, openTestApi, password, type TestApi } from "../../../test/support/test-api.ts";

let api: TestApi;
let planner: Caller & { email: string };
let administrator: Caller;

beforeAll(async () => {
	api = await openTestApi();
	planner = await api.signIn("county-planner");
	administrator = await api.signIn("administrator");
});
afterAll(async () => {
	expect(api.faults.filter((line) => line.startsWith("Error"))).toEqual([]);
	await api.end();
});

describe("the session", () => {
	it("ends at once when the person signs out", async () => {
		const caller = await api.signIn("partner");
		expect(await done(caller, "GET", "/session")).toMatchObject({ name: "Partner", place: "Alder County" });
		const cookie = caller.browser.cookieHeader();
		expect(await done(caller, "DELETE", "/session")).toEqual({ result: "signed-out" });
		const after = await api.request("/api/session", { headers: { cookie } });
		expect(after.status).toBe(401);
	});

	it("is refused for a wrong password, and for a while after too many", async () => {
		const email = (await api.signIn("data-analyst")).email;
		const caller = api.stranger();
		const wrong = () => caller.call("POST", "/session", { email, password: "wrong" });
		expect(await wrong()).toMatchObject({ status: 401, json: { error: "signed-out", message: /not right/ } });
		for (let tries = 0; tries < 4; tries += 1) await wrong();
		const refused = await wrong();
		expect(refused).toMatchObject({ status: 429, json: { error: "too-many-tries" } });
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(60);
		expect(await caller.call("POST", "/session", { email })).toMatchObject({
			status: 422,
			json: { problems: [{ field: "password" }] },
		});
	});

	it("is not given to practice people where there are none", async () => {
		expect(await api.stranger().call("POST", "/session/practice", { email: planner.email })).toMatchObject({
			status: 404,
		});
	});
});

describe("people", () => {
	it("are added, invited, set a password by the link of the mail, and leave", async () => {
		const email = "new.person@example.org";
		const { id } = await done(administrator, "POST", "/people", {
			jurisdictionId: api.county,
			name: "New Person",
			title: "Planner",
			email,
			roles: ["county-planner"],
		});
		expect(await done(administrator, "GET", `/people/${id}/account`)).toEqual({ exists: false, secondFactor: false });
		expect(await planner.call("POST", `/people/${id}/account/invite`)).toMatchObject({ status: 403 });
		await done(administrator, "POST", `/people/${id}/account/invite`);
		const token = /token=([\w-]+)/.exec(api.mails.find((mail) => mail.to === email)?.text ?? "")?.[1];
		const person = api.stranger();
		const short = await person.call("POST", "/password-resets/use", { token, password: "short" });
		expect(short).toMatchObject({ status: 422, json: { problems: [{ field: "password" }] } });
		await done(person, "POST", "/password-resets/use", { token, password: "one long password of mine" });
		await done(person, "POST", "/session", { email, password: "one long password of mine" });
		expect(await done(person, "GET", "/home")).toMatchObject({ mayWritePlans: true });
		expect(await done(person, "GET", "/account/sessions")).toMatchObject([{ current: true }]);
		await done(administrator, "POST", `/people/${id}`, { version: 1, patch: { active: false }, reason: "Has left." });
		expect(await person.call("GET", "/home")).toMatchObject({ status: 401 });
		const again = await person.call("POST", "/session", { email, password: "one long password of mine" });
		expect(again).toMatchObject({ status: 401, json: { message: /access .* was ended/ } });
	});
});

describe("the second factor", () => {
	it("is set up, asked for and given over the API", async () => {
		const caller = await api.signIn("chief-probation-officer");
		const wrong = await caller.call("POST", "/account/second-factor", { password: "wrong" });
		expect(wrong).toMatchObject({ status: 422, json: { problems: [{ field: "password" }] } });
		const started = await done(caller, "POST", "/account/second-factor", { password });
		const app = URI.parse(String(started.otpauthUri)) as TOTP;
		await done(caller, "POST", "/account/second-factor/confirm", { code: app.generate() });
		expect(await done(caller, "GET", "/session")).toMatchObject({ place: "Alder County" });

		const again = api.stranger();
		expect(await done(again, "POST", "/session", { email: caller.email, password })).toEqual({
			result: "second-factor",
		});
		expect(await again.call("GET", "/session")).toMatchObject({ status: 401 });
		const used = await again.call("POST", "/session/code", { code: app.generate() });
		expect(used).toMatchObject({ status: 401, json: { error: "signed-out", message: /used already/ } });
		const [backupCode] = started.backupCodes as string[];
		expect(await done(again, "POST", "/session/code", { backupCode })).toEqual({ result: "signed-in" });
		const { backupCodes } = await done(again, "POST", "/account/second-factor/backup-codes", { password });
		expect(backupCodes).toHaveLength(10);
		await done(again, "POST", "/account/second-factor/off", { password });
		expect(await done(api.stranger(), "POST", "/session", { email: caller.email, password })).toEqual({
			result: "signed-in",
		});
	});

	it("sends those who give a code without a password back to the start", async () => {
		const answer = await api.stranger().call("POST", "/session/code", { code: "123456" });
		expect(answer).toMatchObject({ status: 401, json: { message: /password again/ } });
		expect(await api.stranger().call("POST", "/session/code", {})).toMatchObject({ status: 422 });
	});
});

describe("one's own account", () => {
	it("changes the password and ends sessions elsewhere", async () => {
		const here = await api.signIn("probation-planner");
		const there = api.stranger();
		await done(there, "POST", "/session", { email: here.email, password });
		const lines = (await done(here, "GET", "/account/sessions")) as unknown as {
			sessionId: string;
			current: boolean;
		}[];
		expect(lines.map((line) => line.current).sort()).toEqual([false, true]);
		const other = lines.find((line) => !line.current)?.sessionId;
		expect(await done(here, "DELETE", `/account/sessions/${other}`)).toEqual({ ended: true });
		expect(await there.call("GET", "/home")).toMatchObject({ status: 401 });

		const change = (currentPassword: string, newPassword: string) =>
			here.call("POST", "/account/password", { currentPassword, newPassword });
		expect(await change("wrong", "another long password")).toMatchObject({
			status: 422,
			json: { problems: [{ field: "currentPassword" }] },
		});
		expect(await change(password, "short")).toMatchObject({
			status: 422,
			json: { problems: [{ field: "newPassword" }] },
		});
		expect(await change(password, "another long password")).toMatchObject({ status: 200 });
		expect(await done(here, "POST", "/session/extend")).toMatchObject({ endsAt: expect.any(String) });
		expect(await done(there, "POST", "/password-resets", { email: "nobody@example.org" })).toMatchObject({
			message: /on its way/,
		});
	});
});
