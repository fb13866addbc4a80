import { afterAll, beforeAll, expect, test } from "vitest";
import { acceptPlan } from "../../../test/support/accept-plan.ts";
import { openTestSite, type SiteVisitor, siteUrl, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { writeWholePlan } from "../../../test/support/write-plan.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { installationActor } from "../../domain/people/installation.ts";
import { addCalendarFeed } from "../../operations/calendar-feeds.ts";
import { changePart } from "../../operations/change-part.ts";
import { changePerson } from "../../operations/change-person.ts";
import { NotAllowed } from "../../operations/errors.ts";
import { perform } from "../../operations/operation.ts";

type Person = Awaited<ReturnType<typeof addActor>>;

let site: TestSite;
let state: string;
let county: string;
let analyst: Person;
let planner: Person;
let owner: Person;
let visitor: SiteVisitor;

beforeAll(async () => {
	site = await openTestSite();
	state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	county = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(site.storage, county, "county-planner");
	owner = await addActor(site.storage, county, "case-data-reader", "Bea Lund");
	const director = await addActor(site.storage, county, "child-welfare-director");
	analyst = await addActor(site.storage, state, "state-analyst");
	const plan = await writeWholePlan(site.storage, planner, county);
	await perform(site.storage.performer, changePart, planner, {
		...{ documentId: plan.documentId, kind: "milestone", id: plan.milestoneId, version: 1 },
		patch: { assignedPersonId: owner.personId, dueOn: plainDate("2026-09-30"), timeframeMonths: null },
	});
	await acceptPlan(site.storage, plan.documentId, { planner, director, analyst });
	visitor = await site.visitorAs(planner);
}, 60_000);
afterAll(() => site.end());

async function make(by: SiteVisitor, what: string): Promise<string> {
	const page = await by.get("/calendar");
	expect(page.status).toBe(200);
	const before = addresses(page.document);
	expect((await by.submit(page, "/calendar", { what })).status).toBe(303);
	const after = addresses((await by.get("/calendar")).document);
	return after.find((each) => !before.includes(each))?.slice(siteUrl.length) ?? "";
}
const addresses = (document: Document) =>
	[...document.querySelectorAll("main a[href$='.ics']")].map((each) => each.getAttribute("href") ?? "");

test("a person's calendar opens without signing in and has their milestones; its address ends", async () => {
	const mine = await site.visitorAs(owner);
	const path = await make(mine, "person");
	const stranger = site.visitor();
	const answer = await stranger.get(path);
	expect(answer.status).toBe(200);
	expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
	expect(answer.text).toContain("DTSTART;VALUE=DATE:20260930");
	expect(answer.text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
	expect((await stranger.get(path.replace(/.(.ics)$/, path.at(-5) === "A" ? "E$1" : "A$1"))).status).toBe(404);
	const page = await mine.get("/calendar");
	const action = page.document.querySelector("main form[action$='/end']")?.getAttribute("action") ?? "";
	expect((await visitor.post(action, {})).status).toBe(404);
	expect((await stranger.get(path)).status).toBe(200);
	await mine.submit(page, action, {});
	expect((await stranger.get(path)).status).toBe(404);
});

test("a county's calendar has its milestones, its yearly papers and the end of its term; only its writers and reviewers make one", async () => {
	const path = await make(visitor, county);
	const { text } = await site.visitor().get(path);
	for (const day of ["20260930", "20270701", "20280701", "20290630"]) expect(text).toContain(`VALUE=DATE:${day}`);
	await expect(
		perform(site.storage.performer, addCalendarFeed, owner, { scope: "county", jurisdictionId: county }),
	).rejects.toBeInstanceOf(NotAllowed);
});

test("the State has the calendar of each county, and one of the papers and terms of all of them; both end with the access", async () => {
	const reviewer = await site.visitorAs(analyst);
	const [ofCounty, ofState] = [await make(reviewer, county), await make(reviewer, state)];
	const stranger = site.visitor();
	const own = (await stranger.get(ofCounty)).text;
	for (const day of ["20260930", "20270701", "20290630"]) expect(own).toContain(`VALUE=DATE:${day}`);
	const all = (await stranger.get(ofState)).text;
	expect(all).toContain("Annual update 1 due: Alder County System Improvement Plan");
	expect(all).not.toContain("Milestone due");
	await perform(site.storage.performer, changePerson, installationActor, {
		...{ personId: analyst.personId, version: 1, patch: { active: false } },
	});
	for (const path of [ofCounty, ofState]) expect((await stranger.get(path)).status).toBe(404);
});

test("the planner's own calendar has the papers that the planner writes; it ends with the planner's access", async () => {
	const path = await make(visitor, "person");
	const stranger = site.visitor();
	expect((await stranger.get(path)).text).toContain("Annual update 1 due");
	await perform(site.storage.performer, changePerson, installationActor, {
		...{ personId: planner.personId, version: 1, patch: { active: false } },
	});
	expect((await stranger.get(path)).status).toBe(404);
});
