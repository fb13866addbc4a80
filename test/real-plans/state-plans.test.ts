import { afterAll, beforeAll, expect, test } from "vitest";
import { plainDate } from "../../src/domain/calendar/plain-date.ts";
import { judge } from "../../src/domain/measure/judgement.ts";
import { assemblePlan } from "../../src/domain/plan/assemble-plan.ts";
import { caIndicators, getIndicator } from "../../src/frameworks/ca-indicators/catalogue.ts";
import { readFigures } from "../../src/indicators/figures/read-figures.ts";
import { perform } from "../../src/operations/operation.ts";
import { setObjective } from "../../src/operations/set-objective.ts";
import { createTestClock, openTestStorage, type TestStorage } from "../support/test-storage.ts";
import { minnesota2007, missouri2004, northCarolina2025, washington2015 } from "./facts/state-plans.ts";
import { typeRealPlan } from "./type-real-plan.ts";

let storage: TestStorage;

beforeAll(async () => {
	storage = await openTestStorage(createTestClock("2024-06-15T17:00:00.000Z"));
});

afterAll(() => storage.end());

test("North Carolina 2025: five goals under five areas come back, and the plan ends where the edition says", async () => {
	const { facts, checks } = await (await typeRealPlan(storage, northCarolina2025)).view();
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
	// What is known of the plan are its goals: the outline's other items stay empty, and the goals rest on no finding here.
	expect([...new Set(checks.map(({ ruleId }) => ruleId))].sort()).toEqual(["B2-07", "INT-06", "INT-12", "INT-14"]);
});

test("Missouri 2004: baseline and target come back; the target is 5 percent of the baseline on top of it", async () => {
	const plan = await typeRealPlan(storage, missouri2004);
	const { facts } = await plan.view();
	const [objective] = assemblePlan(facts).components[0]?.goals[0]?.objectives ?? [];
	expect(objective?.baseline).toMatchObject({ value: 76.6, source: "Mean of 8 quarters, FY2003-FY2004" });
	expect(objective?.target).toMatchObject({ value: 80.4, by: "2006-12-31" });
	expect(Math.round(76.6 * 1.05 * 10) / 10).toBe(objective?.target?.value);
	await expect(
		perform(storage.performer, setObjective, plan.planner, {
			documentId: plan.documentId,
			objectiveId: objective?.objective.id ?? "",
			version: 1,
			measure: { indicator: "S1-I1", vintage: "cfsr2" },
		}),
	).rejects.toThrow("is not an indicator of the catalogue");
});

test("Washington 2015: a measure that must fall comes back with its three strategies", async () => {
	const { facts } = await (await typeRealPlan(storage, washington2015)).view();
	const [goal] = assemblePlan(facts).components[0]?.goals ?? [];
	const [objective] = goal?.objectives ?? [];
	expect([objective?.baseline?.value, objective?.target?.value, objective?.target?.by]).toEqual([4.5, 4, "2017-07-31"]);
	expect(goal?.strategies.map(({ number }) => number)).toEqual(["1.1", "1.2", "1.3"]);
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
