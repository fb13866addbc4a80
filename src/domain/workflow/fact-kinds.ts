import type { z } from "zod";
import { Attachment, BoardAction, Signature } from "../approval/approval-facts.ts";
import { CalendarOccasion, CalendarSetting, PlanningStep } from "../calendar/calendar-facts.ts";
import { Answer, AuthorityAnswer, NameScreening, PlanDocument, Waiver } from "../document/document-facts.ts";
import { DraftComment, SectionAssignment, Suggestion } from "../drafting/drafting-facts.ts";
import { Party, TeamMember } from "../engagement/engagement-facts.ts";
import { CalendarFeed, LinkOpening } from "../engagement/link-facts.ts";
import { DataCollection, Invitation, Meeting, PartnerInput, PlanningBody } from "../engagement/voice-facts.ts";
import { PeerReview, SubjectAnalysis } from "../finding/assessment-facts.ts";
import { Evidence, Finding, FindingAnswer } from "../finding/finding-facts.ts";
import { ChildPopulation } from "../measure/child-population.ts";
import { ExtractLoad } from "../measure/extract-load.ts";
import { FederalResult } from "../measure/federal-result.ts";
import { FigureLoad, Measure } from "../measure/measure-facts.ts";
import { BudgetEntry, BudgetForm, FinancialBaseline } from "../money/budget-facts.ts";
import { Jurisdiction } from "../people/jurisdiction.ts";
import { Person, RoleGrant } from "../people/person.ts";
import {
	ClockEventFact,
	Determination,
	GoalAddress,
	MeasurementItem,
	MeasurementResult,
	MonthlyRatio,
	PlanTerms,
	WorkStep,
} from "../pip/pip-facts.ts";
import { Amendment, CarriedPart } from "../plan/carry-over-facts.ts";
import {
	Baseline,
	Cycle,
	FocusArea,
	Goal,
	GoalUse,
	Milestone,
	Objective,
	Strategy,
	Target,
} from "../plan/plan-facts.ts";
import { AssistanceRequest, CrossReference, LawChange } from "../plan/request-facts.ts";
import { Service, ServiceYear } from "../plan/service-facts.ts";
import { GoalAdoption, SharedGoal } from "../plan/shared-goal-facts.ts";
import { Intervention, TheoryOfChange } from "../plan/theory-facts.ts";
import { Publication, PublicComment } from "../publication/publication-facts.ts";
import { AgencyResource, AssistanceGiven, GoalResource } from "../resources/resource-facts.ts";
import {
	DraftShare,
	FocusedHelp,
	FormalAction,
	Negotiation,
	NegotiationPosition,
	ReviewItem,
	ReviewRemark,
	ReviewResponse,
	StateAssignment,
	StateContact,
	StateReview,
} from "../review/review-facts.ts";
import { WordFile, WordProposal } from "../word/word-facts.ts";

/**
 * Every kind of fact whose changes are kept for ever. Each has a table of the same name in the database
 * (kebab-case here, snake_case there) and one chain of actions per fact.
 */
export const factSchemas = {
	jurisdiction: Jurisdiction,
	person: Person,
	"role-grant": RoleGrant,
	cycle: Cycle,
	document: PlanDocument,
	answer: Answer,
	waiver: Waiver,
	"focus-area": FocusArea,
	goal: Goal,
	"goal-use": GoalUse,
	objective: Objective,
	baseline: Baseline,
	target: Target,
	strategy: Strategy,
	milestone: Milestone,
	measure: Measure,
	"figure-load": FigureLoad,
	"extract-load": ExtractLoad,
	"federal-result": FederalResult,
	"child-population": ChildPopulation,
	finding: Finding,
	evidence: Evidence,
	"finding-answer": FindingAnswer,
	party: Party,
	"team-member": TeamMember,
	"link-opening": LinkOpening,
	"calendar-feed": CalendarFeed,
	"carried-part": CarriedPart,
	amendment: Amendment,
	attachment: Attachment,
	signature: Signature,
	"board-action": BoardAction,
	"planning-body": PlanningBody,
	"data-collection": DataCollection,
	"peer-review": PeerReview,
	"subject-analysis": SubjectAnalysis,
	meeting: Meeting,
	invitation: Invitation,
	"partner-input": PartnerInput,
	"assistance-request": AssistanceRequest,
	"law-change": LawChange,
	"cross-reference": CrossReference,
	"state-review": StateReview,
	"review-item": ReviewItem,
	"review-remark": ReviewRemark,
	"review-response": ReviewResponse,
	negotiation: Negotiation,
	"negotiation-position": NegotiationPosition,
	"state-assignment": StateAssignment,
	"draft-share": DraftShare,
	"state-contact": StateContact,
	"formal-action": FormalAction,
	"focused-help": FocusedHelp,
	"calendar-setting": CalendarSetting,
	"calendar-occasion": CalendarOccasion,
	"planning-step": PlanningStep,
	publication: Publication,
	"public-comment": PublicComment,
	"shared-goal": SharedGoal,
	"goal-adoption": GoalAdoption,
	"theory-of-change": TheoryOfChange,
	intervention: Intervention,
	"agency-resource": AgencyResource,
	"goal-resource": GoalResource,
	"assistance-given": AssistanceGiven,
	determination: Determination,
	"plan-terms": PlanTerms,
	"clock-event": ClockEventFact,
	"work-step": WorkStep,
	"goal-address": GoalAddress,
	"measurement-item": MeasurementItem,
	"measurement-result": MeasurementResult,
	"monthly-ratio": MonthlyRatio,
	service: Service,
	"service-year": ServiceYear,
	"authority-answer": AuthorityAnswer,
	"name-screening": NameScreening,
	"budget-form": BudgetForm,
	"budget-entry": BudgetEntry,
	"financial-baseline": FinancialBaseline,
	"word-file": WordFile,
	"word-proposal": WordProposal,
	"section-assignment": SectionAssignment,
	"draft-comment": DraftComment,
	suggestion: Suggestion,
} as const;

export type FactKind = keyof typeof factSchemas;
export const factKinds = Object.keys(factSchemas) as readonly FactKind[];

/** The values of a kind of fact. */
export type FactValues<K extends FactKind> = z.infer<(typeof factSchemas)[K]>;

/** A fact as it stands: its values, which fact it is, and the version that the next save must name. */
export type Fact<K extends FactKind> = FactValues<K> & { readonly id: string; readonly version: number };

/** How people call each kind on screen and in history. */
export const factLabels: Readonly<Record<FactKind, string>> = {
	jurisdiction: "Jurisdiction",
	person: "Person",
	"role-grant": "Role",
	cycle: "Planning cycle",
	document: "Plan",
	answer: "Text",
	waiver: "Waiver",
	"focus-area": "Component",
	goal: "Improvement goal",
	"goal-use": "Place of a goal",
	objective: "Objective",
	baseline: "Baseline",
	target: "Target",
	strategy: "Strategy",
	milestone: "Milestone",
	measure: "Measure",
	"figure-load": "Load of figures",
	"extract-load": "Load of an extract",
	"federal-result": "Federal result",
	"child-population": "Child population",
	finding: "Finding",
	evidence: "Evidence",
	"finding-answer": "Answer to a finding",
	party: "Person or group",
	"team-member": "Team member",
	"link-opening": "Opening of a mailed link",
	"calendar-feed": "Calendar feed",
	"carried-part": "Part carried over",
	amendment: "Amendment",
	attachment: "Attachment",
	signature: "Signature",
	"board-action": "Action of the Board",
	"planning-body": "Local planning body",
	"data-collection": "Qualitative evidence",
	"peer-review": "Peer quality case review",
	"subject-analysis": "Analysis of a subject",
	meeting: "Meeting",
	invitation: "Invitation to a meeting",
	"partner-input": "What a partner said",
	"assistance-request": "Request for technical assistance",
	"law-change": "Change of law asked for",
	"cross-reference": "Tie to another plan",
	"state-review": "Review by the State",
	"review-item": "Item of the State's checklist",
	"review-remark": "Remark of the State",
	"review-response": "Response to the State",
	negotiation: "Negotiation",
	"negotiation-position": "Position in a negotiation",
	"state-assignment": "Assignment by the State",
	"draft-share": "Draft shared with the State",
	"state-contact": "Contact with the State",
	"formal-action": "Step of a formal action",
	"focused-help": "Focused help of the State",
	"calendar-setting": "Calendar of a State",
	"shared-goal": "Goal of the State to adopt",
	"goal-adoption": "Goal adopted",
	"theory-of-change": "Theory of change",
	intervention: "Intervention",
	"agency-resource": "Resource of an agency",
	"goal-resource": "Resource beside a goal",
	"assistance-given": "Technical assistance",
	"calendar-occasion": "Event of a calendar",
	"planning-step": "Step before a due date",
	publication: "Posting of a plan",
	"public-comment": "Comment of the public",
	determination: "Determination of a review",
	"plan-terms": "What was agreed for a PIP",
	"clock-event": "Event of a PIP’s clock",
	"work-step": "Step of a PIP’s work plan",
	"goal-address": "What a goal addresses",
	"measurement-item": "Line of a measurement plan",
	"measurement-result": "Result of a measurement period",
	"monthly-ratio": "Ratio of a month",
	service: "Service",
	"service-year": "Year of a service",
	"authority-answer": "Answer of the authority",
	"name-screening": "Search for names",
	"budget-form": "Form CFS-101",
	"budget-entry": "Entry of form CFS-101",
	"financial-baseline": "Baseline of spending",
	"word-file": "Word file",
	"word-proposal": "Change in a Word file",
	"section-assignment": "Assignment of a section",
	"draft-comment": "Comment on the draft",
	suggestion: "Suggested wording",
};
