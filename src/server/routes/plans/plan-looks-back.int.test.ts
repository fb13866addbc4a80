import { afterAll, beforeAll, expect, test } from "vitest";
import { approvePlan } from "../../../../test/support/approve-plan.ts";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../../test/support/test-storage.ts";
import { writeWholePlan } from "../../../../test/support/write-plan.ts";

let site: TestSite;
let ids: Awaited<ReturnType<typeof writeWholePlan>>;
let planner: SiteVisitor;
let director: SiteVisitor;
let analyst: SiteVisitor;
let plan: string;
let lou: Awaited<ReturnType<typeof addActor>>;

beforeAll(async () => {
	site = await openTestSite();
	const state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	const county = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	const mina = await addActor(site.storage, county, "county-planner", "Mina Park");
	ids = await writeWholePlan(site.storage, mina, county);
	planner = await site.visitorAs(mina);
	lou = await addActor(site.storage, county, "child-welfare-director", "Lou Gray");
	director = await site.visitorAs(lou);
	analyst = await site.visitorAs(await addActor(site.storage, state, "state-analyst", "Rae Osei"));
	plan = `/plans/${ids.documentId}`;
	site.moveClock(10);
});
afterAll(() => site.end());

/** Takes a step by its page, as a person does. */
async function step(visitor: SiteVisitor, action: string, reason = "") {
	const page = await visitor.get(`${plan}/steps/${action}`);
	return visitor.submit(page, `${plan}/steps/${action}`, { reason });
}

test("a part that is removed can be brought back from the history, with what stood below it", async () => {
	const remove = `${plan}/parts/strategy/${ids.strategyId}/remove`;
	const asks = await planner.get(remove);
	expect(asks.read).toContain("and with it 1 milestone");
	const removed = await planner.submit(asks, remove, { reason: "Not funded." });
	expect(removed.status).toBe(303);
	const page = await planner.get(removed.location);
	expect(page.read).toContain("Strategy 1.1 was removed. You can bring it back from the plan's history.");
	expect(page.read).not.toContain("Four parent partners");

	const history = await planner.get(`${plan}/history`);
	const entry = history.document.querySelector(".history-entry")?.textContent;
	expect(entry).toMatch(/Mina Park.*county planner.*removed Strategy "Aftercare visits.*Not funded\./u);
	const back = await planner.submit(history, `${plan}/restore/${ids.strategyId}`, {});
	expect(back.status).toBe(303);
	expect((await planner.get(`${plan}/components/${ids.focusAreaId}`)).read).toContain("Four parent partners");
	expect((await planner.post(`${plan}/restore/${ids.strategyId}`, {})).status).toBe(409);
});

test("a component takes its goals with it, and leaves no part without a place", async () => {
	const path = `${plan}/parts/focus-area/${ids.focusAreaId}`;
	await planner.post(`${path}/remove`, { reason: "" });
	const overview = await planner.get(plan);
	expect(overview.read).toContain("no component yet");
	expect(overview.read).not.toContain("Parts without a place");
	await planner.post(`${plan}/restore/${ids.focusAreaId}`, {});
	expect((await planner.get(plan)).read).toContain("Re-entry to foster care falls from 11.3% to 8.6%.");
});

test("each fact has its own history, in words", async () => {
	site.moveClock(5);
	const page = await planner.get(`${plan}/components/${ids.focusAreaId}`);
	await planner.submit(page, `${plan}/parts/milestone/${ids.milestoneId}`, {
		timeframeMonths: "12",
		assignedTitle: "Director",
	});
	const history = await planner.get(`${plan}/history/${ids.milestoneId}`);
	expect(history.document.querySelector("h1")?.textContent).toBe("History of Milestone 1.1.1");
	expect(history.read).toMatch(/added Milestone 1\.1\.1.*changed Milestone 1\.1\.1/u);
	expect(history.read).toContain("Timeframe in months: from “6” to “12”");
	expect(history.read).toContain("Assigned to: from “Program Manager” to “Director”");
});

test("the plan compares with an earlier moment; a moment that cannot be read is told", async () => {
	const path = `${plan}/compare?from=&fromDate=7/1/2026&fromTime=12:11+p.m.&zone=America/New_York`;
	const page = await planner.get(path);
	expect(page.status).toBe(200);
	expect(page.read).toMatch(/Changed Milestone 1\.1\.1/u);
	const [timeframe] = [...page.document.querySelectorAll(".field-difference")];
	expect(timeframe?.querySelector("del")?.textContent).toContain("6");
	expect(timeframe?.querySelector("ins")?.textContent).toContain("12");
	const wrong = await planner.get(`${plan}/compare?fromDate=soon&fromTime=later`);
	expect(wrong.status).toBe(422);
	expect(wrong.document.querySelector("#error-summary")?.textContent).toMatch(
		/"soon" is not a date.*"later" is not a time/u,
	);
	expect(wrong.document.querySelector<HTMLInputElement>("#fromDate")?.value).toBe("soon");
});

test("a check is set aside by a director only, with a reason that all can read", async () => {
	const page = await planner.get(`${plan}/components/${ids.focusAreaId}`);
	await planner.submit(page, `${plan}/parts/strategy/${ids.strategyId}`, { rationale: "" });
	expect((await planner.get(plan)).read).not.toContain("Set aside with a reason");
	const overview = await director.get(plan);
	const link = overview.document.querySelector<HTMLAnchorElement>(`a[href*="/waive?"][href*="${ids.strategyId}"]`);
	const asks = await director.get(link?.getAttribute("href") ?? "");
	const empty = await director.submit(asks, `${plan}/waive`, { reason: " " });
	expect(empty.status).toBe(422);
	expect((await director.submit(empty, `${plan}/waive`, { reason: "Agreed by <b>letter</b>." })).status).toBe(303);
	expect((await planner.get(plan)).read).toContain("Set aside by Lou Gray: Agreed by <b>letter</b>.");
});

test("the way of a plan: ready, submitted, returned with reasons, revised, submitted again, accepted", async () => {
	expect((await analyst.get(plan)).status).toBe(404);
	expect((await step(planner, "mark-ready")).status).toBe(303);
	expect((await director.get(`${plan}/steps/submit`)).status).toBe(409);
	await approvePlan(site.storage, lou, ids.documentId);
	expect((await planner.get(`${plan}/steps/submit`)).status).toBe(409);
	expect((await step(director, "submit")).status).toBe(303);
	const read = await analyst.get(plan);
	expect(read.read).toContain("Submission 1");
	expect(read.document.querySelector("code.checksum")?.textContent).toMatch(/^[0-9a-f]{64}$/u);

	const unsaid = await step(analyst, "return");
	expect(unsaid.status).toBe(422);
	expect((await analyst.submit(unsaid, `${plan}/steps/return`, { reason: "Say more on probation." })).status).toBe(303);
	const returned = await planner.get(plan);
	expect(returned.read).toContain("Say more on probation.");
	expect((await step(planner, "revise")).status).toBe(303);
	expect((await planner.get(plan)).read, "the reasons stay before the writer's eyes").toContain(
		"Say more on probation.",
	);
	expect((await analyst.get(plan)).status, "a draft is not the State's to read").toBe(404);

	site.moveClock(5);
	await step(planner, "mark-ready");
	await approvePlan(site.storage, lou, ids.documentId);
	await step(director, "submit");
	await commentOnPlan("Well argued on probation.");
	expect((await step(analyst, "accept")).status).toBe(303);
	const accepted = await planner.get(plan);
	expect(accepted.read).toContain("Submission 2");
	expect(accepted.document.querySelectorAll(`main a[href^="${plan}/steps/"]`)).toHaveLength(0);
	const compared = await planner.get(`${plan}/compare?from=1&to=2`);
	expect(compared.status).toBe(200);
});

/** The State writes a comment and sends it; the county's history calls it by its words, though it was not there for the writing. */
async function commentOnPlan(text: string) {
	const remark = `${plan}/review/remark`;
	await analyst.submit(await analyst.get(`${plan}/review`), remark, { text });
	expect((await planner.get(`${plan}/history`)).read).not.toContain(text);
	const sent = await analyst.submit(await analyst.get(`${plan}/review`), `${plan}/review/release`, {});
	expect(sent.status).toBe(303);
	const history = await planner.get(`${plan}/history`);
	expect(history.read).toContain(`changed Comment of the State "${text}"`);
	expect(history.read).toContain("Sent to the county: from “No” to “Yes”");
	expect(history.read).not.toMatch(/remarkKind|releasedOn/u);
}

test("a step from a page that others have overtaken is not taken", async () => {
	const { location } = await planner.post("/plans", {
		jurisdictionId:
			(await planner.get("/plans/new")).document.querySelector<HTMLSelectElement>("#jurisdictionId")?.value ?? "",
		editionId: "ca-ccfsr-2009",
		startsOn: "7/1/2027",
		endsOn: "6/30/2030",
	});
	const selfAssessment = { planKind: "self-assessment", label: "Self-Assessment", completedOn: "3/2/2026" };
	expect((await planner.post(`${location}/lists/other-plans`, selfAssessment)).status).toBe(303);
	const page = await planner.get(`${location}/steps/mark-ready`);
	await director.submit(await director.get(`${location}/steps/mark-ready`), `${location}/steps/mark-ready`, {});
	const late = await planner.submit(page, `${location}/steps/mark-ready`, { reason: "Kept" });
	expect(late.status).toBe(409);
	expect(late.read).toMatch(/Not possible now/u);
});
