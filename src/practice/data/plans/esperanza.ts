import { none, type PlanText } from "../../plan-text.ts";

/** Esperanza's plan: recalled once, submitted again, accepted. */
export const esperanza: PlanText = {
	county: "esperanza",
	title: "",
	narrative: {
		"narrative.planningBodies":
			"The Children's Services Collaborative of Esperanza meets monthly, in English and Spanish. It worked on the Self-Assessment and on this plan, and will read the quarterly report.\n\nThe Probation and Child Welfare Placement Council looks at every youth who is known to both agencies. It wrote component 4.\n\nThe Child Abuse Prevention Council advised on component 1 and pays for part of it.",
		"narrative.qualitativeFindings":
			"Community meetings in six towns, 240 people, interpreted. Interviews with 31 parents whose child had come back into care. A survey of caregivers on paper, in two languages (118 of 260 answered).\n\nParents of children who came back named three things: the loss of their home, relapse, and nobody to call. Caregivers asked for respite and for news of the court. Meetings in the valley asked for help before a case is opened. Components 1 and 2 take this up.",
		"narrative.peerReviewAreas": "Re-entry to care, in fourteen cases of child welfare and five of probation.",
		"narrative.peerReviewFindings":
			"Family meetings are held before removal and rarely before return. Housing is asked about late. Probation's after-care was a strength in three of five cases.",
		"narrative.peerReviewUse": "Strategy 1.1 of component 2 puts a family meeting before each return.",
	},
	withoutGroups: ["labor"],
	components: [
		{
			kind: "indicator",
			code: "1A",
			origin: "self-assessment",
			probation: {
				notApplicable: "The indicator counts substantiated reports, which child welfare answers for all children.",
			},
			answers: {
				currentPerformance:
					"{count} children with a substantiated report in the {period} had another within six months: {value}, against a national standard of {standard} or less. It was {earlier} a year before. Recurrence is highest among children under five and in the valley towns.",
				additionalFactors:
					"Service array: no home visiting west of the river. Agency collaboration: the schools' reports and ours are not joined.",
				training: "Assessment of young children for emergency response staff and public health nurses.",
				partnerRoles:
					"Public Health sends a nurse on each first visit to a child under three. The Child Abuse Prevention Council pays for home visiting with CBCAP funds. Growers' associations lend rooms for parent groups in the season.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "Recurrence of maltreatment among Esperanza's children falls by a fifth.",
					population: ["cws"],
					target: { to: { better: 0.2 }, byMonth: 36 },
					strategies: [
						{
							statement: "Visit each child under three together with a public health nurse.",
							rationale:
								"Young children make up most of the recurrence of maltreatment. In the pilot of joint visits, second reports were half as frequent as before.",
							milestones: [
								["Agreement on joint visits signed with Public Health.", 1, "Program Development Manager", "beatriz"],
								["Four public health nurses hired.", 6, "Public Health Nursing Director"],
								["Joint visit made for eight of ten children under three.", 12, "Emergency Response Manager"],
							],
						},
						{
							statement: "Offer voluntary services in the valley towns, in Spanish and Mixteco.",
							rationale:
								"Families asked for help before a case is opened. A second report of maltreatment often follows a first that was closed without help.",
							milestones: [
								["Two bilingual family workers placed in the valley office.", 6, "Voluntary Services Supervisor"],
								["90 families served in a year.", 12, "Voluntary Services Supervisor"],
							],
						},
					],
				},
			],
		},
		{
			kind: "indicator",
			code: "3F",
			origin: "peer-review",
			probation: "yes",
			answers: {
				currentPerformance:
					"{count} of the children who came into care in the {period} had left it less than twelve months before: {value}, against a national standard of {standard} or less. A year before it was {earlier}. Loss of housing came before the return in a third of the cases that were read.",
				additionalFactors: "Service array: housing and treatment. Case review system: the hearing on return is short.",
				training: "Family meetings before return, for 61 social workers and 14 probation officers.",
				partnerRoles:
					"The housing authority keeps twenty vouchers for families who are going home. Behavioral Health holds a place in treatment for ninety days. PSSF time-limited reunification funds pay for the first month's rent.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "Fewer children re-enter foster care within twelve months of going home.",
					population: ["cws", "probation-600"],
					target: { to: { better: 0.18 }, byMonth: 36 },
					strategies: [
						{
							statement: "Hold a family meeting thirty days before each return and again sixty days after.",
							rationale:
								"Peers found meetings before removal and not before return. In Probation, where there is a meeting before return, re-entry fell.",
							milestones: [
								["Procedure for meetings before return adopted by both agencies.", 3, "Reunification Manager"],
								["Meeting held before three of four returns.", 9, "Reunification Manager"],
								["Meeting held before nine of ten returns.", 12, "Reunification Manager"],
							],
						},
						{
							statement: "Put housing on the list of every case plan from the first month.",
							rationale: "A third of the re-entry cases began with the loss of a home.",
							milestones: [
								["Housing checklist added to the case plan.", 3, "Program Development Manager", "beatriz"],
								["Twenty vouchers issued to families who are going home.", 12, "Housing Liaison"],
							],
						},
					],
				},
			],
		},
		{
			kind: "indicator",
			code: "3D",
			origin: "self-assessment",
			probation: { notApplicable: "Probation has no youth with a plan of adoption." },
			answers: {
				currentPerformance:
					"{count} of the children who were adopted in the {period} were adopted within 24 months: {value}, against a national standard of {standard}. Relatives who adopt wait longest, for want of papers and of a lawyer.",
				additionalFactors: "Recruitment: relatives abroad are assessed through the consulate and wait five months.",
				training: "Adoption by relatives, for case-carrying staff.",
				partnerRoles:
					"The self-help center of the court helps relatives with papers. The consulate answers within sixty days. PSSF adoption promotion and support funds pay for legal help.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "More adoptions are complete within 24 months.",
					population: ["cws"],
					target: { to: { better: 0.16 }, byMonth: 36 },
					strategies: [
						{
							statement: "Name an adoption worker as second worker when reunification services are ordered.",
							rationale: "The adoption worker now meets the child in month 15. By then most of the 24 months are gone.",
							milestones: [
								["Second worker named in all new cases with children under three.", 6, "Adoptions Manager"],
								["Second worker named in all new cases.", 12, "Adoptions Manager"],
							],
						},
						{
							statement: "Help relatives with the papers of an adoption.",
							rationale: "Relatives who adopt wait nine months longer, most of it for papers.",
							milestones: [
								["Clinic for relatives held at the court each month.", 3, "Kinship Coordinator"],
								["40 relatives helped to file.", 12, "Kinship Coordinator"],
							],
						},
					],
				},
			],
		},
		{
			kind: "indicator",
			code: "8A",
			origin: "agency-option",
			probation: "yes",
			answers: {
				currentPerformance:
					"{value} of the youth who left care in the {period} had finished school, had work or a place to live ({count}). No standard is set for this. Youth under probation do less well than others, and leave with less notice.",
				additionalFactors: "Agency collaboration: the two agencies' Independent Living services have two intakes.",
				training: "Transition planning for placement officers and group home staff.",
				partnerRoles:
					"The community college keeps thirty places in summer bridge. The workforce board pays for sixty internships, as its own youth plan says. The Independent Living Program opens one intake for both agencies.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "More youth leave care with school finished, work, and a place to live.",
					population: ["cws", "probation-600"],
					target: { to: { better: 0.12 }, byMonth: 30 },
					strategies: [
						{
							statement: "Run one Independent Living intake for both agencies, at sixteen.",
							rationale:
								"Youth under probation are referred at seventeen and a half, too late for the transition to adulthood.",
							population: ["probation-600", "dual-300-600"],
							milestones: [
								["Joint intake opened at the youth center.", 6, "Supervising Probation Officer", "curtis"],
								["Every youth aged sixteen referred within thirty days.", 9, "Supervising Probation Officer", "curtis"],
							],
						},
						{
							statement: "Plan housing with each youth a year before leaving.",
							rationale: "A place to live is what self-sufficient young adults named first.",
							milestones: [
								["Twelve transitional beds opened.", 12, "Independent Living Coordinator"],
								["Housing plan signed by every youth aged seventeen and a half.", 12, "Independent Living Coordinator"],
							],
						},
					],
				},
			],
		},
	],
};
