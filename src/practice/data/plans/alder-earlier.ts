import { none, type PlanText } from "../../plan-text.ts";

/** Alder's plan of the term before: accepted, and by now at its end. */
export const alderEarlier: PlanText = {
	county: "alder",
	title: "",
	narrative: {
		"narrative.planningBodies":
			"The Alder Children's Collaborative brings together fourteen agencies that serve families, with two parents and two former foster youth among its members. It worked on the Self-Assessment, gave its views on two drafts of this plan, and follows the milestones each quarter.\n\nThe Alder Child Abuse Prevention Council advised on prevention and after-care. It will help to carry out the strategies on recurrence.\n\nThe Juvenile Justice Coordinating Council, chaired by the Chief Probation Officer, worked on the parts for youth under probation.",
		"narrative.qualitativeFindings":
			"Three focus groups: parents with an open case (14), foster parents and relatives (19), and youth aged 16 to 20 (11). A survey on paper and online of social workers and probation officers (58 of 81 answered). Interviews with the juvenile court's bench officer and four attorneys.\n\nParents said that they did not know what the agency had written about safety in their home. Social workers asked for one way of writing safety plans. Youth and relatives spoke of visits that were moved without notice. Component 1 uses the first two findings, component 3 the last.",
		"narrative.peerReviewAreas":
			"Case planning with families, and the decision to send a child home, in twelve cases of child welfare and four of probation.",
		"narrative.peerReviewFindings":
			"Engagement of mothers was a strength. Fathers and paternal relatives were looked for late. In nine of sixteen cases the peers found no written plan for the time after reunification.",
		"narrative.peerReviewUse":
			"The after-care plan of component 3 and the early search for relatives in component 2 come from the review.",
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
					"In the {period}, {count} children with a substantiated report had another within six months: {value}, against a national standard of {standard} or less. A year before it was {earlier}. The Self-Assessment read 60 of the cases. In two thirds of them the first report was on neglect tied to a parent's use of alcohol or drugs, and the case was closed without a service.",
				additionalFactors:
					"Service array: outpatient treatment for parents has a wait of five weeks, and there is none in the north of the county. Agency collaboration: child welfare and Behavioral Health do not share a plan for the family.",
				training:
					"Safety planning for all emergency response and voluntary services staff, given by the Regional Training Academy. Coaching for supervisors in the first six months.",
				partnerRoles:
					"Behavioral Health keeps ten treatment places for parents with a substantiated report. The Child Abuse Prevention Council pays for home visitors with CAPIT and CBCAP funds, as its own plan says. Family resource centers take referrals on the day of closing.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "numeric",
					statement:
						"Fewer children are maltreated again within six months: recurrence of maltreatment falls to the national standard.",
					population: ["cws"],
					target: { to: "standard", byMonth: 36 },
					strategies: [
						{
							statement:
								"Write a safety plan with every family whose report is substantiated, also when no case is opened, and check it after thirty days.",
							rationale:
								"Most recurrence of maltreatment came in homes where the case was closed at once. The two units that tried a thirty-day check had half as much of it as the others over a year.",
							milestones: [
								[
									"One form for safety plans adopted by all emergency response units.",
									3,
									"Emergency Response Program Manager",
								],
								["All 44 emergency response social workers trained in safety planning.", 6, "Training Coordinator"],
								[
									"Review of 60 safety plans completed and the findings reported to the SIP team.",
									12,
									"Planning and Evaluation Manager",
									"maribel",
								],
							],
						},
						{
							statement: "Bring home visits and treatment to families in the north of the county.",
							rationale:
								"Recurrence is highest in the four northern ZIP codes, where families would have to travel an hour for help. Home visiting with the same curriculum has lowered maltreatment elsewhere in the State.",
							milestones: [
								["Contract for home visits in the north signed with a family resource center.", 6, "Contracts Manager"],
								["First 25 families enrolled.", 9, "Prevention Services Supervisor"],
								["Ten treatment places for parents opened in the north.", 12, "Substance Use Services Director"],
							],
						},
					],
				},
			],
		},
		{
			kind: "indicator",
			code: "3E",
			origin: "agency-option",
			probation: "yes",
			answers: {
				currentPerformance:
					"{value} of the children who went home did so within twelve months ({count} in the {period}). The national standard of {standard} is met. The county keeps the indicator in its plan because the second reunification unit lost three positions, and because youth under probation wait longer than others.",
				additionalFactors:
					"Case review system: continuances put off about one in five six-month hearings, most of them for want of a report on time.",
				training: "Visit coaching for case aides. Court report writing for new social workers and probation officers.",
				partnerRoles:
					"The juvenile court sets a time for reports. The Probation Department names a case manager for families with two open cases. The housing authority sets aside fifteen family unification vouchers, as its own plan says. PSSF time-limited reunification funds pay for transport to visits.",
				lawChanges: none,
			},
			goals: [
				{
					kind: "process",
					statement: "Every family with a reunification plan has visits that grow with its progress.",
					population: ["cws", "probation-600"],
					evidence: "Quarterly list of open cases with the kind and number of visits, drawn from the case system.",
					strategies: [
						{
							statement: "Move visits out of the office and raise their number as parents take part in services.",
							rationale:
								"Children who see their parents more often go home sooner. Timely reunification held up in the one unit where case aides already take visits to parks and relatives' homes.",
							milestones: [
								[
									"Visit guide written with parents and foster parents and approved by the director.",
									3,
									"Reunification Program Manager",
								],
								["Six case aides hired for visits in the community.", 6, "Personnel Analyst"],
								["Visits outside the office reached in half of the open cases.", 12, "Reunification Program Manager"],
							],
						},
						{
							statement: "Look for fathers and relatives in the first thirty days, in both agencies.",
							rationale:
								"The peer review found that paternal relatives were looked for late. Reunification of youth under probation often fails for want of a relative who takes part.",
							population: ["probation-600"],
							milestones: [
								[
									"Search for relatives written into the intake procedure of both agencies.",
									6,
									"Juvenile Probation Division Manager",
									"desmond",
								],
								[
									"Search completed within thirty days for 40 youth under probation.",
									12,
									"Juvenile Probation Division Manager",
									"desmond",
								],
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
					"{count} of the children who came into care in the {period} had been in care before, less than twelve months earlier: {value}, against a national standard of {standard} or less. Returns come early: most in the first four months at home. Families under probation are rarely offered services after the case closes.",
				additionalFactors:
					"Service array: services end with the court case. Case review system: the closing hearing does not ask for an after-care plan.",
				training: "After-care planning for 38 reunification social workers and 9 probation officers.",
				partnerRoles:
					"Behavioral Health keeps treatment open for ninety days after a case closes. Alder Parents Together offers a parent partner. The Child Abuse Prevention Council pays for two of them with CAPIT funds.",
				lawChanges:
					"A change of the rules on title IV-E would help by which foster care funds could pay for services after reunification.",
			},
			goals: [
				{
					kind: "numeric",
					statement: "Fewer children come back to foster care after they have gone home.",
					population: ["cws", "probation-600"],
					target: { to: { better: 0.15 }, byMonth: 36 },
					strategies: [
						{
							statement:
								"Make an after-care plan with every family before the child goes home, and stay in touch for ninety days after the case closes.",
							rationale:
								"Most re-entry happens in the first four months, when services have ended. Families asked for one person to call.",
							milestones: [
								["After-care plan form adopted by child welfare and probation.", 3, "Reunification Program Manager"],
								["All 38 reunification social workers trained.", 9, "Training Coordinator"],
								[
									"After-care plans found in 90 percent of 40 closed cases that were read.",
									12,
									"Quality Assurance Supervisor",
								],
							],
						},
						{
							statement: "Offer families under probation the same after-care.",
							rationale:
								"Re-entry is higher among youth under probation, and few of their families are offered anything after the case closes.",
							population: ["probation-600"],
							milestones: [
								["Agreement on after-care signed by both agencies.", 6, "Chief Probation Officer", "victor"],
								[
									"First ten families under probation served under the agreement.",
									12,
									"Juvenile Probation Division Manager",
									"desmond",
								],
							],
						},
					],
				},
			],
		},
	],
};
