import type { RealFigure, RealPlan } from "../real-plan.ts";

const state = (code: string, name: string) => ({ kind: "state", code, name }) as const;

/** Goals of North Carolina's Child and Family Services Plan, 2025 to 2029. Which outcome each serves is our reading. */
export const northCarolina2025: RealPlan = {
	id: "nc-cfsp-2025-2029",
	place: state("37", "North Carolina"),
	editionId: "us-cfsp-2025-2029",
	startsOn: "2024-10-01",
	components: [
		{
			kind: "other",
			codes: ["S1", "S2"],
			label: "Safety",
			goals: [
				{
					kind: "process",
					statement: "All child welfare staff are better able to assess safety throughout a family's involvement",
				},
			],
		},
		{
			kind: "systemic-factor",
			codes: ["sa"],
			label: "Service array and resource development",
			goals: [
				{
					kind: "process",
					statement: "More access to services so that children stay in the safest, least restrictive setting",
				},
			],
		},
		{
			kind: "systemic-factor",
			codes: ["st"],
			label: "Staff and provider training",
			goals: [{ kind: "process", statement: "A stable, competent and professional child welfare workforce" }],
		},
		{
			kind: "systemic-factor",
			codes: ["qa"],
			label: "Quality assurance system",
			goals: [{ kind: "process", statement: "Continuous quality improvement is implemented" }],
		},
		{
			kind: "systemic-factor",
			codes: ["ar"],
			label: "Agency responsiveness to the community",
			goals: [
				{
					kind: "process",
					statement: "Stakeholder engagement makes services responsive to communities and improves outcomes",
				},
			],
		},
	],
};

/** One row of the matrix of Missouri's Program Improvement Plan: baseline, and 5 percent of it on top as the target. */
export const missouri2004: RealPlan = {
	id: "mo-pip-2004-2006",
	place: state("29", "Missouri"),
	editionId: "us-pip-traditional",
	startsOn: "2004-01-01",
	endsOn: "2006-12-31",
	components: [
		{
			kind: "other",
			codes: ["S1-I1"],
			label: "Timeliness of initiating investigations",
			goals: [
				{
					kind: "numeric",
					statement: "Investigations are begun in time",
					baseline: { value: 76.6, source: "Mean of 8 quarters, FY2003-FY2004" },
					target: { value: 80.4, by: "2006-12-31" },
				},
			],
		},
	],
};

/** A performance objective of Washington State: children who have been in care for five years or more. */
export const washington2015: RealPlan = {
	id: "wa-results-oohc-5yr",
	place: state("53", "Washington"),
	editionId: "us-pip-traditional",
	startsOn: "2015-01-31",
	endsOn: "2017-07-31",
	components: [
		{
			kind: "other",
			codes: ["2.1.b"],
			label: "Children in out-of-home placement five years or more",
			goals: [
				{
					kind: "numeric",
					statement: "Fewer children are in out-of-home placement for five years or more",
					baseline: { value: 4.5, source: "Results Washington, January 2015" },
					target: { value: 4, by: "2017-07-31" },
					strategies: [
						"Family assessment response pathway",
						"Permanency for all children",
						"Long-term placement resources and placement stability for youth",
					],
				},
			],
		},
	],
};

const source = "Minnesota CFSR data profile 2007";
const dataAsOf = "2007-12-31";
const years = [
	{ from: "2003-10-01", to: "2004-09-30" },
	{ from: "2004-10-01", to: "2005-09-30" },
	{ from: "2005-04-01", to: "2006-03-31" },
] as const;
const series = (indicator: string, counts: readonly (readonly [number, number])[]): readonly RealFigure[] =>
	counts.map(([numerator, denominator], at) => ({
		indicator,
		vintage: "cfsr2",
		...(years[at] ?? years[0]),
		numerator,
		denominator,
		source,
		dataAsOf,
	}));

/** Observations of Minnesota's data profile, with what was published and whether it met the standard then. */
export const minnesota2007 = {
	place: state("27", "Minnesota"),
	figures: [
		...series("S1.1", [
			[3814, 4025],
			[3839, 4066],
			[3870, 4062],
		]),
		...series("S2.1", [
			[14_087, 14_129],
			[14_108, 14_168],
			[14_273, 14_326],
		]),
	],
	published: [
		{ indicator: "S1.1", value: 94.8, decimals: 1, meets: true },
		{ indicator: "S1.1", value: 94.4, decimals: 1, meets: false },
		{ indicator: "S1.1", value: 95.3, decimals: 1, meets: true },
		{ indicator: "S2.1", value: 99.7, decimals: 1, meets: true },
		{ indicator: "S2.1", value: 99.58, decimals: 2, meets: false },
		{ indicator: "S2.1", value: 99.63, decimals: 2, meets: false },
	],
} as const;

/** Licensed foster homes and children in care, as the press reported Oklahoma's counts. Of each only the year is known: January stands in. */
export const oklahomaRatios = [
	{ month: "2019-01-01", numerator: 4897, denominator: 8311, published: "0.59" },
	{ month: "2025-01-01", numerator: 3820, denominator: 6063, published: "0.63" },
] as const;

/** A measure of an agency's own: which way is better, what it must reach, what was found, and the judgement as published. */
export type OwnMeasure = {
	readonly name: string;
	readonly better: "higher" | "lower";
	readonly goal?: number;
	readonly found?: { readonly value: number; readonly from: string; readonly to: string };
	readonly judged: "met" | "not-met" | "not-measured" | "no-goal";
};

/** Performance measures of North Carolina's agreements with its counties; the State's value of about 2018, of which only the year is known. */
export const northCarolinaAgreements: readonly OwnMeasure[] = [
	{ name: "Reports initiated within required time frames", better: "higher", goal: 95, judged: "not-measured" },
	{ name: "Child victims with a further finding within 12 months", better: "lower", goal: 9.1, judged: "not-measured" },
	{ name: "Foster youth seen by the worker each month", better: "higher", goal: 95, judged: "not-measured" },
	{
		...{ name: "Children entering care discharged to permanency within 12 months", better: "higher", goal: 40.5 },
		...{ found: { value: 34, from: "2018-01-01", to: "2018-12-31" }, judged: "not-met" },
	},
	{ name: "Children who re-enter care within 12 months", better: "lower", goal: 8.3, judged: "not-measured" },
];

/**
 * The three of these measures that are federal indicators of round 3, as goals of the State that its counties take up. Each county's own
 * target is set with it from its preceding year, and was not readable: of the two counties whose agreements were seen there is none.
 */
export const northCarolinaCascade = {
	goals: [
		{ indicator: "3-S2", statement: "Fewer child victims with a further finding within 12 months", target: 9.1 },
		{ indicator: "3-P1", statement: "More children discharged to permanency within 12 months", target: 40.5 },
		{ indicator: "3-P4", statement: "Fewer children who re-enter care within 12 months", target: 8.3 },
	],
	counties: [
		{ code: "37135", name: "Orange County" },
		{ code: "37105", name: "Lee County" },
	],
	/** The State of about 2018, of which only the year is known. */
	state: { indicator: "3-P1", value: 34, from: "2018-01-01", to: "2018-12-31", source: "County memo of 2018" },
} as const;

const november = (name: string, goal: number, value: number): OwnMeasure => ({
	...{ name, better: "higher", goal, found: { value, from: "2017-11-01", to: "2017-11-30" } },
	judged: value >= goal ? "met" : "not-met",
});

/** New Jersey's monthly report of November 2017: two of twelve fall short, as published. The last is met or not met: 1 is met. */
export const newJersey2017: readonly OwnMeasure[] = [
	november("Intake caseload (local offices)", 95, 100),
	november("Intake workers caseload", 90, 93),
	november("Permanency caseload (local offices)", 95, 100),
	november("Adoption workers caseload", 95, 94),
	november("Investigation completed in 60 days", 85, 86),
	november("Investigation completed in 90 days", 95, 95),
	november("Institutional abuse investigation completed in 60 days", 80, 87),
	november("Initial family team meetings", 80, 85),
	november("Subsequent family team meetings within 12 months", 80, 86),
	november("Subsequent family team meetings after 12 months, reunification goal", 90, 100),
	november("Subsequent family team meetings after 12 months, other goal", 90, 83),
	november("Child health units", 1, 1),
];

const sfy2021 = { from: "2020-07-01", to: "2021-06-30" } as const;

/** Kansas, community based family services: values without counts and without a target. "To date": the year's last day stands in. */
export const kansas2021: readonly OwnMeasure[] = (
	[
		["Child not placed outside the home while the case is open", 98.2],
		["Child not placed outside the home in the 365 days after", 96.6],
		["Not referred on to family preservation within 180 days", 90.2],
		["No abuse or neglect by a parent or caregiver in 365 days", 94.7],
	] as const
).map(([name, value]) => ({ name, better: "higher", found: { value, ...sfy2021 }, judged: "no-goal" }));

/** California's Program Improvement Plan of 2009: goal and strategy of each, and what was completed in its third quarter. */
export const california2009 = [
	{
		goal: "Children, families and others are more engaged in case planning and decisions through the life of the case",
		strategy: "More participatory case planning",
		completed: [
			"Permanency protocols revised after an 11-county pilot and sent out",
			"Family engagement and participatory case planning guidelines written and put into a partner project's semi-annual meetings",
		],
	},
	{
		goal: "More children have permanent homes and connections to community and important adults",
		strategy: "Sustain permanency efforts through the life of the case",
		completed: ["Two counties' residentially based services reform projects approved by the state"],
	},
	{
		goal: "Better caregiver support and training curriculum",
		strategy: "Caregiver recruitment, training and support",
		completed: [
			"Recruitment and retention information published through the state clearinghouse, with training on evidence-based practice",
		],
	},
	{
		goal: "More statewide access to existing services for children and families in foster care",
		strategy: "Wider and more flexible services and supports",
		completed: [],
	},
] as const;
