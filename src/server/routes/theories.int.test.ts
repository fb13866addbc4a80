import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { addComponent } from "../../operations/add-component.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { addStrategy } from "../../operations/add-strategy.ts";
import { perform } from "../../operations/operation.ts";
import { startPlan } from "../../operations/start-plan.ts";

let site: TestSite;
let planner: SiteVisitor;
let partner: SiteVisitor;
let documentId: string;
let goalId: string;
let strategyId: string;

beforeAll(async () => {
	site = await openTestSite();
	const state = await addPlace(site.storage, { kind: "state", code: "99", name: "State of Halcyon" });
	const actor = await addActor(site.storage, state, "state-planner");
	planner = await site.visitorAs(actor);
	partner = await site.visitorAs(await addActor(site.storage, state, "partner"));
	const { performer } = site.storage;
	const startsOn = plainDate("2024-10-01");
	const editionId = "us-cfsp-2025-2029";
	documentId = (await perform(performer, startPlan, actor, { jurisdictionId: state, editionId, startsOn })).id;
	const subject = { subjectKind: "indicator" as const, codes: ["P1"], label: "Permanency in 12 months" };
	const component = await perform(performer, addComponent, actor, { documentId, ...subject });
	const goal = { documentId, focusAreaId: component.id, goalKind: "process", statement: "Sooner home" } as const;
	goalId = (await perform(performer, addGoal, actor, goal)).id;
	const strategy = { documentId, goalId, statement: "Train caseworkers" };
	strategyId = (await perform(performer, addStrategy, actor, strategy)).id;
});
afterAll(() => site.end());

function form(fields: Readonly<Record<string, string>>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
}

test("a theory of change is worked out in steps, read aloud, and read by partners who cannot write it", async () => {
	const path = `/plans/${documentId}/goals/${goalId}/theory`;
	const empty = await planner.get(path);
	expect(empty.read).toContain("3. The root cause");
	const chain = "Caseworkers are trained\n\n  Visits are planned well.\nChildren go home sooner\n";
	const sent = { version: "0", problem: "Half stay longer", rootCause: "Visits are missed", population: "", chain };
	const later = { rootCauseData: "41 of 90 visits missed", monitoring: "Visits, each quarter", adjustment: "" };
	const options =
		"Train all caseworkers; promising; fits; can be done\nHire drivers; not rated; fits in part; no money";
	expect((await planner.post(path, form({ ...sent, ...later, options, assumptions: "" }))).status).toBe(303);
	const written = await planner.get(path);
	expect(written.read).toContain("If caseworkers are trained, then visits are planned well.");
	expect(written.read).toContain("If visits are planned well, then children go home sooner.");
	const read = await partner.get(path);
	expect(read.read).toContain("Visits are missed");
	for (const words of ["41 of 90 visits missed", "Hire drivers; not rated", "Visits, each quarter"]) {
		expect(read.read).toContain(words);
	}
	const many = await planner.post(path, form({ ...sent, version: "1", options: "x\n".repeat(9) }));
	expect([many.status, many.read.includes("There are 9 lines, and 8 can be kept.")]).toEqual([422, true]);
	expect(read.document.querySelector("form.save-form")).toBeNull();
	expect((await partner.post(path, form({ ...sent, version: "1" }))).status).toBe(403);
	const long = await planner.post(path, form({ ...sent, version: "1", chain: "x\n".repeat(13) }));
	expect(long.status).toBe(422);
	expect(long.read).toContain("The chain has 13 lines, and 12 can be kept.");
});

test("a stale save of a theory shows both texts; of different fields both are kept", async () => {
	const path = `/plans/${documentId}/goals/${goalId}/theory`;
	const version = (await planner.get(path)).document.querySelector<HTMLInputElement>(
		`#form-theory-${goalId} [name=version]`,
	)?.value;
	const kept = { problem: "Half stay longer", rootCause: "Visits are missed", population: "", assumptions: "" };
	const chain = "Caseworkers are trained\nVisits are planned well.\nChildren go home sooner";
	const save = (fields: object) => planner.post(path, form({ ...kept, chain, version: version ?? "", ...fields }));
	expect((await save({ rootCause: "Too few visits" })).status).toBe(303);
	expect((await save({ population: "Teenagers" })).status).toBe(303);
	const clash = await save({ rootCause: "No transport" });
	expect(clash.status).toBe(409);
	expect(clash.read).toContain("Too few visits");
	expect(clash.read).toContain("Somebody else has changed this.");
	expect((await planner.get(path)).read).toContain("Teenagers");
});

test("a strategy says how far it has come and what it needs", async () => {
	const path = `/plans/${documentId}/strategies/${strategyId}/intervention`;
	const fields = { version: "0", reach: "Three regions", stage: "initial", evidenceRating: "promising" };
	expect((await planner.post(path, form({ ...fields, trainingNeed: "Two days for each unit" }))).status).toBe(303);
	const page = await partner.get(`/plans/${documentId}/goals/${goalId}/theory`);
	expect(page.read).toContain("Initial implementation");
	expect(page.read).toContain("Two days for each unit");
	const history = await planner.get(`/plans/${documentId}/history`);
	expect(history.status).toBe(200);
});
