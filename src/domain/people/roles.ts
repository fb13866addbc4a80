import { z } from "zod";

/** The roles a person can hold in a jurisdiction. `installation` is the software itself (set-up, schedule). */
export const Role = z.enum([
	"county-planner",
	"probation-planner",
	"child-welfare-director",
	"chief-probation-officer",
	"state-analyst",
	"state-planner",
	"state-director",
	"data-analyst",
	"case-data-reader",
	"partner",
	"administrator",
	"installation",
]);
export type Role = z.infer<typeof Role>;

/** What can be permitted. The same names stand in the database's table `role_permission`. */
export const Permission = z.enum([
	"figures.read",
	"figures.load",
	"extracts.load",
	"extracts.read",
	"cases.read",
	"finding.read",
	"finding.confirm",
	"plan.read-draft",
	"plan.read-submitted",
	"plan.comment",
	"plan.write",
	"plan.ready",
	"plan.submit",
	"plan.review",
	"plan.negotiate",
	"plan.waive",
	"people.read",
	"people.manage",
	"log.verify",
	"jurisdiction.manage",
	"calendar.manage",
]);
export type Permission = z.infer<typeof Permission>;

/** Whoever may read a draft may comment on it and suggest other words. */
const readers = [
	"figures.read",
	"finding.read",
	"plan.read-draft",
	"plan.read-submitted",
	"plan.comment",
	"people.read",
] as const;
const planners = [...readers, "figures.load", "finding.confirm", "plan.write", "plan.ready"] as const;
const signatories = [
	...readers,
	"finding.confirm",
	"plan.write",
	"plan.ready",
	"plan.submit",
	"plan.negotiate",
	"plan.waive",
] as const;

/** What the State's own planners may do. Which of it stops at the State itself: `onlyInOwnPlace`. */
const statePlanners = [
	...readers,
	"figures.load",
	"finding.confirm",
	"plan.write",
	"plan.ready",
	"extracts.read",
	"calendar.manage",
] as const;

/**
 * What each role may do in the jurisdiction of the grant and in all below it, unless `onlyInOwnPlace` says otherwise.
 * The one place; the migrations copy it into the database, and a test holds the two together.
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
	"county-planner": planners,
	"probation-planner": planners,
	"child-welfare-director": signatories,
	"chief-probation-officer": signatories,
	"state-analyst": [
		"figures.read",
		"finding.read",
		"plan.read-submitted",
		"plan.review",
		"plan.negotiate",
		"people.read",
		"extracts.load",
		"extracts.read",
		"calendar.manage",
	],
	"state-planner": statePlanners,
	"state-director": [...statePlanners, "plan.submit", "plan.negotiate", "plan.waive"],
	"data-analyst": [...readers, "figures.load", "extracts.load", "extracts.read"],
	"case-data-reader": ["figures.read", "extracts.read", "cases.read"],
	partner: readers,
	administrator: ["people.read", "people.manage", "log.verify", "figures.read", "calendar.manage"],
	installation: Permission.options,
};

/**
 * What a role may do in the jurisdiction of the grant alone, never below it: the State's plans are for its own planners
 * to write, a county's for the county's. A county's draft stays the county's until it is submitted.
 */
export const onlyInOwnPlace: Readonly<Partial<Record<Role, readonly Permission[]>>> = {
	"state-planner": ["figures.load", "finding.confirm", "plan.read-draft", "plan.comment", "plan.write", "plan.ready"],
	"state-director": [
		"figures.load",
		"finding.confirm",
		"plan.read-draft",
		"plan.comment",
		"plan.write",
		"plan.ready",
		"plan.submit",
		"plan.negotiate",
		"plan.waive",
	],
};

/** The role's name as people say it. */
export const roleLabels: Readonly<Record<Role, string>> = {
	"county-planner": "County planner",
	"probation-planner": "Probation planner",
	"child-welfare-director": "Child welfare director",
	"chief-probation-officer": "Chief probation officer",
	"state-analyst": "State analyst",
	"state-planner": "State planner",
	"state-director": "State director",
	"data-analyst": "Data analyst",
	"case-data-reader": "Case-level data reader",
	partner: "Partner",
	administrator: "Administrator",
	installation: "Installation",
};
