import { expect, test } from "vitest";
import { planContext } from "../../../../test/support/plan-context.ts";
import { changeAnswer, changeFact, sample, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import type { PlanFacts } from "../../../domain/plan/plan-graph.ts";
import { componentState, sectionState } from "./section-states.ts";

function stateOf(sectionId: string, facts: PlanFacts) {
	const plan = planContext(facts);
	const section = plan.edition.sections.find(({ id }) => id === sectionId);
	return section && sectionState(section, plan);
}

const whole = samplePlanFacts();

test("a whole plan is complete in every section in which something is written", () => {
	expect(["cover", "narrative", "components", "team"].map((id) => stateOf(id, whole))).toEqual(
		Array.from({ length: 4 }, () => "complete"),
	);
	expect(stateOf("attachments", whole)).toBe("complete");
});

test("a section is not started while nothing is in it, and in progress while something is missing", () => {
	expect(stateOf("cover", { ...whole, answers: [] })).toBe("not-started");
	expect(stateOf("cover", changeAnswer(whole, "cover.contactName", ""))).toBe("in-progress");
	expect(stateOf("cover", changeAnswer(whole, "cover.contactName", "  "))).toBe("in-progress");
	expect(stateOf("team", { ...whole, teamMembers: [] })).toBe("not-started");
	expect(stateOf("components", { ...whole, focusAreas: [] })).toBe("not-started");
});

test("a field that may be left out does not hold its section back; a hard check on it does", () => {
	expect(stateOf("cover", changeAnswer(whole, "cover.contactPhone", ""))).toBe("complete");
	expect(stateOf("cover", changeAnswer(whole, "cover.outcomesDataQuarter", "2025-05-01"))).toBe("in-progress");
});

test("a hard check anywhere below a component keeps it in progress, and one that is set aside does not", () => {
	const [milestone = ""] = sample.milestones;
	const facts = changeFact(whole, "milestones", milestone, { timeframeMonths: null, dueOn: null });
	const plan = planContext(facts);
	const [component] = plan.graph.components;
	if (!component) throw new Error("The sample has a component.");
	expect(componentState(component, plan)).toBe("in-progress");
	const waived = plan.checks.map((check) => ({ ...check, waived: { waiverId: "w", reason: "Agreed by letter." } }));
	expect(componentState(component, { ...plan, checks: waived })).toBe("complete");
});
