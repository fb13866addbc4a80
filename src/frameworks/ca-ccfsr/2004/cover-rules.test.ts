import { expect, test } from "vitest";
import { changeAnswer, sample, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { checkRule, checkSip, expectFires } from "../../../../test/support/sip-checks.ts";
import { plainDate } from "../../../domain/calendar/plain-date.ts";
import type { PlanFacts } from "../../../domain/plan/plan-graph.ts";

const place = (changed: Partial<PlanFacts["jurisdiction"]>) => (facts: PlanFacts) => ({
	...facts,
	jurisdiction: { ...facts.jurisdiction, ...changed },
});
const period = (startsOn: string, endsOn: string) => (facts: PlanFacts) => ({
	...facts,
	cycle: { ...facts.cycle, startsOn: plainDate(startsOn), endsOn: plainDate(endsOn) },
});
const document = (changed: Partial<PlanFacts["document"]>) => (facts: PlanFacts) => ({
	...facts,
	document: { ...facts.document, ...changed },
});
const answer = (field: string, value: string) => (facts: PlanFacts) => changeAnswer(facts, field, value);

test("the sample plan has nothing open", () => expect(checkSip(samplePlanFacts())).toEqual([]));

test("SIP-1: the plan is of one of the 58 counties", () => {
	const result = expectFires("SIP-1", place({ code: "32003", name: "Clark County" }));
	expect(result).toMatchObject({ severity: "error", place: { kind: "jurisdiction", field: "code" } });
	expect(result.message).toContain("Clark County is not one of the 58 counties of California (code 32003)");
	expect(checkRule("SIP-1", place({ code: "06107", name: "Tulare County" })(samplePlanFacts()))).toEqual([]);
	expect(checkRule("SIP-1", place({ kind: "region" })(samplePlanFacts()))).toHaveLength(1);
});

test("SIP-13: the county's name is that of its code", () => {
	expect(expectFires("SIP-13", place({ code: "06107", name: "Imperial County" })).message).toContain("Tulare County");
	expect(checkRule("SIP-13", place({ code: "06107", name: "Tulare" })(samplePlanFacts()))).toEqual([]);
});

test.each([
	["SIP-14", "cover.responsibleAgency"],
	["SIP-16", "cover.outcomesDataQuarter"],
	["SIP-18", "cover.contactName"],
	["SIP-18", "cover.contactTitle"],
	["SIP-18", "cover.contactAddress"],
	["SIP-19", "cover.directorName"],
	["SIP-20", "cover.probationChiefName"],
])("%s: %s is filled in", (rule, field) => {
	const result = expectFires(rule, answer(field, "  "));
	expect(result).toMatchObject({ severity: "error", stage: "submission" });
	expect(result.place).toMatchObject({ kind: "document", id: sample.document, field });
});

test("SIP-15: the plan ends after it begins", () => {
	const result = expectFires("SIP-15", period("2025-07-01", "2025-07-01"));
	expect(result.place).toMatchObject({ kind: "cycle", id: sample.cycle, field: "endsOn" });
});

test("SIP-5: the plan runs three years, give or take a month", () => {
	expect(expectFires("SIP-5", period("2006-07-01", "2008-06-30")).message).toContain("runs 24 months");
	expect(checkRule("SIP-5", period("2025-07-01", "2028-07-31")(samplePlanFacts()))).toEqual([]);
	expect(checkRule("SIP-5", period("2025-07-01", "2028-08-31")(samplePlanFacts()))).toHaveLength(1);
});

test.each(["2024-11-30", "1998-01/2004-12", "2024-13-31"])("SIP-16: %s is not the end of a quarter", (value) => {
	const result = expectFires("SIP-16", answer("cover.outcomesDataQuarter", value));
	expect(result.message).toContain(`"${value}" is not the last day of a quarter`);
});

test("SIP-16: the components use the quarter of the cover sheet", () => {
	const result = expectFires("SIP-16", answer("cover.outcomesDataQuarter", "2025-03-31"));
	expect(result).toMatchObject({ severity: "warning", place: { kind: "objective", field: "baseline.periodEnd" } });
	expect(result.message).toContain("ends on December 31, 2024, the data on the cover sheet on March 31, 2025");
});

test("SIP-17: a submitted plan has the day of its submission", () => {
	expect(expectFires("SIP-17", document({ state: "submitted" })).message).toContain("is missing");
	const dated = document({ state: "submitted", submittedOn: plainDate("2025-05-20") });
	expect(checkRule("SIP-17", dated(samplePlanFacts()))).toEqual([]);
	const ahead = document({ state: "submitted", submittedOn: plainDate("2025-05-21") });
	expect(checkRule("SIP-17", ahead(samplePlanFacts()))[0]?.message).toContain("has not come yet");
});

test("SIP-111: an accepted plan has the day of its acceptance", () => {
	const accepted = { state: "accepted", submittedOn: plainDate("2025-05-01") } as const;
	expect(expectFires("SIP-111", document(accepted)).place).toMatchObject({ kind: "document", field: "acceptedOn" });
	const dated = document({ ...accepted, acceptedOn: plainDate("2025-05-20") });
	expect(checkRule("SIP-111", dated(samplePlanFacts()))).toEqual([]);
});

test("SIP-18: phone or e-mail is enough, neither is not", () => {
	const noPhone = changeAnswer(samplePlanFacts(), "cover.contactPhone", "");
	expect(checkRule("SIP-18", noPhone)).toEqual([]);
	expectFires("SIP-18", () => changeAnswer(noPhone, "cover.contactEmail", ""));
});

test.each(["dwayne.okafor", "dwayne@alder", "a b@alder.gov", "@alder.gov", "a@b@alder.gov"])(
	"SIP-18: %s is not an e-mail address",
	(value) => expect(expectFires("SIP-18", answer("cover.contactEmail", value)).place.field).toBe("cover.contactEmail"),
);

test("SIP-21: two people submit", () => {
	const result = expectFires("SIP-21", answer("cover.probationChiefName", "MARISOL  Quintero"));
	expect(result).toMatchObject({ severity: "warning", place: { field: "cover.probationChiefName" } });
});

test("SIP-22: a local planning body is described, and none is no answer", () => {
	expectFires("SIP-22", answer("narrative.planningBodies", ""));
	expectFires("SIP-22", (facts) => changeAnswer(facts, "narrative.planningBodies", "", true));
});

test("SIP-27: qualitative findings are told, or said to be none", () => {
	expectFires("SIP-27", answer("narrative.qualitativeFindings", ""));
	expect(checkRule("SIP-27", changeAnswer(samplePlanFacts(), "narrative.qualitativeFindings", "", true))).toEqual([]);
});

test("SIP-29: a peer review is told whole or not at all", () => {
	const { answers } = samplePlanFacts();
	const started = (...fields: readonly string[]) => ({
		...samplePlanFacts(),
		answers: [
			...answers,
			...fields.flatMap((field) => answers.slice(0, 1).map((one) => ({ ...one, field, value: "x" }))),
		],
	});
	const areas = "narrative.peerReviewAreas";
	expect(expectFires("SIP-29", () => started(areas)).place.field).toBe("narrative.peerReviewFindings");
	expect(checkRule("SIP-29", started(areas, "narrative.peerReviewFindings", "narrative.peerReviewUse"))).toEqual([]);
});
