import { none, type PlanText } from "../../plan-text.ts";

/** Brannock's plan: returned once by the State, now being revised. */
export const brannock: PlanText = {
	county: "brannock",
	title: "",
	narrative: {
		"narrative.planningBodies":
			"The Brannock Children's Roundtable, twelve agencies and four parents, worked on the Self-Assessment and on this plan.\n\nThe Superior Court's Beyond the Bench group will follow the strategies that need the court.",
		"narrative.qualitativeFindings":
			"Interviews with 16 parents and 9 foster parents; a reading of 30 cases in which a child came back into care; a survey of staff (27 of 41 answered). Parents did not know when their next hearing was. Staff named transport: families live up to ninety minutes from the office.",
	},
	components: [
		{
			kind: "indicator",
			code: "3E",
			origin: "self-assessment",
			probation: "yes",
			answers: {
				currentPerformance:
					"{value} of the children who went home in the {period} did so within twelve months ({count}), against a national standard of {standard}. A year before it was {earlier}. Families in the mountain towns take four months longer than those near the office.",
				additionalFactors: "Service array: no treatment for parents in the mountain towns.",
				training:
					"Work with fathers, for all case-carrying staff. Technical assistance is asked for through the county's analyst.",
				partnerRoles:
					"The transit district adds a Saturday run. Behavioral Health sends a counselor to the mountain towns two days a week. Probation shares the cost of the visit center. PSSF family reunification funds pay for its staff.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "More children go home within twelve months, wherever their family lives.",
					population: ["cws", "probation-600"],
					target: { to: { better: 0.12 }, byMonth: 36 },
					strategies: [
						{
							statement: "Open a visit center in the mountain towns.",
							rationale: "Distance is what keeps parents from visits, and visits are what brings reunification.",
							milestones: [
								["Rooms for visits leased in one mountain town.", 3, "Staff Services Manager"],
								["Visit center staffed three days a week.", 6, "Family Services Supervisor"],
								["Visits doubled for families in the mountain towns.", 12, "Staff Analyst", "fiona"],
							],
						},
						{
							statement: "Hold family meetings by video for youth placed out of the county.",
							rationale:
								"Youth under probation are placed two counties away, and reunification begins with a family at the table.",
							population: ["probation-600"],
							milestones: [
								["Equipment in place in both offices and in six group homes.", 6, "Probation Division Manager"],
								["Family meeting held every month for 15 youth.", 12, "Probation Division Manager"],
							],
						},
					],
				},
			],
		},
		{
			kind: "indicator",
			code: "3F",
			origin: "self-assessment",
			probation: "yes",
			answers: {
				currentPerformance:
					"{count} of the children who came into care in the {period} had been in care less than twelve months before: {value}, against a national standard of {standard} or less. Relapse came before the return in 17 of the 30 cases that were read.",
				additionalFactors: "Service array: no sober living for parents with children.",
				training: "Relapse and safety planning for staff and foster parents.",
				partnerRoles:
					"Behavioral Health and the department hold one weekly meeting on families with both. Two churches open a room for parents' evenings. The Child Abuse Prevention Council uses CBCAP funds for respite.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "Fewer children come back into foster care after they have gone home.",
					population: ["cws", "probation-600"],
					target: { to: { better: 0.15 }, byMonth: 36 },
					strategies: [
						{
							statement: "Write a relapse plan with each parent in recovery before the child goes home.",
							rationale:
								"Relapse came before more than half of the re-entry cases, and a plan for it was found in none.",
							milestones: [
								["Relapse plan form adopted.", 3, "Family Services Supervisor"],
								["Relapse plan found in 20 of 25 cases read.", 12, "Staff Analyst", "fiona"],
							],
						},
						{
							statement: "Keep a worker in touch for ninety days after the case closes.",
							rationale: "Half of the re-entry cases fall in the first ninety days.",
							milestones: [
								["After-care worker hired.", 6, "Staff Services Manager"],
								["Contact kept for ninety days with 40 families.", 12, "Family Services Supervisor"],
							],
						},
					],
				},
			],
		},
	],
};
