import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";
import { Population } from "./population.ts";

// The plan graph: general, none of it named after a document. A document uses goals; it does not own them.

const text = (max: number) => z.string().max(max);
const position = z.number().int().min(1).max(999);
const inJurisdiction = { jurisdictionId: z.uuid() };

/** A jurisdiction's planning period, for which goals are set. */
export const Cycle = z.object({
	...inJurisdiction,
	title: text(200).min(1),
	startsOn: PlainDate,
	endsOn: PlainDate,
});
export type Cycle = z.infer<typeof Cycle>;

/** What a component or section addresses: one outcome indicator, one systemic factor, or an area of the agency's own. */
export const SubjectKind = z.enum(["indicator", "systemic-factor", "other"]);
export type SubjectKind = z.infer<typeof SubjectKind>;

/** An area that a document addresses: the subject of one component of a System Improvement Plan. */
export const FocusArea = z.object({
	...inJurisdiction,
	documentId: z.uuid(),
	position,
	subjectKind: SubjectKind,
	/** Codes in the edition's catalogue. One is the rule; imported plans may join two ("2B", "2C"). */
	codes: z.array(z.string().min(1).max(40)).max(5),
	label: text(300).min(1),
	origin: z.enum(["self-assessment", "peer-review", "agency-option"]),
	probationConsidered: z.enum(["yes", "not-applicable", "unanswered"]),
	probationReason: text(2000),
});
export type FocusArea = z.infer<typeof FocusArea>;

/** A change the agency wants: a process improvement or a numeric change in a measure (glossary of the 2004 guide). */
export const Goal = z.object({
	...inJurisdiction,
	cycleId: z.uuid(),
	statement: text(2000),
	goalKind: z.enum(["process", "numeric"]),
	population: z.array(Population).max(3),
});
export type Goal = z.infer<typeof Goal>;

/** One use of a goal in one document, with its place there. The number is worked out from the places. */
export const GoalUse = z.object({
	...inJurisdiction,
	documentId: z.uuid(),
	focusAreaId: z.uuid(),
	goalId: z.uuid(),
	position,
});
export type GoalUse = z.infer<typeof GoalUse>;

/** What makes a goal measurable: the measure that must move, or the evidence that the process has changed. */
export const Objective = z.object({
	...inJurisdiction,
	goalId: z.uuid(),
	position,
	statement: text(2000),
	measureId: z.uuid().nullable(),
	evidenceOfCompletion: text(2000),
	/** Where the figures come from, and how often they are looked at. */
	dataSource: text(500).default(""),
	cadence: text(200).default(""),
});
export type Objective = z.infer<typeof Objective>;

/** Where an objective starts from. Frozen values, with the observation they were taken from. */
export const Baseline = z.object({
	...inJurisdiction,
	objectiveId: z.uuid(),
	value: z.number().nullable(),
	numerator: z.number().nullable(),
	denominator: z.number().nullable(),
	periodStart: PlainDate.nullable(),
	periodEnd: PlainDate.nullable(),
	observationId: z.uuid().nullable(),
	source: text(500),
	/** Where there is no baseline yet: by when there will be one. */
	dueOn: PlainDate.nullable().default(null),
});
export type Baseline = z.infer<typeof Baseline>;

/** Where an objective is to be, and by when; or, on the way there, at the end of one federal fiscal year: a benchmark. */
export const Target = z.object({
	...inJurisdiction,
	objectiveId: z.uuid(),
	value: z.number().nullable(),
	by: PlainDate.nullable(),
	/** Of a benchmark: the federal fiscal year at whose end it is to be reached. */
	benchmarkYear: z.number().int().min(1994).max(2060).nullable().default(null),
});
export type Target = z.infer<typeof Target>;

/** A plan or technique to reach a goal, with the reason why it should work. */
export const Strategy = z.object({
	...inJurisdiction,
	goalId: z.uuid(),
	position,
	statement: text(4000),
	rationale: text(8000),
	population: z.array(Population).max(3),
});
export type Strategy = z.infer<typeof Strategy>;

export const MilestoneStatus = z.enum(["not-started", "in-progress", "completed", "delayed", "dropped"]);
export type MilestoneStatus = z.infer<typeof MilestoneStatus>;

/** Measurable progress, worded as done, with a timeframe and a responsible member of staff. */
export const Milestone = z.object({
	...inJurisdiction,
	strategyId: z.uuid(),
	position,
	statement: text(2000),
	/** Months from the start of the plan; `dueOn` is worked out from it when only this is given. */
	timeframeMonths: z.number().int().min(0).max(120).nullable(),
	dueOn: PlainDate.nullable(),
	assignedTitle: text(200),
	assignedPersonId: z.uuid().nullable(),
	assignedAgency: text(200),
	population: z.array(Population).max(3),
	status: MilestoneStatus,
	completedOn: PlainDate.nullable(),
	/** What shows that it was done, as last reported: words, or a link. */
	proof: text(4000).default(""),
	/** Why it is late, delayed or dropped, as last reported. */
	explanation: text(2000).default(""),
	/** The day of the last report on how it stands. */
	reportedOn: PlainDate.nullable().default(null),
});
export type Milestone = z.infer<typeof Milestone>;
