import { expect, test } from "vitest";
import { changeAnswer, changeFact, sample, sampleId, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { checkRule, expectFires } from "../../../../test/support/sip-checks.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import type { PlanFacts } from "../../../domain/plan/plan-graph.ts";

const [firstStrategy = "", , lastStrategy = ""] = sample.strategies;
const [firstMilestone = "", secondMilestone = ""] = sample.milestones;
const milestone =
	(changed: Partial<PlanFacts["milestones"][number]>, id = secondMilestone) =>
	(facts: PlanFacts) =>
		changeFact(facts, "milestones", id, changed);
const strategy = (changed: Partial<PlanFacts["strategies"][number]>) => (facts: PlanFacts) =>
	changeFact(facts, "strategies", firstStrategy, changed);
const goal = (changed: Partial<PlanFacts["goals"][number]>) => (facts: PlanFacts) =>
	changeFact(facts, "goals", sample.numericGoal, changed);
const baseline = (changed: Partial<PlanFacts["baselines"][number]>) => (facts: PlanFacts) =>
	changeFact(facts, "baselines", sample.baseline, changed);
const target = (changed: Partial<PlanFacts["targets"][number]>) => (facts: PlanFacts) =>
	changeFact(facts, "targets", sample.target, changed);

test.each([
	["SIP-47", "component.currentPerformance"],
	["SIP-72", "component.training"],
	["SIP-73", "component.partnerRoles"],
	["SIP-74", "component.lawChanges"],
])("%s: %s is filled in", (rule, field) => {
	const result = expectFires(rule, (facts) => changeAnswer(facts, field, "", false));
	expect(result).toMatchObject({ severity: "error", place: { kind: "focus-area", id: sample.component, field } });
});

test.each(["SIP-72 component.training", "SIP-73 component.partnerRoles", "SIP-74 component.lawChanges"])(
	"%s: none may be said on purpose",
	(row) => {
		const [rule = "", field = ""] = row.split(" ");
		expect(checkRule(rule, changeAnswer(samplePlanFacts(), field, "", true))).toEqual([]);
	},
);

test("SIP-47: none is no answer to current performance", () => {
	expectFires("SIP-47", (facts) => changeAnswer(facts, "component.currentPerformance", "", true));
});

test("SIP-48: a measured value has its period and source, and is that of its figure", () => {
	expect(expectFires("SIP-48", baseline({ source: " " })).place).toMatchObject({ kind: "focus-area" });
	expectFires("SIP-48", baseline({ periodStart: null }));
	const result = expectFires("SIP-48", baseline({ value: 11.5 }));
	expect(result.place).toMatchObject({ kind: "objective", id: sample.numericObjective, field: "baseline.value" });
	expect(checkRule("SIP-48", baseline({ value: 11.5, observationId: null })(samplePlanFacts()))).toEqual([]);
});

test("SIP-49: a component has a goal with a text", () => {
	expect(expectFires("SIP-49", (facts) => ({ ...facts, goalUses: [] })).place).toMatchObject({
		kind: "focus-area",
		field: "goals",
	});
	expect(expectFires("SIP-49", goal({ statement: "" })).message).toBe(
		"Improvement Goal 1.0 has no text. Write what is to change.",
	);
});

test("SIP-50: a numeric goal names a measure", () => {
	const noMeasure = (facts: PlanFacts) => changeFact(facts, "objectives", sample.numericObjective, { measureId: null });
	expect(expectFires("SIP-50", noMeasure).place).toMatchObject({ kind: "goal", field: "goalKind" });
	expect(checkRule("SIP-50", goal({ goalKind: "process" })(noMeasure(samplePlanFacts())))).toEqual([]);
});

test.each([
	["the baseline value", baseline({ value: null }), "baseline.value"],
	["the period of the baseline", baseline({ periodEnd: null }), "baseline.periodEnd"],
	["the target", target({ value: null }), "target.value"],
	["the date by which the target is to be reached", target({ by: null }), "target.by"],
] as const)("SIP-51: a numeric goal has %s", (missing, change, field) => {
	const result = expectFires("SIP-51", change);
	expect(result.message).toBe(`Improvement Goal 1.0 cannot be measured yet: ${missing} is not given.`);
	expect(result.place).toMatchObject({ kind: "objective", id: sample.numericObjective, field });
});

test("SIP-51: a process goal has evidence of completion, a goal without objectives is told so", () => {
	const result = expectFires("SIP-51", (facts) =>
		changeFact(facts, "objectives", sample.processObjective, { evidenceOfCompletion: " " }),
	);
	expect(result.place).toMatchObject({ kind: "objective", field: "evidenceOfCompletion" });
	expect(expectFires("SIP-51", (facts) => ({ ...facts, objectives: [] })).place).toMatchObject({
		kind: "goal",
		field: "objectives",
	});
});

test("SIP-52: the target is better than the baseline, whichever way that is", () => {
	expect(expectFires("SIP-52", target({ value: 12 })).message).toContain("Lower is better");
	expectFires("SIP-52", target({ value: 11.3 }));
	const up = (facts: PlanFacts) => changeFact(facts, "measures", sample.measure, { direction: "up" });
	expect(expectFires("SIP-52", up).message).toContain("Higher is better");
	expect(checkRule("SIP-52", target({ value: 12 })(up(samplePlanFacts())))).toEqual([]);
});

test("SIP-53: the target is within reach, and the message shows no figure of the county", () => {
	const far = expectFires("SIP-53", target({ value: 5 }));
	expect(far.message).toContain(
		"the target of 5.0% for Re-entry to foster care within 12 months is more than 50 percent",
	);
	expect(far.message).not.toContain("11.3");
	expect(checkRule("SIP-53", target({ value: 8.2 })(samplePlanFacts()))).toEqual([]);
	expect(expectFires("SIP-53", target({ value: 6.5 })).message).toContain("far better than any value on record");
	const noHistory = (facts: PlanFacts) => ({ ...facts, observations: facts.observations.slice(-1) });
	expect(checkRule("SIP-53", noHistory(target({ value: 6.5 })(samplePlanFacts())))).toEqual([]);
});

test("SIP-54: a goal has a strategy with a text", () => {
	const none = expectFires("SIP-54", (facts) => ({
		...facts,
		strategies: facts.strategies.filter((each) => each.id !== lastStrategy),
	}));
	expect(none.place).toMatchObject({ kind: "goal", id: sample.processGoal, field: "strategies" });
	expectFires("SIP-54", strategy({ statement: " " }));
});

test("SIP-55: a strategy has a rationale", () => {
	const result = expectFires("SIP-55", strategy({ rationale: "" }));
	expect(result.place).toMatchObject({ kind: "strategy", id: firstStrategy, field: "rationale" });
	expect(checkRule("SIP-56", strategy({ rationale: "" })(samplePlanFacts()))).toEqual([]);
});

test.each([
	["We have always done this.", 1],
	["Children in foster care deserve it.", 1],
	["It lowers 3F.", 0],
	["Fewer children will re-enter.", 0],
] as const)("SIP-56: a rationale that says %j fires %d times", (rationale, times) => {
	expectFires("SIP-56", strategy({ rationale: "Because it is good practice." }));
	expect(checkRule("SIP-56", strategy({ rationale })(samplePlanFacts()))).toHaveLength(times);
});

test("SIP-57: a strategy has a milestone with a text", () => {
	const none = expectFires("SIP-57", (facts) => ({
		...facts,
		milestones: facts.milestones.filter((each) => each.strategyId !== firstStrategy),
	}));
	expect(none.place).toMatchObject({ kind: "strategy", id: firstStrategy, field: "milestones" });
	expectFires("SIP-57", milestone({ statement: "" }));
});

test("SIP-58: a milestone has a timeframe", () => {
	const result = expectFires("SIP-58", milestone({ timeframeMonths: null }));
	expect(result).toMatchObject({ severity: "error", stage: "submission" });
	expect(result.message).toBe("Milestone 1.1.2 has no timeframe. Choose 1, 3, 6, 9 or 12 months, or a date.");
	expect(result.place).toEqual({
		kind: "milestone",
		id: secondMilestone,
		field: "timeframeMonths",
		label: "Milestone 1.1.2: Timeframe",
	});
});

test("SIP-59 and SIP-60: a milestone is assigned to a person, not only to an agency", () => {
	expectFires("SIP-59", milestone({ assignedTitle: "", assignedAgency: "" }));
	expect(expectFires("SIP-60", milestone({ assignedTitle: "" })).message).toContain(
		'"Department of Children and Family Services"',
	);
	expect(checkRule("SIP-59", milestone({ assignedTitle: "" })(samplePlanFacts()))).toEqual([]);
	for (const title of ["CWS", "Probation Department", "Children's Services Division"]) {
		expectFires("SIP-60", milestone({ assignedTitle: title }));
	}
	for (const title of ["Director of Child Welfare Services", "Training Coordinator", "Ms. Vang"]) {
		expect(checkRule("SIP-60", milestone({ assignedTitle: title })(samplePlanFacts())), title).toEqual([]);
	}
	const person = milestone({ assignedTitle: "", assignedPersonId: sampleId(999) });
	expect(checkRule("SIP-60", person(samplePlanFacts()))).toEqual([]);
});

test("SIP-61: a milestone is worded as done, and another wording is offered", () => {
	const result = expectFires("SIP-61", milestone({ statement: "All staff will be trained." }));
	expect(result).toMatchObject({ severity: "warning", place: { kind: "milestone", field: "statement" } });
	expect(result.message).toBe(
		'Milestone 1.1.2 is worded as something that will happen. Word it as completed, for example "All staff trained."',
	);
});

test("SIP-62: a milestone can be shown to be reached", () => {
	expect(expectFires("SIP-62", milestone({ statement: "Ongoing support" })).message).toContain('"ongoing" has no end');
	expect(expectFires("SIP-62", milestone({ statement: "Better practice" })).message).toContain("nothing in it");
	expect(checkRule("SIP-62", milestone({ statement: "Hold 4 meetings" })(samplePlanFacts()))).toEqual([]);
});

test("SIP-63: nothing hangs loose", () => {
	const result = expectFires("SIP-63", milestone({ strategyId: sampleId(998) }));
	expect(result.place).toMatchObject({ kind: "milestone", id: secondMilestone, field: "strategyId" });
	expect(result.message).toContain(
		'Milestone "All 38 reunification social workers trained in safety planning." belongs to no strategy',
	);
});

test("SIP-64: at least half of the milestones are due within a year", () => {
	const late = (n: number) => (facts: PlanFacts) => ({
		...facts,
		milestones: facts.milestones.map((each, i) => (i < n ? { ...each, timeframeMonths: 24, dueOn: null } : each)),
	});
	expect(expectFires("SIP-64", late(3)).message).toContain("3 of 7 milestones");
	expect(checkRule("SIP-64", late(2)(samplePlanFacts()))).toEqual([]);
});

test("SIP-65: an unusual timeframe is noted", () => {
	expect(expectFires("SIP-65", milestone({ timeframeMonths: 18 }))).toMatchObject({ severity: "information" });
	expect(checkRule("SIP-65", milestone({ timeframeMonths: 1 })(samplePlanFacts()))).toEqual([]);
});

test("SIP-66: every milestone is due within the plan", () => {
	expectFires("SIP-66", milestone({ dueOn: plainDate("2028-07-01") }));
	expectFires("SIP-66", milestone({ dueOn: plainDate("2025-06-30") }));
	expectFires("SIP-66", milestone({ timeframeMonths: 37 }));
	for (const changed of [{ timeframeMonths: 36 }, { dueOn: plainDate("2025-07-01") }, { timeframeMonths: 0 }]) {
		expect(checkRule("SIP-66", milestone(changed)(samplePlanFacts()))).toEqual([]);
	}
});

test("SIP-68: two parts in the same place are noticed", () => {
	const result = expectFires("SIP-68", milestone({ position: 1 }));
	expect(result.message).toContain("Milestone 1.1.2 holds the same place as Milestone 1.1.1");
	expect(expectFires("SIP-68", strategy({ position: 2 })).message).toContain("Strategy 1.2 holds the same place");
	expect(checkRule("SIP-68", milestone({ position: 99 }, firstMilestone)(samplePlanFacts()))).toEqual([]);
});

test("SIP-31: the partners' roles or the strategies name another plan", () => {
	const without = (facts: PlanFacts) => changeAnswer(facts, "component.partnerRoles", "The court, Behavioral Health.");
	expect(expectFires("SIP-31", without)).toMatchObject({ severity: "warning" });
	const inStrategy = strategy({ rationale: "Re-entry; builds on the county's PSSF plan." });
	expect(checkRule("SIP-31", inStrategy(without(samplePlanFacts())))).toEqual([]);
});
