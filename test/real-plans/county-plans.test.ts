import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CheckResult } from "../../src/domain/document/checks/check-result.ts";
import { assemblePlan } from "../../src/domain/plan/assemble-plan.ts";
import { getOutcome } from "../../src/operations/get-outcome.ts";
import type { PlanView } from "../../src/operations/get-plan.ts";
import { perform } from "../../src/operations/operation.ts";
import { takeStep } from "../../src/operations/take-step.ts";
import { createTestClock, openTestStorage, type TestStorage } from "../support/test-storage.ts";
import {
	elDorado2009,
	elDorado2017,
	fresno2010,
	imperial2009,
	orange2009,
	orangeComposite,
	sacramento2017,
	sanDiego2006,
	sanMateo2004,
	tulare2006,
} from "./facts/county-plans.ts";
import { loadRealFigures, type TypedPlan, typeRealPlan } from "./type-real-plan.ts";

let storage: TestStorage;

beforeAll(async () => {
	storage = await openTestStorage(createTestClock("2018-03-01T17:00:00.000Z"));
});

afterAll(() => storage.end());

/** Severities of the checks of one rule that have something to say. */
function say(checks: readonly CheckResult[], rule: string): readonly string[] {
	return checks.filter((check) => check.ruleId === rule).map((check) => check.severity);
}

function componentsOf({ facts }: PlanView) {
	return assemblePlan(facts).components.map(({ focusArea, number }) => ({
		number,
		codes: focusArea.codes,
		label: focusArea.label,
	}));
}

describe("Orange 2009", () => {
	let plan: TypedPlan;
	beforeAll(async () => {
		plan = await typeRealPlan(storage, orange2009);
	});

	test("the term, the day of submission and the component come back", async () => {
		const view = await plan.view();
		expect(view.facts.cycle).toMatchObject({ startsOn: "2009-11-07", endsOn: "2012-11-07" });
		expect(view.facts.document).toMatchObject({ state: "submitted", submittedOn: "2009-11-07" });
		expect(view.submissions).toHaveLength(1);
		expect(componentsOf(view)).toEqual([
			{ number: 1, codes: ["C4", "C4.1", "C4.2"], label: "Stability: one or two placements in foster care" },
		]);
	});

	test("placement stability rose from 69.0 to 79.7 percent and was below the goal of 86.0", async () => {
		expect(await loadRealFigures(storage, plan, orange2009.figures ?? [])).toMatchObject({ result: "taken", added: 2 });
		const { jurisdictionId } = plan;
		const outcome = await perform(storage.performer, getOutcome, plan.planner, {
			jurisdictionId,
			vintage: "cfsr2",
			code: "C4.1",
		});
		const [series] = outcome.series;
		expect(series?.observations.map(({ value, periodStart, periodEnd }) => [value, periodStart, periodEnd])).toEqual([
			[69, "2002-07-01", "2003-06-30"],
			[79.7, "2008-01-01", "2008-12-31"],
		]);
		expect(series?.indicator.standard).toMatchObject({ value: 86, kind: "national-standard" });
		expect(series?.judgement).toEqual({
			verdict: "below",
			reason: "79.7% falls short of the national standard of 86.0% or more.",
		});
		expect(outcome.findings.map(({ state, label }) => [state, label])).toEqual([
			["proposed", "Placement stability (8 days to 12 months in care)"],
		]);
	});

	test("a composite's score is refused by name: the catalogue holds single measures", async () => {
		const refused = await loadRealFigures(storage, plan, [orangeComposite]);
		expect(refused.result).toBe("refused");
		const rules = refused.result === "refused" ? refused.problems.map(({ rule }) => rule.id) : [];
		expect(rules).toContain("indicator-unknown");
	});
});

describe("Imperial 2009", () => {
	test("all eight components come back in order, the joint one with two codes, two without a code", async () => {
		const view = await (await typeRealPlan(storage, imperial2009)).view();
		expect(componentsOf(view).map(({ codes }) => codes.join("/"))).toEqual([
			"S1.1",
			"C1.4",
			"C2.1",
			"C3.1",
			"C4.1",
			"2B/2C",
			"",
			"",
		]);
		expect(view.facts.cycle).toMatchObject({ startsOn: "2009-04-10", endsOn: "2012-04-10" });
	});

	test("under the edition of 2004, eight components and the joint one are warned about, and the cover is open", async () => {
		const place = { kind: "county", code: "99025", name: "Imperial, under the edition of 2004" } as const;
		const { checks } = await (
			await typeRealPlan(storage, { ...imperial2009, place, editionId: "ca-ccfsr-2004" })
		).view();
		expect(say(checks, "SIP-37")).toEqual(["warning"]);
		expect(checks.find(({ ruleId }) => ruleId === "SIP-37")?.message).toContain("8 components");
		expect(checks.filter(({ ruleId }) => ruleId === "SIP-36").map(({ message }) => message)).toContainEqual(
			expect.stringContaining("joins 2B and 2C"),
		);
		expect(say(checks, "SIP-5")).toEqual([]);
		expect(say(checks, "SIP-16")).toEqual(["error"]);
	});
});

describe("Sacramento 2017", () => {
	test("five outcomes and four strategies come back; one strategy serves two outcomes and is held once", async () => {
		const { facts, checks } = await (await typeRealPlan(storage, sacramento2017)).view();
		const components = assemblePlan(facts).components;
		expect(components.map(({ focusArea }) => focusArea.codes[0])).toEqual(["3-S2", "3-P4", "3-P3", "3-P5", "3-S1"]);
		const strategies = components.map(({ goals }) =>
			goals.flatMap((goal) => goal.strategies.map(({ number, strategy }) => `${number} ${strategy.statement}`)),
		);
		expect(strategies[0]).toEqual(["1.1 Child and Family Team meetings for prevention, reunification and aftercare"]);
		expect(strategies[1]).toEqual(strategies[0]);
		expect(facts.strategies).toHaveLength(4);
		expect(facts.cycle.endsOn).toBe("2021-12-31");
		for (const clear of ["SIP-1", "SIP-5", "SIP-13", "SIP-15", "SIP-35", "SIP-36"])
			expect(say(checks, clear)).toEqual([]);
	});
});

describe("Tulare 2006", () => {
	test("the cover sheet comes back; a term of 24 months is warned about, the quarter passes", async () => {
		const view = await (await typeRealPlan(storage, tulare2006)).view();
		const answers = Object.fromEntries(view.facts.answers.map(({ field, value }) => [field, value]));
		expect(answers).toEqual(tulare2006.answers);
		expect(say(view.checks, "SIP-5")).toEqual(["warning"]);
		expect(view.checks.find(({ ruleId }) => ruleId === "SIP-5")?.message).toContain("24 months");
		expect(say(view.checks, "SIP-16")).toEqual([]);
		expect(say(view.checks, "SIP-1")).toEqual([]);
		expect(say(view.checks, "SIP-13")).toEqual([]);
	});

	test("what could be read of it is not enough to hand it in: the refusal says so", async () => {
		const place = { ...tulare2006.place, code: "99107", name: "Tulare, again" };
		const plan = await typeRealPlan(storage, { ...tulare2006, place });
		const { documentId } = plan;
		await expect(
			perform(storage.performer, takeStep, plan.planner, { documentId, action: "mark-ready", version: 1 }),
		).rejects.toThrow(/checks still have something to fix/);
	});
});

test("San Diego 2006: a span of years in the place of a quarter is kept as written, and is an error", async () => {
	const { facts, checks } = await (await typeRealPlan(storage, sanDiego2006)).view();
	expect(facts.answers.map(({ value }) => value)).toEqual(["1998-01/2004-12"]);
	expect(say(checks, "SIP-16")).toEqual(["error"]);
	expect(facts.cycle.endsOn).toBe("2009-07-30");
});

test("San Mateo 2004: the team comes back in order; a term of 12 months and the groups that are missing are told", async () => {
	const { facts, checks } = await (await typeRealPlan(storage, sanMateo2004)).view();
	const team = assemblePlan(facts).team.map(({ member, party }) => [party?.name, member.group]);
	expect(team).toEqual(sanMateo2004.team);
	expect(say(checks, "SIP-5")).toEqual(["warning"]);
	for (const clear of ["SIP-80", "SIP-81", "SIP-83", "SIP-86", "SIP-87", "SIP-93"])
		expect(say(checks, clear)).toEqual([]);
	for (const open of ["SIP-82", "SIP-85", "SIP-88", "SIP-89", "SIP-90", "SIP-92", "SIP-95"]) {
		expect(say(checks, open)).toEqual(["error"]);
	}
});

test("El Dorado 2009: its three areas come back in order, for three years", async () => {
	const place = { ...elDorado2009.place, code: "99017", name: "El Dorado, three years of 2009" };
	const view = await (await typeRealPlan(storage, { ...elDorado2009, place })).view();
	expect(componentsOf(view).map(({ label }) => label)).toEqual([
		"Recurrence of maltreatment",
		"Re-entry following reunification",
		"Placement stability",
	]);
	expect(view.facts.cycle).toMatchObject({ startsOn: "2009-05-12", endsOn: "2012-05-11" });
	for (const clear of ["SIP-5", "SIP-37"]) expect(say(view.checks, clear)).toEqual([]);
	// The area whose measure is not said is asked for it.
	expect(say(view.checks, "SIP-36")).toEqual(["error"]);
});

test("El Dorado 2017: the term of sixty months follows from the edition; Fresno 2010: a stretched term is taken", async () => {
	const elDorado = await (await typeRealPlan(storage, elDorado2017)).view();
	expect(elDorado.facts.cycle).toMatchObject({ startsOn: "2017-04-17", endsOn: "2022-04-16" });
	const fresno = await (await typeRealPlan(storage, fresno2010)).view();
	expect(fresno.facts.cycle).toMatchObject({ startsOn: "2010-03-26", endsOn: "2015-12-28" });
});
