import { expect, test } from "vitest";
import { planContext } from "../../../../test/support/plan-context.ts";
import { sample, sampleId, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import type { ActionBody } from "../../../domain/workflow/action.ts";
import { factSchemas } from "../../../domain/workflow/fact-kinds.ts";
import { addressOf } from "./address-of.ts";
import { describeAction } from "./describe-action.ts";
import { factNames } from "./fact-names.ts";
import { fieldLabel } from "./field-words.ts";

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

test("a record of the State's review is called by what it says, its choices by the words of the form", () => {
	const remark = {
		remarkKind: "question",
		round: 1,
		unit: "Estimates",
		aboutKind: "document",
		aboutId: sample.document,
		text: "Who pays?",
	};
	const step = { step: "notice", takenOn: "2026-06-30", deadline: "2026-08-01", note: "Sent by letter." };
	const assignment = { aboutKind: "milestone", aboutId: sample.milestones[1] ?? "", field: "dueOn" };
	const nameOf = factNames(
		plan,
		new Map<string, Readonly<Record<string, unknown>>>([
			[sampleId(97_001), remark],
			[sampleId(97_002), step],
			[sampleId(97_003), assignment],
			[sampleId(97_004), { item: "SIP-104" }],
		]),
	);
	const said = (kind: ActionBody["kind"], subject: string, after: ActionBody["after"]) => {
		const { what, changes } = describeAction(action({ kind, subject, verb: "add", after }), { ...context, nameOf });
		return [what, ...changes.map(({ label, to }) => `${label}: ${to}`)];
	};
	expect(said("review-remark", sampleId(97_001), remark)).toEqual([
		'added Question of the State "Who pays?"',
		"Kind: Question of the State",
		"Round: 1",
		"Unit of the State: Estimates",
		"Text: Who pays?",
	]);
	expect(said("review-remark", sampleId(97_001), { remarkKind: "comment", round: 0 })).toHaveLength(2);
	expect(said("formal-action", sampleId(97_002), step)).toContain("Day that it sets: August 1, 2026");
	expect(nameOf("formal-action", sampleId(97_002))).toMatch(/^Step of a formal action "Notice of substantial failure/);
	expect(nameOf("state-assignment", sampleId(97_003))).toBe("Assignment by the State: Milestone 1.1.2");
	expect(nameOf("review-item", sampleId(97_004))).toMatch(/"How does the local system work/);
	expect(nameOf("state-contact", sampleId(97_005))).toBe("Contact with the State");
});

const shown: readonly (readonly [ActionBody["kind"], readonly string[]])[] = (
	[
		"state-review",
		"review-item",
		"review-remark",
		"review-response",
		"negotiation",
		"negotiation-position",
		"state-assignment",
		"draft-share",
		"state-contact",
		"formal-action",
		"focused-help",
	] as const
).map((kind) => [kind, Object.keys(factSchemas[kind].shape)]);

test.each(shown)("no field of a %s shows its raw name, and the record has its page", (kind, fields) => {
	const labels = fields.flatMap((field) => fieldLabel(kind, field) ?? []);
	expect(labels).not.toHaveLength(0);
	expect(labels.filter((label) => !/^[A-Z]/u.test(label))).toEqual([]);
	expect(addressOf({ kind, id: sampleId(97_009), field: "" }, plan)).toMatch(/\/review/);
});
