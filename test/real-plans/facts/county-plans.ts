import type { RealPlan } from "../real-plan.ts";

const county = (code: string, name: string) => ({ kind: "county", code, name }) as const;

/** System Improvement Plan of Orange County, 2009 to 2012: cover sheet and the measured performance of one component. */
export const orange2009: RealPlan = {
	id: "orange-2009",
	place: county("06059", "Orange"),
	editionId: "ca-ccfsr-2009",
	startsOn: "2009-11-07",
	endsOn: "2012-11-07",
	submittedOn: "2009-11-07",
	components: [
		{
			kind: "indicator",
			codes: ["C4", "C4.1", "C4.2"],
			label: "Stability: one or two placements in foster care",
		},
	],
	figures: [
		{
			indicator: "C4.1",
			vintage: "cfsr2",
			from: "2002-07-01",
			to: "2003-06-30",
			value: 69,
			source: "Orange County System Improvement Plan 2009",
			dataAsOf: "2009-11-07",
		},
		{
			indicator: "C4.1",
			vintage: "cfsr2",
			from: "2008-01-01",
			to: "2008-12-31",
			value: 79.7,
			source: "Orange County System Improvement Plan 2009",
			dataAsOf: "2009-11-07",
		},
	],
};

/** The composite score that the same component gives, which no catalogue of indicators holds. */
export const orangeComposite = {
	indicator: "C4",
	vintage: "cfsr2",
	from: "2008-01-01",
	to: "2008-12-31",
	value: 91.7,
	source: "Orange County System Improvement Plan 2009",
	dataAsOf: "2009-11-07",
} as const;

/** System Improvement Plan of Imperial County, 2009 to 2012: eight components, one of them joint, two without a code. */
export const imperial2009: RealPlan = {
	id: "imperial-2009",
	place: county("06025", "Imperial"),
	editionId: "ca-ccfsr-2009",
	startsOn: "2009-04-10",
	endsOn: "2012-04-10",
	components: [
		{ kind: "indicator", codes: ["S1.1"], label: "No recurrence of maltreatment" },
		{ kind: "indicator", codes: ["C1.4"], label: "Re-entry following reunification (exit cohort)" },
		{ kind: "indicator", codes: ["C2.1"], label: "Adoption within 24 months (exit cohort)" },
		{ kind: "indicator", codes: ["C3.1"], label: "Exits to permanency (24 months in care)" },
		{ kind: "indicator", codes: ["C4.1"], label: "Placement stability (8 days to 12 months in care)" },
		{ kind: "indicator", codes: ["2B", "2C"], label: "Timely response / timely social worker visit" },
		{ kind: "other", codes: [], label: "Transitioning to adulthood" },
		{ kind: "other", codes: [], label: "Improve safety outcomes for foster youth" },
	],
};

/** System Improvement Plan of Sacramento County, 2017 to 2021: strategies and the outcomes that each is to move. */
export const sacramento2017: RealPlan = {
	id: "sacramento-2017",
	place: county("06067", "Sacramento"),
	editionId: "ca-ccfsr-2013",
	startsOn: "2017-01-01",
	components: [
		{
			kind: "indicator",
			codes: ["3-S2"],
			label: "Recurrence of maltreatment",
			goals: [
				{
					key: "team-meetings",
					kind: "process",
					statement: "",
					strategies: ["Child and Family Team meetings for prevention, reunification and aftercare"],
				},
			],
		},
		{
			kind: "indicator",
			codes: ["3-P4"],
			label: "Re-entry to foster care",
			goals: [{ key: "team-meetings", kind: "process", statement: "" }],
		},
		{
			kind: "indicator",
			codes: ["3-P3"],
			label: "Permanency in 12 months, in care 24 months or more",
			goals: [{ kind: "process", statement: "", strategies: ["Intensive family finding"] }],
		},
		{
			kind: "indicator",
			codes: ["3-P5"],
			label: "Placement stability",
			goals: [{ kind: "process", statement: "", strategies: ["More support for resource families"] }],
		},
		{
			kind: "indicator",
			codes: ["3-S1"],
			label: "Maltreatment in foster care",
			goals: [{ kind: "process", statement: "", strategies: ["Workgroup on who is maltreated in care and why"] }],
		},
	],
};

/** Update of the System Improvement Plan of Tulare County, 2006 to 2008: the cover sheet. */
export const tulare2006: RealPlan = {
	id: "tulare-2006-update",
	place: county("06107", "Tulare"),
	editionId: "ca-ccfsr-2004",
	startsOn: "2006-07-01",
	endsOn: "2008-06-30",
	answers: {
		"cover.responsibleAgency": "Tulare County Health & Human Services Agency",
		"cover.outcomesDataQuarter": "2006-12-31",
		"cover.contactTitle": "CWS division deputy director",
	},
};

/** System Improvement Plan of San Diego County, 2006: a cover sheet whose data period is a span of years. */
export const sanDiego2006: RealPlan = {
	id: "san-diego-2006",
	place: county("06073", "San Diego"),
	editionId: "ca-ccfsr-2004",
	startsOn: "2006-07-31",
	answers: { "cover.outcomesDataQuarter": "1998-01/2004-12" },
};

/** First System Improvement Plan of San Mateo County, October 2004 to September 2005: the team. */
export const sanMateo2004: RealPlan = {
	id: "san-mateo-2004",
	place: county("06081", "San Mateo"),
	editionId: "ca-ccfsr-2004",
	startsOn: "2004-10-01",
	endsOn: "2005-09-30",
	team: [
		["Board of Supervisors (co-chair)", ""],
		["County manager", ""],
		["Health department", "health-department"],
		["Mental health department", "mental-health-department"],
		["CWS administrators", "cws-administrator"],
		["CWS managers", "cws-manager"],
		["CWS social workers", "cws-social-worker"],
		["Foster and kin parents", "foster-parent"],
		["Birth parents", "parents-representative"],
		["Foster youth", "children-representative"],
		["Local education agency", "education-agency"],
		["Probation administrators", "probation-administrator"],
		["Probation supervisors", "probation-supervisor"],
		["Probation officers", "probation-officer"],
	],
};

/**
 * System Improvement Plan of El Dorado County, 2009, for three years: its areas. The first day is not given; the day on which the Board
 * approved it stands in.
 */
export const elDorado2009: RealPlan = {
	id: "el-dorado-2009",
	place: county("06017", "El Dorado"),
	editionId: "ca-ccfsr-2009",
	startsOn: "2009-05-12",
	endsOn: "2012-05-11",
	components: [
		{ kind: "indicator", codes: ["S1.1"], label: "Recurrence of maltreatment" },
		{ kind: "indicator", codes: ["C1.4"], label: "Re-entry following reunification" },
		// Which of the three measures of it is not said.
		{ kind: "other", codes: [], label: "Placement stability" },
	],
};

/** System Improvement Plan of El Dorado County, 2017 to 2022: the term. */
export const elDorado2017: RealPlan = {
	id: "el-dorado-2017",
	place: county("06017", "El Dorado"),
	editionId: "ca-ccfsr-2013",
	startsOn: "2017-04-17",
};

/** System Improvement Plan of Fresno County: a term of three years that was stretched to almost six. */
export const fresno2010: RealPlan = {
	id: "fresno-2010",
	place: county("06019", "Fresno"),
	editionId: "ca-ccfsr-2009",
	startsOn: "2010-03-26",
	endsOn: "2015-12-28",
};
