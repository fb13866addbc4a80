import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { addComponent } from "../../operations/add-component.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { adoptGoal } from "../../operations/adopt-goal.ts";
import { listSharedGoals } from "../../operations/list-shared-goals.ts";
import { loadFigures } from "../../operations/load-figures.ts";
import { perform } from "../../operations/operation.ts";
import { setObjective } from "../../operations/set-objective.ts";
import { startPlan } from "../../operations/start-plan.ts";

let site: TestSite;
let planner: Awaited<ReturnType<typeof addActor>>;
let statePage: SiteVisitor;
let countyPages: SiteVisitor[];
let counties: string[];
let goalId: string;
let state: string;
let planId: string;
let countyPlanner: Awaited<ReturnType<typeof addActor>>;

/** Rates of 10.0 and 50.0 percent: their mean would be 30. */
const figures = [
	{ code: "99001", numerator: 99, denominator: 990 },
	{ code: "99003", numerator: 30, denominator: 60 },
];

beforeAll(async () => {
	site = await openTestSite();
	state = await addPlace(site.storage, { kind: "state", code: "99", name: "State of Halcyon" });
	planner = await addActor(site.storage, state, "state-planner");
	statePage = await site.visitorAs(planner);
	counties = [];
	countyPages = [];
	for (const { code, numerator, denominator } of figures) {
		const id = await addPlace(site.storage, { kind: "county", code, name: `County ${code}`, parentId: state });
		counties.push(id);
		const actor = await addActor(site.storage, id, "county-planner");
		countyPages.push(await site.visitorAs(actor));
		countyPlanner = actor;
		const csv = [
			"county,indicator,vintage,period_start,period_end,population,numerator,denominator,value,source,as_of",
			`${code},P1,cfsr4,2025-04-01,2026-03-31,all,${numerator},${denominator},,Test,2026-06-01`,
		].join("\n");
		await perform(site.storage.performer, loadFigures, actor, {
			...{ jurisdictionId: id, fileName: "f.csv", bytes: new TextEncoder().encode(csv) },
		});
	}
	const plan = await perform(site.storage.performer, startPlan, planner, {
		...{ jurisdictionId: state, editionId: "us-cfsp-2025-2029", startsOn: plainDate("2024-10-01") },
	});
	planId = plan.id;
	const component = await perform(site.storage.performer, addComponent, planner, {
		...{ documentId: plan.id, subjectKind: "indicator", codes: ["P1"], label: "Permanency in 12 months" },
	});
	const goal = await perform(site.storage.performer, addGoal, planner, {
		...{ documentId: plan.id, focusAreaId: component.id, goalKind: "numeric", statement: "Children leave care sooner" },
	});
	goalId = goal.id;
	await perform(site.storage.performer, setObjective, planner, {
		...{ documentId: plan.id, objectiveId: goal.objectiveId ?? "", version: 1 },
		measure: { indicator: "P1", vintage: "cfsr4", populationGroup: "all" },
		target: { value: 35.2, by: plainDate("2029-09-30"), version: 0 },
	});
});
afterAll(() => site.end());

function form(fields: Readonly<Record<string, string>>): FormData {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.append(name, value);
	return data;
}

test("INT-10: a goal of the State is adopted by counties with targets of their own, and added up from counts", async () => {
	expect((await countyPages[0]?.get("/shared-goals"))?.read).not.toContain("Children leave care sooner");
	expect((await statePage.post("/shared-goals", form({ goalId, offerNote: "For all" }))).status).toBe(303);
	const page = await countyPages[0]?.get("/shared-goals");
	expect(page?.read).toContain("Children leave care sooner");
	expect(page?.read).toContain("target 35.2% by September 30, 2029");
	const action = page?.document.querySelector<HTMLFormElement>("form[action$='/adoptions']");
	const objectiveId = action?.querySelector<HTMLInputElement>("[name=objectiveId]")?.value ?? "";
	for (const [index, visitor] of countyPages.entries()) {
		const sent = form({ objectiveId, jurisdictionId: counties[index] ?? "", target: "45", by: "09/30/2028", note: "" });
		expect((await visitor.post(action?.getAttribute("action") ?? "", sent)).status).toBe(303);
	}
	const together = await statePage.get("/shared-goals");
	expect(together.read).toContain("12.3% (129 of 1,050) in 2 places");
	expect(together.read).not.toContain("30.0%");
	expect(together.read).toContain("45.0% by September 30, 2028");
	// A county reads its own promise and not its neighbour's.
	const own = (await countyPages[0]?.get("/shared-goals"))?.read;
	expect(own).toContain("County 99001");
	expect(own).not.toContain("County 99003");
	const { goals } = await perform(site.storage.performer, listSharedGoals, planner, {});
	expect(goals[0]?.objectives[0]?.adoptions.map(({ adoption, verdict }) => [adoption.baselineValue, verdict])).toEqual([
		[10, "not-met"],
		[50, "met"],
	]);
});

test("INT-08, INT-10: what the State revises is read by those who adopted it, before and after, until they adopt it again", async () => {
	const readBy = async (index: number) => (await countyPages[index]?.get("/shared-goals"))?.read ?? "";
	// What was written before the offer is nobody's revision.
	expect(await readBy(1)).not.toContain("What the State revised");
	const { goals } = await perform(site.storage.performer, listSharedGoals, planner, {});
	const part = goals[0]?.objectives[0];
	await perform(site.storage.performer, setObjective, planner, {
		...{ documentId: planId, objectiveId: part?.objective?.id ?? "", version: part?.objective?.version ?? 0 },
		target: { value: 40, by: plainDate("2029-09-30"), version: part?.target?.version ?? 0 },
		reason: "Three courts have opened.",
	});
	const read = await readBy(1);
	expect(read).toContain("Target: value35.2%40.0%Three courts have opened.");
	expect(read).toContain("The State has revised it since.");
	expect((await countyPages[1]?.get("/"))?.read).toContain(
		"County 99003: the State has revised it since it was adopted.",
	);
	expect((await statePage.get("/")).read).not.toContain("revised it since it was adopted");
	const [, mine] = part?.adoptions ?? [];
	await perform(site.storage.performer, adoptGoal, countyPlanner, {
		...{ sharedGoalId: goals[0]?.shared.id ?? "", jurisdictionId: counties[1] ?? "" },
		...{ objectiveId: part?.objective?.id ?? null, target: 46, by: plainDate("2028-09-30") },
		version: mine?.adoption.version ?? 0,
	});
	expect(await readBy(1)).not.toContain("The State has revised it since.");
	expect((await countyPages[1]?.get("/"))?.read).not.toContain("revised it since it was adopted");
	expect((await statePage.get("/shared-goals")).read).toContain("The State has revised it since.");
});

test("INT-10: who has not adopted it is named to the State and to no neighbour, and a goal has its number in each plan", async () => {
	await addPlace(site.storage, { kind: "county", code: "99005", name: "County 99005", parentId: state });
	const page = await statePage.get("/shared-goals");
	expect(page.read).toContain("Not adopted by, and so not in it: County 99005.");
	expect(page.read).toContain("1.0 in part 1 of State of Halcyon Child and Family Services Plan");
	expect((await countyPages[0]?.get("/shared-goals"))?.read).not.toContain("Not adopted by");
});

test("a changed target names the version that was seen: an older one is refused, and nothing is lost", async () => {
	const adopt = (await countyPages[0]?.get("/shared-goals"))?.document.querySelector("form[action$='/adoptions']");
	const fieldOf = (name: string) => adopt?.querySelector<HTMLInputElement>(`[name='${name}']`)?.value ?? "";
	const seen = `version-${counties[0]}`;
	const fields = { objectiveId: fieldOf("objectiveId"), jurisdictionId: counties[0] ?? "", by: "09/30/2028", note: "" };
	const send = (target: string) =>
		countyPages[0]?.post(adopt?.getAttribute("action") ?? "", form({ ...fields, [seen]: fieldOf(seen), target }));
	expect((await send("46"))?.status).toBe(303);
	expect((await send("47"))?.status).toBe(409);
	expect((await statePage.get("/shared-goals")).read).toContain("46.0% by September 30, 2028");
});

test("what is wrong stands beside its field; another county's place cannot adopt; giving up needs a reason", async () => {
	const page = await countyPages[0]?.get("/shared-goals");
	const [adopt] = page?.document.querySelectorAll<HTMLFormElement>("form[action$='/adoptions']") ?? [];
	const objectiveId = adopt?.querySelector<HTMLInputElement>("[name=objectiveId]")?.value ?? "";
	const path = adopt?.getAttribute("action") ?? "";
	const part = adopt?.querySelector<HTMLInputElement>("[name=part]")?.value ?? "";
	const fields = { part, objectiveId, jurisdictionId: counties[0] ?? "", by: "", note: "" };
	const wrong = await countyPages[0]?.post(path, form({ ...fields, target: "soon" }));
	expect(wrong?.status).toBe(422);
	expect(wrong?.document.querySelector(`#target-${part}-error`)?.textContent).toContain("number");
	const foreign = await countyPages[0]?.post(path, form({ ...fields, jurisdictionId: counties[1] ?? "", target: "1" }));
	expect(foreign?.status).toBe(403);
	const giveUp = page?.document.querySelector<HTMLFormElement>("form[action$='/give-up']");
	const version = giveUp?.querySelector<HTMLInputElement>("[name=version]")?.value ?? "";
	const target = giveUp?.getAttribute("action") ?? "";
	expect((await countyPages[0]?.post(target, form({ version, reason: " " })))?.status).toBe(422);
	expect((await countyPages[0]?.post(target, form({ version, reason: "Merged with another goal" })))?.status).toBe(303);
	expect((await statePage.get("/shared-goals")).read).toContain("Not adopted by, and so not in it: County 99001,");
});
