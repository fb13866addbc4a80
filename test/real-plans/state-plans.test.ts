import { afterAll, beforeAll, expect, test } from "vitest";
import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import { judgeTarget } from "../../src/domain/measure/judge-target.ts";
import { judge } from "../../src/domain/measure/judgement.ts";
import { assemblePlan } from "../../src/domain/plan/assemble-plan.ts";
import { caIndicators, getIndicator } from "../../src/frameworks/ca-indicators/catalogue.ts";
import { readFigures } from "../../src/indicators/figures/read-figures.ts";
import { addGoal } from "../../src/operations/add-goal.ts";
import { addMilestone } from "../../src/operations/add-milestone.ts";
import { addStrategy } from "../../src/operations/add-strategy.ts";
import { adoptGoal } from "../../src/operations/adopt-goal.ts";
import { changePart } from "../../src/operations/change-part.ts";
import { getPaper } from "../../src/operations/get-paper.ts";
import { getPip } from "../../src/operations/get-pip.ts";
import { getPlan } from "../../src/operations/get-plan.ts";
import { listSharedGoals } from "../../src/operations/list-shared-goals.ts";
import { perform } from "../../src/operations/operation.ts";
import { recordMeasurementResult } from "../../src/operations/record-measurement-result.ts";
import { recordMonthlyRatio } from "../../src/operations/record-monthly-ratio.ts";
import { saveMeasurementItem } from "../../src/operations/save-measurement-item.ts";
import { setObjective } from "../../src/operations/set-objective.ts";
import { shareGoal } from "../../src/operations/share-goal.ts";
import { startPip } from "../../src/operations/start-pip.ts";
import { addActor, addPlace, createTestClock, openTestStorage, type TestStorage } from "../support/test-storage.ts";
import {
	california2009,
	kansas2021,
	minnesota2007,
	missouri2004,
	newJersey2017,
	northCarolina2025,
	northCarolinaAgreements,
	northCarolinaCascade,
	type OwnMeasure,
	oklahomaRatios,
	washington2015,
} from "./facts/state-plans.ts";
import { loadRealFigures, type TypedPlan, typeRealPlan } from "./type-real-plan.ts";

let storage: TestStorage;

beforeAll(async () => {
	storage = await openTestStorage(createTestClock("2024-06-15T17:00:00.000Z"));
});

afterAll(() => storage.end());

/** What stands in the paper, as the plan's own edition prints it. */
async function paperOf(plan: TypedPlan): Promise<string> {
	const { documentId, planner } = plan;
	return JSON.stringify((await perform(storage.performer, getPaper, planner, { documentId })).paper);
}

test("North Carolina 2025: five goals under five areas come back, and the plan ends where the edition says", async () => {
	const plan = await typeRealPlan(storage, northCarolina2025);
	const { facts, checks } = await plan.view();
	expect(facts.cycle).toMatchObject({ startsOn: "2024-10-01", endsOn: "2029-09-30" });
	const goals = assemblePlan(facts).components.map(({ focusArea, goals: [goal] }) => [
		focusArea.codes.join(" "),
		goal?.number,
		goal?.goal.statement,
	]);
	expect(goals).toEqual([
		["S1 S2", "1.0", "All child welfare staff are better able to assess safety throughout a family's involvement"],
		["sa", "1.0", "More access to services so that children stay in the safest, least restrictive setting"],
		["st", "1.0", "A stable, competent and professional child welfare workforce"],
		["qa", "1.0", "Continuous quality improvement is implemented"],
		["ar", "1.0", "Stakeholder engagement makes services responsive to communities and improves outcomes"],
	]);
	const paper = await paperOf(plan);
	for (const [, , statement] of goals) expect(paper).toContain(statement);
	// What was not readable is missing, and is asked for: texts, services, a finding under each goal.
	expect([...new Set(checks.map(({ ruleId }) => ruleId))].toSorted()).toEqual(["B2-07", "INT-06", "INT-12", "INT-14"]);
});

test("Missouri 2004: baseline and target come back; the target is 5 percent of the baseline on top of it", async () => {
	const plan = await typeRealPlan(storage, missouri2004);
	const { facts } = await plan.view();
	const [objective] = assemblePlan(facts).components[0]?.goals[0]?.objectives ?? [];
	expect(objective?.baseline).toMatchObject({ value: 76.6, source: "Mean of 8 quarters, FY2003-FY2004" });
	expect(objective?.target).toMatchObject({ value: 80.4, by: "2006-12-31" });
	expect(Math.round(76.6 * 1.05 * 10) / 10).toBe(objective?.target?.value);
	expect(await paperOf(plan)).toContain("Investigations are begun in time");
	await expect(
		perform(storage.performer, setObjective, plan.planner, {
			documentId: plan.documentId,
			objectiveId: objective?.objective.id ?? "",
			version: 1,
			measure: { indicator: "S1-I1", vintage: "cfsr2" },
		}),
	).rejects.toThrow("is not an indicator of the catalogue");
});

test("Missouri 2004: as a line of the measurement plan, baseline and the relative target are printed as published", async () => {
	const jurisdictionId = await addPlace(storage, { kind: "state", code: "29-2", name: "Missouri" });
	const planner = await addActor(storage, jurisdictionId, "state-planner");
	const { id: documentId } = await perform(storage.performer, startPip, planner, {
		...{ jurisdictionId, pipType: "traditional", review: "Round 1", areas: ["S1"], items: ["1"] },
		noticeReceivedOn: plainDate("2004-01-05"),
	});
	const { facts } = await perform(storage.performer, getPlan, planner, { documentId });
	const { id: goalId } = await perform(storage.performer, addGoal, planner, {
		...{ documentId, focusAreaId: facts.focusAreas[0]?.id ?? "", goalKind: "numeric" },
		statement: "Investigations are begun in time",
	});
	await perform(storage.performer, saveMeasurementItem, planner, {
		...{ documentId, goalId, subjectKind: "item", code: "1", label: "Timeliness of initiating investigations" },
		...{ method: "negotiated", better: "higher", goal: 80.4, goalBy: plainDate("2006-12-31") },
		...{ baseline: { value: 76.6, source: "Mean of 8 quarters, FY2003-FY2004" } },
		note: "Five percent of the baseline on top of it",
	});
	const paper = JSON.stringify((await perform(storage.performer, getPaper, planner, { documentId })).paper);
	for (const words of ["Baseline: 76.6. Goal: 80.4.", "Source: Mean of 8 quarters"]) expect(paper).toContain(words);
});

test("Washington 2015: a measure that must fall comes back with its three strategies", async () => {
	const plan = await typeRealPlan(storage, washington2015);
	const { facts } = await plan.view();
	const [goal] = assemblePlan(facts).components[0]?.goals ?? [];
	const [objective] = goal?.objectives ?? [];
	expect([objective?.baseline?.value, objective?.target?.value, objective?.target?.by]).toEqual([4.5, 4, "2017-07-31"]);
	expect(goal?.strategies.map(({ number }) => number)).toEqual(["1.1", "1.2", "1.3"]);
	const paper = await paperOf(plan);
	for (const { strategy } of goal?.strategies ?? []) expect(paper).toContain(strategy.statement);
});

test("Minnesota 2007: six pairs of counts give the published percentages, met and not met as they were then", () => {
	const { place, figures, published } = minnesota2007;
	const rows = figures.map(({ indicator, vintage, from, to, numerator, denominator, source, dataAsOf }) =>
		[indicator, vintage, from, to, numerator, denominator, source, dataAsOf].join(","),
	);
	const text = ["indicator,vintage,period start,period end,numerator,denominator,source,data as of", ...rows].join(
		"\n",
	);
	const reading = readFigures(
		{ bytes: new TextEncoder().encode(text) },
		{
			counties: [{ id: "00000000-0000-4000-8000-000000000027", code: place.code, name: place.name }],
			catalogue: caIndicators,
			defaultVintages: ["cfsr2"],
			today: plainDate("2024-06-15"),
		},
	);
	expect(reading.taken).toBe(true);
	expect(reading.figures.map(({ numerator, denominator }) => [numerator, denominator])).toEqual(
		figures.map(({ numerator, denominator }) => [numerator, denominator]),
	);
	const found = reading.figures.map((figure, at) => {
		const { unit, desiredDirection, standard } = getIndicator("cfsr2", figure.indicator);
		const { verdict } = judge(figure, { unit: unit ?? "percent", direction: desiredDirection }, standard);
		const decimals = published[at]?.decimals ?? 1;
		return {
			indicator: figure.indicator,
			value: Number(figure.value.toFixed(decimals)),
			decimals,
			meets: verdict === "meets",
		};
	});
	expect(found).toEqual(published);
});

test("Minnesota 2007: loaded as the State's own figures, they are printed in its statewide assessment and judged as they were", async () => {
	const { place, figures, published } = minnesota2007;
	const plan = await typeRealPlan(storage, {
		...{ id: "mn-cfsr-data-profile-2007", place, editionId: "us-cfsr-4-statewide-assessment" },
		...{ startsOn: "2023-10-01", endsOn: "2024-09-30" },
	});
	expect(await loadRealFigures(storage, plan, figures)).toMatchObject({ result: "taken", added: 6 });
	const { observations } = (await plan.view()).facts;
	for (const { indicator, value, decimals, meets } of published.filter(
		(each, at) => published.findLastIndex((other) => other.indicator === each.indicator) === at,
	)) {
		const newest = observations.findLast((each) => each.indicator === indicator);
		if (!newest) throw new Error(`${indicator} did not come back.`);
		const { unit, desiredDirection, standard } = getIndicator("cfsr2", indicator);
		const { verdict } = judge(newest, { unit: unit ?? "percent", direction: desiredDirection }, standard);
		expect([Number(newest.value.toFixed(decimals)), verdict === "meets"]).toEqual([value, meets]);
		expect(await paperOf(plan)).toContain(`${indicator} (cfsr2)`);
	}
});

test("Oklahoma, homes per child: both counts of each month are kept, and the ratio is printed as published", async () => {
	const jurisdictionId = await addPlace(storage, { kind: "state", code: "40", name: "Oklahoma" });
	const planner = await addActor(storage, jurisdictionId, "state-planner");
	storage.clock.now = new Date("2026-01-15T17:00:00.000Z");
	const { id: documentId } = await perform(storage.performer, startPip, planner, {
		...{ jurisdictionId, pipType: "home-for-every-child", review: "Pilot", areas: [] },
		noticeReceivedOn: plainDate("2026-01-05"),
	});
	for (const { month, numerator, denominator } of oklahomaRatios) {
		await perform(storage.performer, recordMonthlyRatio, planner, {
			...{ documentId, code: "home-to-child", month: plainDate(month), numerator, denominator, source: "Press" },
		});
	}
	const paper = JSON.stringify((await perform(storage.performer, getPaper, planner, { documentId })).paper);
	for (const { published } of oklahomaRatios) expect(paper).toContain(published);
});

/** Starts a plan of an agency's own accord, which no authority must approve. */
async function startOwnPlan(code: string, name: string, today: string) {
	const jurisdictionId = await addPlace(storage, { kind: "state", code, name });
	const planner = await addActor(storage, jurisdictionId, "state-planner");
	storage.clock.now = new Date(`${today}T17:00:00.000Z`);
	const { id: documentId } = await perform(storage.performer, startPip, planner, {
		...{ jurisdictionId, pipType: "voluntary", review: name, areas: [] },
	});
	const { facts } = await perform(storage.performer, getPlan, planner, { documentId });
	const focusAreaId = facts.focusAreas[0]?.id ?? "";
	const paper = async () => JSON.stringify((await perform(storage.performer, getPaper, planner, { documentId })).paper);
	return { documentId, planner, focusAreaId, paper };
}

test.each<[string, string, string, readonly OwnMeasure[]]>([
	["37-2", "North Carolina, agreements with counties", "2020-07-15", northCarolinaAgreements],
	["34", "New Jersey, monthly report of November 2017", "2017-12-15", newJersey2017],
	["20", "Kansas, community based family services", "2021-07-15", kansas2021],
])("%s %s: measures of an agency's own are judged as published, and printed", async (code, name, today, measures) => {
	const { documentId, planner, focusAreaId, paper } = await startOwnPlan(code, name, today);
	const { id: goalId } = await perform(storage.performer, addGoal, planner, {
		...{ documentId, focusAreaId, goalKind: "numeric", statement: name },
	});
	for (const { name: label, better, goal, found } of measures) {
		const { id: itemId } = await perform(storage.performer, saveMeasurementItem, planner, {
			...{ documentId, goalId, subjectKind: "other", label, method: "negotiated", better, goal: goal ?? null },
		});
		if (!found) continue;
		await perform(storage.performer, recordMeasurementResult, planner, {
			...{ documentId, itemId, value: found.value },
			...{ periodStart: plainDate(found.from), periodEnd: plainDate(found.to) },
		});
	}
	const { view } = await perform(storage.performer, getPip, planner, { documentId });
	const judged = new Map(view.measurement.map(({ item, standing }) => [item.label, standing.state]));
	expect(Object.fromEntries(judged)).toEqual(
		Object.fromEntries(measures.map(({ name: label, judged }) => [label, judged])),
	);
	const printed = await paper();
	for (const { name: label, goal, found } of measures) {
		expect(printed).toContain(label);
		if (goal !== undefined) expect(printed).toContain(`Goal: ${goal}.`);
		if (found) expect(printed).toContain(`"${found.value}"`);
	}
});

test("North Carolina, agreements with counties: three federal measures are goals of the State, and two counties take them up", async () => {
	const { goals, counties, state } = northCarolinaCascade;
	const { documentId, planner, focusAreaId, paper } = await startOwnPlan(
		"37-3",
		"North Carolina cascade",
		"2020-07-15",
	);
	const { jurisdictionId } = (await perform(storage.performer, getPlan, planner, { documentId })).facts.document;
	await loadRealFigures(storage, { jurisdictionId, planner }, [{ ...state, vintage: "cfsr3", dataAsOf: "2018-12-31" }]);
	const planners = [];
	for (const county of counties) {
		const id = await addPlace(storage, { kind: "county", ...county, parentId: jurisdictionId });
		planners.push({ id, actor: await addActor(storage, id, "county-planner") });
	}
	for (const { indicator, statement, target: value } of goals) {
		const { id: goalId, objectiveId } = await perform(storage.performer, addGoal, planner, {
			...{ documentId, focusAreaId, goalKind: "numeric", statement },
		});
		await perform(storage.performer, setObjective, planner, {
			...{ documentId, objectiveId: objectiveId ?? "", version: 1, measure: { indicator, vintage: "cfsr3" } },
			target: { value, by: plainDate("2021-06-30") },
		});
		const { id: sharedGoalId } = await perform(storage.performer, shareGoal, planner, { goalId });
		for (const { id, actor } of planners) {
			const adopt = { sharedGoalId, jurisdictionId: id, objectiveId: objectiveId ?? null };
			await perform(storage.performer, adoptGoal, actor, adopt);
		}
	}
	const shared = (await perform(storage.performer, listSharedGoals, planner, {})).goals;
	const stands = shared.map(({ goal, objectives: [part] }) => [
		...[goal.statement, part?.target?.value],
		...(part?.adoptions.map(({ place, adoption }) => `${place.name} ${adoption.target ?? "none"}`) ?? []),
	]);
	expect(stands.toSorted()).toEqual(
		goals.map(({ statement, target }) => [statement, target, "Lee County none", "Orange County none"]).toSorted(),
	);
	// No county's figure was readable: nothing is added up, least of all percentages.
	expect(shared.map(({ objectives: [part] }) => part?.together)).toEqual([null, null, null]);
	const printed = await paper();
	for (const { statement } of goals) expect(printed).toContain(statement);
	// As published, the State's 34 percent falls short of 40.5: its own target, for observed performance is not held to the federal one.
	const nodes = assemblePlan((await perform(storage.performer, getPlan, planner, { documentId })).facts)
		.components.flatMap((component) => component.goals)
		.flatMap(({ objectives }) => objectives);
	const permanency = nodes.find(({ measure }) => measure?.indicator === "3-P1");
	const judged =
		permanency?.measure && permanency.target
			? judgeTarget(permanency.target, permanency.measure, permanency.observations)
			: undefined;
	expect(judged).toMatchObject({ verdict: "not-met", observation: { value: 34 } });
});

test("California 2009, quarter 3: what was completed is kept of its key activity, under goal and strategy, and printed", async () => {
	const { documentId, planner, focusAreaId, paper } = await startOwnPlan("06", "California", "2010-07-15");
	for (const { goal, strategy, completed } of california2009) {
		const { id: goalId } = await perform(storage.performer, addGoal, planner, {
			...{ documentId, focusAreaId, goalKind: "process", statement: goal },
		});
		const { id: strategyId } = await perform(storage.performer, addStrategy, planner, {
			...{ documentId, goalId, statement: strategy },
		});
		for (const statement of completed) {
			const { id } = await perform(storage.performer, addMilestone, planner, { documentId, strategyId, statement });
			await perform(storage.performer, changePart, planner, {
				...{ documentId, kind: "milestone" as const, id, version: 1 },
				patch: { status: "completed", completedOn: plainDate("2010-06-30") },
			});
		}
	}
	const { facts } = await perform(storage.performer, getPlan, planner, { documentId });
	const goals = assemblePlan(facts).components.flatMap((component) => component.goals);
	expect(goals.map(({ number, strategies: [first] }) => [number, first?.number, first?.milestones.length])).toEqual([
		["1.0", "1.1", 2],
		["2.0", "2.1", 1],
		["3.0", "3.1", 1],
		["4.0", "4.1", 0],
	]);
	const printed = await paper();
	for (const { goal, strategy, completed } of california2009) {
		for (const words of [goal, strategy, ...completed]) expect(printed).toContain(words);
	}
	// The plan prints what was agreed; how it stands is printed by its progress reports.
	expect(facts.milestones.map(({ status, completedOn }) => [status, completedOn])).toEqual(
		Array.from({ length: 4 }, () => ["completed", "2010-06-30"]),
	);
});
