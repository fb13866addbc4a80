import { formatDate, type PlainDate } from "../calendar/plain-date.ts";
import { describePeriod } from "./describe-period.ts";
import { formatPair } from "./format-value.ts";
import type { Direction, Observation, Unit } from "./measure-facts.ts";

export type TargetVerdict = "met" | "not-met" | "no-figure";

/** How a target stands, and the rule by which it was judged, in plain sentences. */
export type TargetJudgement = {
	readonly verdict: TargetVerdict;
	/** "The newest period that ends by June 30, 2028 decides; the target is met at 43.0% or more." */
	readonly rule: string;
	/** "12 months ending September 30, 2024: 41.2%, not met so far." */
	readonly finding: string;
	/** The figure that decided. */
	readonly observation: Observation | undefined;
};

type Target = { readonly value: number | null; readonly by: PlainDate | null };

/** Differences below this are noise of number formats, not of performance. */
const noise = 1e-9;

/**
 * Holds the figures of a measure against a target: the newest period that ends by the day of the target decides, on the unrounded
 * figure, in the direction that the measure says is better. Only observed figures of the place against its own target: national
 * performance plays no part. Undefined for a target without a value.
 */
export function judgeTarget(
	target: Target,
	measure: { readonly unit: Unit; readonly direction: Direction },
	observations: readonly Observation[],
): TargetJudgement | undefined {
	if (target.value === null) return undefined;
	const { by } = target;
	const side = measure.direction === "up" ? "or more" : "or less";
	const decides = by ? `The newest period that ends by ${formatDate(by)} decides` : "The newest period decides";
	const observation = observations
		.filter(({ periodEnd }) => by === null || periodEnd <= by)
		.reduce<Observation | undefined>(
			(newest, each) => (newest && newest.periodEnd >= each.periodEnd ? newest : each),
			undefined,
		);
	const distance = observation ? (observation.value - target.value) * (measure.direction === "up" ? 1 : -1) : 0;
	const value = observation && Math.abs(distance) >= noise ? observation.value : target.value;
	const shown = formatPair(value, target.value, measure.unit);
	const rule = `${decides}; the target is met at ${shown.standard} ${side}.`;
	if (!observation) return { verdict: "no-figure", rule, finding: "No figure of such a period yet.", observation };
	const verdict = distance >= -noise ? "met" : "not-met";
	const isEarly = by !== null && observation.periodEnd < by;
	const words = verdict === "met" ? "met" : isEarly ? "not met so far" : "not met";
	const period = describePeriod(observation.periodStart, observation.periodEnd);
	return { verdict, rule, finding: `${period}: ${shown.value}, ${words}.`, observation };
}
