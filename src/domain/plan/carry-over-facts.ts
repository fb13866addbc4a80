import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

/** What a yearly paper says of a part that it carries over. Until somebody has touched it, it says so. */
export const CarriedStanding = z.enum(["not-looked-at", "continues", "changed", "done"]);
export type CarriedStanding = z.infer<typeof CarriedStanding>;

/** The kinds of parts that a yearly paper carries over. */
export const CarriedKind = z.enum(["goal", "objective", "strategy", "milestone"]);
export type CarriedKind = z.infer<typeof CarriedKind>;

/** How a goal stands at the end of its plan. */
export const GoalClosing = z.enum(["achieved", "partly-carried", "not-carried", "dropped"]);
export type GoalClosing = z.infer<typeof GoalClosing>;

export const goalClosingLabels: Readonly<Record<GoalClosing, string>> = {
	achieved: "Achieved",
	"partly-carried": "Partly achieved, carried on",
	"not-carried": "Not achieved, carried on",
	dropped: "Dropped",
};

/** Does a goal that was closed so go on in the next plan? */
export function goesOn(closing: GoalClosing): boolean {
	return closing === "partly-carried" || closing === "not-carried";
}

/** A part of the plan in force, carried over into a yearly paper by reference: the part itself is held once. */
export const CarriedPart = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	partKind: CarriedKind,
	partId: z.uuid(),
	standing: CarriedStanding,
	/** What was achieved since the last paper. */
	progress: z.string().max(8000),
	/** In the report at the end of a plan: how a goal was closed. */
	closing: GoalClosing.nullable().default(null),
	/** Why it was dropped, or what is carried on and how. */
	closingReason: z.string().max(4000).default(""),
});
export type CarriedPart = z.infer<typeof CarriedPart>;

/** What can be negotiated anew in a plan in force. */
export const AmendedField = z.enum(["statement", "dueOn", "value", "by"]);
export type AmendedField = z.infer<typeof AmendedField>;

/** A goal, or what serves it, was negotiated anew: what it said, what it says now, why, and who agreed. */
export const Amendment = z.object({
	jurisdictionId: z.uuid(),
	documentId: z.uuid(),
	partKind: z.enum(["goal", "objective", "strategy", "milestone", "target"]),
	partId: z.uuid(),
	field: AmendedField,
	before: z.string().max(4000),
	after: z.string().min(1).max(4000),
	reason: z.string().trim().min(1).max(2000),
	/** What has changed around it, if that is why (42 USC 629b(a)(2)(C)(i)). */
	circumstance: z.string().trim().max(2000).default(""),
	/** Who agreed, of the county and of the authority. */
	agreedBy: z.string().trim().min(1).max(500),
	agreedOn: PlainDate,
});
export type Amendment = z.infer<typeof Amendment>;
