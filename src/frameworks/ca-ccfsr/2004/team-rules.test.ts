import { expect, test } from "vitest";
import { sample, samplePlanFacts } from "../../../../test/support/sample-plan.ts";
import { checkRule, expectFires } from "../../../../test/support/sip-checks.ts";
import type { PlanFacts } from "../../../domain/plan/plan-graph.ts";

const without =
	(group: string) =>
	(facts: PlanFacts): PlanFacts => ({
		...facts,
		teamMembers: facts.teamMembers.filter((each) => each.group !== group),
	});
const member =
	(group: string, changed: Partial<PlanFacts["teamMembers"][number]>) =>
	(facts: PlanFacts): PlanFacts => ({
		...facts,
		teamMembers: facts.teamMembers.map((each) => (each.group === group ? { ...each, ...changed } : each)),
	});
const county =
	(changed: Partial<PlanFacts["jurisdiction"]>) =>
	(facts: PlanFacts): PlanFacts => ({
		...facts,
		jurisdiction: { ...facts.jurisdiction, ...changed },
	});

test.each([
	["SIP-80", "cws-administrator"],
	["SIP-80", "cws-manager"],
	["SIP-80", "cws-social-worker"],
	["SIP-81", "probation-administrator"],
	["SIP-81", "probation-supervisor"],
	["SIP-81", "probation-officer"],
	["SIP-82", "youth-connection"],
	["SIP-83", "foster-parent"],
])("%s: %s is on the team, and being consulted is not enough", (rule, group) => {
	const result = expectFires(rule, without(group));
	expect(result).toMatchObject({ severity: "error", stage: "before-board" });
	expect(result.place).toMatchObject({ kind: "document", id: sample.document, field: `team.${group}` });
	expectFires(rule, member(group, { participation: "consulted" }));
});

test("SIP-82: not asked where the Youth Connection is not available", () => {
	const absent = county({ youthConnectionAvailable: false });
	expect(checkRule("SIP-82", absent(without("youth-connection")(samplePlanFacts())))).toEqual([]);
});

test("SIP-84: the adoptions agency is asked for only where the county does not run adoptions", () => {
	expectFires("SIP-84", county({ providesAdoptions: false }));
	const seated = member("labor", { group: "adoptions-agency", participation: "member" });
	expect(checkRule("SIP-84", seated(county({ providesAdoptions: false })(samplePlanFacts())))).toEqual([]);
});

test.each([
	["SIP-85", "casa"],
	["SIP-86", "health-department"],
	["SIP-87", "mental-health-department"],
	["SIP-88", "alcohol-drug-department"],
	["SIP-89", "labor"],
	["SIP-90", "law-enforcement"],
	["SIP-91", "children-representative"],
	["SIP-91", "parents-representative"],
	["SIP-92", "juvenile-court"],
	["SIP-93", "education-agency"],
	["SIP-94", "tribe"],
	["SIP-95", "training-academy"],
])("%s: %s is on the team or was consulted on a day", (rule, group) => {
	expect(expectFires(rule, without(group)).place.field).toBe(`team.${group}`);
	expect(expectFires(rule, member(group, { participation: "consulted", on: null })).message).toContain(
		"the day of the consultation is missing",
	);
	const seated = member(group, { participation: "member", on: null });
	expect(checkRule(rule, seated(samplePlanFacts()))).toEqual([]);
});

test("SIP-94: not asked where no Tribe is concerned", () => {
	const none = county({ tribesApplicable: false });
	expect(checkRule("SIP-94", none(without("tribe")(samplePlanFacts())))).toEqual([]);
});

test("SIP-96: the ten other groups are offered and never required", () => {
	const result = expectFires("SIP-96", without("child-abuse-prevention-council"));
	expect(result).toMatchObject({ severity: "information" });
	expect(result.message.split(";")).toHaveLength(10);
});

test("SIP-25: everyone on the team has a name and an affiliation", () => {
	expect(expectFires("SIP-25", (facts) => ({ ...facts, teamMembers: [] })).place.field).toBe("team");
	const blank = (field: "name" | "affiliation") => (facts: PlanFacts) => ({
		...facts,
		parties: facts.parties.map((each, i) => (i === 2 ? { ...each, [field]: " " } : each)),
	});
	expect(expectFires("SIP-25", blank("name")).message).toContain("Entry 3 of the SIP team has no name");
	const result = expectFires("SIP-25", blank("affiliation"));
	expect(result.message).toContain("Hannah Lindqvist has no affiliation");
	expect(result.place).toMatchObject({ kind: "party", field: "affiliation" });
	expect(expectFires("SIP-25", (facts) => ({ ...facts, parties: facts.parties.slice(1) })).place).toMatchObject({
		kind: "team-member",
		field: "partyId",
	});
});
