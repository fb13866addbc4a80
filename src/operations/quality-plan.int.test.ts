import { afterAll, beforeAll, expect, it } from "vitest";
import type { z } from "zod";
import {
	addActor,
	addPlace,
	createTestClock,
	openTestStorage,
	type TestStorage,
} from "../../test/support/test-storage.ts";
import { stepOf, writeStatePlan } from "../../test/support/write-state-plan.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import { fieldsOf } from "../domain/document/edition.ts";
import type { Actor } from "../domain/people/may.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import { getEdition } from "../frameworks/editions.ts";
import { addComponent } from "./add-component.ts";
import { addGoal } from "./add-goal.ts";
import { addPlanEntry } from "./add-plan-entry.ts";
import { changePlanningEntry } from "./change-planning-entry.ts";
import { followPlanningRules } from "./follow-planning-rules.ts";
import { getChecklist } from "./get-checklist.ts";
import { getPaper } from "./get-paper.ts";
import { getPlan } from "./get-plan.ts";
import { getPlanningYear } from "./get-planning-year.ts";
import { listGoalsToUse } from "./list-goals-to-use.ts";
import { listServices } from "./list-services.ts";
import { getEdition as editionOf } from "./open-plan.ts";
import { type Operation, perform } from "./operation.ts";
import { recordCalendarOccasion } from "./record-calendar-occasion.ts";
import { saveAnswer } from "./save-answer.ts";
import { saveProgress } from "./save-progress.ts";
import { screenNames } from "./screen-names.ts";
import { setObjective } from "./set-objective.ts";
import { startNextPlan } from "./start-next-plan.ts";
import { startPlan } from "./start-plan.ts";
import { startYearlyPaper } from "./start-yearly-paper.ts";

let storage: TestStorage;
let state: string;
let people: { planner: Actor; director: Actor; analyst: Actor };
let cfsp: Awaited<ReturnType<typeof writeStatePlan>>;
let plan: string;

beforeAll(async () => {
	storage = await openTestStorage(createTestClock("2024-06-20T16:00:00.000Z"));
	state = await addPlace(storage, { kind: "state", code: "99", name: "State of Halcyon" });
	people = {
		planner: await addActor(storage, state, "state-planner"),
		director: await addActor(storage, state, "state-director"),
		analyst: await addActor(storage, state, "state-analyst"),
	};
	await run(followPlanningRules, {
		...{ jurisdictionId: state, frameworkId: "ms-planning-2016", followedFrom: plainDate("2024-01-01"), version: 0 },
	});
	cfsp = await writeStatePlan(storage, people.planner, state);
});
afterAll(() => storage.end());

const run = async <Input extends z.ZodType, Output>(
	operation: Operation<Input, Output>,
	input: z.input<Input>,
	actor: Actor = people.planner,
): Promise<Output> => perform(storage.performer, operation, actor, input);
const at = (day: string) => {
	storage.clock.now = new Date(`${day}T16:00:00.000Z`);
};
const facts = async (documentId: string) => (await run(getPlan, { documentId })).facts;
const errors = async (documentId: string): Promise<string[]> =>
	(await run(getPlan, { documentId })).checks
		.filter(({ severity }) => severity === "error")
		.map(({ ruleId }) => ruleId);
const met = async () => (await run(getPlanningYear, { jurisdictionId: state })).facts["due-completion"];
const send = async (documentId: string) => {
	await run(screenNames, { documentId, names: "Somebody Else", note: "" });
	await stepOf(storage, documentId, people.planner, "mark-ready");
	await stepOf(storage, documentId, people.director, "submit");
};
const accept = (documentId: string, answeredOn: string) =>
	stepOf(storage, documentId, people.director, "accept", {
		letter: "Memorandum of the deputy administrator",
		answeredOn,
	});

/** Writes every field that has nothing, and touches what was carried over. */
async function writeAll(documentId: string): Promise<void> {
	const { document, answers, focusAreas, carriedParts } = await facts(documentId);
	for (const { partId, version, partKind } of carriedParts) {
		const progress = partKind === "goal" ? "Done as planned." : undefined;
		await run(saveProgress, { documentId, partId, version, standing: "continues", progress });
	}
	for (const field of fieldsOf(editionOf(document)).filter(({ from }) => from === "answer")) {
		for (const focusAreaId of field.scope === "document" ? [null] : focusAreas.map(({ id }) => id)) {
			const there = answers.find((each) => each.field === field.id && each.focusAreaId === focusAreaId);
			const value = there?.value || (field.type === "email" ? "cqi@halcyon.example" : `${field.label}: text.`);
			await run(saveAnswer, { documentId, focusAreaId, field: field.id, value, version: there?.version ?? 0 });
		}
	}
}

it("MS-13: the submission of the five-year plan ticks its due date, with the document as proof, and a person may correct it", async () => {
	const { documentId } = cfsp;
	const shown = async () => (await run(listServices, { jurisdictionId: state }, people.analyst)).length;
	// Services are for those who read drafts until something with them is sent.
	expect(await shown()).toBe(0);
	await send(documentId);
	expect(await shown()).toBe(4);
	expect(await met()).toMatchObject([{ ruleId: "cfsp", dueOn: "2024-06-30", completedOn: "2024-06-20", documentId }]);
	await stepOf(storage, documentId, people.director, "recall", { reason: "One table is missing." });
	expect(await met()).toEqual([]);
	await send(documentId);
	const [ticked] = await met();
	await run(changePlanningEntry, {
		...{
			kind: "due-completion",
			entryId: ticked?.id ?? "",
			version: ticked?.version ?? 0,
			patch: { completedOn: plainDate("2024-06-19") },
		},
	});
	expect(await met()).toMatchObject([{ completedOn: "2024-06-19", documentId }]);
});

it("MS-21: a CQI annual plan uses a goal of the five-year plan, with its measures and findings, and has a checklist", async () => {
	at("2024-09-10");
	plan = (await run(startPlan, { jurisdictionId: state, editionId: "ms-cqi-2016", startsOn: plainDate("2024-10-01") }))
		.id;
	const { id: focusAreaId } = await run(addComponent, {
		...{ documentId: plan, subjectKind: "systemic-factor", codes: ["qa"], label: "Quality assurance system" },
	});
	const [goal] = await run(listGoalsToUse, { documentId: plan });
	expect(goal).toMatchObject({ id: cfsp.goalId });
	const use = {
		documentId: plan,
		focusAreaId,
		goalKind: "numeric",
		statement: "",
		existingGoalId: goal?.id ?? "",
	} as const;
	await run(addGoal, use);
	await expect(run(addGoal, use)).rejects.toThrow(/uses the goal already/);
	expect(await run(listGoalsToUse, { documentId: plan })).toEqual([]);
	expect((await errors(plan)).filter((rule) => rule === "MS-21").length).toBeGreaterThan(10);
	await writeAll(plan);
	expect(await errors(plan)).toEqual(["INT-14"]);
	const paper = JSON.stringify((await run(getPaper, { documentId: plan })).paper);
	for (const words of [
		"CQI Annual Plan",
		"Measures: baseline, yearly benchmarks",
		"Strengths and areas needing improvement",
	]) {
		expect(paper).toContain(words);
	}
	// An activity of the goal has the same day in both documents (INT-09).
	const days = async (documentId: string) =>
		assemblePlan(await facts(documentId)).components.flatMap(({ goals }) =>
			goals.flatMap(({ strategies }) => strategies.flatMap(({ milestones }) => milestones.map(({ dueOn }) => dueOn))),
		);
	expect(await days(plan)).toEqual(await days(cfsp.documentId));
	const { items } = await run(getChecklist, { documentId: plan });
	expect(items.length).toBeGreaterThan(15);
});

it("MS-21: the report closes the year, and is counted as the State's paper of the year; the register shows both", async () => {
	const standing = async (year: number) =>
		(await run(getPlanningYear, { jurisdictionId: state, year })).standings.find(
			({ requirement }) => requirement.id === "MS-21",
		);
	await expect(run(startNextPlan, { documentId: plan })).rejects.toThrow(/born from one that was sent/);
	await send(plan);
	await accept(plan, "2024-09-10");
	at("2025-10-06");
	expect((await standing(2025))?.missing).toEqual([
		'"CQI annual report" of 2025 was not sent, and no record tells of one written elsewhere.',
	]);
	const { id: report } = await run(startYearlyPaper, { documentId: plan });
	expect((await facts(report)).document.title).toBe("State of Halcyon CQI Annual Plan: CQI Annual Report");
	expect(await errors(report)).toEqual(expect.arrayContaining(["INT-15", "MS-14", "MS-21"]));
	await writeAll(report);
	await send(report);
	// Without a day that the State set, nothing is due, and nothing is ticked.
	expect((await met()).map(({ ruleId }) => ruleId)).toEqual(["cfsp"]);
	expect(await standing(2025)).toMatchObject({ standing: "done", missing: [] });
	const { papers } = await run(getPlanningYear, { jurisdictionId: state });
	expect(papers.filter(({ framework }) => framework === "ms-cqi")).toMatchObject([
		{ documentId: report, paper: "yearly", state: "submitted" },
		{ documentId: plan, paper: "plan", state: "accepted" },
	]);
});

it("INT-15: next year's plan is born from the last, marked until touched; with it the day of both papers is met (MS-21)", async () => {
	await run(recordCalendarOccasion, {
		...{ jurisdictionId: state, eventKind: "cqi-day-set", on: plainDate("2025-11-30"), note: "Set by the CQI unit." },
	});
	const { id: next } = await run(startNextPlan, { documentId: plan });
	await expect(run(startNextPlan, { documentId: plan })).rejects.toThrow(/was started already/);
	const born = await facts(next);
	expect(born.cycle).toMatchObject({ startsOn: "2025-10-01", endsOn: "2026-09-30" });
	expect(born.goalUses.map(({ goalId }) => goalId)).toEqual([cfsp.goalId]);
	expect(born.answers.every(({ carried }) => carried)).toBe(true);
	const carried = (await errors(next)).filter((rule) => rule === "INT-15");
	expect(carried).toHaveLength(fieldsOf(getEdition("ms-cqi-2016")).filter(({ from }) => from === "answer").length);
	await writeAll(next);
	expect(await errors(next)).toEqual(["INT-14"]);
	await send(next);
	expect(await met()).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ ruleId: "ms-cqi", dueOn: "2025-11-30", completedOn: "2025-10-06", documentId: next }),
		]),
	);
});

it("prints baseline and target of an objective that no indicator of the catalogue measures", async () => {
	const { id: documentId } = await run(startPlan, {
		...{ jurisdictionId: state, editionId: "us-cfsp-2025-2029", startsOn: plainDate("2024-10-01") },
	});
	const area = { subjectKind: "systemic-factor" as const, codes: ["st"], label: "Staff and provider training" };
	const { id: focusAreaId } = await run(addComponent, { documentId, ...area });
	const goal = { documentId, focusAreaId, goalKind: "numeric", statement: "Supervisors are trained." } as const;
	const { objectiveId } = await run(addGoal, goal);
	await run(setObjective, {
		...{ documentId, objectiveId: objectiveId ?? "", version: 1, statement: "Supervisors with certificate, percent" },
		baseline: { value: 41.5, source: "Training records" },
		target: { value: 90, by: plainDate("2029-09-30") },
	});
	const paper = JSON.stringify((await run(getPaper, { documentId })).paper);
	for (const words of ["41.5", "90 by September 30, 2029", "Training records", "measure of the State’s own"]) {
		expect(paper).toContain(words);
	}
});

it("B1-04: courses of the training plan are rows with hours, match and cost, printed as a table with their sum", async () => {
	const { id: documentId } = await run(startPlan, {
		...{ jurisdictionId: state, editionId: "us-cfsp-2025-2029", startsOn: plainDate("2024-10-01") },
	});
	const course = {
		...({ documentId, kind: "training-course" } as const),
		...{ title: "Core training", audience: "New caseworkers" },
	};
	await expect(run(addPlanEntry, { ...course, hours: -1 })).rejects.toThrow(/not below 0/);
	await expect(run(addPlanEntry, { ...course, title: " " })).rejects.toThrow(/title of the course/);
	await run(addPlanEntry, {
		...{ ...course, setting: "University", provider: "Halcyon State University", duration: "Six weeks, full time" },
		...{ hours: 180, purpose: "Initial training", matchRate: "75", costAllocation: "Eligibility rate of care" },
		estimatedDollars: 240_000,
	});
	await run(addPlanEntry, { ...course, title: "Safe driving", matchRate: "none", estimatedDollars: 1500 });
	const paper = JSON.stringify((await run(getPaper, { documentId })).paper);
	for (const words of ["Six weeks, full time, 180 hours", "Initial training; 75 percent", "$240,000", "$241,500"]) {
		expect(paper).toContain(words);
	}
	const open = (await run(getPlan, { documentId })).checks.map(({ place }) => place.field);
	expect(open).not.toContain("targeted.courses");
});
