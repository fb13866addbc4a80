import { z } from "zod";
import { PlainDate } from "../calendar/plain-date.ts";

/** The seven statewide data indicators that a State's data profile has a federal result for. */
export const FederalIndicator = z.enum(["S1", "S2", "P1", "P2", "P3", "P4", "P5"]);
export type FederalIndicator = z.infer<typeof FederalIndicator>;

/** Rounds with national performance. That of round 3 was published twice: corrected in 2015, revised from 2018 on. */
export const FederalRound = z.enum(["round-4", "round-3-revised", "round-3-corrected"]);
export type FederalRound = z.infer<typeof FederalRound>;

/** How a State stands to national performance, by its risk-standardized interval. */
export const FederalStatus = z.enum(["better", "no-different", "worse", "not-calculated"]);
export type FederalStatus = z.infer<typeof FederalStatus>;

/**
 * One result of a State's data profile: observed performance, and risk-standardized performance with its interval, as the Children's
 * Bureau published them. Percentages are 45.8 for 45.8 percent. Only the interval is ever held against national performance.
 */
export const FederalResult = z.object({
	jurisdictionId: z.uuid(),
	round: FederalRound,
	indicator: FederalIndicator,
	/** As profiles print it: "23A23B", "23AB_FY23" (S1), "FY23-24" (S2). */
	period: z.string().min(1).max(20),
	periodStart: PlainDate,
	periodEnd: PlainDate,
	/** Year and month in which the profile was released: "2025-08". */
	profile: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
	denominator: z.number().min(0).nullable(),
	numerator: z.number().min(0).nullable(),
	observed: z.number().min(0).nullable(),
	riskStandardized: z.number().min(0).nullable(),
	lower: z.number().min(0).nullable(),
	upper: z.number().min(0).nullable(),
	/** By the rule of section 2.2 from the interval. */
	status: FederalStatus,
	/** The status that the file itself gave; null where it gave none. */
	publishedStatus: FederalStatus.nullable(),
	/** Why it was not calculated; "" otherwise. */
	reason: z.string().max(300),
	/** The file that it was read from. */
	fileId: z.uuid(),
	fileName: z.string().min(1).max(255),
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FederalResult = z.infer<typeof FederalResult>;
