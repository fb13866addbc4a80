import { none, type PlanText } from "../../plan-text.ts";

/** Birch's plan: complete, and ready for the two signatures. */
export const birch: PlanText = {
	county: "birch",
	title: "",
	narrative: {
		"narrative.planningBodies":
			"The Birch Family Council meets every other month under the chair of a county supervisor. Its nineteen members come from schools, health, courts, Probation, foster families and faith groups; three are parents who had a child in care. It worked on the Self-Assessment and chose the three subjects of this plan from a list of nine.\n\nThe Permanency Roundtable, with the court, attorneys and the adoption unit, will follow the strategies on adoption.",
		"narrative.qualitativeFindings":
			"Case reading: 48 children who had waited more than 24 months, read by two people each. Telephone interviews with 22 of 30 families who had adopted in the past two years. A survey of attorneys and social workers on court delays (39 of 70 answered).\n\nIn 31 of the 48 cases nobody had looked for an adoptive family before the parents' rights ended. Families praised their social workers and named the home study as the longest wait. Attorneys named late reports and the lack of interpreters. Components 1 and 2 act on this.",
	},
	components: [
		{
			kind: "indicator",
			code: "3D",
			origin: "self-assessment",
			probation: {
				notApplicable:
					"No youth under probation has been adopted in five years; permanency for them is part of component 2.",
			},
			answers: {
				currentPerformance:
					"{count} of the children adopted in the {period} were adopted within 24 months of coming into care: {value}, against a national standard of {standard}. A year before it was {earlier}. The home study takes seven months at the median, and in most cases the search for a family begins only after parents' rights have ended.",
				additionalFactors:
					"Recruitment: two thirds of the licensed homes take children under five only. Case review system: a fifth of the permanency hearings are put off at least once.",
				training: "Concurrent planning for 52 social workers, taught together with county counsel.",
				partnerRoles:
					"County counsel files within thirty days of the court's order. The foster family agencies do home studies under contract. PSSF adoption promotion funds pay for one recruiter, as the county's PSSF plan says.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "More of the children who are adopted have their adoption within 24 months.",
					population: ["cws"],
					target: { to: { better: 0.2 }, byMonth: 36 },
					strategies: [
						{
							statement: "Plan for reunification and for adoption at the same time, from the first case plan on.",
							rationale:
								"Where both plans were made from the start, adoption came eleven months sooner in the cases that were read.",
							milestones: [
								[
									"Procedure on concurrent planning issued to all units.",
									3,
									"Deputy Director, Child Welfare",
									"paulette",
								],
								[
									"52 social workers and 6 supervisors trained in concurrent planning.",
									6,
									"Staff Development Supervisor",
								],
								[
									"Concurrent plan found in nine of ten of the 40 new cases that were read.",
									12,
									"Program Planner",
									"samuel",
								],
							],
						},
						{
							statement: "Shorten the home study to 120 days.",
							rationale:
								"The home study is the longest single wait on the way to adoption, and families said that they had not heard from the county for weeks.",
							milestones: [
								["Home studies contracted to two foster family agencies.", 6, "Contracts Analyst"],
								["Half of the new home studies completed within 120 days.", 12, "Adoptions Supervisor"],
								["Nine of ten home studies completed within 120 days.", 24, "Adoptions Supervisor"],
							],
						},
					],
				},
			],
		},
		{
			kind: "indicator",
			code: "3E",
			origin: "self-assessment",
			probation: "yes",
			answers: {
				currentPerformance:
					"{value} of the children who went home in the {period} did so within twelve months ({count}), against a national standard of {standard}. A year before it was {earlier}, and five years ago less. Families whose first visit was in the first week went home sooner than others.",
				additionalFactors: "Case review system: late reports and a shortage of interpreters put hearings off.",
				training: "Visit planning for social workers, case aides and placement officers.",
				partnerRoles:
					"The court's family treatment calendar takes twelve more families. Probation lends a placement officer to the joint visit unit. Parents who have been through the system lead the orientation, paid with PSSF funds.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "More children who can go home go home within twelve months.",
					population: ["cws", "probation-600"],
					target: { to: { better: 0.07 }, byMonth: 36 },
					strategies: [
						{
							statement: "Hold the first visit within five days, and an orientation for parents within ten.",
							rationale:
								"Early visits go together with early reunification in the county's own cases. Parents said that the first weeks were the hardest to understand.",
							milestones: [
								["Visit rooms opened on two evenings a week in both offices.", 3, "Family Services Manager"],
								[
									"First visit held within five days for eight of ten children who came into care.",
									9,
									"Family Services Manager",
								],
								[
									"Parent orientation led by parents held every other week for six months.",
									12,
									"Family Engagement Coordinator",
								],
							],
						},
						{
							statement: "Give youth under probation a joint visit and family meeting unit.",
							rationale:
								"Timely reunification is lowest for youth under probation, who are placed farthest away. Transport was named by nine of ten families.",
							population: ["probation-600"],
							milestones: [
								["Agreement on the joint unit signed by both agencies.", 3, "Chief Probation Officer"],
								["Van and driver in place for visits on Saturdays.", 6, "Supervising Probation Officer"],
								[
									"Family meeting held for every youth within 45 days of placement.",
									12,
									"Supervising Probation Officer",
								],
							],
						},
					],
				},
			],
		},
		{
			kind: "systemic-factor",
			code: "case-review",
			origin: "self-assessment",
			probation: "yes",
			answers: {
				currentPerformance:
					"Of 412 hearings in the past year that were read in the court's calendar, 83 were put off at least once, 49 of them because the report was late. Case plans were signed by a parent in 71 percent of the cases and by a youth of twelve or older in 44 percent.",
				training: "Court reports for new staff, taught by county counsel and a bench officer together.",
				partnerRoles:
					"The juvenile court publishes its list of continuances each month. The interpreters' office keeps two interpreters for the juvenile calendar. The Independent Living Program prepares youth for the hearing.",
				lawChanges: "A rule of court that lets a report be filed online would save two days.",
			},
			goals: [
				{
					kind: "process",
					statement: "Hearings take place on the day that they were set for, with the family's voice in the case plan.",
					population: ["cws", "probation-600"],
					evidence: "The court's monthly list of continuances; quarterly reading of 30 case plans for signatures.",
					strategies: [
						{
							statement: "Track each report from the day of assignment to the day of filing.",
							rationale:
								"More than half of the continuances come from late reports. The case review system cannot work when the court does not have the facts.",
							milestones: [
								["Report calendar put to use in all court units.", 3, "Court Unit Supervisor"],
								["Continuances for late reports reduced from 49 to 25 a year.", 12, "Program Planner", "samuel"],
							],
						},
						{
							statement: "Write case plans in a meeting with the family.",
							rationale:
								"Parents and youth who had helped in case planning had signed the plan in almost every case that was read.",
							milestones: [
								[
									"Family meeting held before the first case plan in half of the new cases.",
									9,
									"Family Services Manager",
								],
								["Signature of a parent found in 85 percent of case plans read.", 12, "Quality Assurance Supervisor"],
							],
						},
					],
				},
			],
		},
	],
};
