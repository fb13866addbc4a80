import { afterAll, beforeAll, expect, test } from "vitest";
import { acceptPlan } from "../../../test/support/accept-plan.ts";
import { openTestSite, type SiteVisitor, type TestSite } from "../../../test/support/test-site.ts";
import { addActor, addPlace } from "../../../test/support/test-storage.ts";
import { writeWholePlan } from "../../../test/support/write-plan.ts";
import { plainDate } from "../../domain/calendar/plain-date.ts";
import { assemblePlan } from "../../domain/plan/assemble-plan.ts";
import { addGoal } from "../../operations/add-goal.ts";
import { amendPart } from "../../operations/amend-part.ts";
import { changePart } from "../../operations/change-part.ts";
import { getPaper } from "../../operations/get-paper.ts";
import { getPlan } from "../../operations/get-plan.ts";
import { listYearlyPapers } from "../../operations/list-yearly-papers.ts";
import { perform } from "../../operations/operation.ts";
import { saveProgress } from "../../operations/save-progress.ts";
import { startYearlyPaper } from "../../operations/start-yearly-paper.ts";
import { takeStep } from "../../operations/take-step.ts";

type Person = Awaited<ReturnType<typeof addActor>>;

let site: TestSite;
let county: string;
let planner: Person;
let director: Person;
let analyst: Person;
let visitor: SiteVisitor;
let planId: string;
let milestoneId: string;

beforeAll(async () => {
	site = await openTestSite();
	const state = await addPlace(site.storage, { kind: "state", code: "99", name: "Halcyon" });
	county = await addPlace(site.storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	planner = await addActor(site.storage, county, "county-planner");
	director = await addActor(site.storage, county, "child-welfare-director");
	analyst = await addActor(site.storage, state, "state-analyst");
	const plan = await writeWholePlan(site.storage, planner, county);
	planId = plan.documentId;
	milestoneId = plan.milestoneId;
	visitor = await site.visitorAs(planner);
}, 60_000);
afterAll(() => site.end());

const view = (documentId: string, person: Person = planner) =>
	perform(site.storage.performer, getPlan, person, { documentId });

let updateId: string;

test("a yearly paper is started from an accepted plan only, and one at a time", async () => {
	const start = () => perform(site.storage.performer, startYearlyPaper, planner, { documentId: planId });
	await expect(start()).rejects.toThrow(/State has accepted.*drafting/s);
	await acceptPlan(site.storage, planId, { planner, director, analyst });
	await expect(perform(site.storage.performer, startYearlyPaper, analyst, { documentId: planId })).rejects.toThrow(
		/roles/,
	);
	const page = await visitor.get(`/plans/${planId}`);
	expect(page.read).toContain("Annual update 1, due July 1, 2027 Not started");
	const started = await visitor.submit(page, `/plans/${planId}/yearly-papers`, {});
	expect(started.status).toBe(303);
	updateId = started.location.split("/")[2] ?? "";
	await expect(start()).rejects.toThrow(/Annual update 1 is drafting/);
});

test("it has the same goals, used once more, each part marked as not yet looked at; the State does not see the draft", async () => {
	const [plan, update] = [await view(planId), await view(updateId)];
	const ids = (facts: typeof plan.facts) => ({
		goals: facts.goals.map(({ id }) => id),
		objectives: facts.objectives.map(({ id }) => id),
		strategies: facts.strategies.map(({ id }) => id),
		milestones: facts.milestones.map(({ id }) => id),
		measures: facts.measures.map(({ id }) => id),
	});
	expect(ids(update.facts)).toEqual(ids(plan.facts));
	const numbers = (facts: typeof plan.facts) =>
		assemblePlan(facts).components.map(({ goals }) => goals.map(({ number, goal }) => [number, goal.id]));
	expect(numbers(update.facts)).toEqual(numbers(plan.facts));
	expect(update.facts.goalUses.map(({ documentId }) => documentId)).toEqual(update.facts.goalUses.map(() => updateId));
	const { goals, objectives, strategies, milestones } = plan.facts;
	expect(update.facts.carriedParts).toHaveLength(
		goals.length + objectives.length + strategies.length + milestones.length,
	);
	expect(update.facts.carriedParts.every(({ standing }) => standing === "not-looked-at")).toBe(true);
	await expect(view(updateId, analyst)).rejects.toThrow(/not shared/);
});

test("what is carried over is not changed there", async () => {
	const refused = /carries the goals of the plan over/;
	const [goal] = (await view(updateId)).facts.goals;
	const [area] = (await view(updateId)).facts.focusAreas;
	await expect(
		perform(site.storage.performer, changePart, planner, {
			...{ documentId: updateId, kind: "goal", id: goal?.id ?? "", version: 1, patch: { statement: "x" } },
		}),
	).rejects.toThrow(refused);
	await expect(
		perform(site.storage.performer, addGoal, planner, {
			...{ documentId: updateId, focusAreaId: area?.id ?? "", goalKind: "process", statement: "x" },
		}),
	).rejects.toThrow(refused);
});

test("progress is said goal by goal on one page, and a choice is asked for where something was written", async () => {
	const page = await visitor.get(`/plans/${updateId}/progress`);
	expect(page.status).toBe(200);
	expect(page.read).toContain("carried over and not yet looked at");
	const forms = [...page.document.querySelectorAll("main form[action*='/progress/']")];
	expect(forms.length).toBeGreaterThan(0);
	const action = forms[0]?.getAttribute("action") ?? "";
	const goalId = action.split("/").at(-1) ?? "";
	const back = await visitor.submit(page, action, { [`progress-${goalId}`]: "The tool is in use." });
	expect(back.status).toBe(422);
	expect(back.read).toContain("Say whether it continues, was changed or is done");
	expect(back.text).toContain("The tool is in use.");
	for (const form of forms) {
		const names = [...form.querySelectorAll("select")].map((each) => each.getAttribute("name") ?? "");
		const goal = form.getAttribute("action")?.split("/").at(-1) ?? "";
		const fields = { ...Object.fromEntries(names.map((name) => [name, "continues"])), [`progress-${goal}`]: "In use." };
		const again = await visitor.get(`/plans/${updateId}/progress`);
		expect((await visitor.submit(again, form.getAttribute("action") ?? "", fields)).status).toBe(303);
	}
	const parts = (await view(updateId)).facts.carriedParts;
	expect(parts.every(({ standing }) => standing === "continues")).toBe(true);
	expect((await visitor.get(`/plans/${updateId}/progress`)).read).toContain("have been looked at");
});

test("an amendment keeps before, after, reason and who agreed, holds in the plan, and leaves the submission as it was", async () => {
	const before = (await view(planId)).facts.milestones.find(({ id }) => id === milestoneId);
	const page = await visitor.get(`/plans/${updateId}/amend/milestone/${milestoneId}`);
	const fields = { field: "statement", after: "Six parent partners hired.", reason: "Two more were funded." };
	const action = `/plans/${updateId}/amend/milestone/${milestoneId}`;
	const back = await visitor.submit(page, action, { ...fields, agreedBy: "", agreedOn: "07/01/2026" });
	expect(back.status).toBe(422);
	expect(back.read).toContain("Name who agreed");
	const agreedBy = "Dana Director and Renata Osei";
	expect((await visitor.submit(back, action, { ...fields, agreedBy, agreedOn: "07/01/2026" })).status).toBe(303);
	const { facts } = await view(planId);
	const milestone = facts.milestones.find(({ id }) => id === milestoneId);
	expect(milestone).toMatchObject({ statement: "Six parent partners hired." });
	expect(facts.amendments).toMatchObject([{ before: before?.statement, after: milestone?.statement, agreedBy }]);
	const sent = await perform(site.storage.performer, getPaper, analyst, { documentId: planId, submission: 1 });
	expect(JSON.stringify(sent.paper)).toContain(before?.statement);
	const carried = (await view(updateId)).facts.carriedParts.find(({ partId }) => partId === milestoneId);
	expect(carried?.standing).toBe("changed");
	await expect(
		perform(site.storage.performer, amendPart, planner, {
			...{ documentId: planId, partKind: "goal", partId: milestoneId, version: 1, field: "statement", after: "x" },
			...{ reason: "x", agreedBy: "x", agreedOn: plainDate("2026-07-01") },
		}),
	).rejects.toThrow(/accepted/);
});

test("SIP-112, SIP-113: the Board approves it on its own, it goes the same way as the plan, and late is flagged and let through", async () => {
	const step = (actor: Person, action: "mark-ready" | "reopen" | "submit") =>
		view(updateId).then(({ facts }) =>
			perform(site.storage.performer, takeStep, actor, {
				...{ documentId: updateId, action, version: facts.document.version },
			}),
		);
	const errors = async () =>
		(await view(updateId)).checks.filter(({ severity }) => severity === "error").map(({ ruleId }) => ruleId);
	expect(await errors()).toEqual([]);
	await step(planner, "mark-ready");
	// Its action and its paper are asked for once the text is frozen.
	expect(await errors()).toEqual(["SIP-113", "SIP-113"]);
	await expect(step(director, "submit")).rejects.toThrow(/not possible while the plan is ready/);
	await step(planner, "reopen");
	site.storage.clock.now = new Date("2027-07-02T16:00:00.000Z");
	const [owed] = await perform(site.storage.performer, listYearlyPapers, analyst, {});
	expect(owed?.papers[0]).toMatchObject({ number: 1, dueOn: "2027-07-01", overdue: true, state: null });
	expect((await view(updateId)).checks.map(({ ruleId }) => ruleId)).toContain("SIP-112");
	await acceptPlan(site.storage, updateId, { planner, director, analyst });
	const paper = await perform(site.storage.performer, getPaper, analyst, { documentId: updateId, submission: 1 });
	expect(JSON.stringify(paper.paper)).toContain("In use.");
	expect(JSON.stringify(paper.paper)).toContain("Two more were funded.");
	const { papers } = (await perform(site.storage.performer, listYearlyPapers, planner, {}))[0] ?? { papers: [] };
	expect(papers.map(({ number, state: each, overdue }) => [number, each, overdue])).toEqual([
		[1, "accepted", false],
		[2, null, false],
	]);
	await expect(
		perform(site.storage.performer, saveProgress, planner, {
			...{ documentId: updateId, partId: milestoneId, version: 3, standing: "done" },
		}),
	).rejects.toThrow(/accepted, so its text cannot change/);
});

test("the next one is born from it, after the last year there is none, and all its pages open", async () => {
	const second = await perform(site.storage.performer, startYearlyPaper, planner, { documentId: planId });
	expect(second.number).toBe(2);
	const { facts } = await view(second.id);
	expect(facts.milestones.find(({ id }) => id === milestoneId)?.statement).toBe("Six parent partners hired.");
	expect(facts.carriedParts.every(({ standing }) => standing === "not-looked-at")).toBe(true);
	site.storage.clock.now = new Date("2028-06-01T16:00:00.000Z");
	await acceptPlan(site.storage, second.id, { planner, director, analyst });
	await expect(perform(site.storage.performer, startYearlyPaper, planner, { documentId: planId })).rejects.toThrow(
		/The plan ends on June 30, 2029/,
	);
	const later = await site.visitorAs(planner);
	const pages = ["", "/progress", "/timeline", "/sections/update-cover", "/sections/update-narrative", "/history"];
	for (const page of pages) expect([page, (await later.get(`/plans/${second.id}${page}`)).status]).toEqual([page, 200]);
});
