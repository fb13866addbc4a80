import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";
import { MilestoneStatus } from "../plan/plan-facts.ts";
import { ClockEventKind, PipType, WorkTrack } from "./pip-rules.ts";

// What a Program Improvement Plan has beside the plan graph. Its goals, strategies and key activities are those of the graph.

const code = z.string().min(1).max(40);
const ofDocument = { jurisdictionId: z.uuid(), documentId: z.uuid() };
const share = z.number().min(0, "A share is 0 to 1.").max(1, "A share is 0 to 1.").nullable();

/** What a review found that a PIP must answer: the outcomes and systemic factors not in conformity, and their items. */
export const Determination = z.object({
	...ofDocument,
	/** "Child and Family Services Review, Round 4, onsite review of 2025". */
	review: z.string().trim().min(1, "Say which review it was.").max(300),
	issuedOn: PlainDate.nullable(),
	/** Codes in the edition's catalogue of areas. */
	areas: z.array(code).max(40),
	/** Items and indicators that were found to need improvement. */
	items: z.array(code).max(60),
	note: z.string().max(4000),
});
export type Determination = z.infer<typeof Determination>;

/** What was agreed for the PIP: how often it reports and in what form, and how long is measured after implementation. */
export const PlanTerms = z.object({
	...ofDocument,
	reportEveryMonths: z.number().int().min(1).max(12),
	reportFormat: z.string().max(500),
	nonOverlapMonths: z.number().int().min(0).max(24),
});
export type PlanTerms = z.infer<typeof PlanTerms>;

/** Something that moves a clock of the PIP. */
export const ClockEventFact = z.object({
	...ofDocument,
	eventKind: ClockEventKind,
	on: PlainDate,
	/** Of an extension. */
	months: z.number().int().min(1).max(24).nullable(),
	reason: z.string().max(2000),
});
export type ClockEventFact = z.infer<typeof ClockEventFact>;

/** A step of the work plan on one of its three tracks. */
export const WorkStep = z.object({
	...ofDocument,
	track: WorkTrack,
	label: z.string().trim().min(1, "Say what the step is.").max(300),
	dueOn: PlainDate.nullable(),
	assignedTo: z.string().max(200),
	doneOn: PlainDate.nullable(),
	/** What came of it: who took part, what they said, where it is kept. */
	note: z.string().max(4000),
});
export type WorkStep = z.infer<typeof WorkStep>;

/** Which outcomes, systemic factors, items and indicators a goal must address in this document. */
export const GoalAddress = z.object({
	...ofDocument,
	goalId: z.uuid(),
	codes: z.array(code).max(40),
});
export type GoalAddress = z.infer<typeof GoalAddress>;

export const MeasurementMethod = z.enum(["sampling-error", "indicator-factor", "negotiated"]);
export type MeasurementMethod = z.infer<typeof MeasurementMethod>;

export const measurementMethodLabels: Readonly<Record<MeasurementMethod, string>> = {
	"sampling-error": "Case review item: baseline and sampling error",
	"indicator-factor": "Statewide data indicator: observed baseline and improvement factor",
	negotiated: "Another measure, with a goal that was negotiated",
};

/**
 * A line of the measurement plan: how the goal of an objective is worked out. Baseline and goal themselves are the objective's
 * baseline and target, so that every document that uses the goal shows the same.
 */
export const MeasurementItem = z.object({
	...ofDocument,
	goalId: z.uuid(),
	objectiveId: z.uuid(),
	/** The kind of PIP to whose set of measures it belongs. */
	pipType: PipType,
	subjectKind: z.enum(["item", "indicator", "other"]),
	code: z.string().max(40),
	label: z.string().trim().min(1, "Say what is measured.").max(300),
	method: MeasurementMethod,
	better: z.enum(["higher", "lower"]),
	/** Months of the baseline that lie within the PIP's implementation. */
	overlapMonths: z.number().int().min(0).max(36),
	/** Of an indicator, from resampling of its three most recent years, observed. In the unit of the baseline. */
	mean: z.number().nullable(),
	deviation: z.number().min(0).nullable(),
	floor: z.number().positive().nullable(),
	cap: z.number().positive().nullable(),
	/** Of the baseline: shares of cases from the largest metropolitan area, and of foster care cases. */
	metroShare: share,
	fosterShare: share,
	/** While there is no baseline: when it will be there. */
	baselineDueOn: PlainDate.nullable(),
	note: z.string().max(2000),
});
export type MeasurementItem = z.infer<typeof MeasurementItem>;

/** What was found for a line of the measurement plan in one period. */
export const MeasurementResult = z.object({
	...ofDocument,
	itemId: z.uuid(),
	periodStart: PlainDate,
	periodEnd: PlainDate,
	numerator: z.number().int().min(0).nullable(),
	denominator: z.number().int().min(1).nullable(),
	/** In the unit of the goal, where there are no counts. */
	value: z.number().nullable(),
	metroShare: share,
	fosterShare: share,
	sameMethod: z.boolean(),
	accepted: z.boolean(),
	note: z.string().max(2000),
});
export type MeasurementResult = z.infer<typeof MeasurementResult>;

/** A ratio of one month, always with both parts (INT-11). */
export const MonthlyRatio = z.object({
	...ofDocument,
	code,
	/** The first day of the month. */
	month: PlainDate.refine((day) => day.endsWith("-01"), {
		message: "Give the first day of the month, for example 2026-06-01.",
	}),
	numerator: z.number().int().min(0),
	denominator: z.number().int().min(1, "There must be at least 1, or there is no ratio."),
	source: z.string().trim().min(1, "Say where the numbers are from.").max(500),
});
export type MonthlyRatio = z.infer<typeof MonthlyRatio>;

/** What can be added to a PIP in force, or taken out, as a whole. */
export const WholePartKind = z.enum(["goal", "strategy", "milestone"]);
export type WholePartKind = z.infer<typeof WholePartKind>;

/**
 * A part that a renegotiation adds or takes out, with all that stands below it: as it was asked for, or as it stood on the day on which it
 * was taken out. It stays readable with its agreement.
 */
export const RenegotiatedPart = z.object({
	...ofDocument,
	renegotiationId: z.uuid(),
	/** Its place in the list of the renegotiation. */
	position: z.number().int().min(1),
	partKind: z.enum([...WholePartKind.options, "measure"]),
	partId: z.uuid(),
	/** Null for a goal. */
	parentId: z.uuid().nullable(),
	/** Its position in the plan: what comes after it keeps its number. */
	place: z.number().int().min(0),
	/** Empty while it is only asked for. */
	number: z.string().max(20),
	statement: z.string().max(4000),
	rationale: z.string().max(8000),
	/** Of a goal: what it addresses. */
	codes: z.array(code).max(40),
	dueOn: PlainDate.nullable(),
	assignedTitle: z.string().max(200),
	/** Of a key activity: how it stood. */
	status: MilestoneStatus.nullable(),
	completedOn: PlainDate.nullable(),
	proof: z.string().max(4000),
	/** Of a key activity why it was late; of a measure how it stood. */
	explanation: z.string().max(2000),
});
export type RenegotiatedPart = z.infer<typeof RenegotiatedPart>;

/** Such a part without what ties it to its agreement. */
export const WholePart = RenegotiatedPart.omit({
	...{ jurisdictionId: true, documentId: true, renegotiationId: true, position: true },
});
export type WholePart = z.infer<typeof WholePart>;
