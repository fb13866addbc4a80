import { z } from "zod";

const text = z.string().trim().min(1);
const count = z.number().int().min(0);
const code = z.string().min(1).max(40);

/** What led to a PIP, and with it which rules hold. */
export const PipType = z.enum(["traditional", "home-for-every-child", "title-iv-e", "voluntary"]);
export type PipType = z.infer<typeof PipType>;

export const pipTypeLabels: Readonly<Record<PipType, string>> = {
	traditional: "Child and Family Services Review: traditional",
	"home-for-every-child": "Child and Family Services Review: A Home for Every Child pilot",
	"title-iv-e": "Title IV-E foster care eligibility review",
	voluntary: "Voluntary",
};

/** What moves the clocks of a PIP. */
export const ClockEventKind = z.enum([
	"notice-received",
	"documentation-filed",
	"submitted",
	"not-approved",
	"approved",
	"stopped",
	"resumed",
	"extension-asked",
	"extension-granted",
	"implementation-ended",
	"completed",
]);
export type ClockEventKind = z.infer<typeof ClockEventKind>;

/** How long each clock of a PIP runs. */
export const PipClockRules = z.strictObject({
	/** Calendar days from the receipt of the notice; null where nothing is to be submitted by a day. */
	submitDays: count.nullable(),
	/** More days where additional documentation is filed; 0 = none. */
	documentationDays: count,
	resubmitDays: count,
	/** The federal agency approves it before it is in force. */
	approval: z.boolean(),
	/** The longest time of implementation from approval on; null = none set. */
	limitMonths: count.nullable(),
	/** From the first approval on, with all extensions. */
	absoluteMonths: count.nullable(),
	extension: z.strictObject({ maxMonths: count, askAheadDays: count.nullable() }).nullable(),
	source: text,
	/** What is read into the source, in plain words. */
	note: text,
});
export type PipClockRules = z.infer<typeof PipClockRules>;

/** How the goal of a case review item is worked out and when it is reached. */
export const ItemGoalRules = z.strictObject({
	z: z.number().positive(),
	overlap: z.strictObject({ maxMonths: count, divisorMonths: z.number().int().min(1) }),
	/** From which baseline on no more is asked. */
	noIncreaseFrom: z.strictObject({
		safety: z.number().min(0).max(1).nullable(),
		other: z.number().min(0).max(1).nullable(),
	}),
	safetyItems: z.array(code),
	/** What a period must have to count. `tolerance` in shares: 0.05 = 5 points. */
	period: z.strictObject({ months: count, tolerance: z.number().min(0).max(1) }),
	source: text,
	note: text,
});
export type ItemGoalRules = z.infer<typeof ItemGoalRules>;

/** How the goal of a statewide data indicator is worked out. */
export const IndicatorGoalRules = z.strictObject({
	/** Standard deviations from the grand mean. */
	deviations: z.number().positive(),
	/** Indicators that guard each other. */
	companions: z.array(z.tuple([code, code])),
	source: text,
	note: text,
});
export type IndicatorGoalRules = z.infer<typeof IndicatorGoalRules>;

/** An area that a review finds in conformity or not: an outcome or a systemic factor, or an area of eligibility. */
export const ConformityArea = z.strictObject({
	code,
	kind: z.enum(["outcome", "systemic-factor", "eligibility"]),
	label: text,
	items: z.array(z.strictObject({ code, label: text })),
	indicators: z.array(z.strictObject({ code, label: text, better: z.enum(["higher", "lower"]) })),
});
export type ConformityArea = z.infer<typeof ConformityArea>;

/** A step of the work plan that every PIP has, counted back from the day on which it is due. */
export const WorkTrack = z.enum(["engagement", "response", "submission"]);
export type WorkTrack = z.infer<typeof WorkTrack>;

export const trackLabels: Readonly<Record<WorkTrack, string>> = {
	engagement: "Engagement",
	response: "Responses to the areas needing improvement",
	submission: "Timely submission",
};

/** What one kind of PIP asks beyond the sections of its paper. */
export const PipRules = z.strictObject({
	type: PipType,
	clock: PipClockRules,
	/** What the report calls how a key activity stands. */
	statuses: z.strictObject({
		"not-started": text,
		"in-progress": text,
		completed: text,
		delayed: text,
		dropped: text,
	}),
	/** Every so many months a progress report, unless fewer are agreed. */
	reports: z.strictObject({
		everyMonths: z.number().int().min(1).max(12),
		agreedMonths: z.array(z.number().int().min(1).max(12)).min(1),
		source: text,
	}),
	/** Months after implementation in which only is measured. */
	nonOverlapMonths: z.strictObject({ usual: count, source: text }),
	areas: z.array(ConformityArea),
	items: ItemGoalRules.nullable(),
	indicators: IndicatorGoalRules.nullable(),
	/** Series kept month by month, with both parts. */
	monthly: z.array(
		z.strictObject({
			code,
			label: text,
			numerator: text,
			denominator: text,
			goal: z.number().positive().nullable(),
			note: text,
		}),
	),
	/** The three tracks of the work plan and what is usually on them. */
	workPlan: z.array(
		z.strictObject({ track: WorkTrack, label: text, daysBefore: count, assignedTo: text, source: text }),
	),
	/** The States' other plans that the goals must be in too, by framework (INT-02). */
	incorporatedIn: z.strictObject({ framework: text, plan: text, source: text }),
});
export type PipRules = z.infer<typeof PipRules>;
