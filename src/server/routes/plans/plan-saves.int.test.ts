import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, siteUrl, type TestSite } from "../../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../../test/support/test-storage.ts";
import { writeWholePlan } from "../../../../test/support/write-plan.ts";
import { getPlan } from "../../../operations/get-plan.ts";
import { perform } from "../../../operations/operation.ts";
import { takeStep } from "../../../operations/take-step.ts";

let site: TestSite;
let planner: Awaited<ReturnType<typeof addActor>>;
let ids: Awaited<ReturnType<typeof writeWholePlan>>;
let mina: SiteVisitor;
let joe: SiteVisitor;
let plan: string;
let county: string;

beforeAll(async () => {
	site = await openTestSite();
	county = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County" });
	planner = await addActor(site.storage, county, "county-planner", "Mina Park");
	ids = await writeWholePlan(site.storage, planner, county);
	mina = await site.visitorAs(planner);
	joe = await site.visitorAs(await addActor(site.storage, county, "probation-planner", "Joe Lind"));
	plan = `/plans/${ids.documentId}`;
});
afterAll(() => site.end());

/** What the page's script sends, and what comes back. */
async function send(visitor: SiteVisitor, path: string, fields: Readonly<Record<string, string>>) {
	const response = await site.app.request(siteUrl + path, {
		method: "POST",
		headers: { accept: "application/json", origin: siteUrl, cookie: visitor.cookieHeader() },
		body: new URLSearchParams(fields),
	});
	return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

const facts = async () =>
	(await perform(site.storage.performer, getPlan, planner, { documentId: ids.documentId })).facts;
const goalForm = () => `${plan}/parts/goal/${ids.goalId}`;

test("the page's script is told the time and the version; the next save names it", async () => {
	const fields = { "cover.contactTitle": "Manager", "version:cover.contactTitle": "1" };
	const first = await send(mina, `${plan}/sections/cover`, fields);
	expect(first).toMatchObject({
		status: 200,
		answer: { savedAt: "2026-07-01T16:00:00.000Z", versions: { "version:cover.contactTitle": 2 } },
	});
	expect(first.answer.sessionEnds).toBe("2026-07-01T16:30:00.000Z");
	const second = await send(mina, `${plan}/sections/cover`, { ...fields, "version:cover.contactTitle": "2" });
	expect(second.answer.versions).toEqual({ "version:cover.contactTitle": 2 });
});

test("a stale save loses neither text: the script gets theirs, the page shows both, and saving again keeps mine", async () => {
	const field = "narrative.planningBodies";
	const section = `${plan}/sections/narrative`;
	const page = await joe.get(section);
	const kept = page.document.querySelector<HTMLInputElement>(`[name="version:${field}"]`)?.value ?? "";
	await send(mina, section, { [field]: "Written by Mina.", [`version:${field}`]: kept });

	const told = await send(joe, section, { [field]: "Written by <b>Joe</b>.", [`version:${field}`]: kept });
	expect(told.status).toBe(409);
	expect(told.answer.versions).toEqual({ [`version:${field}`]: Number(kept) + 1 });
	expect(JSON.stringify(told.answer.clashes)).toMatch(/Mina Park.*Written by Mina\./u);

	const clash = await joe.submit(page, section, {
		[field]: "Written by <b>Joe</b>.",
		"narrative.qualitativeFindings": "Two groups.",
	});
	expect(clash.status).toBe(409);
	expect(clash.document.querySelector(".clash-theirs")?.textContent).toMatch(/Mina Park.*Written by Mina\./u);
	expect(clash.document.querySelector<HTMLTextAreaElement>(`[name="${field}"]`)?.value).toBe("Written by <b>Joe</b>.");

	const again = await joe.submit(clash, section, {});
	expect(again.status).toBe(303);
	const answers = (await facts()).answers;
	expect(answers.find((each) => each.field === field)?.value).toBe("Written by <b>Joe</b>.");
	expect(answers.find((each) => each.field === "narrative.qualitativeFindings")?.value).toBe("Two groups.");
});

test("two people in two fields of one part are joined without a word", async () => {
	const path = `${plan}/components/${ids.focusAreaId}`;
	const form = `${plan}/parts/strategy/${ids.strategyId}`;
	const [first, second] = [await mina.get(path), await joe.get(path)];
	expect((await mina.submit(first, form, { statement: "Parent partners for a year." })).status).toBe(303);
	expect((await joe.submit(second, form, { rationale: "They have been there." })).status).toBe(303);
	const strategy = (await facts()).strategies[0];
	expect(strategy).toMatchObject({ statement: "Parent partners for a year.", rationale: "They have been there." });
});

test("a clash on a choice is told in words, and a form that was wrong keeps the version it was made from", async () => {
	const path = `${plan}/components/${ids.focusAreaId}`;
	const form = `${plan}/parts/milestone/${ids.milestoneId}`;
	const page = await joe.get(path);
	await mina.submit(await mina.get(path), form, { timeframeMonths: "9" });
	const wrong = await joe.submit(page, form, { timeframeMonths: "12", dueOn: "someday" });
	expect(wrong.status).toBe(422);
	expect(wrong.document.querySelector("#error-summary")?.textContent).toContain('"someday" is not a date.');
	const clash = await joe.submit(wrong, form, { dueOn: "" });
	expect(clash.status).toBe(409);
	expect(clash.document.querySelector(".clash-theirs")?.textContent).toMatch(/Mina Park.*9/u);
});

test("baseline and target have versions of their own", async () => {
	const path = `${plan}/components/${ids.focusAreaId}`;
	const form = `${plan}/objectives/${ids.objectiveId}`;
	const page = await joe.get(path);
	expect((await mina.submit(await mina.get(path), form, { "target.value": "9" })).status).toBe(303);
	const clash = await joe.submit(page, form, { "target.value": "8.5%" });
	expect(clash.status).toBe(409);
	expect(clash.document.querySelector(".clash-theirs")?.textContent).toMatch(/Mina Park.*9/u);
	expect((await joe.submit(clash, form, {})).status).toBe(303);
	expect((await facts()).targets[0]?.value).toBe(8.5);
});

test.each([
	["a text that is too long", { statement: "x".repeat(2001) }, "at most 2,000 characters"],
	["a kind that does not exist, and a population", { goalKind: "wish", population: "everyone" }, undefined],
])("%s is told or left out, never half kept", async (_what, fields, message) => {
	const before = (await facts()).goals[0];
	const version = String(before?.version);
	const { status, answer } = await send(mina, goalForm(), {
		statement: before?.statement ?? "",
		goalKind: "numeric",
		...fields,
		version,
	});
	if (message === undefined) {
		expect(status).toBe(200);
		expect((await facts()).goals[0]).toMatchObject({ goalKind: "numeric", population: [] });
	} else {
		expect(status).toBe(422);
		expect(JSON.stringify(answer.problems)).toContain(message);
		expect((await facts()).goals[0]).toEqual(before);
	}
});

test.each([
	["no id", "/plans/..%2f..%2fetc/sections/cover"],
	["no such plan", "/plans/01a0ab2f-0000-7000-8000-000000000000/team"],
	["no such section", "SECTION"],
	["no such step", "STEP"],
])("%s is not found", async (_what, path) => {
	const address = path.replace("SECTION", `${plan}/sections/none`).replace("STEP", `${plan}/steps/vanish`);
	expect((await mina.get(address)).status).toBe(404);
});

test("nobody of another county finds the plan by any of its addresses, nor changes anything", async () => {
	const elsewhere = await addPlace(site.storage, { kind: "county", code: "99002", name: "Birch County" });
	const stranger = await site.visitorAs(await addActor(site.storage, elsewhere, "county-planner", "Sam Reed"));
	const pages = ["", "/sections/cover", `/components/${ids.focusAreaId}`, "/team", "/history", "/compare", "/findings"];
	for (const page of pages) expect((await stranger.get(plan + page)).status, page).toBe(404);
	const before = await facts();
	for (const [path, fields] of [
		[goalForm(), { statement: "Taken over", goalKind: "process", version: "1" }],
		[`${goalForm()}/remove`, { reason: "" }],
		[`${plan}/sections/cover`, { "cover.contactName": "Sam", "version:cover.contactName": "1" }],
		[`${plan}/steps/mark-ready`, { version: "1" }],
		[`${plan}/components`, { subject: "indicator:2B" }],
	] as const) {
		expect((await send(stranger, path, fields)).status, path).toBe(404);
	}
	expect(await facts()).toEqual(before);
});

test("a partner reads the plan and finds no form; what they send is refused and given back to them", async () => {
	const partner = await site.visitorAs(await addActor(site.storage, county, "partner", "Pat Cho"));
	const page = await partner.get(`${plan}/components/${ids.focusAreaId}`);
	expect(page.status).toBe(200);
	expect(page.document.querySelectorAll("main form")).toHaveLength(0);
	const refused = await partner.post(goalForm(), {
		statement: "A long <i>text</i>",
		goalKind: "process",
		version: "1",
	});
	expect(refused.status).toBe(403);
	expect([...refused.document.querySelectorAll("textarea")].map(({ value }) => value)).toContain("A long <i>text</i>");
});

test("what is typed while somebody marks the plan as ready is given back with the reason", async () => {
	const page = await joe.get(`${plan}/sections/cover`);
	const { document } = await facts();
	await perform(site.storage.performer, takeStep, planner, {
		documentId: ids.documentId,
		action: "mark-ready",
		version: document.version,
	});
	const late = await joe.submit(page, `${plan}/sections/cover`, { "cover.contactName": "Typed too late" });
	expect(late.status).toBe(409);
	expect(late.read).toContain("ready for signature");
	expect([...late.document.querySelectorAll("textarea")].map(({ value }) => value)).toContain("Typed too late");
	const { status, answer } = await send(joe, `${plan}/sections/cover`, { "cover.contactName": "Typed too late" });
	expect(status).toBe(409);
	expect(answer.clashes).toBeUndefined();
});

test("without a session the script is told so, and nothing is saved", async () => {
	const { status } = await send(site.visitor(), goalForm(), { statement: "Nobody", goalKind: "process", version: "1" });
	expect(status).toBe(401);
});
