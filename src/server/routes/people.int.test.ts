import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";

let site: TestSite;
let alder: string;
let birch: string;
let administrator: Awaited<ReturnType<typeof addActor>>;
let admin: SiteVisitor;

beforeAll(async () => {
	site = await openTestSite();
	const state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	alder = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	birch = await addPlace(site.storage, { kind: "county", code: "99003", name: "Birch County", parentId: state });
	administrator = await addActor(site.storage, alder, "administrator");
	admin = await site.visitorAs(administrator);
});
afterAll(() => site.end());

async function addMaria(email: string, more: Readonly<Record<string, string | readonly string[]>> = {}) {
	const answer = await admin.post("/people/new", {
		name: "María <b>Ruiz</b>",
		title: "Program Manager",
		email,
		jurisdictionId: alder,
		roles: ["county-planner", "data-analyst"],
		...more,
	});
	expect(answer.status).toBe(303);
	return answer.location;
}

describe("adding a person", () => {
	test("makes the account and mails a link with which the person sets a password and gets in", async () => {
		const address = await addMaria("Maria.Ruiz@Alder.example");
		const page = await admin.get(address);
		expect(page.read).toContain("was added. A mail with a link to set a password went to maria.ruiz@alder.example.");
		expect(page.document.querySelector("h1")?.textContent).toBe("María <b>Ruiz</b>");
		expect(page.read).toContain("County planner, Alder County");
		const mail = site.mails.at(-1);
		expect(mail?.to).toBe("maria.ruiz@alder.example");
		const link = new URL(/http:\S+reset-password\S+/u.exec(mail?.text ?? "")?.[0] ?? "");
		const visitor = site.visitor();
		const form = await visitor.get(link.pathname + link.search);
		await visitor.submit(form, "/reset-password", { password: "nine loud geese at dawn" });
		const signedIn = await visitor.post("/sign-in", {
			email: "maria.ruiz@alder.example",
			password: "nine loud geese at dawn",
		});
		expect(signedIn.location).toBe("/");
		expect((await visitor.get("/figures")).document.querySelector("form[enctype]")).not.toBeNull();
	});

	test("keeps what was typed and says what is wrong at each field", async () => {
		const fields = { name: " ", title: "Manager", email: "no address", jurisdictionId: alder, roles: ["partner"] };
		const answer = await admin.post("/people/new", fields);
		expect(answer.status).toBe(422);
		expect(answer.document.querySelector("#name-error")?.textContent).toContain("Fill this in.");
		expect(answer.document.querySelector("#email-error")?.textContent).toContain("Expected an e-mail address such as");
		expect(answer.document.querySelector<HTMLInputElement>("#email")?.value).toBe("no address");
		expect(answer.document.querySelector<HTMLInputElement>("input[value=partner]")?.hasAttribute("checked")).toBe(true);
		expect(answer.document.querySelector<HTMLSelectElement>("#jurisdictionId")?.value).toBe(alder);
	});

	test("an address that is taken is told at the field", async () => {
		await addMaria("twice@alder.example");
		const again = await admin.post("/people/new", {
			name: "Other",
			title: "",
			email: "TWICE@alder.example",
			jurisdictionId: alder,
		});
		expect(again.status).toBe(422);
		expect(again.document.querySelector("#email-error")?.textContent).toContain("already");
	});

	test("is refused in another county, and to whoever is no administrator", async () => {
		const fields = { name: "X", title: "", email: "x@birch.example", jurisdictionId: birch };
		expect((await admin.post("/people/new", fields)).status).toBe(403);
		const planner = await site.visitorAs(await addActor(site.storage, alder, "county-planner"));
		expect((await planner.get("/people")).status).toBe(403);
		expect((await planner.post("/people/new", { ...fields, jurisdictionId: alder })).status).toBe(403);
		expect(site.mails.some((mail) => mail.to === "x@birch.example")).toBe(false);
	});
});

describe("changing a person", () => {
	test("ends the access at once, and the reason stays in the history", async () => {
		const address = await addMaria("leaves@alder.example");
		const leaver = await site.visitorAs({ email: "leaves@alder.example", name: "x" });
		expect((await leaver.get("/")).status).toBe(200);
		const page = await admin.get(address);
		const saved = await admin.submit(page, address, { name: "Maria Ruiz", active: "no", reason: "Left the agency" });
		expect(saved.status).toBe(303);
		expect((await leaver.get("/")).location).toContain("/sign-in");
		const after = await admin.get(address);
		expect(after.read).toContain("access was ended");
		expect(after.read).toContain("Reason: Left the agency");
		expect(after.read).toContain("Access: May sign in May not sign in");
		expect((await admin.submit(page, address, { name: "Other name" })).status).toBe(409);
	});

	test("nobody ends their own access", async () => {
		const own = `/people/${administrator.personId}`;
		const page = await admin.get(own);
		expect(page.document.querySelector("input[name=active]")).toBeNull();
		expect((await admin.submit(page, own, { active: "no" })).status).toBe(409);
		expect((await admin.get("/people")).status).toBe(200);
	});
});

describe("roles", () => {
	test("are given and taken away, with reasons in the history", async () => {
		const address = await addMaria("roles@alder.example", { roles: [] });
		const missing = await admin.submit(await admin.get(address), `${address}/roles`, { role: "" });
		expect(missing.document.querySelector("#role-role-error")?.textContent).toContain("Choose the role");
		await admin.submit(missing, `${address}/roles`, { role: "partner", reason: "Sits on the team" });
		const held = await admin.get(address);
		expect(held.read).toContain("Partner, Alder County");
		const remove = held.document.querySelector('a[href$="/remove"]')?.getAttribute("href") ?? "";
		const ask = await admin.get(remove);
		expect(ask.read).toContain("will no longer be partner in Alder County");
		expect((await admin.submit(ask, remove, { reason: "Term over" })).status).toBe(303);
		const after = await admin.get(address);
		expect(after.read).toContain("No roles");
		for (const reason of ["Sits on the team", "Term over"]) expect(after.read).toContain(`Reason: ${reason}`);
		expect((await admin.get(remove)).status).toBe(404);
	});

	test("cannot be given in another county", async () => {
		const address = await addMaria("far@alder.example");
		expect((await admin.post(`${address}/roles`, { role: "partner", jurisdictionId: birch })).status).toBe(403);
	});

	test("the own last administrator role goes only with a warning that is ticked", async () => {
		const second = await addActor(site.storage, alder, "administrator", "Second Administrator");
		const visitor = await site.visitorAs(second);
		const page = await visitor.get(`/people/${second.personId}`);
		const remove = page.document.querySelector('a[href$="/remove"]')?.getAttribute("href") ?? "";
		const ask = await visitor.get(remove);
		expect(ask.read).toContain("This is your own last administrator role");
		const refused = await visitor.submit(ask, remove, {});
		expect(refused.status).toBe(422);
		expect(refused.document.querySelector("#ownAdministration-error")?.textContent).toContain("Tick the box");
		expect((await visitor.get("/people")).status).toBe(200);
		const done = await visitor.submit(refused, remove, { ownAdministration: "yes" });
		expect([done.status, done.location]).toEqual([303, "/"]);
		expect((await visitor.get("/people")).status).toBe(403);
	});
});

describe("somebody who cannot sign in", () => {
	test("gets another link by mail", async () => {
		const address = await addMaria("link@alder.example");
		const before = site.mails.length;
		await admin.submit(await admin.get(address), `${address}/account/invite`, {});
		expect(site.mails.slice(before).map((mail) => mail.to)).toEqual(["link@alder.example"]);
		expect((await admin.get(address)).read).toContain("A mail with a link to set a password went to");
	});

	test("is helped by administrators of the own place only", async () => {
		const other = await addActor(site.storage, birch, "county-planner");
		for (const step of ["invite", "clear-second-factor", "unlink-single-sign-on"]) {
			expect((await admin.post(`/people/${other.personId}/account/${step}`, {})).status).toBe(404);
		}
	});
});
