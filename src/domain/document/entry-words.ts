import type {
	Attendance,
	BodyRole,
	BodyTag,
	CompensationForm,
	CompensationStanding,
	Consent,
	EngagementStage,
	LivedExperience,
	PartnerInput,
} from "../engagement/voice-facts.ts";
import type { AssistanceSource, AssistanceStatus, LawChangeStatus, OtherPlanKind } from "../plan/request-facts.ts";
import type { Fact } from "../workflow/fact-kinds.ts";

// How the choices of the lists are called, on screen, on paper and in files.

export const bodyRoleWords: Readonly<Record<BodyRole, string>> = {
	csa: "Worked on the Self-Assessment",
	"sip-development": "Helped to develop the plan",
	"sip-implementation": "Will help to carry out the plan",
};

export const bodyTagWords: Readonly<Record<BodyTag, string>> = {
	agency: "Stakeholders and agencies",
	consumer: "People who have received services",
	advocate: "Advocates",
};

export const attendanceWords: Readonly<Record<Attendance, string>> = {
	invited: "Invited",
	accepted: "Will come",
	declined: "Cannot come",
	present: "Was there",
	absent: "Was not there",
};

export const effectWords: Readonly<Record<PartnerInput["effect"], string>> = {
	open: "Not settled yet",
	changed: "It changed the plan",
	"not-changed": "It did not change the plan, for a reason",
};

export const engagementStageWords: Readonly<Record<EngagementStage, string>> = {
	assess: "Assess",
	plan: "Plan and set priorities",
	implement: "Carry out",
	monitor: "Monitor",
	report: "Report",
};

export const livedExperienceWords: Readonly<Record<LivedExperience, string>> = {
	youth: "Young people who are or were in care",
	parent: "Parents whose children are or were in care",
	kin: "Relatives who care for a child",
	"foster-or-adoptive-parent": "Foster and adoptive parents",
	tribe: "Tribes and Tribal members",
	none: "No lived experience of their own: a provider, court or agency",
};

export const consentWords: Readonly<Record<Consent, string>> = {
	"not-asked": "Not asked yet: neither name nor words are shown",
	"group-only": "Only that somebody of their group was heard",
	words: "Their words, without their name",
	name: "Their name, without their words",
	"name-and-words": "Their name and their words",
};

export const compensationStandingWords: Readonly<Record<CompensationStanding, string>> = {
	"not-recorded": "Not written down",
	"not-offered": "Not offered",
	offered: "Offered, not paid yet",
	declined: "Offered and declined",
	paid: "Paid",
};

export const compensationFormWords: Readonly<Record<CompensationForm, string>> = {
	stipend: "Stipend",
	"hourly-pay": "Pay by the hour",
	"gift-card": "Gift card",
	travel: "Travel",
	"child-care": "Child care",
	meal: "Meal",
	other: "Something else",
};

export const assistanceSourceWords: Readonly<Record<AssistanceSource, string>> = {
	cdss: "The State (CDSS)",
	rta: "Regional Training Academy",
	nrc: "National resource center",
	"peer-county": "Peer county",
};

export const assistanceStatusWords: Readonly<Record<AssistanceStatus, string>> = {
	planned: "Planned, not yet asked for",
	requested: "Asked for",
	agreed: "Agreed",
	provided: "Provided",
	declined: "Declined",
};

export const lawChangeStatusWords: Readonly<Record<LawChangeStatus, string>> = {
	proposed: "Proposed",
	"under-review": "Under review by the State",
	"taken-up": "Taken up",
	"not-taken-up": "Not taken up",
};

export const otherPlanWords: Readonly<Record<OtherPlanKind, string>> = {
	"self-assessment": "County Self-Assessment",
	"child-abuse-prevention": "Child abuse prevention, intervention and treatment plan",
	"capit-cbcap": "CAPIT or CBCAP plan",
	pssf: "Promoting Safe and Stable Families plan",
	"mental-health": "Mental Health Services Act plan",
	"independent-living": "Independent Living plan",
	education: "Education or special education plan",
	other: "Another plan",
};

/** `Parent partner coaching (asked of Peer county: Birch County; asked for)` */
export function assistanceLine(each: Fact<"assistance-request">): string {
	const from = assistanceSourceWords[each.requestedFrom] + (each.requestedOf ? `: ${each.requestedOf}` : "");
	return `${each.need} (${from}; ${assistanceStatusWords[each.status].toLowerCase()})`;
}

export function lawChangeLine(each: Fact<"law-change">): string {
	const of = each.citation ? ` (${each.citation})` : "";
	return each.reason ? `${each.change}${of}: ${each.reason}` : `${each.change}${of}`;
}

export function crossReferenceLine(each: Fact<"cross-reference">): string {
	const where = each.locator ? `, ${each.locator}` : "";
	return `${each.label} (${otherPlanWords[each.planKind]})${where}`;
}
