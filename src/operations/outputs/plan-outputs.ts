import { z } from "zod";
import { CheckSeverity } from "../../domain/document/check-definitions.ts";
import type { CheckResult } from "../../domain/document/checks/check-result.ts";
import { RuleStage } from "../../domain/document/stages.ts";
import { Observation } from "../../domain/measure/measure-facts.ts";
import type { PlanFacts } from "../../domain/plan/plan-graph.ts";
import { type FactKind, factKinds } from "../../domain/workflow/fact-kinds.ts";
import { schemaOf } from "./agreement.ts";
import { factOutputs } from "./fact-outputs.ts";

z.globalRegistry.add(Observation, { id: "Observation" });

export const FactKindOutput = z.enum(factKinds as readonly [FactKind, ...FactKind[]]).meta({ id: "FactKind" });

export const PlanFactsOutput = schemaOf<PlanFacts>()(
	z
		.object({
			document: factOutputs.document,
			cycle: factOutputs.cycle,
			jurisdiction: factOutputs.jurisdiction,
			answers: z.array(factOutputs.answer),
			focusAreas: z.array(factOutputs["focus-area"]),
			goalUses: z.array(factOutputs["goal-use"]),
			goals: z.array(factOutputs.goal),
			objectives: z.array(factOutputs.objective),
			baselines: z.array(factOutputs.baseline),
			targets: z.array(factOutputs.target),
			measures: z.array(factOutputs.measure),
			strategies: z.array(factOutputs.strategy),
			milestones: z.array(factOutputs.milestone),
			parties: z.array(factOutputs.party),
			teamMembers: z.array(factOutputs["team-member"]),
			findings: z.array(factOutputs.finding),
			evidence: z.array(factOutputs.evidence),
			findingAnswers: z.array(factOutputs["finding-answer"]),
			waivers: z.array(factOutputs.waiver),
			carriedParts: z.array(factOutputs["carried-part"]),
			amendments: z.array(factOutputs.amendment),
			origin: factOutputs.document.nullable(),
			previous: factOutputs.document.nullable(),
			services: z.array(factOutputs.service),
			serviceYears: z.array(factOutputs["service-year"]),
			sharedAnswers: z.array(factOutputs.answer),
			authorityAnswers: z.array(factOutputs["authority-answer"]),
			nameScreenings: z.array(factOutputs["name-screening"]),
			attachments: z.array(factOutputs.attachment),
			signatures: z.array(factOutputs.signature),
			boardActions: z.array(factOutputs["board-action"]),
			entries: z
				.object({
					"planning-body": z.array(factOutputs["planning-body"]),
					"data-collection": z.array(factOutputs["data-collection"]),
					"peer-review": z.array(factOutputs["peer-review"]),
					"subject-analysis": z.array(factOutputs["subject-analysis"]),
					meeting: z.array(factOutputs.meeting),
					invitation: z.array(factOutputs.invitation),
					"partner-input": z.array(factOutputs["partner-input"]),
					compensation: z
						.array(factOutputs.compensation)
						.describe("What was paid for taking part: empty for all who may not write the plan."),
					"assistance-request": z.array(factOutputs["assistance-request"]),
					"law-change": z.array(factOutputs["law-change"]),
					"cross-reference": z.array(factOutputs["cross-reference"]),
					"training-course": z.array(factOutputs["training-course"]),
				})
				.meta({ id: "PlanEntries", description: "The lists beside the document's text, by kind, oldest first." }),
			improvement: z
				.object({
					documents: z.array(factOutputs.document),
					uses: z.array(factOutputs["goal-use"]),
					areas: z.array(factOutputs["focus-area"]),
					cycles: z.array(factOutputs.cycle),
					goals: z.array(factOutputs.goal),
					strategies: z.array(factOutputs.strategy),
					milestones: z.array(factOutputs.milestone),
					objectives: z.array(factOutputs.objective).optional(),
					baselines: z.array(factOutputs.baseline).optional(),
					targets: z.array(factOutputs.target).optional(),
					determinations: z.array(factOutputs.determination),
					terms: z.array(factOutputs["plan-terms"]),
					clockEvents: z.array(factOutputs["clock-event"]),
					workSteps: z.array(factOutputs["work-step"]),
					addresses: z.array(factOutputs["goal-address"]),
					items: z.array(factOutputs["measurement-item"]),
					results: z.array(factOutputs["measurement-result"]),
					ratios: z.array(factOutputs["monthly-ratio"]),
					renegotiations: z.array(factOutputs.renegotiation).optional(),
					renegotiatedParts: z.array(factOutputs["renegotiated-part"]).optional(),
					completionEvidence: z.array(factOutputs["completion-evidence"]).optional(),
					evidenceFiles: z.array(factOutputs.attachment).optional(),
				})
				.optional()
				.describe("What Program Improvement Plans have beside their goals, where the jurisdiction has one."),
			linked: z
				.object({
					documents: z.array(factOutputs.document),
					teamMembers: z.array(factOutputs["team-member"]),
					analyses: z.array(factOutputs["subject-analysis"]),
					peerReviews: z.array(factOutputs["peer-review"]),
				})
				.meta({ id: "LinkedFacts", description: "What the self-assessment and other papers that it names hold." }),
			observations: z.array(Observation),
		})
		.meta({ id: "PlanFacts", description: "Everything that one document is made from, as flat lists." }),
);

export const CheckResultOutput = schemaOf<CheckResult>()(
	z
		.object({
			ruleId: z.string(),
			severity: CheckSeverity,
			stage: RuleStage,
			message: z.string(),
			place: z
				.object({
					kind: FactKindOutput,
					id: z.string(),
					field: z.string(),
					label: z.string(),
					subject: z.string().exactOptional(),
				})
				.meta({ id: "Place", description: "Where to mend it: a fact, a field of it, and both in words." }),
			waived: z
				.object({ waiverId: z.string(), reason: z.string(), by: z.string().exactOptional() })
				.exactOptional()
				.describe("Set aside by somebody who may."),
		})
		.meta({ id: "CheckResult" }),
);
