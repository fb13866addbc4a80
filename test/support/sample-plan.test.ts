import { expect, test } from "vitest";
import { entryKinds } from "../../src/domain/document/entry-kinds.ts";
import { Observation } from "../../src/domain/measure/measure-facts.ts";
import { type FactKind, factSchemas } from "../../src/domain/workflow/fact-kinds.ts";
import { samplePlanFacts } from "./sample-plan.ts";

const facts = samplePlanFacts();
type Lists = Exclude<
	keyof typeof facts,
	| "observations"
	| "origin"
	| "previous"
	| "goalCycles"
	| "earlierPapers"
	| "earlierParts"
	| "sharedAnswers"
	| "entries"
	| "linked"
	| "improvement"
>;
const kindOfList: Readonly<Record<Lists, FactKind>> = {
	document: "document",
	cycle: "cycle",
	jurisdiction: "jurisdiction",
	answers: "answer",
	focusAreas: "focus-area",
	goalUses: "goal-use",
	goals: "goal",
	objectives: "objective",
	baselines: "baseline",
	targets: "target",
	measures: "measure",
	strategies: "strategy",
	milestones: "milestone",
	parties: "party",
	teamMembers: "team-member",
	findings: "finding",
	evidence: "evidence",
	findingAnswers: "finding-answer",
	waivers: "waiver",
	carriedParts: "carried-part",
	amendments: "amendment",
	attachments: "attachment",
	signatures: "signature",
	boardActions: "board-action",
	services: "service",
	serviceYears: "service-year",
	authorityAnswers: "authority-answer",
	nameScreenings: "name-screening",
};

test("every fact of the sample plan fits its schema, and no id stands twice", () => {
	const ids: string[] = [];
	for (const [list, kind] of Object.entries(kindOfList)) {
		for (const each of [facts[list as keyof typeof kindOfList]].flat()) {
			ids.push(each.id);
			expect(factSchemas[kind].safeParse(each).error, `${kind} ${each.id}`).toBeUndefined();
		}
	}
	for (const kind of entryKinds) {
		for (const each of facts.entries[kind]) {
			ids.push(each.id);
			expect(factSchemas[kind].safeParse(each).error, `${kind} ${each.id}`).toBeUndefined();
		}
	}
	for (const figure of facts.observations) {
		ids.push(figure.id);
		expect(Observation.safeParse(figure).error).toBeUndefined();
	}
	expect(new Set(ids).size).toBe(ids.length);
});
