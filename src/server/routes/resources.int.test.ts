import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { addComponent } from "../../operations/add-component.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { perform } from "../../operations/operation.ts";
import { startPlan } from "../../operations/start-plan.ts";

let site: TestSite;
let state: string;
let documentId: string;
let goalId: string;
let planner: SiteVisitor;
let county: SiteVisitor;

beforeAll(async () => {
	site = await openTestSite();
	state = await addPlace(site.storage, { kind: "state", code: "99", name: "State of Halcyon" });
	const place = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder", parentId: state });
	const actor = await addActor(site.storage, state, "state-planner");
	planner = await site.visitorAs(actor);
	county = await site.visitorAs(await addActor(site.storage, place, "partner"));
	const { performer } = site.storage;
	const plan = { jurisdictionId: state, editionId: "us-cfsp-2025-2029", startsOn: plainDate("2024-10-01") };
	documentId = (await perform(performer, startPlan, actor, plan)).id;
	const subject = { subjectKind: "indicator" as const, codes: ["P1"], label: "Permanency in 12 months" };
	const component = await perform(performer, addComponent, actor, { documentId, ...subject });
	const goal = { documentId, focusAreaId: component.id, goalKind: "process" as const, statement: "Sooner home" };
	goalId = (await perform(performer, addGoal, actor, goal)).id;
});
afterAll(() => site.end());

function form(fields: Readonly<Record<string, string | readonly string[]>>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) data.append(name, each);
	return data;
}

test("F5: resources are found by facets and kept beside a goal, once", async () => {
	const all = await planner.get("/resources");
	const some = await planner.get("/resources?topic=equity&format=tool&words=integration");
	expect(some.read).toContain("CFSR Connections and Integration Tool");
	expect(some.read).toContain("1 resource");
	expect(some.read.length).toBeLessThan(all.read.length);
	expect((await planner.get("/resources?topic=nonsense")).status).toBe(200);
	const newer = await planner.get("/resources?round=4&since=2023");
	expect(newer.read).toContain("CFSR round 4");
	expect(newer.read).not.toContain("· 2019 ·");
	expect((await planner.get("/resources?since=soon&round=x")).status).toBe(200);
	const keep = form({ goalId, resource: "pip-template", note: "For part two" });
	expect((await planner.post("/resources/kept", keep)).status).toBe(303);
	expect((await planner.get("/resources")).read).toContain("Kept beside: Sooner home (For part two)");
	const beside = await planner.get(`/plans/${documentId}/goals/${goalId}/theory`);
	expect(beside.document.querySelector("main")?.textContent).toContain("For part two");
	const back = await planner.post("/resources/kept?topic=cqi", form({ goalId, resource: "state-toolkit", note: "" }));
	expect(back.headers.get("location")).toContain("/resources?topic=cqi");
	expect((await planner.post("/resources/kept", keep)).status).toBe(422);
	expect((await county.post("/resources/kept", keep)).status).toBe(404);
});

test("F5: an agency adds a resource of its own; what is wrong stands at its field", async () => {
	const fields = { jurisdictionId: state, title: "", summary: "", publisher: "", address: "ftp://x", year: "soon" };
	const wrong = await planner.post("/resources", form({ ...fields, format: "brief", topics: ["equity"] }));
	expect(wrong.status).toBe(422);
	for (const field of ["title", "address", "year"]) {
		expect(wrong.document.querySelector(`#${field}-error`), field).not.toBeNull();
	}
	const right = { ...fields, title: "Our interview guide", address: "https://halcyon.example/guide", year: "2026" };
	expect((await planner.post("/resources", form({ ...right, format: "brief", topics: ["equity"] }))).status).toBe(303);
	expect((await county.get("/resources?words=interview%20guide&topic=equity")).read).toContain("Our interview guide");
});

test("F6: technical assistance is written down with hours and result, changed, and taken away as a file", async () => {
	const fields = { jurisdictionId: state, provider: "Capacity center", need: "Reading data", goalId, result: "" };
	const wrong = await planner.post(
		"/assistance",
		form({ ...fields, startedOn: "05/10/2026", endedOn: "05/01/2026", hours: "" }),
	);
	expect(wrong.document.querySelector("#endedOn-error")?.textContent).toContain("on or after");
	await planner.post("/assistance", form({ ...fields, startedOn: "05/10/2026", endedOn: "", hours: "12.5" }));
	const page = await planner.get("/assistance");
	expect(page.read).toContain("12.5 hours in all");
	const goalPage = await planner.get(`/plans/${documentId}/goals/${goalId}/theory`);
	expect(goalPage.read).toContain("Capacity center, from May 10, 2026, 12.5 hours: Reading data");
	const entry = page.document.querySelector<HTMLAnchorElement>("a[href*='entry=']")?.getAttribute("href") ?? "";
	const open = await planner.get(entry.split("#")[0] ?? "");
	const version = open.document.querySelector<HTMLInputElement>("[name=version]")?.value ?? "";
	const assistanceId = open.document.querySelector<HTMLInputElement>("[name=assistanceId]")?.value ?? "";
	const changed = { ...fields, assistanceId, version, result: "A data plan", endedOn: "06/30/2026", hours: "20" };
	expect((await planner.post("/assistance", form({ ...changed, startedOn: "05/10/2026" }))).status).toBe(303);
	expect((await planner.get("/assistance/assistance.csv")).text).toContain(
		"Sooner home,2026-05-10,2026-06-30,20,A data plan",
	);
	expect((await county.get("/assistance")).read).not.toContain("Capacity center");
});
