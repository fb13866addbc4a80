import { z } from "zod";
import { type FactKind, factSchemas } from "../../domain/workflow/fact-kinds.ts";

function asFact<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, id: string) {
	return schema.extend({ id: z.uuid(), version: z.int().min(1) }).meta({ id });
}

/** Every kind of fact as operations answer it: its values, which fact it is, and the version that the next save names. */
export const factOutputs = {
	jurisdiction: asFact(factSchemas.jurisdiction, "Jurisdiction"),
	person: asFact(factSchemas.person, "Person"),
	"role-grant": asFact(factSchemas["role-grant"], "RoleGrant"),
	cycle: asFact(factSchemas.cycle, "Cycle"),
	document: asFact(factSchemas.document, "Document"),
	answer: asFact(factSchemas.answer, "Answer"),
	waiver: asFact(factSchemas.waiver, "Waiver"),
	"focus-area": asFact(factSchemas["focus-area"], "FocusArea"),
	goal: asFact(factSchemas.goal, "Goal"),
	"goal-use": asFact(factSchemas["goal-use"], "GoalUse"),
	objective: asFact(factSchemas.objective, "Objective"),
	baseline: asFact(factSchemas.baseline, "Baseline"),
	target: asFact(factSchemas.target, "Target"),
	strategy: asFact(factSchemas.strategy, "Strategy"),
	milestone: asFact(factSchemas.milestone, "Milestone"),
	measure: asFact(factSchemas.measure, "Measure"),
	"figure-load": asFact(factSchemas["figure-load"], "FigureLoad"),
	"extract-load": asFact(factSchemas["extract-load"], "ExtractLoad"),
	"federal-result": asFact(factSchemas["federal-result"], "FederalResult"),
	finding: asFact(factSchemas.finding, "Finding"),
	evidence: asFact(factSchemas.evidence, "Evidence"),
	"finding-answer": asFact(factSchemas["finding-answer"], "FindingAnswer"),
	party: asFact(factSchemas.party, "Party"),
	"team-member": asFact(factSchemas["team-member"], "TeamMember"),
	"state-review": asFact(factSchemas["state-review"], "StateReview"),
	"review-item": asFact(factSchemas["review-item"], "ReviewItem"),
	"review-remark": asFact(factSchemas["review-remark"], "ReviewRemark"),
	"review-response": asFact(factSchemas["review-response"], "ReviewResponse"),
	negotiation: asFact(factSchemas.negotiation, "Negotiation"),
	"negotiation-position": asFact(factSchemas["negotiation-position"], "NegotiationPosition"),
	"state-assignment": asFact(factSchemas["state-assignment"], "StateAssignment"),
	"draft-share": asFact(factSchemas["draft-share"], "DraftShare"),
	"state-contact": asFact(factSchemas["state-contact"], "StateContact"),
	"formal-action": asFact(factSchemas["formal-action"], "FormalAction"),
	"focused-help": asFact(factSchemas["focused-help"], "FocusedHelp"),
	"calendar-setting": asFact(factSchemas["calendar-setting"], "CalendarSetting"),
	"calendar-occasion": asFact(factSchemas["calendar-occasion"], "CalendarOccasion"),
	"planning-step": asFact(factSchemas["planning-step"], "PlanningStep"),
	publication: asFact(factSchemas.publication, "Publication"),
	"public-comment": asFact(factSchemas["public-comment"], "PublicComment"),
} as const satisfies Readonly<Record<FactKind, z.ZodObject>>;
