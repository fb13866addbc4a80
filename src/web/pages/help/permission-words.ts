import type { Permission } from "../../../domain/people/roles.ts";

/** What each permission lets a person do, after "may". */
export const permissionWords: Readonly<Record<Permission, string>> = {
	"figures.read": "see figures and outcomes",
	"figures.load": "load figures",
	"extracts.load": "load AFCARS and NCANDS files, and share their lists of problems",
	"extracts.read": "see which AFCARS and NCANDS files were loaded and their problems",
	"cases.read": "see the records of children behind a number; each look is written down",
	"finding.read": "see findings and their evidence",
	"finding.confirm": "confirm or dismiss findings and add evidence",
	"plan.read-draft": "read plans while they are drafted",
	"plan.read-submitted": "read plans that were submitted",
	"plan.comment": "comment on drafts and suggest other words",
	"plan.write": "write plans",
	"plan.ready": "mark a plan as ready for signature, and reopen it",
	"plan.submit": "submit a plan to the State, and recall it",
	"plan.review": "review a submitted plan: recommend, return it with reasons, assign contents, accept it",
	"plan.negotiate": "open a negotiation on a plan, state positions and settle it",
	"plan.waive": "set a check aside with a reason",
	"people.read": "see who works there and in which role",
	"people.manage": "add people, give and take roles, end access",
	"log.verify": "have the log of all changes verified",
	"jurisdiction.manage": "add and change places",
	"calendar.manage": "say how the State’s due dates are reckoned",
};
