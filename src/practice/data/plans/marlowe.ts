import { none, type PlanText } from "../../plan-text.ts";

/** The plan of Marlowe, the largest county: submitted, waiting at the State. */
export const marlowe: PlanText = {
	county: "marlowe",
	title: "",
	narrative: {
		"narrative.planningBodies":
			"The Commission for Children and Families, appointed by the Board of Supervisors, held five public meetings on the Self-Assessment and three on this plan.\n\nSeven Service Area Councils, one for each district, brought together schools, providers, parents and youth. Each named its first two needs; the four subjects of this plan were named by at least five of the seven.\n\nThe Interagency Council on Child Abuse and Neglect will carry out the strategies on recurrence with the department.",
		"narrative.qualitativeFindings":
			"Fourteen focus groups with 152 people (parents, relatives, foster parents, youth, line staff). A survey of all social workers and placement officers (1,104 of 1,930 answered). A reading of 200 cases with a second substantiated report, by pairs of a supervisor and a provider.\n\nStaff named the number of cases and the lack of time with families. Foster parents named calls on the day of placement with no information on the child. Case readers found a service offered in 58 percent of the first reports and used in 31 percent. All four components act on these findings.",
		"narrative.peerReviewAreas": "Stability of placement, in twenty cases of child welfare and six of probation.",
		"narrative.peerReviewFindings":
			"Relatives are found and used well. Matching is done by telephone on the day of removal. Moves in the first thirty days are often from an emergency home to the intended one, which counts as a second placement.",
		"narrative.peerReviewUse": "Component 3 does away with the emergency move where it can.",
	},
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
					"{count} children with a substantiated report in the {period} had another within six months: {value}, against a national standard of {standard} or less. A year before it was {earlier}. Three of the seven service areas account for more than half of the children. Families with a second report had been offered a service after the first in 58 percent of the cases, and had used one in 31 percent.",
				additionalFactors:
					"Service array: waits for parenting classes in Spanish and Tagalog. Training of staff: the new assessment tool is used in four of seven areas.",
				training: "The structured assessment tool for 640 social workers in the three areas that have not begun.",
				partnerRoles:
					"Eleven family resource centers answer a referral within three days. The Interagency Council reads each child's third report. CAPIT, CBCAP and PSSF family support funds are set out to the three areas first, as the county's prevention plan says.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "Recurrence of maltreatment falls in all seven service areas.",
					population: ["cws"],
					target: { to: "standard", byMonth: 36 },
					strategies: [
						{
							statement:
								"Use one assessment of safety and risk in all seven areas, and offer a service to each family at high risk.",
							rationale:
								"In the four areas that use the tool, recurrence of maltreatment fell by a fifth in two years; in the other three it did not move.",
							milestones: [
								["640 social workers trained in the assessment of safety and risk.", 9, "Training Section Manager"],
								[
									"Assessment completed in nine of ten substantiated reports in all areas.",
									12,
									"Emergency Response Deputy Director",
								],
								[
									"Tool compared with the outcome of 500 reports, and the report sent to the Commission.",
									24,
									"Continuous Quality Improvement Manager",
									"keisha",
								],
							],
						},
						{
							statement: "Put a family resource center's worker beside the emergency response unit in the three areas.",
							rationale:
								"Families take up help that begins on the same visit. Most recurrence was in homes where help had been offered by letter.",
							milestones: [
								["Agreement with six family resource centers signed.", 3, "Community Services Manager"],
								["Six workers placed in the offices of the three areas.", 6, "Community Services Manager"],
								[
									"A service used by half of the families at high risk.",
									12,
									"Continuous Quality Improvement Manager",
									"keisha",
								],
							],
						},
					],
				},
			],
		},
		{
			kind: "indicator",
			code: "1C",
			origin: "self-assessment",
			probation: "yes",
			answers: {
				currentPerformance:
					"{count} children in care in the {period} were abused or neglected by their caregiver: {value}, against a national standard of {standard} or less. Half of the substantiated reports are on homes that had more children than the county's own limit, and a third are on relatives' homes in the first ninety days.",
				additionalFactors:
					"Recruitment, licensing and retention: overfilled homes go with the lack of homes for siblings and for teenagers.",
				training: "Trauma and discipline for new caregivers; a refresher for homes with three or more children.",
				partnerRoles:
					"Community Care Licensing tells the department of complaints within a day. The foster parents' association runs a telephone line in the evening. Probation visits its group homes with the department's ombudsman. PSSF funds pay for respite.",
				lawChanges: "A rule by which licensing complaints may be shared with all counties that use the same home.",
			},
			goals: [
				{
					kind: "numeric",
					statement: "Fewer children are abused or neglected while they are in foster care.",
					population: ["cws", "probation-600"],
					target: { to: "standard", byMonth: 24 },
					strategies: [
						{
							statement:
								"Keep every home within its limit, and see new relatives' homes weekly in the first ninety days.",
							rationale: "Abuse in care is found where homes are overfilled and where relatives begin without help.",
							milestones: [
								[
									"List of homes above their limit drawn each week and read by the deputy director.",
									1,
									"Out-of-Home Care Deputy Director",
								],
								["Every home kept within its limit for a whole quarter.", 12, "Out-of-Home Care Deputy Director"],
								["Weekly visits held in nine of ten new relatives' homes.", 9, "Kinship Division Chief"],
							],
						},
						{
							statement: "Visit each group home used by Probation without notice, twice a year, with a youth advocate.",
							rationale: "Neglect in group homes was told to the ombudsman by youth, not by the homes.",
							population: ["probation-600"],
							milestones: [
								["Protocol for visits without notice signed by both agencies.", 3, "Chief Probation Officer", "ingrid"],
								["All 27 group homes visited once and the findings reported.", 12, "Placement Bureau Chief"],
							],
						},
					],
				},
			],
		},
		{
			kind: "indicator",
			code: "3B",
			origin: "peer-review",
			probation: "yes",
			answers: {
				currentPerformance:
					"{value} of the children in care for less than twelve months in the {period} had had no more than two placements ({count}), against a national standard of {standard}. A year before it was {earlier}. Four in ten second moves happen in the first thirty days, from an emergency home to another.",
				additionalFactors:
					"Recruitment, licensing and retention: homes are not near the schools of the children who come into care.",
				training: "Matching and first-call information for placement workers of both agencies.",
				partnerRoles:
					"Schools hold a child's seat for thirty days. Foster family agencies open a common list of free beds. Behavioral Health answers a caregiver's call within four hours. The mental health services act plan pays for two mobile teams.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "More children stay in the first or second home in which they are placed.",
					population: ["cws", "probation-600"],
					target: { to: "standard", byMonth: 36 },
					strategies: [
						{
							statement:
								"Find the relative or the intended home before the child is moved, with a team that works around the clock.",
							rationale: "The emergency move makes a second placement of what should have been the first.",
							milestones: [
								["Placement team of twelve staffed around the clock.", 6, "Out-of-Home Care Deputy Director"],
								["First placement with a relative reached for 45 percent of children.", 12, "Kinship Division Chief"],
							],
						},
						{
							statement: "Call each caregiver on day 3, day 10 and day 30.",
							rationale:
								"Caregivers who gave notice said that they had called and nobody came. Placements end in the first month.",
							milestones: [
								["Caller's guide written with the foster parents' association.", 3, "Caregiver Liaison"],
								["Calls made for nine of ten new placements.", 9, "Caregiver Liaison"],
								["Notices given in the first month down by a quarter.", 24, "Research Analyst", "farid"],
							],
						},
					],
				},
			],
		},
		{
			kind: "systemic-factor",
			code: "training",
			origin: "agency-option",
			probation: "yes",
			answers: {
				currentPerformance:
					"New social workers finish their basic training within twelve months in 63 percent of cases. Placement officers have no training of their own on the federal outcomes. In the survey 41 percent of line staff said that training fitted their work.",
				training:
					"The Regional Training Academy is asked for a course for field instructors and for technical assistance with evaluation.",
				partnerRoles:
					"Two universities place their students in training units. Parents and former foster youth teach in each course. The Academy reports on transfer of learning. The Independent Living Program lends trainers.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "process",
					statement: "Everybody who carries a case has had the training for it within twelve months of hire.",
					population: ["cws", "probation-600"],
					evidence:
						"Quarterly list of hires with the dates of each course, from the training records of both agencies.",
					strategies: [
						{
							statement:
								"Open training units in three offices, where new staff carry half a caseload with a field instructor.",
							rationale:
								"Training that is not practised is lost. Turnover in the first year is 22 percent, half of it before month six.",
							milestones: [
								["Three training units opened with nine field instructors.", 6, "Training Section Manager"],
								[
									"Basic training completed within twelve months by 85 percent of new staff.",
									12,
									"Training Section Manager",
								],
							],
						},
						{
							statement: "Make a course on the outcomes for placement officers.",
							rationale: "Probation has had no training on safety, permanency and well-being of its own.",
							population: ["probation-600"],
							milestones: [
								["Course of two days written and tried with 20 officers.", 6, "Placement Bureau Chief"],
								["All 84 placement officers trained.", 12, "Chief Probation Officer", "ingrid"],
							],
						},
					],
				},
			],
		},
	],
};
