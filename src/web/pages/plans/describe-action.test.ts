import { expect, test } from "vitest";
import { planContext } from "../../../../test/support/plan-context.ts";
import { sample, sampleId, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import type { ActionBody } from "../../../domain/workflow/action.ts";
import { describeAction } from "./describe-action.ts";
import { factNames } from "./fact-names.ts";

const plan = planContext(samplePlanFacts());
const person = sampleId(95_000);
const context = {
	edition: plan.edition,
	nameOf: factNames(plan, new Map([[sampleId(96_000), { statement: "Hold a meeting." }]])),
	personName: (id: string) => (id === person ? "Ana Ruiz" : undefined),
};

function action(values: Partial<ActionBody>): ActionBody {
	return {
		subject: sample.document,
		kind: "document",
		position: 2,
		verb: "change",
		at: "2026-06-30T12:00:00.000Z",
		actor: person,
		actorName: "Ana Ruiz",
		role: "county-planner",
		jurisdiction: sample.jurisdiction,
		root: sample.document,
		reason: "",
		before: {},
		after: {},
		previous: "0".repeat(64),
		...values,
	};
}

const told = (values: Partial<ActionBody>) => describeAction(action(values), context);
const lines = (values: Partial<ActionBody>) =>
	told(values).changes.map(({ label, from, to }) => `${label}: ${from} > ${to}`);

test("a part is called by its number, and its fields by the words of the form, in the form's order", () => {
	const change: Partial<ActionBody> = {
		kind: "milestone",
		subject: sample.milestones[1] ?? "",
		before: { dueOn: null, assignedPersonId: null, population: [], status: "not-started", timeframeMonths: 6 },
		after: {
			dueOn: "2026-09-30",
			assignedPersonId: person,
			population: ["cws", "probation-600"],
			status: "in-progress",
			timeframeMonths: null,
		},
	};
	expect(told(change).what).toBe("changed Milestone 1.1.2");
	expect(lines(change)).toEqual([
		"Timeframe in months: 6 > ",
		"Due on:  > September 30, 2026",
		"Person:  > Ana Ruiz",
		"For the children of:  > Child welfare, Probation",
		"How far it is: Not started > In progress",
	]);
});

test("a step of the workflow is told as what was done", () => {
	const step = (from: string, to: string) => told({ before: { state: from }, after: { state: to } }).what;
	expect(step("drafting", "ready")).toBe("marked the plan as ready");
	expect(step("ready", "drafting")).toBe("reopened the plan for drafting");
	expect(step("submitted", "drafting")).toBe("recalled the submission");
	expect(step("submitted", "returned")).toBe("returned the plan");
	expect(step("returned", "drafting")).toBe("took up the writing again");
});

test("what was added tells what is in it, not what is empty or where it hangs", () => {
	const added: Partial<ActionBody> = {
		kind: "strategy",
		verb: "add",
		subject: sample.strategies[0] ?? "",
		after: {
			jurisdictionId: sample.jurisdiction,
			goalId: sample.numericGoal,
			position: 1,
			statement: "Visit.",
			rationale: "",
		},
	};
	expect(told(added).what).toBe("added Strategy 1.1");
	expect(lines(added)).toEqual(["Text:  > Visit."]);
});

test("what has left the plan is called by its own words", () => {
	expect(told({ kind: "milestone", verb: "remove", subject: sampleId(96_000) }).what).toBe(
		'removed Milestone "Hold a meeting."',
	);
	expect(told({ kind: "goal-use", verb: "remove", subject: sampleId(96_000) }).what).toBe(
		'removed Improvement goal "Hold a meeting."',
	);
	expect(told({ kind: "milestone", verb: "remove", subject: sampleId(96_001) }).what).toBe("removed Milestone");
});

test("a text of the form is called by its field", () => {
	const answer = plan.graph.answers.get("cover.contactName");
	const change: Partial<ActionBody> = {
		kind: "answer",
		subject: answer?.id ?? "",
		before: { value: "A" },
		after: { value: "B" },
	};
	expect(told(change).what).toBe("changed County Contact Person for County System Improvement Plan: Name");
	expect(lines(change)).toEqual(["Text: A > B"]);
});
