import { describe, expect, test } from "vitest";
import { changeAnswer, sample, sampleId, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { checkRule, expectFires } from "../../../../test/support/sip-checks.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import type { EntryKind } from "../../../domain/document/entry-kinds.ts";
import type { PlanFacts } from "../../../domain/plan/plan-graph.ts";
import type { Fact, FactValues } from "../../../domain/workflow/fact-kinds.ts";
import { caSelfAssessment } from "../self-assessment/edition.ts";
import { caCcfsr2004 } from "./edition.ts";

// The self-assessment, the peer review, qualitative evidence, planning bodies, the team's make-up, requests, other plans.

const owned = { jurisdictionId: sample.jurisdiction, documentId: sample.document };
const csaId = sampleId(400);

/** The plan with one more entry in a list. */
function withEntry<K extends EntryKind>(kind: K, values: Omit<FactValues<K>, "jurisdictionId" | "documentId">) {
	return (facts: PlanFacts): PlanFacts => {
		const entry = { ...owned, ...values, id: sampleId(410), version: 1 } as unknown as Fact<K>;
		return { ...facts, entries: { ...facts.entries, [kind]: [...facts.entries[kind], entry] } };
	};
}

/** The plan with a self-assessment of its own kept here, in some state. */
function withAssessmentHere(state: "drafting" | "submitted" | "accepted", submittedOn = "2025-02-28") {
	return (facts: PlanFacts): PlanFacts => ({
		...facts,
		entries: {
			...facts.entries,
			"cross-reference": facts.entries["cross-reference"].map((each) => ({ ...each, linkedDocumentId: csaId })),
		},
		linked: {
			...facts.linked,
			documents: [{ ...facts.document, id: csaId, editionId: "ca-csa", state, submittedOn: plainDate(submittedOn) }],
			analyses: [
				{
					...{ id: sampleId(401), version: 1, jurisdictionId: sample.jurisdiction, documentId: csaId },
					...{ subjectKind: "indicator", code: "3F", vintage: "ccfsr-2004", label: "Re-entry", domain: "permanency" },
					...{ analysis: "It has risen.", factors: ["service-array", "case-review"], findingId: null },
				},
			],
		},
	});
}

describe("SIP-2: the self-assessment is complete before the plan is sent", () => {
	test("none named", () => {
		const without = (facts: PlanFacts) => ({ ...facts, entries: { ...facts.entries, "cross-reference": [] } });
		const result = expectFires("SIP-2", without);
		expect(result).toMatchObject({ severity: "error", stage: "submission", place: { field: "list.other-plans" } });
	});
	test("on paper without the day of its completion, or completed after the plan was sent", () => {
		const on = (completedOn: string | null) => (facts: PlanFacts) => ({
			...facts,
			entries: {
				...facts.entries,
				"cross-reference": facts.entries["cross-reference"].map((each) => ({
					...each,
					completedOn: completedOn === null ? null : plainDate(completedOn),
				})),
			},
		});
		expect(expectFires("SIP-2", on(null)).message).toContain("not complete yet");
		expect(expectFires("SIP-2", on("2025-05-21")).message).toContain("after the plan was sent");
		expect(checkRule("SIP-2", on("2025-05-20")(samplePlanFacts()))).toEqual([]);
	});
	test("kept here: drafted is not enough, sent or accepted is", () => {
		expect(expectFires("SIP-2", withAssessmentHere("drafting")).message).toContain("not complete yet");
		for (const state of ["submitted", "accepted"] as const) {
			expect(checkRule("SIP-2", withAssessmentHere(state)(samplePlanFacts()))).toEqual([]);
		}
	});
});

const body = { name: "Children's Council", description: "", roles: [], tags: [] };

test("SIP-22: a body on the list serves in place of the text", () => {
	const empty = (facts: PlanFacts) => changeAnswer(facts, "narrative.planningBodies", "");
	expectFires("SIP-22", empty);
	expect(checkRule("SIP-22", withEntry("planning-body", body)(empty(samplePlanFacts())))).toEqual([]);
});

test("SIP-23: each body says what it did", () => {
	const result = expectFires("SIP-23", withEntry("planning-body", body));
	expect(result).toMatchObject({ severity: "warning", place: { kind: "planning-body", field: "roles" } });
	expect(checkRule("SIP-23", withEntry("planning-body", { ...body, roles: ["csa"] })(samplePlanFacts()))).toEqual([]);
});

test("SIP-24: the bodies together bring in agencies, users of services and advocates", () => {
	const result = expectFires("SIP-24", withEntry("planning-body", { ...body, tags: ["agency", "advocate"] }));
	expect(result.message).toContain("people who have received services");
	const all = withEntry("planning-body", { ...body, tags: ["agency", "consumer", "advocate"] });
	expect(checkRule("SIP-24", all(samplePlanFacts()))).toEqual([]);
});

test("SIP-28: technique, audience, number of responses, results and use", () => {
	const whole = {
		...{ technique: "Survey", audience: "Staff", responses: 0, result: "x", howUsed: "y", heldOn: null },
	};
	expect(checkRule("SIP-28", withEntry("data-collection", whole)(samplePlanFacts()))).toEqual([]);
	for (const [field, empty] of [
		["audience", ""],
		["responses", null],
		["result", ""],
		["howUsed", " "],
	] as const) {
		const result = expectFires("SIP-28", withEntry("data-collection", { ...whole, [field]: empty }));
		expect(result).toMatchObject({ severity: "warning", place: { kind: "data-collection", field } });
	}
});

test("SIP-29: areas, findings and use of the peer review", () => {
	const review = {
		...{ areas: "After-care", startsOn: null, endsOn: null, peerCounties: "Birch" },
		...{ findingIds: [sample.answeredFinding], howUsed: "Strategy 1.2" },
	};
	expect(checkRule("SIP-29", withEntry("peer-review", review)(samplePlanFacts()))).toEqual([]);
	expect(expectFires("SIP-29", withEntry("peer-review", { ...review, findingIds: [] })).place.field).toBe("findingIds");
	expect(expectFires("SIP-29", withEntry("peer-review", { ...review, howUsed: "" })).severity).toBe("error");
});

const tie = {
	...{ focusAreaId: null, strategyId: null, planKind: "pssf" as const, label: "PSSF plan" },
	...{ locator: "", linkedDocumentId: null, completedOn: null },
};

test("SIP-31: an entry in the list of other plans is enough; the self-assessment is none", () => {
	const silent = (facts: PlanFacts) => changeAnswer(facts, "component.partnerRoles", "", true);
	expectFires("SIP-31", silent);
	expect(checkRule("SIP-31", withEntry("cross-reference", tie)(silent(samplePlanFacts())))).toEqual([]);
});

test("SIP-32: a tie can stand with the partners' roles or with a strategy", () => {
	expect(expectFires("SIP-32", withEntry("cross-reference", tie)).severity).toBe("information");
	for (const place of [{ focusAreaId: sample.component }, { strategyId: sample.strategies[0] ?? "" }]) {
		expect(checkRule("SIP-32", withEntry("cross-reference", { ...tie, ...place })(samplePlanFacts()))).toEqual([]);
	}
});

test("SIP-71: further factors were looked into in the self-assessment", () => {
	const here = withAssessmentHere("submitted");
	expect(checkRule("SIP-71", here(samplePlanFacts()))).toEqual([]);
	const named = (facts: PlanFacts) =>
		here(changeAnswer(facts, "component.additionalFactors", "The quality assurance system is young."));
	expect(expectFires("SIP-71", named)).toMatchObject({ severity: "warning" });
	// Of a self-assessment on paper nothing is known.
	const paper = changeAnswer(samplePlanFacts(), "component.additionalFactors", "The quality assurance system.");
	expect(checkRule("SIP-71", paper)).toEqual([]);
});

const request = {
	...{ focusAreaId: sample.component, need: "Coaching", requestedFrom: "rta" as const, requestedOf: "" },
	...{ requestedOn: null, status: "planned" as const, stateNote: "" },
};

test("SIP-76: help that is planned and not asked for", () => {
	expect(expectFires("SIP-76", withEntry("assistance-request", request)).severity).toBe("information");
	const asked = withEntry("assistance-request", { ...request, status: "requested" });
	expect(checkRule("SIP-76", asked(samplePlanFacts()))).toEqual([]);
});

test("SIP-77: the Regional Training Academy is told of training needs, where there are any", () => {
	const untold = (facts: PlanFacts) => changeAnswer(facts, "component.academyInformed", "");
	expect(expectFires("SIP-77", untold).severity).toBe("information");
	const noNeeds = changeAnswer(untold(samplePlanFacts()), "component.training", "", true);
	expect(checkRule("SIP-77", noNeeds)).toEqual([]);
	expect(checkRule("SIP-77", withEntry("assistance-request", request)(noNeeds))).toHaveLength(1);
});

test("SIP-78: the director chose the members", () => {
	const by = (name: string) => (facts: PlanFacts) => changeAnswer(facts, "team.selectedBy", name);
	expect(expectFires("SIP-78", by("")).message).toContain("does not say");
	expect(expectFires("SIP-78", by("Somebody Else")).message).toContain("not named as director");
	expect(checkRule("SIP-78", by("marisol  quintero")(samplePlanFacts()))).toEqual([]);
});

test("SIP-79: half of the members come from the team of the self-assessment", () => {
	const here = withAssessmentHere("submitted");
	const shared = (share: number) => (facts: PlanFacts) => {
		const whole = here(facts);
		const members = facts.teamMembers.filter((each) => each.participation === "member");
		const teamMembers = members
			.slice(0, Math.ceil(members.length * share))
			.map((each) => ({ ...each, documentId: csaId }));
		return { ...whole, linked: { ...whole.linked, teamMembers } };
	};
	expect(expectFires("SIP-79", shared(0.2))).toMatchObject({ severity: "warning", stage: "before-board" });
	expect(checkRule("SIP-79", shared(0.5)(samplePlanFacts()))).toEqual([]);
});

test("SIP-97: health, mental health and education are core for the self-assessment, and only to be consulted for the plan", () => {
	for (const group of ["health-department", "mental-health-department", "education-agency"]) {
		const tierIn = (edition: typeof caCcfsr2004) => edition.teamGroups.find(({ id }) => id === group)?.tier;
		expect([tierIn(caSelfAssessment), tierIn(caCcfsr2004)]).toEqual(["core", "must-consult"]);
	}
});
