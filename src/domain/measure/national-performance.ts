import { z } from "zod";
import { FederalIndicator, FederalRound } from "./federal-result.ts";
import { Direction, Unit } from "./measure-facts.ts";
import { FactStatus } from "./standard.ts";

/**
 * National performance on one statewide data indicator: fixed for its round, never worked out anew from later data. It is what the
 * risk-standardized interval of a State is held against, and nothing else (indicators, section 1.1).
 */
export const NationalPerformance = z.object({
	code: FederalIndicator,
	label: z.string().min(1),
	/** Other names of the indicator in data profiles. */
	aliases: z.array(z.string()),
	unit: Unit.extract(["percent", "per-1000-days", "per-100000-days"]),
	/** With how many decimals the federal profile shows values: one for percent, two for rates. */
	decimals: z.int().min(0).max(4),
	/** The direction that is better. */
	direction: Direction,
	value: z.number().positive(),
	/** How sure the value is. */
	status: FactStatus,
	sources: z.array(z.string()),
	/** The files behind the value, where they are known. */
	periods: z.array(z.string()),
	note: z.string(),
});
export type NationalPerformance = z.infer<typeof NationalPerformance>;

/** National performance of one round, as it was published at one time. */
export const NationalPerformanceSet = z.object({
	round: FederalRound,
	version: z.string(),
	title: z.string(),
	status: FactStatus,
	statusNote: z.string(),
	indicators: z.array(NationalPerformance),
	/** Which indicators an outcome rests on, and when it is in substantial conformity. */
	outcomes: z.array(
		z.object({
			code: z.string(),
			title: z.string(),
			indicators: z.array(FederalIndicator),
			conformity: z.string(),
			status: FactStatus,
		}),
	),
});
export type NationalPerformanceSet = z.infer<typeof NationalPerformanceSet>;
