import { z } from "zod";
import { SignatoryRole } from "../approval/approval-facts.ts";
import { SubjectKind } from "../plan/plan-facts.ts";
import { Population } from "../plan/population.ts";
import { ServiceCategory } from "../plan/service-facts.ts";
import { DocumentState } from "../workflow/document-workflow.ts";
import { RuleStage } from "./stages.ts";

const field = z.string();
const fields = z.array(z.string()).min(2);
const groups = z.array(z.string()).min(1);
const words = z.array(z.string().min(2)).min(1);
const months = z.number().int().min(1).max(120);

/**
 * A check as data: one of a closed set of kinds, its parameters, the rule that it serves and the sentence to show.
 * `{...}` in the message is filled in by the engine; `placeholdersOf` says what each kind offers.
 */
function check<K extends string, P extends z.ZodRawShape>(kind: K, parameters: P) {
	return z.strictObject({
		kind: z.literal(kind),
		rule: z.string(),
		message: z.string().min(1),
		/** Only where this check weighs less or more than its rule. */
		severity: CheckSeverity.optional(),
		stage: RuleStage.optional(),
		...parameters,
	});
}

export const CheckSeverity = z.enum(["error", "warning", "information"]);
export type CheckSeverity = z.infer<typeof CheckSeverity>;

export const CountedParts = z.enum(["components", "goals", "strategies", "milestones", "team"]);
export type CountedParts = z.infer<typeof CountedParts>;

/** The parts whose pages are counted. The whole is without its attachments (SIP-8). */
export const CountedPages = z.enum(["narrative", "components", "whole"]);
export type CountedPages = z.infer<typeof CountedPages>;

export const NeededValue = z.enum([
	"goal.statement",
	"strategy.statement",
	"strategy.rationale",
	"milestone.statement",
	"milestone.timeframe",
	"milestone.assigned-to",
	"member.name",
	"member.affiliation",
]);
export type NeededValue = z.infer<typeof NeededValue>;

export const Check = z.discriminatedUnion("kind", [
	// Fields of the form
	check("field-present", { field }),
	check("one-field-present", { fields }),
	check("fields-together", { fields }),
	check("fields-differ", { fields: z.tuple([field, field]) }),
	check("field-empty-for", { field, subjects: z.array(SubjectKind).min(1) }),
	check("field-quarter-end", { field }),
	check("field-email", { field }),
	// Parts of the plan
	check("value-present", { value: NeededValue }),
	check("count", { of: CountedParts, min: z.number().int().optional(), max: z.number().int().optional() }),
	check("no-unplaced-parts", {}),
	check("positions-differ", {}),
	// Dates
	check("period-order", {}),
	check("period-length", { months, tolerance: z.number().int().min(0) }),
	check("date-set", { date: z.enum(["submittedOn", "acceptedOn"]), states: z.array(DocumentState).min(1) }),
	check("due-within-period", {}),
	check("due-share", { months, share: z.number().min(0).max(1) }),
	check("timeframe-one-of", { months: z.array(months).min(1) }),
	// Place and subject
	check("jurisdiction-listed", {}),
	check("jurisdiction-named", {}),
	check("subject-kind-present", { subject: SubjectKind }),
	check("subject-unique", {}),
	check("subject-known", {}),
	check("subject-single", {}),
	check("subject-among", { codes: z.array(z.string()).min(1), whileProbationOpen: z.boolean() }),
	check("factor-repeated", { field, min: z.number().int().min(2) }),
	check("origin-is", { origin: z.enum(["self-assessment", "peer-review", "agency-option"]) }),
	check("probation-answered", {}),
	check("population-marked", { populations: z.array(Population).min(1) }),
	// Findings and figures
	check("findings-answered", { domains: words, deferralIsEnough: z.boolean() }),
	check("below-standard-answered", {}),
	check("standard-missing", {}),
	check("measured-value-present", {}),
	check("baseline-agrees", {}),
	check("baseline-period", { field }),
	check("goal-kind-shown", {}),
	check("goal-measurable", {}),
	check("target-direction", {}),
	check("target-reach", { share: z.number().positive() }),
	// Wording
	check("rationale-mentions-subject", { tooCommon: words }),
	check("other-plan-mentioned", { field, terms: words }),
	check("assigned-to-person", { agencyWords: words, roleWords: words }),
	check("milestone-done", {}),
	check("milestone-evidence", { vague: words, evidence: words }),
	// Team
	check("team-group", { groups, consultedIsEnough: z.boolean() }),
	check("consultation-dated", { groups }),
	check("some-of-groups", { groups }),
	// Yearly papers
	check("yearly-paper-late", {}),
	check("date-not-ahead", { field }),
	check("carried-looked-at", {}),
	check("progress-shown", {}),
	check("measure-newer", {}),
	// What goes with the plan, who approves it, how long it is
	check("attachment-present", { attachments: groups, orTeamList: z.boolean() }),
	check("attachment-placed", { attachment: z.string() }),
	check("signed", { signatory: SignatoryRole }),
	check("signers-differ", {}),
	check("board-acted", {}),
	check("board-not-later", {}),
	check("coordination-verified", {}),
	check("board-saw-this", {}),
	check("pages", { of: CountedPages, severity: z.literal("warning") }),
	// The self-assessment, and whom the county asked
	check("self-assessment-complete", {}),
	check("subjects-rated", {}),
	check("figures-assessed", {}),
	check("body-roles", {}),
	check("body-tags", {}),
	check("collection-complete", {}),
	check("peer-review-complete", {}),
	check("reference-placed", {}),
	check("factors-explored", { field }),
	check("assistance-asked", {}),
	check("academy-informed", { field, needs: field }),
	check("chosen-by-director", { field, director: field }),
	check("team-overlap", { share: z.number().min(0).max(1) }),
	// Program Improvement Plans
	check("areas-determined", {}),
	check("areas-answered", {}),
	check("items-named", {}),
	check("goal-names-area", {}),
	check("goal-incorporated", {}),
	check("activity-dated-well", {}),
	check("measured-line-complete", {}),
	check("target-worked-out", {}),
	check("work-plan-tracks", {}),
	check("pip-progress-told", { field }),
	// The State's federal plans
	check("items-answered", {}),
	check("carried-text-looked-at", {}),
	check("benchmarks-set", {}),
	check("goal-rests-on-finding", {}),
	check("service-categories", { categories: z.array(ServiceCategory).min(1) }),
	check("service-change-said", {}),
	check("goals-closed", {}),
	check("names-screened", {}),
	// The authority's own tests
	check("rules-clear", { rules: z.array(z.string()).min(1) }),
]);
export type Check = z.infer<typeof Check>;
export type CheckKind = Check["kind"];
export type CheckOf<K extends CheckKind> = Extract<Check, { kind: K }>;
