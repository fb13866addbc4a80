import { none, type PlanText } from "../../plan-text.ts";

/** Miraluz's plan: returned by the State with reasons, and not yet taken up again. */
export const miraluz: PlanText = {
	county: "miraluz",
	title: "",
	narrative: {
		"narrative.planningBodies":
			"The Miraluz Family Partnership, nine agencies and five parents, worked on the Self-Assessment and read two drafts of this plan. The Probation Department chairs its group on placements.",
		"narrative.qualitativeFindings": none,
	},
	deferrals: {
		"foster-adoptive":
			"Strategy 1.1 of component 1 is the recruiting that the county can pay for in this term. Licensing itself is to be looked at in the first annual update.",
	},
	components: [
		{
			kind: "indicator",
			code: "3B",
			origin: "self-assessment",
			probation: "yes",
			answers: {
				currentPerformance:
					"{value} of the children in care for less than twelve months in the {period} had had no more than two placements ({count}), against a national standard of {standard}. A year before it was {earlier}. The county has 61 licensed homes, eleven of them for teenagers.",
				additionalFactors: "Recruitment: half of the new homes close within two years.",
				training: "Care after trauma, for foster parents and relatives.",
				partnerRoles:
					"Two churches and the growers' association help to recruit. The foster family agency keeps two beds for the night. PSSF adoption promotion funds pay for the recruiter.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "Children in Miraluz stay where they are placed.",
					population: ["cws", "probation-600"],
					target: { to: "standard", byMonth: 36 },
					strategies: [
						{
							statement: "Recruit homes for teenagers and for brothers and sisters.",
							rationale:
								"Most second and third placements are of teenagers, who are moved when a nearer home is found.",
							milestones: [
								["Recruiter hired, half-time.", 3, "Program Manager, Child Welfare", "hector"],
								["Ten new homes licensed, five of them for teenagers.", 12, "Licensing Supervisor"],
							],
						},
						{
							statement: "Give caregivers respite two days a month.",
							rationale:
								"Caregivers who gave notice asked for rest before they asked for the child to be moved. Fewer notices mean fewer placements.",
							milestones: [
								["Eight respite homes listed.", 6, "Licensing Supervisor"],
								["Respite used by 20 families.", 12, "Licensing Supervisor"],
							],
						},
						{
							statement: "Work more closely with Probation on placement.",
							rationale: "The two agencies look for placements in the same homes.",
							population: ["probation-600"],
							milestones: [["Joint placement meeting held every week.", 3, "Probation Division Manager"]],
						},
					],
				},
			],
		},
		{
			kind: "indicator",
			code: "2B",
			origin: "agency-option",
			probation: { notApplicable: "Referrals are answered by child welfare alone." },
			answers: {
				currentPerformance:
					"{value} of the referrals in the {period} were answered in time ({count}). No statewide standard is set; the county aims at 95 percent. Referrals at night are answered from one office.",
				additionalFactors: "Management information system: times of response are entered late.",
				training: "Entering the time of a response on the same day.",
				partnerRoles:
					"Law enforcement calls the night worker first. The Child Abuse Prevention Council tells mandated reporters how to call.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement: "More referrals are answered in time.",
					population: ["cws"],
					target: { to: { better: 0.06 }, byMonth: 12 },
					strategies: [
						{
							statement: "Put a second worker on call at night.",
							rationale: "Late responses are to referrals between eight in the evening and two in the morning.",
							milestones: [
								["Second worker on call in place.", 3, "Emergency Response Supervisor"],
								[
									"Time of response entered on the same day for nine of ten referrals.",
									6,
									"Emergency Response Supervisor",
								],
							],
						},
					],
				},
			],
		},
	],
};
