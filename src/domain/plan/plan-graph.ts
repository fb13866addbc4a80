import type { PlainDate } from "../calendar/plain-date.ts";
import type { PlanEntries } from "../document/entry-kinds.ts";
import type { Observation } from "../measure/measure-facts.ts";
import type { ImprovementFacts } from "../pip/improvement-facts.ts";
import type { Fact, FactKind } from "../workflow/fact-kinds.ts";

/** Everything that one document is made from, as flat lists in any order. */
export type PlanFacts = {
	readonly document: Fact<"document">;
	readonly cycle: Fact<"cycle">;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly answers: readonly Fact<"answer">[];
	readonly focusAreas: readonly Fact<"focus-area">[];
	readonly goalUses: readonly Fact<"goal-use">[];
	readonly goals: readonly Fact<"goal">[];
	readonly objectives: readonly Fact<"objective">[];
	readonly baselines: readonly Fact<"baseline">[];
	readonly targets: readonly Fact<"target">[];
	readonly measures: readonly Fact<"measure">[];
	readonly strategies: readonly Fact<"strategy">[];
	readonly milestones: readonly Fact<"milestone">[];
	readonly parties: readonly Fact<"party">[];
	readonly teamMembers: readonly Fact<"team-member">[];
	readonly findings: readonly Fact<"finding">[];
	readonly evidence: readonly Fact<"evidence">[];
	readonly findingAnswers: readonly Fact<"finding-answer">[];
	readonly waivers: readonly Fact<"waiver">[];
	/** What a yearly paper carries over and says of it; none for a plan. */
	readonly carriedParts: readonly Fact<"carried-part">[];
	/** What was negotiated anew: by this yearly paper, or by those of this plan. */
	readonly amendments: readonly Fact<"amendment">[];
	/** The plan that a yearly paper reports on; null for a plan. */
	readonly origin: Fact<"document"> | null;
	/** What was submitted before this paper: the yearly paper before it, or the plan; null for a plan. */
	readonly previous: Fact<"document"> | null;
	/** The services of the jurisdiction, which every document of it prints. */
	readonly services: readonly Fact<"service">[];
	readonly serviceYears: readonly Fact<"service-year">[];
	/** Answers of other documents whose text stands here too. */
	readonly sharedAnswers: readonly Fact<"answer">[];
	/** What the authority said of its submissions, where its answers are recorded. */
	readonly authorityAnswers: readonly Fact<"authority-answer">[];
	readonly nameScreenings: readonly Fact<"name-screening">[];
	readonly attachments: readonly Fact<"attachment">[];
	readonly signatures: readonly Fact<"signature">[];
	/** What the Board decided: none, or one. */
	readonly boardActions: readonly Fact<"board-action">[];
	readonly entries: PlanEntries;
	readonly linked: LinkedFacts;
	/** The jurisdiction's figures that matter here: of the measures used, and the newest of each other indicator. */
	readonly observations: readonly Observation[];
	/** Where the jurisdiction has a Program Improvement Plan: what such plans have beside their goals. */
	readonly improvement?: ImprovementFacts | undefined;
};

/** What the components of a document are made of: enough for their goals, with the numbers of the document. */
export type ComponentFacts = Pick<
	PlanFacts,
	| "cycle"
	| "answers"
	| "sharedAnswers"
	| "focusAreas"
	| "goalUses"
	| "goals"
	| "objectives"
	| "baselines"
	| "targets"
	| "measures"
	| "strategies"
	| "milestones"
	| "observations"
	| "improvement"
> & {
	/** What agreements took out of a PIP: its numbers are not given again. */
	readonly takenOut?: readonly Fact<"renegotiated-part">[];
};

/** What the papers that a document names hold, as far as this person may read them. */
export type LinkedFacts = {
	readonly documents: readonly Fact<"document">[];
	readonly teamMembers: readonly Fact<"team-member">[];
	readonly analyses: readonly Fact<"subject-analysis">[];
	readonly peerReviews: readonly Fact<"peer-review">[];
};

/** Answers by field id. */
export type Answers = ReadonlyMap<string, Fact<"answer">>;

export type ObjectiveNode = {
	readonly objective: Fact<"objective">;
	readonly measure: Fact<"measure"> | undefined;
	readonly baseline: Fact<"baseline"> | undefined;
	/** The figure that the baseline was taken from, when it was taken from one. */
	readonly baselineObservation: Observation | undefined;
	/** The last target in time: the one that the objective is for. */
	readonly target: Fact<"target"> | undefined;
	/** Targets on the way, earliest first. */
	readonly interimTargets: readonly Fact<"target">[];
	/** Figures of the measure, oldest period first. */
	readonly observations: readonly Observation[];
};

export type MilestoneNode = {
	readonly milestone: Fact<"milestone">;
	/** `1.1.1` */
	readonly number: string;
	/** The date given, or else worked out from the timeframe; undefined when there is neither. */
	readonly dueOn: PlainDate | undefined;
};

export type StrategyNode = {
	readonly strategy: Fact<"strategy">;
	/** `1.1` */
	readonly number: string;
	readonly milestones: readonly MilestoneNode[];
};

export type GoalNode = {
	/** First day of the period for which the goal was set: timeframes run from it. */
	readonly startsOn: PlainDate;
	readonly use: Fact<"goal-use">;
	readonly goal: Fact<"goal">;
	/** `1.0` */
	readonly number: string;
	readonly objectives: readonly ObjectiveNode[];
	readonly strategies: readonly StrategyNode[];
};

export type ComponentNode = {
	readonly focusArea: Fact<"focus-area">;
	/** 1, 2, 3 ... in the document. */
	readonly number: number;
	readonly answers: Answers;
	readonly goals: readonly GoalNode[];
};

export type TeamNode = {
	readonly member: Fact<"team-member">;
	readonly party: Fact<"party"> | undefined;
};

/** A service with its federal fiscal years, earliest first. */
export type ServiceNode = {
	readonly service: Fact<"service">;
	readonly years: readonly Fact<"service-year">[];
};

export type FindingNode = {
	readonly finding: Fact<"finding">;
	readonly evidence: readonly Fact<"evidence">[];
	/** What this document says to the finding. */
	readonly answer: Fact<"finding-answer"> | undefined;
	/** The component that answers it: named in the answer, or on the same indicator or factor. */
	readonly component: ComponentNode | undefined;
};

/** A fact that no place could be found for, because what it belongs to is missing (SIP-63). */
export type UnplacedFact = {
	readonly kind: "goal-use" | "strategy" | "milestone" | "objective";
	readonly id: string;
	readonly text: string;
	readonly missing: FactKind;
};

/** A document as a tree: nested, in order, numbered. Nothing in it is named after one authority's paper. */
export type PlanGraph = {
	readonly document: Fact<"document">;
	readonly cycle: Fact<"cycle">;
	readonly jurisdiction: Fact<"jurisdiction">;
	readonly answers: Answers;
	readonly components: readonly ComponentNode[];
	readonly team: readonly TeamNode[];
	readonly findings: readonly FindingNode[];
	readonly waivers: readonly Fact<"waiver">[];
	readonly attachments: readonly Fact<"attachment">[];
	readonly signatures: readonly Fact<"signature">[];
	/** What the Board decided: none, or one. */
	readonly boardActions: readonly Fact<"board-action">[];
	readonly entries: PlanEntries;
	readonly linked: LinkedFacts;
	readonly observations: readonly Observation[];
	readonly unplaced: readonly UnplacedFact[];
	/** What a yearly paper says of each part that it carries over, by the part's id. */
	readonly carried: ReadonlyMap<string, Fact<"carried-part">>;
	readonly amendments: readonly Fact<"amendment">[];
	readonly origin: Fact<"document"> | null;
	readonly improvement?: ImprovementFacts | undefined;
	readonly previous: Fact<"document"> | null;
	readonly services: readonly ServiceNode[];
	readonly authorityAnswers: readonly Fact<"authority-answer">[];
	readonly nameScreenings: readonly Fact<"name-screening">[];
};
