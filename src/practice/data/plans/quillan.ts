import { none, type PlanText } from "../../plan-text.ts";

/** Quillan's plan: one subject, on which the county and the State do not agree how far it is to improve. */
export const quillan: PlanText = {
	county: "quillan",
	title: "",
	narrative: {
		"narrative.planningBodies":
			"The Quillan Children's Table has eleven members: the two agencies, the school district, the clinic, the Three Herons Tribe, two foster parents and two parents. It worked on the Self-Assessment, chose the one subject of this plan, and meets every month to follow it.",
		"narrative.qualitativeFindings":
			"Interviews with six foster families and five parents whose children had come back into care (all who were asked). Nine of the eleven named the drive: the nearest treatment program is two hours away. Four families said that nobody came by after the first month at home. Strategies 1.1 and 1.2 act on this.",
	},
	components: [
		{
			kind: "indicator",
			code: "3F",
			origin: "self-assessment",
			probation: { notApplicable: "No youth under probation has been in foster care in the county in two years." },
			answers: {
				currentPerformance:
					"{count} of the children who entered foster care in the {period} came back within twelve months of an earlier stay: {value}, against a national standard of {standard}. A year before it was {earlier}. So few children make the figure that one family moves it by points.",
				additionalFactors: "Service array: there is no treatment program for parents in the county.",
				training: "Relapse planning for the six social workers, with the neighboring county.",
				partnerRoles:
					"The Three Herons Tribe lends its family house for visits. The clinic keeps one appointment a week for parents. PSSF family support funds pay for the driver.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "Fewer children come back into foster care within twelve months.",
					population: ["cws"],
					target: { to: { better: 0.1 }, byMonth: 36 },
					strategies: [
						{
							statement: "Bring treatment to the families, or the families to treatment.",
							rationale:
								"Nine of eleven families named the drive. Parents who kept to treatment after the return had no child come back into care.",
							milestones: [
								["Driver and van for parents in treatment put to use.", 3, "Social Services Program Manager", "ruth"],
								["Video visits with the treatment program offered to every parent.", 6, "Social Work Supervisor"],
								["Eight of ten parents found in treatment six months after the return.", 18, "Social Work Supervisor"],
							],
						},
						{
							statement: "Stay with each family for six months after the return.",
							rationale:
								"Children came back in the fourth month at the median, when nobody came by any more. Re-entry was half as high where a worker had stayed.",
							milestones: [
								["Worker named for every returned family for six months.", 6, "Social Work Supervisor"],
								["Visit in months two, four and six held with nine of ten families.", 12, "Social Work Supervisor"],
							],
						},
					],
				},
			],
		},
	],
};
