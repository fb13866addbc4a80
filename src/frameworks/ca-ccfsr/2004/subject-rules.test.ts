import { expect, test } from "vitest";
import { changeAnswer, changeFact, sample, sampleId, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { checkRule, checkSip, expectFires } from "../../../../test/support/sip-checks.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import type { PlanFacts } from "../../../domain/plan/plan-graph.ts";

type FocusArea = PlanFacts["focusAreas"][number];
type Finding = PlanFacts["findings"][number];

const area = (changed: Partial<FocusArea>) => (facts: PlanFacts) =>
	changeFact(facts, "focusAreas", sample.component, changed);
const factor: Partial<FocusArea> = {
	subjectKind: "systemic-factor",
	codes: ["collaboration"],
	label: "Agency collaboration",
};

/** The sample with further components, empty but for their subject. */
const more =
	(...subjects: readonly Partial<FocusArea>[]) =>
	(facts: PlanFacts): PlanFacts => ({
		...facts,
		focusAreas: [
			...facts.focusAreas,
			...subjects.flatMap((subject, i) =>
				facts.focusAreas.slice(0, 1).map((first) => ({ ...first, id: sampleId(11 + i), position: 2 + i, ...subject })),
			),
		],
	});

const finding =
	(changed: Partial<Finding>) =>
	(facts: PlanFacts): PlanFacts => ({
		...facts,
		findings: [
			...facts.findings,
			...facts.findings.slice(0, 1).map((first) => ({ ...first, id: sampleId(82), ...changed })),
		],
	});

test("SIP-4: at least one component is about an outcome indicator", () => {
	expect(expectFires("SIP-4", area(factor)).place).toMatchObject({ kind: "document", field: "components" });
});

test("SIP-35: no subject has two components, under any of its codes", () => {
	const result = expectFires("SIP-35", more({ codes: ["3f"], label: "Re-entry again" }));
	expect(result.place).toMatchObject({ kind: "focus-area", id: sampleId(11), field: "codes" });
	expect(result.message).toContain("Component 2 (3f Re-entry again) is about the same subject as Component 1");
	expect(checkRule("SIP-35", more({ codes: ["3G"] })(samplePlanFacts()))).toEqual([]);
});

test.each<readonly [Partial<FocusArea>, string]>([
	[{ codes: ["4-P4"] }, "4-P4 is not among this edition's indicators"],
	[{ codes: [] }, "it names no code"],
	[{ subjectKind: "other", codes: [] }, "it is about neither"],
	[{ subjectKind: "systemic-factor", codes: ["weather"] }, "weather is not among this edition's systemic factors"],
])("SIP-36: the subject is in the catalogue: %j", (changed, why) => {
	const result = expectFires("SIP-36", area(changed));
	expect(result).toMatchObject({ severity: "error" });
	expect(result.message).toContain(why);
});

test("SIP-36: two codes in one component are a warning, the inferred factor an information", () => {
	expect(expectFires("SIP-36", area({ codes: ["2B", "2C"] }))).toMatchObject({ severity: "warning" });
	expect(expectFires("SIP-36", area({ ...factor, codes: ["service-array"] }))).toMatchObject({
		severity: "information",
	});
});

test("SIP-37: one component at least, four at most", () => {
	expect(expectFires("SIP-37", (facts) => ({ ...facts, focusAreas: [] }))).toMatchObject({ severity: "error" });
	const many = ["3A", "3B", "3C", "3D"].map((code) => ({ codes: [code] }));
	expect(expectFires("SIP-37", more(...many))).toMatchObject({ severity: "warning" });
	expect(checkRule("SIP-37", more(...many.slice(1))(samplePlanFacts()))).toEqual([]);
});

const safety = { code: "1A", label: "Recurrence of maltreatment", domain: "safety" } as const;

test("SIP-38: a safety outcome that needs improvement has a component, and a reason to put it off is not enough", () => {
	const result = expectFires("SIP-38", finding(safety));
	expect(result).toMatchObject({ severity: "error", place: { kind: "finding", id: sampleId(82), field: "answer" } });
	const deferred = (facts: PlanFacts): PlanFacts => ({
		...finding(safety)(facts),
		findingAnswers: facts.findingAnswers.map((each) =>
			each.disposition === "deferred" ? { ...each, findingId: sampleId(82) } : each,
		),
	});
	expectFires("SIP-38", deferred);
	expect(checkRule("SIP-38", more({ codes: ["1A"] })(finding(safety)(samplePlanFacts())))).toEqual([]);
	expect(checkRule("SIP-38", finding({ ...safety, state: "proposed" })(samplePlanFacts()))).toEqual([]);
	expect(checkRule("SIP-38", finding({ ...safety, judgement: "strength" })(samplePlanFacts()))).toEqual([]);
});

test("SIP-106: the State's two tests are summed up, as information", () => {
	const result = expectFires("SIP-106", finding(safety));
	expect(result).toMatchObject({ severity: "information" });
	expect(result.message).toContain("see SIP-38.");
});

const figure =
	(changed: Partial<PlanFacts["observations"][number]>) =>
	(facts: PlanFacts): PlanFacts => ({
		...facts,
		observations: [
			...facts.observations,
			...facts.observations.slice(-1).map((last) => ({ ...last, id: sampleId(950), ...changed })),
		],
	});

test("SIP-39: an indicator below its standard has a complete component", () => {
	const result = expectFires("SIP-39", figure({ indicator: "3E", value: 70 }));
	expect(result.message).toContain("3E Reunification within 12 months is worse than the standard of 76.2%");
	expect(result.message).not.toContain("70");
	expect(checkRule("SIP-39", figure({ indicator: "3E", value: 77 })(samplePlanFacts()))).toEqual([]);
	expect(checkRule("SIP-39", figure({ indicator: "3G", value: 30 })(samplePlanFacts()))).toEqual([]);
	const older = { indicator: "3E", value: 70, periodEnd: plainDate("2023-12-31") };
	const newer = figure({ indicator: "3E", value: 77, id: sampleId(951), periodEnd: plainDate("2024-12-31") });
	expect(checkRule("SIP-39", newer(figure(older)(samplePlanFacts())))).toEqual([]);
	// Set aside for one indicator, the rule counts for the others.
	const two = figure({ indicator: "3B", value: 1, id: sampleId(952) })(
		figure({ indicator: "3E", value: 70 })(samplePlanFacts()),
	);
	const given = { jurisdictionId: sample.jurisdiction, documentId: sample.document, ruleId: "SIP-39", version: 1 };
	const setAside = (subject: string | null): PlanFacts => ({
		...two,
		waivers: [{ ...given, id: sampleId(953), aboutId: sample.document, subject, reason: "One home." }],
	});
	const open = (subject: string | null) =>
		checkRule("SIP-39", setAside(subject)).flatMap(({ place, waived }) => (waived ? [] : [place.subject]));
	expect(checkRule("SIP-39", two).map(({ place }) => place.subject)).toEqual(expect.arrayContaining(["3B", "3E"]));
	expect(open("3E")).toEqual(["3B"]);
	expect(open("3B")).toEqual(["3E"]);
	expect(open(null)).toEqual([]);
	const noTimeframes = (facts: PlanFacts) => ({
		...facts,
		milestones: facts.milestones.map((each) => ({ ...each, timeframeMonths: null, dueOn: null })),
	});
	expect(expectFires("SIP-39", noTimeframes).place).toMatchObject({ kind: "focus-area", field: "goals" });
});

test("SIP-40: where no standard is set, the program says so", () => {
	expect(expectFires("SIP-40", area({ codes: ["3G"] }))).toMatchObject({ severity: "information" });
});

test("SIP-41: every other area needing improvement has a component or a reason", () => {
	const result = expectFires("SIP-41", finding({ code: "4A", label: "Siblings placed together" }));
	expect(result).toMatchObject({ severity: "warning", place: { kind: "finding" } });
	expectFires("SIP-41", (facts) => ({
		...facts,
		findingAnswers: facts.findingAnswers.map((each) => ({ ...each, reason: " " })),
	}));
});

test("SIP-42: a factor named in two components deserves its own", () => {
	const named = (facts: PlanFacts): PlanFacts => ({
		...more({ codes: ["3G"] })(facts),
		answers: [
			...facts.answers,
			...facts.answers
				.filter((each) => each.field === "component.additionalFactors")
				.map((each) => ({ ...each, focusAreaId: sampleId(11), value: "The service array is thin." })),
		],
	});
	expect(expectFires("SIP-42", named).message).toContain("Service array is named as a further factor in 2 components");
	const own = more({ codes: ["3G"] }, { ...factor, codes: ["service-array"] })(samplePlanFacts());
	expect(checkRule("SIP-42", { ...own, answers: named(samplePlanFacts()).answers })).toEqual([]);
});

test("SIP-43: an area of the county's own choice is noted", () => {
	expect(expectFires("SIP-43", area({ origin: "agency-option" }))).toMatchObject({ severity: "information" });
});

test("SIP-44 and SIP-46: probation is considered, and the hint comes where the guide expects it", () => {
	const open = area({ probationConsidered: "unanswered" });
	expect(expectFires("SIP-44", open).place).toMatchObject({ kind: "focus-area", field: "probationConsidered" });
	expect(expectFires("SIP-46", open)).toMatchObject({ severity: "information" });
	const elsewhere = area({ probationConsidered: "unanswered", codes: ["3D"] });
	expect(checkRule("SIP-46", elsewhere(samplePlanFacts()))).toEqual([]);
	const noReason = area({ probationConsidered: "not-applicable" });
	expect(expectFires("SIP-44", noReason).place.field).toBe("probationReason");
	const reason = area({ probationConsidered: "not-applicable", probationReason: "No such children in 2024." });
	expect(checkRule("SIP-44", reason(samplePlanFacts()))).toEqual([]);
});

test("SIP-45: something in the plan is marked for children under probation", () => {
	const cws = { population: ["cws" as const] };
	const result = expectFires("SIP-45", (facts) => ({
		...facts,
		goals: facts.goals.map((each) => ({ ...each, ...cws })),
		strategies: facts.strategies.map((each) => ({ ...each, ...cws })),
		milestones: facts.milestones.map((each) => ({ ...each, ...cws })),
	}));
	expect(result).toMatchObject({ severity: "warning" });
});

test("SIP-69 and SIP-70: further factors are asked of indicators and not of factors", () => {
	const empty = (facts: PlanFacts) => changeAnswer(facts, "component.additionalFactors", "");
	expect(expectFires("SIP-69", empty).place).toMatchObject({
		kind: "focus-area",
		field: "component.additionalFactors",
	});
	expect(checkRule("SIP-69", changeAnswer(samplePlanFacts(), "component.additionalFactors", "", true))).toEqual([]);
	expect(checkRule("SIP-69", area(factor)(empty(samplePlanFacts())))).toEqual([]);
	expect(expectFires("SIP-70", area(factor))).toMatchObject({ severity: "warning" });
	expect(checkRule("SIP-70", area(factor)(empty(samplePlanFacts())))).toEqual([]);
});

test("messages name the component where there are several", () => {
	const two = more({ codes: ["3G"] })(samplePlanFacts());
	const [, second] = two.milestones;
	const open = changeFact(two, "milestones", second?.id ?? "", { timeframeMonths: null });
	const result = checkSip(open).find((each) => each.ruleId === "SIP-58");
	expect(result?.message).toBe(
		"Component 1, milestone 1.1.2 has no timeframe. Choose 1, 3, 6, 9 or 12 months, or a date.",
	);
});
