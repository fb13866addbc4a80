import { addDays, addMonths, plainDate } from "../../src/domain/calendar/plain-date.ts";
import { entryKinds, type PlanEntries } from "../../src/domain/document/entry-kinds.ts";
import type { Observation } from "../../src/domain/measure/measure-facts.ts";
import type { PlanFacts } from "../../src/domain/plan/plan-graph.ts";
import type { Fact, FactKind, FactValues } from "../../src/domain/workflow/fact-kinds.ts";
import { sampleApproval } from "./sample-approval.ts";
import { sampleTeam } from "./sample-team.ts";

/** A fixed id for the nth fact of the sample. */
export function sampleId(n: number): string {
	return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
}

/** A plan without any entry in its lists. */
export const noEntries = Object.fromEntries(entryKinds.map((kind) => [kind, []])) as unknown as PlanEntries;

/** The ids of the sample's parts that tests speak of. */
export const sample = {
	jurisdiction: sampleId(1),
	cycle: sampleId(2),
	document: sampleId(3),
	component: sampleId(10),
	numericGoal: sampleId(20),
	processGoal: sampleId(21),
	numericObjective: sampleId(30),
	processObjective: sampleId(31),
	baseline: sampleId(40),
	target: sampleId(41),
	measure: sampleId(50),
	strategies: [sampleId(60), sampleId(61), sampleId(62)],
	milestones: [70, 71, 72, 73, 74, 75, 76].map(sampleId),
	answeredFinding: sampleId(80),
	deferredFinding: sampleId(81),
	newestFigure: sampleId(907),
	today: plainDate("2025-05-20"),
} as const;

const here = { jurisdictionId: sample.jurisdiction };

function fact<K extends FactKind>(id: string, values: FactValues<K>): Fact<K> {
	return { ...values, id, version: 1 };
}

/**
 * A whole plan of a made-up county under the 2004 California edition: one component on indicator 3F (re-entry to foster
 * care), two goals, three strategies, seven milestones, the full team. No check of the edition has anything to say to it.
 */
export function samplePlanFacts(): PlanFacts {
	return {
		document: fact<"document">(sample.document, {
			...here,
			cycleId: sample.cycle,
			editionId: "ca-ccfsr-2004",
			title: "Alder County System Improvement Plan 2025-2028",
			state: "drafting",
			submittedOn: null,
			acceptedOn: null,
			updateOf: null,
			updateNumber: null,
		}),
		cycle: fact<"cycle">(sample.cycle, {
			...here,
			title: "2025-2028",
			startsOn: plainDate("2025-07-01"),
			endsOn: plainDate("2028-06-30"),
		}),
		jurisdiction: fact<"jurisdiction">(sample.jurisdiction, {
			kind: "county",
			code: "99001",
			name: "Alder County",
			parentId: null,
			providesAdoptions: true,
			youthConnectionAvailable: true,
			tribesApplicable: true,
		}),
		answers: [...documentAnswers, ...componentAnswers, ...laterAnswers].map(([field, value, focusAreaId], i) =>
			fact<"answer">(sampleId(100 + i), {
				...here,
				documentId: sample.document,
				focusAreaId,
				field,
				value,
				none: value === "",
				...{ carried: false, noChange: false, sameAs: null },
			}),
		),
		focusAreas: [
			fact<"focus-area">(sample.component, {
				...here,
				documentId: sample.document,
				position: 1,
				subjectKind: "indicator",
				codes: ["3F"],
				label: "Re-entry to foster care",
				origin: "self-assessment",
				probationConsidered: "yes",
				probationReason: "",
			}),
		],
		goals: [
			fact<"goal">(sample.numericGoal, {
				...here,
				cycleId: sample.cycle,
				statement:
					"Fewer children come back to foster care within 12 months of going home: from about one in nine to the national standard.",
				goalKind: "numeric",
				population: ["cws", "probation-600"],
			}),
			fact<"goal">(sample.processGoal, {
				...here,
				cycleId: sample.cycle,
				statement: "Every family that goes home has somebody at its side who has been through the system.",
				goalKind: "process",
				population: ["cws"],
			}),
		],
		goalUses: [sample.numericGoal, sample.processGoal].map((goalId, i) =>
			fact<"goal-use">(sampleId(25 + i), {
				...here,
				documentId: sample.document,
				focusAreaId: sample.component,
				goalId,
				position: i + 1,
			}),
		),
		objectives: [
			fact<"objective">(sample.numericObjective, {
				...here,
				goalId: sample.numericGoal,
				position: 1,
				statement: "Re-entry within 12 months of exit falls to 8.6 percent.",
				measureId: sample.measure,
				evidenceOfCompletion: "",
				...{ dataSource: "", cadence: "" },
			}),
			fact<"objective">(sample.processObjective, {
				...here,
				goalId: sample.processGoal,
				position: 1,
				statement: "A parent partner is offered to every family before reunification.",
				measureId: null,
				evidenceOfCompletion:
					"Referral log of the parent partner program, matched each quarter with the list of families that went home.",
				...{ dataSource: "", cadence: "" },
			}),
		],
		baselines: [
			fact<"baseline">(sample.baseline, {
				...here,
				objectiveId: sample.numericObjective,
				value: 11.3,
				numerator: 62,
				denominator: 548,
				periodStart: plainDate("2024-01-01"),
				periodEnd: plainDate("2024-12-31"),
				observationId: sample.newestFigure,
				source: "California Child Welfare Indicators Project, 2024 quarter 4 extract",
				dueOn: null,
			}),
		],
		targets: [
			fact<"target">(sample.target, {
				...here,
				objectiveId: sample.numericObjective,
				value: 8.6,
				by: plainDate("2028-03-31"),
				benchmarkYear: null,
			}),
		],
		measures: [
			fact<"measure">(sample.measure, {
				...here,
				title: "Re-entry to foster care within 12 months",
				indicator: "3F",
				vintage: "ccfsr-2004",
				populationGroup: "all",
				unit: "percent",
				direction: "down",
			}),
		],
		strategies: strategies.map(([goalId, position, statement, rationale, probation], i) =>
			fact<"strategy">(sample.strategies[i] ?? "", {
				...here,
				goalId,
				position,
				statement,
				rationale,
				population: probation ? ["probation-600"] : ["cws"],
			}),
		),
		milestones: milestones.map(([strategy, position, statement, months, dueOn, title, agency], i) =>
			fact<"milestone">(sample.milestones[i] ?? "", {
				...here,
				strategyId: sample.strategies[strategy] ?? "",
				position,
				statement,
				timeframeMonths: months,
				dueOn: dueOn === null ? null : plainDate(dueOn),
				assignedTitle: title,
				assignedPersonId: null,
				assignedAgency: agency,
				population: strategy === 1 ? ["probation-600"] : ["cws"],
				status: "not-started",
				completedOn: null,
				proof: "",
				explanation: "",
				reportedOn: null,
			}),
		),
		findings: [
			fact<"finding">(sample.answeredFinding, {
				...here,
				subjectKind: "indicator",
				code: "3F",
				vintage: "ccfsr-2004",
				label: "Re-entry to foster care",
				domain: "permanency",
				judgement: "area-needing-improvement",
				state: "confirmed",
				summary: "Above the national standard in every period since 2022.",
				periodEnd: plainDate("2024-12-31"),
			}),
			fact<"finding">(sample.deferredFinding, {
				...here,
				subjectKind: "indicator",
				code: "3B",
				vintage: "ccfsr-2004",
				label: "Two or fewer placements in first 12 months",
				domain: "permanency",
				judgement: "area-needing-improvement",
				state: "confirmed",
				summary: "Just below the national standard.",
				periodEnd: plainDate("2024-12-31"),
			}),
		],
		evidence: [
			fact<"evidence">(sampleId(85), {
				...here,
				findingId: sample.answeredFinding,
				evidenceKind: "observation",
				observationId: sample.newestFigure,
				text: "",
				source: "California Child Welfare Indicators Project, 2024 quarter 4 extract",
			}),
		],
		findingAnswers: [
			fact<"finding-answer">(sampleId(90), {
				...here,
				documentId: sample.document,
				findingId: sample.answeredFinding,
				focusAreaId: sample.component,
				disposition: "answered",
				reason: "",
			}),
			fact<"finding-answer">(sampleId(91), {
				...here,
				documentId: sample.document,
				findingId: sample.deferredFinding,
				focusAreaId: null,
				disposition: "deferred",
				reason:
					"The placement unit was staffed again in January 2025; the team looks at the figure anew at the annual update.",
			}),
		],
		waivers: [],
		carriedParts: [],
		amendments: [],
		previous: null,
		services: [],
		serviceYears: [],
		sharedAnswers: [],
		authorityAnswers: [],
		nameScreenings: [],
		origin: null,
		...sampleApproval,
		entries: {
			...noEntries,
			"cross-reference": [
				fact<"cross-reference">(sampleId(95), {
					...here,
					documentId: sample.document,
					focusAreaId: null,
					strategyId: null,
					planKind: "self-assessment",
					label: "Alder County Self-Assessment 2025",
					locator: "Kept on paper by the Planning and Evaluation unit",
					linkedDocumentId: null,
					completedOn: plainDate("2025-02-28"),
				}),
			],
		},
		linked: { documents: [], teamMembers: [], analyses: [], peerReviews: [] },
		observations: reentryFigures(),
		...sampleTeam(sampleId, sample.document, sample.jurisdiction),
	};
}

/** Facts with some of one kind replaced: `change(facts, "milestones", ids[0], { dueOn: null })`. */
export function changeFact<L extends ListName>(
	facts: PlanFacts,
	list: L,
	id: string,
	values: Partial<PlanFacts[L][number]>,
): PlanFacts {
	return { ...facts, [list]: facts[list].map((each) => (each.id === id ? { ...each, ...values } : each)) };
}

type ListName = {
	[K in keyof PlanFacts]-?: PlanFacts[K] extends readonly { readonly id: string }[] ? K : never;
}[keyof PlanFacts];

/** Facts with one field of the form filled in anew: `""` empties it, `none` says so on purpose. */
export function changeAnswer(facts: PlanFacts, field: string, value: string, none = false): PlanFacts {
	return {
		...facts,
		answers: facts.answers.map((each) => (each.field === field ? { ...each, value, none } : each)),
	};
}

const documentAnswers: readonly (readonly [string, string, null])[] = [
	["cover.responsibleAgency", "Alder County Department of Children and Family Services", null],
	["cover.outcomesDataQuarter", "2024-12-31", null],
	["cover.contactName", "Dwayne Okafor", null],
	["cover.contactTitle", "Program Manager, Planning and Evaluation", null],
	["cover.contactAddress", "1200 Courthouse Square, Suite 300\nAlder City, CA 95999", null],
	["cover.contactPhone", "(555) 010-0142", null],
	["cover.contactEmail", "dwayne.okafor@alder.example.gov", null],
	["cover.directorName", "Marisol Quintero", null],
	["cover.probationChiefName", "Raymond Atwater", null],
	[
		"narrative.planningBodies",
		"The Alder Children's Collaborative brings together 14 agencies that serve families, with two parents and two former foster youth. It worked on the Self-Assessment and on this plan and will follow its milestones each quarter.\n\nThe Alder Child Abuse Prevention Council advised on services for families after a child goes home and will help to carry out the parent partner strategy.\n\nThe SIP team met five times between March and May 2025. Its members are listed at the end of this plan.",
		null,
	],
	[
		"narrative.qualitativeFindings",
		"Two focus groups of parents whose children had gone home in the past year (17 parents in all), one group of foster parents (9) and an online survey of social workers and probation officers (41 of 63 answered).\n\nParents said that help ended on the day the case closed. Social workers named substance use and housing as the reasons behind most returns. Strategies 1.1 and 2.1 answer what parents said.",
		null,
	],
];

const componentAnswers: readonly (readonly [string, string, string])[] = [
	[
		"component.currentPerformance",
		"Of the 548 children who went home in 2024, 62 came back to foster care within 12 months: 11.3 percent, against a national standard of 8.6 percent. The rate was 8.4 percent in 2021 and has been above the standard in every period since. Two thirds of the returns fall in the first four months. The Self-Assessment found that after-care services end with the court case and that families under probation rarely receive any.",
		sample.component,
	],
	[
		"component.additionalFactors",
		"Service array: in the north of the county there is no outpatient treatment for parents. Case review system: the court's closing hearing does not yet ask for an after-care plan.",
		sample.component,
	],
	[
		"component.training",
		"Safety planning for all social workers and probation officers who carry reunification cases, given by the Regional Training Academy. Technical assistance with the parent partner model is asked for through the county's analyst.",
		sample.component,
	],
	[
		"component.partnerRoles",
		"Behavioral Health keeps treatment open for 90 days after a case closes. The Child Abuse Prevention Council pays for two parent partners with CAPIT funds. The Probation Department names a liaison for families that have cases in both agencies.",
		sample.component,
	],
	["component.lawChanges", "", sample.component],
];

const laterAnswers: readonly (readonly [string, string, string | null])[] = [
	["team.selectedBy", "Marisol Quintero", null],
	["component.academyInformed", "2025-03-14", sample.component],
];

const strategies: readonly (readonly [string, number, string, string, boolean])[] = [
	[
		sample.numericGoal,
		1,
		"Make an after-care plan with every family before the child goes home, and stay in touch for 90 days after the case closes.",
		"Most re-entry happens in the first four months, when services have ended. The two units that already write after-care plans had half the re-entry of the others in 2024.",
		false,
	],
	[
		sample.numericGoal,
		2,
		"Give families of children under probation the same after-care as families in child welfare.",
		"Children under probation re-enter foster care more often than others, and the Self-Assessment found that few of their families are offered after-care. Probation already takes part in the family meetings on which this builds.",
		true,
	],
	[
		sample.processGoal,
		1,
		"Offer a parent partner to each family from the time of the first unsupervised visit.",
		"Parents in the focus groups named isolation as a reason for return to care. Counties with parent partners report less re-entry, and the county's pilot with six families is well accepted.",
		false,
	],
];

type MilestoneRow = readonly [
	strategy: number,
	position: number,
	statement: string,
	months: number | null,
	dueOn: string | null,
	title: string,
	agency: string,
];
const dcfs = "Department of Children and Family Services";
const milestones: readonly MilestoneRow[] = [
	[
		0,
		1,
		"After-care plan form adopted by child welfare and probation.",
		3,
		null,
		"Reunification Program Manager",
		dcfs,
	],
	[0, 2, "All 38 reunification social workers trained in safety planning.", 9, null, "Training Coordinator", dcfs],
	[
		0,
		3,
		"Review of after-care plans in 40 closed cases completed and reported to the SIP team.",
		12,
		null,
		"Quality Assurance Supervisor",
		dcfs,
	],
	[
		1,
		1,
		"Agreement on after-care for families under probation signed by both agencies.",
		6,
		null,
		"Assistant Chief Probation Officer",
		"Probation Department",
	],
	[
		1,
		2,
		"First 10 families under probation served under the agreement.",
		12,
		null,
		"Placement Unit Supervisor",
		"Probation Department",
	],
	[2, 1, "Two parent partners hired and trained.", 6, null, "Family Engagement Manager", dcfs],
	[
		2,
		2,
		"Parent partner program evaluated and the report presented to the Board of Supervisors.",
		null,
		"2027-06-30",
		"Planning and Evaluation Manager",
		dcfs,
	],
];

function reentryFigures(): readonly Observation[] {
	const counts: readonly (readonly [number, number])[] = [
		[46, 541],
		[45, 536],
		[48, 530],
		[51, 538],
		[55, 543],
		[58, 539],
		[60, 545],
		[62, 548],
	];
	return counts.map(([numerator, denominator], i) => {
		const periodStart = addMonths(plainDate("2020-07-01"), i * 6);
		const periodEnd = addDays(addMonths(periodStart, 12), -1);
		return {
			id: sampleId(900 + i),
			loadId: sampleId(899),
			...here,
			indicator: "3F",
			vintage: "ccfsr-2004",
			populationGroup: "all",
			periodStart,
			periodEnd,
			numerator,
			denominator,
			value: Math.round((numerator / denominator) * 1000) / 10,
			source: "California Child Welfare Indicators Project, 2024 quarter 4 extract",
			dataAsOf: plainDate("2025-04-01"),
		};
	});
}
