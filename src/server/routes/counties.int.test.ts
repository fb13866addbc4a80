import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { acceptPlan } from "../../../test/support/accept-plan.ts";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { writeWholePlan } from "../../../test/support/write-plan.ts";
import { addDays, plainDate } from "../../domain/calendar/plain-date.ts";
import { timeframeEnd } from "../../domain/plan/assemble-plan.ts";
import { addPlanEntry } from "../../operations/add-plan-entry.ts";
import { changePart } from "../../operations/change-part.ts";
import { listCounties } from "../../operations/list-counties.ts";
import { loadFigures } from "../../operations/load-figures.ts";
import { perform } from "../../operations/operation.ts";

type Person = Awaited<ReturnType<typeof addActor>>;

let site: TestSite;
let analyst: Person;
let visitor: SiteVisitor;
const counties: string[] = [];

beforeAll(async () => {
	site = await openTestSite();
	const { storage } = site;
	const state = await addPlace(storage, { kind: "state", code: "99", name: "Halcyon" });
	analyst = await addActor(storage, state, "state-analyst");
	for (const name of ["Birch County", "Alder County", "Cedar County"]) {
		const code = `9900${counties.length + 1}`;
		counties.push(await addPlace(storage, { kind: "county", code, name, parentId: state }));
	}
	const [birch = "", alder = "", cedar = ""] = counties;
	const planner = await addActor(storage, birch, "county-planner");
	const director = await addActor(storage, birch, "child-welfare-director");
	const plan = await writeWholePlan(storage, planner, birch);
	await perform(storage.performer, changePart, planner, {
		...{ documentId: plan.documentId, kind: "milestone", id: plan.milestoneId, version: 1 },
		patch: { dueOn: plainDate("2026-09-30"), timeframeMonths: null },
	});
	for (const status of ["requested", "provided"] as const) {
		await perform(storage.performer, addPlanEntry, planner, {
			...{
				documentId: plan.documentId,
				kind: "assistance-request",
				need: `Coaching, ${status}`,
				requestedFrom: "cdss",
				status,
			},
		});
	}
	await acceptPlan(storage, plan.documentId, { planner, director, analyst });
	await writeWholePlan(storage, await addActor(storage, alder, "county-planner"), alder);
	const csv =
		"Indicator,Period start,Period end,Numerator,Denominator,Population group,Source,Data as of\n3F,2025-04-01,2026-03-31,4,57,all,made up,2026-06-30\n";
	await perform(storage.performer, loadFigures, await addActor(storage, cedar, "county-planner"), {
		...{ jurisdictionId: cedar, vintage: "ccfsr-2004", fileName: "x.csv", bytes: new TextEncoder().encode(csv) },
	});
	storage.clock.now = new Date("2026-10-15T16:00:00.000Z");
	visitor = await site.visitorAs(analyst);
}, 60_000);
afterAll(() => site.end());

const namesOf = (answer: { document: Document }) =>
	[...answer.document.querySelectorAll("main tbody th")].map((each) => each.textContent);

test("each county is there with where it is; a draft is not in sight; late since the first late day", async () => {
	const { rows } = await perform(site.storage.performer, listCounties, analyst, {});
	expect(
		rows.map(({ jurisdiction, stage, lateSince, lateMilestones }) => [
			jurisdiction.name,
			stage,
			lateSince,
			lateMilestones,
		]),
	).toEqual([
		["Alder County", "no-plan", null, 0],
		["Birch County", "in-force", "2026-09-30", 1],
		["Cedar County", "no-plan", null, 0],
	]);
	const page = await visitor.get("/counties");
	expect(page.status).toBe(200);
	expect(namesOf(page)).toEqual(["Alder County", "Birch County", "Cedar County"]);
	expect(page.read).toContain("Since September 30, 2026");
	// What was given already is not asked for any more.
	expect(page.read).toContain("Coaching, requested (asked for)");
	expect(page.read).not.toContain("Coaching, provided");
	expect(page.document.querySelector("nav a[href='/counties']")?.textContent).toBe("Counties");
});

test("is put in order, filtered, and kept as a file of the same list", async () => {
	expect(namesOf(await visitor.get("/counties?sort=late"))[0]).toBe("Birch County");
	expect(namesOf(await visitor.get("/counties?late=yes"))).toEqual(["Birch County"]);
	expect(namesOf(await visitor.get("/counties?stage=no-plan"))).toEqual(["Alder County", "Cedar County"]);
	const csv = await visitor.get("/counties/counties.csv?late=yes");
	expect(csv.headers.get("content-disposition")).toContain("counties-2026-10-15.csv");
	expect(csv.text.trim().split("\r\n")).toHaveLength(2);
});

test("shows an outcome, and hides small numbers where asked, on the page and in the file", async () => {
	const outcome = "outcome=ccfsr-2004%3A3F";
	expect((await visitor.get(`/counties?${outcome}`)).read).toContain("7.0%");
	const page = await visitor.get(`/counties?${outcome}&masked=yes`);
	expect(page.read).not.toContain("7.0%");
	expect(page.read).toContain("* Not shown");
	const file = page.document.querySelector("main a[href^='/counties/counties.csv']")?.getAttribute("href") ?? "";
	const csv = (await visitor.get(file)).text;
	expect(csv).not.toContain("7.0");
	expect(csv).toContain("*");
});

test("the database ends a timeframe of months on the day on which the domain ends it, leap years and short months too", async () => {
	const starts = Array.from({ length: 800 }, (_, index) => addDays(plainDate("2023-12-20"), index));
	const months = [1, 3, 6, 9, 12, 36];
	const { rows } = await sql<{ start: string; months: number; ends: string }>`
		select s as start, m as months, ((s::date + make_interval(months => m))::date - 1)::text as ends
		from unnest(${starts}::text[]) s, unnest(${months}::integer[]) m`.execute(site.storage.database);
	expect(rows).toHaveLength(starts.length * months.length);
	const wrong = rows.filter((row) => timeframeEnd(plainDate(row.start), row.months) !== row.ends);
	expect(wrong).toEqual([]);
});
