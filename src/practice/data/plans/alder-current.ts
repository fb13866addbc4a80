import type { PlanText } from "../../plan-text.ts";

/** Alder's next plan, half-done: a newcomer can go on from here. What is missing is missing on purpose. */
export const alderCurrent: PlanText = {
	county: "alder",
	title: "",
	narrative: {
		"narrative.planningBodies":
			"The Alder Children's Collaborative worked on the Self-Assessment and follows this plan each quarter, as it did the last one. Two of its fourteen agencies are new: the Three Herons Tribe's social services and the county's library, which runs the homework rooms.",
		"narrative.peerReviewAreas": "After-care in ten cases of child welfare and four of probation.",
	},
	withoutGroups: [
		"labor",
		"law-enforcement",
		"youth-connection",
		"training-academy",
		"first-5-commission",
		"education-agency",
	],
	components: [
		{
			kind: "indicator",
			code: "3F",
			origin: "self-assessment",
			probation: "yes",
			answers: {
				currentPerformance:
					"{count} of the children who came into care in the {period} had been in care less than twelve months before: {value}. A year before it was {earlier}. The last plan brought the rate down, but not to the national standard of {standard} or less. The after-care plan is now usual in child welfare. Under probation it is written in fewer than half of the cases.",
				additionalFactors:
					"Service array: treatment for parents in the north of the county fills up in the first half of the year.",
				partnerRoles:
					"Behavioral Health keeps treatment open for ninety days after a case closes. Alder Parents Together offers parent partners, two of them paid with CAPIT funds.",
			},
			goals: [
				{
					kind: "numeric",
					statement: "Fewer children come back to foster care: re-entry falls to the national standard.",
					population: ["cws", "probation-600"],
					target: { to: "standard", byMonth: 36 },
					strategies: [
						{
							statement:
								"Give each family a parent partner from the first unsupervised visit until ninety days after closing.",
							rationale:
								"Parents in the focus groups named isolation as the reason why a child came back. Among the 46 families with a parent partner re-entry was half of that among the others.",
							milestones: [
								["Four more parent partners hired and trained.", 6, "Family Engagement Manager"],
								["Parent partner offered to every family before reunification.", 9, "Reunification Program Manager"],
								[
									"Report on the first year of parent partners presented to the Collaborative.",
									12,
									"Planning and Evaluation Manager",
									"maribel",
								],
							],
						},
						{
							statement: "Bring after-care to the families of youth under probation.",
							rationale: "",
							population: ["probation-600"],
							milestones: [
								[
									"Placement officers will be trained in after-care planning.",
									6,
									"Juvenile Probation Division Manager",
									"desmond",
								],
								["After-care plan signed with 20 families under probation.", null, ""],
							],
						},
					],
				},
				{
					kind: "process",
					statement: "The court's closing hearing looks at the plan for the time after.",
					population: ["cws"],
					strategies: [],
				},
			],
		},
		{
			kind: "indicator",
			code: "8A",
			origin: "self-assessment",
			probation: "unanswered",
			answers: {
				currentPerformance:
					"{value} of the youth who left care at eighteen or later in the {period} had finished school, had work or a place to live ({count}). No standard is set. The share is lower than five years ago, and lowest among youth under probation.",
			},
			goals: [
				{
					kind: "numeric",
					statement: "More youth have what they need when they leave care.",
					population: ["cws", "probation-600"],
					strategies: [
						{
							statement: "Hold a planning meeting with every youth at sixteen and a half, chosen people included.",
							rationale:
								"Youth in the focus group said that nobody asked them what comes after. The transition to adulthood went better for those who had had such a meeting.",
							milestones: [
								["Develop a guide for the meeting with the Youth Connection.", 3, "Independent Living Program"],
							],
						},
					],
				},
			],
		},
	],
};
