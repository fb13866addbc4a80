import type { Evidence, Finding } from "../../domain/finding/finding-facts.ts";
import type { PersonKey } from "./people.ts";
import type { CountyKey } from "./places.ts";

type EvidenceText = readonly [kind: Exclude<Evidence["evidenceKind"], "observation">, text: string, source: string];

/** A person's settling of a finding: one that the figures propose, or, where they propose none, one of the person's own. */
export type FindingText = {
	readonly county: CountyKey;
	readonly daysAgo: number;
	readonly who: PersonKey;
	/** An indicator's code, or the id of a systemic factor. */
	readonly code: string;
	readonly state: "confirmed" | "dismissed";
	readonly judgement: Finding["judgement"];
	readonly summary: string;
	readonly reason?: string;
	readonly evidence?: readonly EvidenceText[];
};

const weak = { state: "confirmed", judgement: "area-needing-improvement" } as const;
const strong = { state: "confirmed", judgement: "strength" } as const;
const dismissed = { state: "dismissed", judgement: "area-needing-improvement" } as const;

/** Oldest first within each county. What the figures propose and nobody has settled yet is not here: it waits. */
export const findingTexts: readonly FindingText[] = [
	{
		...weak,
		county: "alder",
		daysAgo: 1312,
		who: "maribel",
		code: "1A",
		summary:
			"Recurrence of maltreatment is above the national standard in every quarter on record. Most of the children are known for neglect tied to a parent's use of alcohol or drugs.",
		evidence: [
			[
				"case-review",
				"In 41 of 60 cases with a second report, the first case had been closed without a service.",
				"Reading of 60 cases for the Self-Assessment",
			],
		],
	},
	{
		...weak,
		county: "alder",
		daysAgo: 1312,
		who: "maribel",
		code: "3F",
		summary: "Children come back into care too often, most of them within four months of going home.",
		evidence: [
			[
				"voices",
				"Parents said that help ended on the day the case closed.",
				"Focus group of 14 parents with an open case",
			],
		],
	},
	{
		...strong,
		county: "alder",
		daysAgo: 244,
		who: "lorraine",
		code: "1A",
		summary:
			"Recurrence has met the national standard in the newest quarters, for the first time since it has been measured. Safety plans and home visits in the north stay in place.",
		reason: "The figures have met the standard for a year; the SIP team looked at them in its spring meeting.",
	},
	{
		...weak,
		county: "alder",
		daysAgo: 86,
		who: "desmond",
		code: "8A",
		summary:
			"Fewer youth leave care with school finished, work or a place to live than five years ago. Youth under probation leave with the least notice.",
		evidence: [
			[
				"voices",
				"Nine of eleven youth said that nobody had asked them what comes after care.",
				"Focus group of youth aged 16 to 20",
			],
			["document", "Referrals to the Independent Living Program come at 17 and a half on average.", "Program report"],
		],
	},
	{
		...weak,
		county: "alder",
		daysAgo: 82,
		who: "maribel",
		code: "3F",
		summary:
			"Re-entry has come down since the last plan, and is still above the national standard. After-care is usual in child welfare and rare under probation.",
		reason: "Brought up to date for the new Self-Assessment.",
	},
	{
		...weak,
		county: "alder",
		daysAgo: 80,
		who: "maribel",
		code: "service-array",
		summary: "Treatment for parents and transport in the north of the county do not meet the need.",
		evidence: [
			[
				"voices",
				"The Three Herons Tribe and two family resource centers said that families wait five weeks for treatment.",
				"Meeting of the Alder Children's Collaborative",
			],
		],
	},
	{
		...weak,
		county: "birch",
		daysAgo: 152,
		who: "samuel",
		code: "3D",
		summary: "Adoptions take too long. The home study and the late search for a family are the longest waits.",
		evidence: [
			[
				"case-review",
				"In 31 of 48 cases nobody had looked for an adoptive family before the parents' rights ended.",
				"Reading of 48 cases by two people each",
			],
		],
	},
	{
		...weak,
		county: "birch",
		daysAgo: 152,
		who: "samuel",
		code: "3E",
		summary: "The share of children who go home within twelve months is rising and still short of the standard.",
	},
	{
		...weak,
		county: "birch",
		daysAgo: 150,
		who: "samuel",
		code: "case-review",
		summary: "One hearing in five is put off, and case plans are often written without the family.",
		evidence: [
			[
				"document",
				"83 of 412 hearings were put off at least once, 49 for a late report.",
				"The juvenile court's calendar",
			],
			["voices", "Attorneys named late reports and the lack of interpreters.", "Survey, 39 of 70 answered"],
		],
	},
	{
		...weak,
		county: "marlowe",
		daysAgo: 196,
		who: "keisha",
		code: "1A",
		summary: "Recurrence of maltreatment is above the standard in five of seven service areas.",
		evidence: [
			[
				"case-review",
				"A service was offered after 58 percent of first reports, and used after 31 percent.",
				"Reading of 200 cases by pairs of a supervisor and a provider",
			],
		],
	},
	{
		...weak,
		county: "marlowe",
		daysAgo: 195,
		who: "ingrid",
		code: "1C",
		summary: "Abuse and neglect in care are above the standard; overfilled homes and new relatives' homes stand out.",
		evidence: [
			["document", "Half of the homes concerned were above the county's own limit.", "Ombudsman's yearly report"],
		],
	},
	{
		...weak,
		county: "marlowe",
		daysAgo: 194,
		who: "keisha",
		code: "3B",
		summary:
			"Too many children move twice or more in their first twelve months, four in ten of them in the first thirty days.",
	},
	{
		...weak,
		county: "marlowe",
		daysAgo: 192,
		who: "keisha",
		code: "training",
		summary: "Basic training is finished late, and placement officers have none of their own.",
		evidence: [
			["voices", "41 percent of line staff said that training fitted their work.", "Staff survey, 1,104 answers"],
		],
	},
	{
		...weak,
		county: "esperanza",
		daysAgo: 326,
		who: "beatriz",
		code: "1A",
		summary: "Recurrence is highest among children under five and in the valley towns.",
		evidence: [
			["voices", "Families asked for help before a case is opened.", "Community meetings in six towns, 240 people"],
		],
	},
	{
		...weak,
		county: "esperanza",
		daysAgo: 326,
		who: "beatriz",
		code: "3F",
		summary: "Children come back into care, a third of them after the family has lost its home.",
		evidence: [
			[
				"case-review",
				"Family meetings are held before removal and rarely before return.",
				"Peer review, 14 and 5 cases",
			],
		],
	},
	{
		...weak,
		county: "esperanza",
		daysAgo: 325,
		who: "beatriz",
		code: "3D",
		summary: "Adoptions by relatives take longest, for want of papers and of a lawyer.",
	},
	{
		...weak,
		county: "esperanza",
		daysAgo: 322,
		who: "curtis",
		code: "8A",
		summary: "Youth under probation leave care with less than others, and are referred late.",
		evidence: [
			["document", "Two intakes for Independent Living services, one in each agency.", "Placement Council minutes"],
		],
	},
	{
		...weak,
		county: "brannock",
		daysAgo: 188,
		who: "fiona",
		code: "3E",
		summary: "Families in the mountain towns wait four months longer than others until a child goes home.",
	},
	{
		...weak,
		county: "brannock",
		daysAgo: 188,
		who: "fiona",
		code: "3F",
		summary: "Relapse comes before most returns to care, and no plan is made for it.",
		evidence: [["case-review", "Relapse came before the return in 17 of 30 cases.", "Reading of 30 cases"]],
	},
	{
		...strong,
		county: "brannock",
		daysAgo: 186,
		who: "andre",
		code: "collaboration",
		summary: "The Roundtable and the court's group meet each month and act on what they decide.",
		evidence: [
			["voices", "Partners called the Roundtable the one meeting they never miss.", "Interviews with nine partners"],
		],
	},
	{
		...weak,
		county: "miraluz",
		daysAgo: 198,
		who: "hector",
		code: "3B",
		summary: "One child in five is moved more than once in the first twelve months. Most of them are teenagers.",
	},
	{
		...weak,
		county: "miraluz",
		daysAgo: 196,
		who: "hector",
		code: "2B",
		summary: "Referrals at night are answered late. The county aims at 95 percent.",
		evidence: [
			["document", "Late responses fall between eight in the evening and two in the morning.", "Response log"],
		],
	},
	{
		...weak,
		county: "miraluz",
		daysAgo: 195,
		who: "yesenia",
		code: "foster-adoptive",
		summary: "Half of the new foster homes close within two years.",
		evidence: [["document", "Licensing list of the past four years.", "Licensing unit"]],
	},
	{
		...weak,
		county: "quillan",
		daysAgo: 92,
		who: "ruth",
		code: "3F",
		summary: "Few children, and the same families: the rate has been above the standard in each of five years.",
		evidence: [
			["voices", "Foster parents asked for help with visits after a return.", "Interviews with six foster families"],
		],
	},
	{
		...dismissed,
		county: "quillan",
		daysAgo: 64,
		who: "ruth",
		code: "1C",
		summary: "Very few children make the figure. The home was closed on the same day.",
		reason: "So few children say nothing about how care is given. Looked at again each year.",
	},
	{
		...dismissed,
		county: "tolliver",
		daysAgo: 205,
		who: "wendell",
		code: "3E",
		summary: "Few children go home in a year, and one family makes the difference.",
		reason: "The number of children is too small to find anything in it. The cases were read with the court.",
	},
];
