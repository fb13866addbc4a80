import type { SignatoryRole } from "../../domain/approval/approval-facts.ts";

import type { NegotiationSubject, ResponseChoice } from "../../domain/review/review-facts.ts";

import type { DocumentAction } from "../../domain/workflow/document-workflow.ts";
import type { PlanText } from "../plan-text.ts";
import type { PersonKey } from "./people.ts";
import { alderCurrent } from "./plans/alder-current.ts";
import { alderEarlier } from "./plans/alder-earlier.ts";
import { birch } from "./plans/birch.ts";
import { brannock } from "./plans/brannock.ts";
import { esperanza } from "./plans/esperanza.ts";
import { marlowe } from "./plans/marlowe.ts";
import { miraluz } from "./plans/miraluz.ts";
import { quillan } from "./plans/quillan.ts";
import { tolliver } from "./plans/tolliver.ts";

/** A change of a part that is there already. Parts are named as in the plan, component first: `c2.1.1.2`, or `c1`. */
export type EditText = {
	readonly daysAgo: number;
	readonly who: PersonKey;
	readonly reason: string;
} & (
	| { readonly part: string; readonly statement?: string; readonly rationale?: string; readonly title?: string }
	| { readonly field: string; readonly component?: string; readonly value: string }
);

/** A step of the workflow. */
export type StepText = {
	readonly daysAgo: number;
	readonly who: PersonKey;
	readonly action: DocumentAction;
	readonly reason?: string;
};

/** What the State says on the plan or on one of its parts, and what the county answers. */
export type RemarkText = {
	readonly daysAgo: number;
	readonly kind: "question" | "recommendation";
	readonly unit: string;
	/** The whole plan where none is named. */
	readonly part?: string;
	readonly text: string;
	readonly answer: {
		readonly daysAgo: number;
		readonly who: PersonKey;
		readonly choice: ResponseChoice;
		readonly text: string;
		readonly changed: string;
	};
};

/** The State's review of a plan. Its steps stand with the others. */
export type ReviewText = {
	readonly daysAgo: number;
	readonly who: PersonKey;
	readonly units: readonly string[];
	readonly remarks: readonly RemarkText[];
	readonly call: { readonly daysAgo: number; readonly note: string };
};

/** What county and State do not agree on, who talks about it, and what each side holds. A step opens it. */
export type NegotiationText = {
	readonly daysAgo: number;
	readonly who: PersonKey;
	readonly subject: NegotiationSubject;
	readonly matter: string;
	readonly parties: {
		readonly state: readonly PersonKey[];
		readonly county: readonly PersonKey[];
		readonly association: readonly string[];
	};
	readonly positions: readonly { readonly daysAgo: number; readonly who: PersonKey; readonly text: string }[];
};

/** When a plan runs, who writes it and what happens to it, counted back from today. */
export type PlanTimes = {
	readonly key: string;
	readonly text: PlanText;
	/** The plan starts on the first day of the month that lies so far from this one. */
	readonly startsInMonths: number;
	readonly begunDaysAgo: number;
	readonly writtenDaysAgo: number;
	readonly planner: PersonKey;
	/** Writes what is for children under probation; the planner does where nobody is named. */
	readonly probationPlanner?: PersonKey;
	readonly steps: readonly StepText[];
	readonly review?: ReviewText;
	readonly negotiation?: NegotiationText;
	readonly edits?: readonly EditText[];
	/** Signatures that no submission follows yet. */
	readonly signatures?: readonly {
		readonly daysAgo: number;
		readonly who: PersonKey;
		readonly signatory: SignatoryRole;
	}[];
	readonly waivers?: readonly {
		readonly daysAgo: number;
		readonly who: PersonKey;
		readonly ruleId: string;
		/** Of a rule about outcome indicators: which. */
		readonly subject?: string;
		readonly reason: string;
	}[];
};

/**
 * Every plan of the practice state: drafts, and plans that are ready, submitted, in negotiation, returned and accepted; one of
 * an earlier term.
 */
export const planTimes: readonly PlanTimes[] = [
	{
		key: "alder-earlier",
		text: alderEarlier,
		startsInMonths: -38,
		begunDaysAgo: 1290,
		writtenDaysAgo: 1205,
		planner: "maribel",
		probationPlanner: "desmond",
		steps: [
			{ daysAgo: 1199, who: "maribel", action: "mark-ready" },
			{ daysAgo: 1191, who: "lorraine", action: "submit" },
			{
				daysAgo: 1132,
				who: "renata",
				action: "accept",
				reason:
					"All safety outcomes that need improvement are addressed, and the milestones follow from the strategies.",
			},
		],
	},
	{
		key: "alder-current",
		text: alderCurrent,
		startsInMonths: 3,
		begunDaysAgo: 66,
		writtenDaysAgo: 16,
		planner: "maribel",
		probationPlanner: "desmond",
		steps: [],
		edits: [
			{
				daysAgo: 9,
				who: "maribel",
				part: "c1.1.1.2",
				statement: "Parent partner offered to every family at the first unsupervised visit.",
				reason: "Parents Together asked for an earlier start.",
			},
			{
				daysAgo: 6,
				who: "lorraine",
				field: "component.training",
				component: "c1",
				value: "Training in after-care planning for placement officers and new reunification social workers.",
				reason: "",
			},
		],
	},
	{
		key: "birch",
		text: birch,
		startsInMonths: 2,
		begunDaysAgo: 132,
		writtenDaysAgo: 28,
		planner: "samuel",
		steps: [
			{ daysAgo: 20, who: "samuel", action: "mark-ready" },
			{
				daysAgo: 13,
				who: "paulette",
				action: "reopen",
				reason: "The Chief Probation Officer asked for one more change.",
			},
			{ daysAgo: 6, who: "samuel", action: "mark-ready" },
		],
		edits: [
			{
				daysAgo: 12,
				who: "samuel",
				part: "c2.1.2.3",
				statement: "Family meeting held for every youth within 30 days of placement.",
				reason: "Probation's own policy asks for 30 days.",
			},
		],
	},
	{
		key: "marlowe",
		text: marlowe,
		startsInMonths: 1,
		begunDaysAgo: 168,
		writtenDaysAgo: 44,
		planner: "keisha",
		steps: [
			{ daysAgo: 33, who: "keisha", action: "mark-ready" },
			{ daysAgo: 15, who: "solomon", action: "submit", reason: "Approved by the Board of Supervisors." },
		],
		edits: [
			{
				daysAgo: 38,
				who: "ingrid",
				part: "c2.1.2.2",
				statement: "All 27 group homes visited once and the findings reported to both directors.",
				reason: "",
			},
		],
	},
	{
		key: "esperanza",
		text: esperanza,
		startsInMonths: -5,
		begunDaysAgo: 300,
		writtenDaysAgo: 222,
		planner: "beatriz",
		probationPlanner: "curtis",
		waivers: [
			{
				daysAgo: 219,
				who: "naomi",
				ruleId: "SIP-89",
				reason: "Both unions were invited on two dates and declined in writing. The letters are with the Board item.",
			},
		],
		steps: [
			{ daysAgo: 216, who: "beatriz", action: "mark-ready" },
			{ daysAgo: 209, who: "naomi", action: "submit" },
			{ daysAgo: 206, who: "naomi", action: "recall", reason: "One milestone named the wrong agency." },
			{ daysAgo: 203, who: "beatriz", action: "mark-ready" },
			{ daysAgo: 202, who: "naomi", action: "submit", reason: "Corrected." },
			{ daysAgo: 195, who: "amina", action: "open-review" },
			{ daysAgo: 172, who: "amina", action: "recommend" },
			{
				daysAgo: 154,
				who: "amina",
				action: "accept",
				reason: "Accepted. Please report on component 4 by agency in the annual update.",
			},
		],
		review: {
			daysAgo: 194,
			who: "amina",
			units: ["Children's Services Operations", "Child and Youth Permanency"],
			remarks: [
				{
					daysAgo: 187,
					kind: "question",
					unit: "Child and Youth Permanency",
					part: "c4.1.1.1",
					text: "Who staffs the joint intake in the evening?",
					answer: {
						daysAgo: 180,
						who: "beatriz",
						choice: "answer",
						text: "One social worker and one probation officer until nine, four evenings a week.",
						changed: "",
					},
				},
				{
					daysAgo: 174,
					kind: "recommendation",
					unit: "Children's Services Operations",
					text: "Tell the two agencies apart when the progress of component 4 is reported.",
					answer: {
						daysAgo: 165,
						who: "beatriz",
						choice: "accept",
						text: "We will count the two agencies apart from the first report on.",
						changed: "Nothing in the text: the milestones name both agencies already.",
					},
				},
			],
			call: {
				daysAgo: 168,
				note: "Went through the recommendation with the planner; how the two agencies count was cleared.",
			},
		},
		edits: [
			{
				daysAgo: 205,
				who: "curtis",
				part: "c4.1.1.1",
				statement: "Joint intake of both agencies opened at the youth center.",
				reason: "Both agencies run it.",
			},
		],
	},
	{
		key: "brannock",
		text: brannock,
		startsInMonths: 1,
		begunDaysAgo: 176,
		writtenDaysAgo: 104,
		planner: "fiona",
		steps: [
			{ daysAgo: 97, who: "fiona", action: "mark-ready" },
			{ daysAgo: 92, who: "andre", action: "submit" },
			{
				daysAgo: 61,
				who: "theo",
				action: "return",
				reason:
					"1. Component 1: please say how many families live in the mountain towns, so that the milestones can be weighed.\n2. Strategy 1.2 of component 1 has equipment and meetings, and nothing that shows what they change for the youth.\n3. Component 2: the after-care worker is one position. Please name who steps in when it is vacant.",
			},
			{ daysAgo: 55, who: "fiona", action: "revise" },
			{ daysAgo: 6, who: "fiona", action: "mark-ready" },
			{ daysAgo: 3, who: "fiona", action: "approve-by-board" },
		],
		signatures: [{ daysAgo: 2, who: "andre", signatory: "child-welfare-director" }],
		edits: [
			{
				daysAgo: 48,
				who: "fiona",
				part: "c1.1.2.2",
				statement: "Family meeting held every month for 15 youth, and 6 of them home within twelve months.",
				reason: "The State's point 2.",
			},
			{
				daysAgo: 33,
				who: "fiona",
				part: "c2.1.2.1",
				statement: "After-care worker hired and a second social worker trained to step in.",
				reason: "The State's point 3.",
			},
			{
				daysAgo: 7,
				who: "andre",
				part: "c1.1.1",
				rationale:
					"Distance is what keeps parents from visits, and visits are what brings reunification. Of 124 families with a reunification plan, 43 live in the mountain towns.",
				reason: "The State's point 1.",
			},
		],
	},
	{
		key: "miraluz",
		text: miraluz,
		startsInMonths: -1,
		begunDaysAgo: 186,
		writtenDaysAgo: 74,
		planner: "hector",
		steps: [
			{ daysAgo: 66, who: "hector", action: "mark-ready" },
			{ daysAgo: 57, who: "yesenia", action: "submit", reason: "Approved by the Board of Supervisors." },
			{
				daysAgo: 11,
				who: "amina",
				action: "return",
				reason:
					"Thank you for a clear plan. Before it can be accepted:\n1. The narrative says that no focus groups, surveys or interviews were held. Please hold at least one with youth, or say how their voice was heard.\n2. Strategy 1.3 of component 1 has one milestone, which a meeting meets. Please add one that shows what the meeting changes.\n3. Component 2: the county's own aim of 95 percent and the target differ. Please explain.",
			},
		],
	},
	{
		key: "quillan",
		text: quillan,
		startsInMonths: 1,
		begunDaysAgo: 88,
		writtenDaysAgo: 62,
		planner: "ruth",
		waivers: [
			{
				daysAgo: 59,
				who: "ilse",
				ruleId: "SIP-39",
				subject: "1C",
				reason: "1C is one home that was closed on the same day. The figure is looked at again each year.",
			},
		],
		steps: [
			{ daysAgo: 57, who: "ruth", action: "mark-ready" },
			{ daysAgo: 50, who: "ilse", action: "submit" },
			{ daysAgo: 45, who: "theo", action: "open-review" },
			{ daysAgo: 37, who: "theo", action: "recommend" },
			{
				daysAgo: 31,
				who: "ilse",
				action: "negotiate",
				reason: "How far re-entry is to fall in a county where one family is two points.",
			},
		],
		review: {
			daysAgo: 44,
			who: "theo",
			units: ["Children's Services Operations", "Estimates"],
			remarks: [
				{
					daysAgo: 42,
					kind: "question",
					unit: "Estimates",
					part: "c1.1.1.1",
					text: "What does the driver cost in a year, and who pays after the first?",
					answer: {
						daysAgo: 39,
						who: "ruth",
						choice: "answer",
						text: "PSSF family support funds pay for three years; the van is the clinic's.",
						changed: "",
					},
				},
				{
					daysAgo: 38,
					kind: "recommendation",
					unit: "Children's Services Operations",
					part: "c1.1",
					text: "Set the target at the national standard, as the other counties of the region have.",
					answer: {
						daysAgo: 33,
						who: "ruth",
						choice: "negotiate",
						text: "The standard is one child a year for us. We can promise what we do, and a step toward it.",
						changed: "",
					},
				},
			],
			call: {
				daysAgo: 34,
				note: "Went through the figures of five years with planner and director, family by family.",
			},
		},
		negotiation: {
			daysAgo: 30,
			who: "theo",
			subject: "degree-of-improvement",
			matter: "By how much re-entry to foster care is to fall until the end of the plan.",
			parties: {
				state: ["theo", "renata"],
				county: ["ilse", "ruth"],
				association: ["Policy analyst of the county welfare directors"],
			},
			positions: [
				{
					daysAgo: 27,
					who: "ilse",
					text: "A tenth better than today. With 60 children a year, more would be luck and not work.",
				},
				{
					daysAgo: 20,
					who: "theo",
					text: "The national standard by the end of the plan, with the average of three years as the measure, so that one family does not decide.",
				},
				{
					daysAgo: 8,
					who: "ilse",
					text: "We agree to the average of three years. On it, halfway to the standard by month 24, and the rest to be set in the second annual update.",
				},
			],
		},
	},
	{
		key: "tolliver",
		text: tolliver,
		startsInMonths: 4,
		begunDaysAgo: 13,
		writtenDaysAgo: 13,
		planner: "wendell",
		steps: [],
	},
];
