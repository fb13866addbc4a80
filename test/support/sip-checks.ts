import { expect } from "vitest";
import type { CheckContext, CheckResult } from "../../src/domain/document/checks/check-result.ts";
import { runChecks } from "../../src/domain/document/checks/run-checks.ts";
import { assemblePlan } from "../../src/domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../../src/domain/plan/plan-graph.ts";
import { caCcfsr2004 } from "../../src/frameworks/ca-ccfsr/2004/edition.ts";
import { findIndicator } from "../../src/frameworks/ca-indicators/catalogue.ts";
import { sampleSha256 } from "./sample-approval.ts";
import { sample, samplePlanFacts } from "./sample-plan.ts";

/** What the checks of the 2004 edition say to these facts, all stages unless said otherwise. */
export function checkSip(facts: PlanFacts, context: Partial<CheckContext> = {}): readonly CheckResult[] {
	return runChecks(assemblePlan(facts), caCcfsr2004, {
		today: sample.today,
		stage: "state-review",
		findIndicator,
		planSha256: sampleSha256,
		...context,
	});
}

/** The results of one rule. */
export function checkRule(ruleId: string, facts: PlanFacts): readonly CheckResult[] {
	return checkSip(facts).filter((result) => result.ruleId === ruleId);
}

/** The rule is silent on the sample plan and speaks on the changed one: its first result, for a closer look. */
export function expectFires(ruleId: string, change: (facts: PlanFacts) => PlanFacts): CheckResult {
	expect(checkRule(ruleId, samplePlanFacts()), `${ruleId} on the sample plan`).toEqual([]);
	const [result] = checkRule(ruleId, change(samplePlanFacts()));
	if (!result) throw new Error(`${ruleId} says nothing to the changed plan.`);
	return result;
}
