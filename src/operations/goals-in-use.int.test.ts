import { afterAll, beforeAll, expect, it } from "vitest";
import type { z } from "zod";
import {
	addActor,
	addPlace,
	createTestClock,
	openTestStorage,
	type TestStorage,
} from "../../test/support/test-storage.ts";
import { answerPaper, approveByLetter, writeStatePlan } from "../../test/support/write-state-plan.ts";
import { plainDate } from "../domain/calendar/plain-date.ts";
import type { Actor } from "../domain/people/may.ts";
import { assemblePlan } from "../domain/plan/assemble-plan.ts";
import { addComponent } from "./add-component.ts";
import { addGoal } from "./add-goal.ts";
import { addMilestone } from "./add-milestone.ts";
import { addStrategy } from "./add-strategy.ts";
import { adoptGoal } from "./adopt-goal.ts";
import { amendPart } from "./amend-part.ts";
import { closeGoal } from "./close-goal.ts";
import { getChecklist } from "./get-checklist.ts";
import { getHome } from "./get-home.ts";
import { getPaper } from "./get-paper.ts";
import { getPlan } from "./get-plan.ts";
import { getTheory } from "./get-theory.ts";
import { listServices } from "./list-services.ts";
import { listSharedGoals } from "./list-shared-goals.ts";
import { loadFigures } from "./load-figures.ts";
import { type Operation, perform } from "./operation.ts";
import { saveAnswer } from "./save-answer.ts";
import { saveProgress } from "./save-progress.ts";
import { saveServiceYear } from "./save-service-year.ts";
import { shareAnswer } from "./share-answer.ts";
import { shareGoal } from "./share-goal.ts";
import { startPip } from "./start-pip.ts";
import { startPlan } from "./start-plan.ts";
import { startYearlyPaper } from "./start-yearly-paper.ts";
import { takeGoalIn } from "./take-goal-in.ts";

// One goal, many uses: in the State's five years, from the plan to the final report, and in the counties that adopted it.

let storage: TestStorage;
let state: string;
let county: string;
let people: { planner: Actor; director: Actor };
let countyPlanner: Actor;
let written: Awaited<ReturnType<typeof writeStatePlan>>;
let report: string;
let assessment: string;
let pip: { id: string; goalId: string };

beforeAll(async () => {
	storage = await openTestStorage(createTestClock("2024-06-20T16:00:00.000Z"));
	state = await addPlace(storage, { kind: "state", code: "99", name: "State of Halcyon" });
	county = await addPlace(storage, { kind: "county", code: "99001", name: "Alder County", parentId: state });
	people = {
		planner: await addActor(storage, state, "state-planner"),
		director: await addActor(storage, state, "state-director"),
	};
	countyPlanner = await addActor(storage, county, "county-planner");
	written = await writeStatePlan(storage, people.planner, state);
	await approveByLetter(storage, written.documentId, people, "2024-06-20");
});
afterAll(() => storage.end());

const run = <Input extends z.ZodType, Output>(
	operation: Operation<Input, Output>,
	input: z.input<Input>,
	actor: Actor = people.planner,
): Promise<Output> => perform(storage.performer, operation, actor, input);
const graphOf = async (documentId: string) => assemblePlan((await run(getPlan, { documentId })).facts);
const paperText = async (documentId: string, submission?: number) =>
	JSON.stringify((await run(getPaper, { documentId, submission })).paper);
const itemOf = async (documentId: string, item: string) =>
	(await run(getChecklist, { documentId })).items.find((each) => each.item === item);

/** Everything that holds a report back is said; the goal's own progress in words of the year. */
async function writeReport(documentId: string, year: number, progress: string): Promise<void> {
	await answerPaper(storage, people.planner, documentId);
	for (const { service, years } of await run(listServices, { jurisdictionId: state })) {
		const said = years.find(({ federalFiscalYear }) => federalFiscalYear === year);
		await run(saveServiceYear, {
			...{ serviceId: service.id, federalFiscalYear: year, change: "no-change", version: said?.version ?? 0 },
		});
	}
	for (const { partId, partKind, version } of (await run(getPlan, { documentId })).facts.carriedParts) {
		await run(saveProgress, {
			...{ documentId, partId, version, standing: "continues", progress: partKind === "goal" ? progress : "" },
		});
	}
}

it("the checklist names every item of the outline, those that facts and files answer too", async () => {
	const { items } = await run(getChecklist, { documentId: written.documentId });
	const shown = (section: string) =>
		items.filter(({ item }) => item.startsWith(`${section}.`)).map(({ item, state }) => `${item} ${state}`);
	expect(shown("C4").slice(0, 4)).toEqual(["C4.1 from-facts", "C4.2 from-facts", "C4.3 written", "C4.4 from-facts"]);
	expect(shown("C13")).toEqual([1, 2, 3, 4, 5].map((n) => `C13.${n} empty`));
	expect(items.find(({ item }) => item === "C2.6")?.state).toBe("empty");
	expect(new Set(items.map(({ item }) => item)).size).toBe(items.length);
});

it("INT-02: a goal of an improvement plan is taken into the report once, with all that serves it, and the next report carries it", async () => {
	storage.clock.now = new Date("2025-04-01T16:00:00.000Z");
	const { id } = await run(startPip, {
		...{ jurisdictionId: state, pipType: "voluntary", review: "The State's own choice", areas: [] },
	});
	const [area] = (await run(getPlan, { documentId: id })).facts.focusAreas;
	const { id: goalId } = await run(addGoal, {
		...{ documentId: id, focusAreaId: area?.id ?? "", goalKind: "process", statement: "Meetings begin earlier." },
	});
	const { id: strategyId } = await run(addStrategy, {
		documentId: id,
		goalId,
		statement: "A facilitator in each county.",
	});
	const { id: milestoneId } = await run(addMilestone, {
		...{ documentId: id, strategyId, statement: "Facilitators named.", timeframeMonths: 6 },
		assignedPersonId: people.planner.personId,
	});
	pip = { id, goalId };
	const { documentId } = written;
	await expect(run(takeGoalIn, { documentId, goalId, label: "Meetings" })).rejects.toThrow();
	report = (await run(startYearlyPaper, { documentId })).id;
	const take = { documentId: report, goalId };
	await expect(run(takeGoalIn, { ...take })).rejects.toThrow("Choose an area of the report, or name a new one.");
	await expect(run(takeGoalIn, { ...take, goalId: strategyId, label: "x" })).rejects.toThrow("no such goal");
	await expect(run(takeGoalIn, { ...take, label: "Meetings" }, countyPlanner)).rejects.toThrow();
	const { focusAreaId } = await run(takeGoalIn, { ...take, label: "Meetings with families" });
	await expect(run(takeGoalIn, { ...take, focusAreaId })).rejects.toThrow("tells of this goal already");
	const graph = await graphOf(report);
	const [, taken] = graph.components;
	expect([taken?.focusArea.label, taken?.goals[0]?.number, taken?.goals[0]?.goal.id]).toEqual([
		...["Meetings with families", "1.0", goalId],
	]);
	for (const partId of [goalId, strategyId, milestoneId]) {
		expect(graph.carried.get(partId)?.standing).toBe("not-looked-at");
	}
	// It is the same goal: the plan that was accepted does not use it.
	expect((await graphOf(documentId)).components).toHaveLength(1);
});

it("a goal carries its number in each document that uses it, and a milestone has one last day in all of them (INT-09)", async () => {
	assessment = (
		await run(startPlan, {
			...{ jurisdictionId: state, editionId: "us-cfsr-4-statewide-assessment" },
			...{ startsOn: plainDate("2026-10-01"), endsOn: plainDate("2027-09-30") },
		})
	).id;
	for (const label of ["First", "Service array and resource development"]) {
		const { id: focusAreaId } = await run(addComponent, {
			...{ documentId: assessment, subjectKind: "other", codes: [], label },
		});
		const goal = { documentId: assessment, focusAreaId, goalKind: "numeric" } as const;
		await run(addGoal, { ...goal, statement: `A goal of ${label}` });
		if (label !== "First") await run(addGoal, { ...goal, statement: "", existingGoalId: written.goalId });
	}
	const { usedIn } = await run(getTheory, { documentId: written.documentId, goalId: written.goalId });
	expect(usedIn.map(({ documentId, component, number }) => [documentId, component, number])).toEqual([
		[written.documentId, 1, "1.0"],
		[assessment, 2, "2.0"],
		[report, 1, "1.0"],
	]);
	const days = async (documentId: string) =>
		(await graphOf(documentId)).components.flatMap(({ goals }) =>
			goals.flatMap(({ goal, strategies }) =>
				goal.id === written.goalId ? strategies.flatMap(({ milestones }) => milestones.map(({ dueOn }) => dueOn)) : [],
			),
		);
	for (const id of [written.documentId, assessment, report]) expect(await days(id)).toEqual(["2025-09-30"]);
});

it("INT-08: an amendment keeps before, after, reason and changed circumstance, and those who adopted the goal read them", async () => {
	const { id: sharedGoalId } = await run(shareGoal, { goalId: written.goalId, note: "" });
	const adopt = { sharedGoalId, jurisdictionId: county, objectiveId: written.objectiveId, target: 45 };
	await run(adoptGoal, adopt, countyPlanner);
	const target = (await run(getPlan, { documentId: report })).facts.targets.find((each) => each.benchmarkYear === null);
	await run(amendPart, {
		...{ documentId: report, partKind: "target", partId: target?.id ?? "", version: target?.version ?? 0 },
		...{ field: "value", after: "42", reason: "Courts hear cases sooner.", circumstance: "A new law of 2025." },
		...{ agreedBy: "Winifred Thorsby", agreedOn: plainDate("2025-03-30") },
	});
	const text = await paperText(report);
	expect(text).toContain("Why: Courts hear cases sooner. Changed circumstance: A new law of 2025. Agreed by");
	const { goals } = await run(listSharedGoals, {}, countyPlanner);
	expect(goals[0]?.revisions).toMatchObject([{ kind: "target", field: "value", before: "40", after: "42" }]);
	expect(goals[0]?.revisions[0]?.reason).toContain("Changed circumstance: A new law of 2025.");
	expect(goals[0]?.objectives[0]?.adoptions[0]?.revisedSince).toBe(1);
	// Nothing else of the State's documents is theirs to read.
	await expect(run(getPlan, { documentId: report }, countyPlanner)).rejects.toThrow();
	expect(goals[0]?.usedIn).toEqual([]);
});

it("B2-04: the final report tells of each goal what every year brought, and a closed goal is told to those who adopted it", async () => {
	const csv = [
		"county,indicator,vintage,period_start,period_end,population,numerator,denominator,value,source,as_of",
		"99,4P1,cfsr4,2024-10-01,2025-09-30,all,365,1000,,Extract,2025-11-01",
		"99,4P1,cfsr4,2025-10-01,2026-09-30,all,362,1000,,Extract,2026-11-01",
	].join("\n");
	await writeReport(report, 2026, "Two of eight counties began.");
	expect(await itemOf(report, "A3.1")).toMatchObject({ state: "from-facts", file: null });
	// One paragraph in two documents: the report that was sent keeps what stood there.
	const text = (value: string, version: number) =>
		run(saveAnswer, { documentId: assessment, field: "context.vision", value, version });
	const sharedVersion = async () => {
		const { answers } = (await run(getPlan, { documentId: report })).facts;
		return answers.find(({ field }) => field === "update.assessment")?.version ?? 0;
	};
	await text("Written in the assessment.", 0);
	await run(shareAnswer, {
		...{ documentId: report, field: "update.assessment", version: await sharedVersion() },
		from: { documentId: assessment, field: "context.vision" },
	});
	await text("Written anew in the assessment.", 1);
	expect(await paperText(report)).toContain("Written anew in the assessment.");
	await approveByLetter(storage, report, people, "2025-04-01");
	await text("Changed after the report was sent.", 2);
	for (const submission of [undefined, 1]) {
		const sent = await paperText(report, submission);
		expect(sent).toContain("Written anew in the assessment.");
		expect(sent).not.toContain("Changed after the report was sent.");
	}
	storage.clock.now = new Date("2026-04-01T16:00:00.000Z");
	const { id: second } = await run(startYearlyPaper, { documentId: written.documentId });
	expect((await graphOf(second)).carried.has(pip.goalId)).toBe(true);
	await writeReport(second, 2027, "Six of eight counties began.");
	await approveByLetter(storage, second, people, "2026-04-01");
	storage.clock.now = new Date("2029-12-01T16:00:00.000Z");
	await run(loadFigures, { jurisdictionId: state, fileName: "s.csv", bytes: new TextEncoder().encode(csv) });
	const { id: last } = await run(startYearlyPaper, { documentId: written.documentId, final: true });
	const graph = await graphOf(last);
	const lastText = await paperText(last);
	for (const words of [
		"Report for federal fiscal year 2026: continues. Two of eight counties began.",
		"Report for federal fiscal year 2027: continues. Six of eight counties began.",
		"results by federal fiscal year",
		"36.5%, ",
		"36.2%, ",
	]) {
		expect(lastText).toContain(words);
	}
	expect(await itemOf(last, "F1.1")).toMatchObject({ state: "empty", sectionKind: "progress" });
	const verdicts = /"FFY 2025".*?"(met|not met)".*?"FFY 2026".*?"(met|not met)"/su.exec(lastText);
	expect(verdicts?.slice(1)).toEqual(["met", "not met"]);
	const closings = async () => (await run(listSharedGoals, {}, countyPlanner)).goals[0]?.closed ?? null;
	for (const { partId, partKind, version } of graph.carried.values()) {
		if (partKind !== "goal") continue;
		await run(closeGoal, {
			...{
				documentId: last,
				goalId: partId,
				version,
				closing: "dropped",
				closingReason: "Another goal takes its place.",
			},
		});
	}
	expect((await itemOf(last, "F1.1"))?.state).toBe("from-facts");
	// A draft is the State's.
	expect(await closings()).toBeNull();
	await answerPaper(storage, people.planner, last);
	await approveByLetter(storage, last, people, "2029-12-01");
	expect(await closings()).toMatchObject({ closing: "dropped", closingReason: "Another goal takes its place." });
	expect((await run(getHome, {}, countyPlanner)).revisedGoals).toMatchObject([
		{ place: "Alder County", what: "closed" },
	]);
	const [shared] = (await run(listSharedGoals, {}, countyPlanner)).goals;
	const place = await addPlace(storage, { kind: "county", code: "99003", name: "Birch County", parentId: state });
	const late = await addActor(storage, place, "county-planner");
	const adopt = {
		sharedGoalId: shared?.shared.id ?? "",
		...{ jurisdictionId: place, objectiveId: written.objectiveId, target: 45 },
	};
	await expect(run(adoptGoal, adopt, late)).rejects.toThrow("The State has closed this goal (dropped");
	const [mine] = shared?.objectives[0]?.adoptions ?? [];
	expect(mine?.adoption.target).toBe(45);
	await run(
		adoptGoal,
		{ ...adopt, jurisdictionId: county, target: 44, version: mine?.adoption.version ?? 0 },
		countyPlanner,
	);
});

it("INT-09: whoever answers for a milestone has the same day on the first page as in every document", async () => {
	const dayIn = async (documentId: string) =>
		(await graphOf(documentId)).components
			.flatMap(({ goals }) => goals)
			.find(({ goal }) => goal.id === pip.goalId)
			?.strategies.flatMap(({ milestones }) => milestones)[0]?.dueOn;
	const [mine] = (await run(getHome, {})).milestones;
	expect(mine?.dueOn).toBeDefined();
	expect([await dayIn(pip.id), await dayIn(report)]).toEqual([mine?.dueOn, mine?.dueOn]);
});
