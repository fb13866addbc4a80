import { expect, test } from "vitest";
import { sample, sampleId, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { runChecks } from "../../../domain/document/checks/run-checks.ts";
import { assemblePlan } from "../../../domain/plan/assemble-plan.ts";
import type { PlanFacts } from "../../../domain/plan/plan-graph.ts";
import type { Fact } from "../../../domain/workflow/fact-kinds.ts";
import { findIndicator } from "../../ca-indicators/catalogue.ts";
import { caSelfAssessment } from "./edition.ts";

const analysis: Fact<"subject-analysis"> = {
	...{ id: sampleId(500), version: 1, jurisdictionId: sample.jurisdiction, documentId: sample.document },
	...{ subjectKind: "indicator", code: "3F", vintage: "ccfsr-2004", label: "Re-entry", domain: "permanency" },
	...{ analysis: "It has risen.", factors: [], findingId: sample.answeredFinding },
};

/** What the self-assessment's checks of one rule say, with these analyses. */
function check(rule: string, analyses: readonly Fact<"subject-analysis">[], change: Partial<PlanFacts> = {}) {
	const facts = samplePlanFacts();
	const graph = assemblePlan({
		...facts,
		document: { ...facts.document, editionId: "ca-csa" },
		entries: { ...facts.entries, "subject-analysis": analyses },
		...change,
	});
	const results = runChecks(graph, caSelfAssessment, {
		today: sample.today,
		stage: "submission",
		findIndicator,
		planSha256: "",
	});
	return results.filter(({ ruleId }) => ruleId === rule);
}

test("CSA-1: each heading has its text", () => {
	expect(check("CSA-1", [analysis]).map(({ severity }) => severity)).toContain("warning");
});

test("CSA-2: each subject has an analysis and a rating, which is a confirmed finding", () => {
	expect(check("CSA-2", [])).toHaveLength(1);
	expect(check("CSA-2", [analysis])).toEqual([]);
	expect(check("CSA-2", [{ ...analysis, analysis: " " }])[0]).toMatchObject({ severity: "error" });
	expect(check("CSA-2", [{ ...analysis, findingId: null }])[0]?.message).toContain("the rating is missing");
	const findings = samplePlanFacts().findings.map((each) => ({ ...each, state: "proposed" as const }));
	expect(check("CSA-2", [analysis], { findings })[0]?.message).toContain("the rating is missing");
});

test("CSA-3: each indicator of which figures are held is assessed", () => {
	expect(check("CSA-3", [])[0]?.message).toContain("3F");
	expect(check("CSA-3", [analysis])).toEqual([]);
});

test("CSA-4: the core team, with health, mental health and education", () => {
	const messages = check("CSA-4", [analysis]).map(({ message }) => message);
	expect(messages.join("\n")).toContain("County health department");
});

test("CSA-5: the summary of findings has its text", () => {
	expect(check("CSA-5", [analysis])[0]).toMatchObject({ severity: "error" });
});
