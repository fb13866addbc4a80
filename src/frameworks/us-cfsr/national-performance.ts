import type { FederalIndicator, FederalRound } from "../../domain/measure/federal-result.ts";
import {
	type NationalPerformance,
	type NationalPerformanceSet,
	NationalPerformanceSet as SetSchema,
} from "../../domain/measure/national-performance.ts";
import corrected from "./round-3/national-performance-corrected.json" with { type: "json" };
import revised from "./round-3/national-performance-revised.json" with { type: "json" };
import round4 from "./round-4/national-performance.json" with { type: "json" };

/** National performance of every round that has it, the newest first. Locked by version and checksum. */
export const nationalPerformance: readonly NationalPerformanceSet[] = [round4, revised, corrected].map((file) =>
	SetSchema.parse(file),
);

/** National performance of a round. Throws a `RangeError` for a round that has none. */
export function getNationalPerformance(round: FederalRound): NationalPerformanceSet {
	const found = nationalPerformance.find((each) => each.round === round);
	if (!found) throw new RangeError(`There is no national performance of ${round}.`);
	return found;
}

/** National performance on one indicator in a round. Throws a `RangeError` when there is none. */
export function getNationalPerformanceOn(round: FederalRound, indicator: FederalIndicator): NationalPerformance {
	const found = getNationalPerformance(round).indicators.find(({ code }) => code === indicator);
	if (!found) throw new RangeError(`There is no national performance on ${indicator} in ${round}.`);
	return found;
}
