import { describePeriod } from "./describe-period.ts";
import { formatPair, formatValue } from "./format-value.ts";
import { type Comparison, judge } from "./judgement.ts";
import type { Observation } from "./measure-facts.ts";
import type { Standard } from "./standard.ts";

/** One point of a trend: as much of an observation as the words need. */
export type TrendPoint = Pick<
	Observation,
	"jurisdictionId" | "indicator" | "vintage" | "populationGroup" | "periodStart" | "periodEnd" | "value"
>;

/**
 * Says in plain sentences what a trend shows: the text alternative of its chart. First and latest figure, the way it
 * moved and whether that is the desired way, highest and lowest, and how the latest stands against the standard.
 *
 * The points may come in any order. Throws a `RangeError` when they are not all of one indicator, vintage, place and
 * group: two definitions never share a line (3-P4 is an entry cohort, 4-P4 an exit cohort).
 */
export function describeTrend(
	observations: readonly TrendPoint[],
	comparison: Comparison,
	standard: Standard | null,
): string {
	const points = [...observations].sort((a, b) => compareText(a.periodEnd, b.periodEnd));
	const [first, latest] = [points[0], points.at(-1)];
	if (!first || !latest) return "No figures have been loaded.";
	refuseMixed(points);
	const sentences =
		points.length === 1
			? [`One figure: ${point(first, comparison)}.`, "One figure does not make a trend."]
			: [describeChange(first, latest, points.length, comparison), describeExtremes(points, comparison)];
	return [...sentences, judge(latest, comparison, standard).reason, describeStatus(standard)]
		.filter((sentence) => sentence !== "")
		.join(" ");
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

function refuseMixed(points: readonly TrendPoint[]): void {
	const lines = new Set(
		points.map((at) => JSON.stringify([at.jurisdictionId, at.indicator, at.vintage, at.populationGroup])),
	);
	if (lines.size > 1)
		throw new RangeError("A trend holds figures of one indicator, one vintage, one place and one group; these differ.");
}

function point({ periodStart, periodEnd, value }: TrendPoint, { unit }: Comparison): string {
	return `${formatValue(value, unit)} (${describePeriod(periodStart, periodEnd)})`;
}

function describeChange(first: TrendPoint, latest: TrendPoint, count: number, comparison: Comparison): string {
	const { unit, direction } = comparison;
	if (formatValue(first.value, unit) === formatValue(latest.value, unit))
		return `Over ${count} periods the figure began and ended at the same level: ${point(first, comparison)}, then ${point(latest, comparison)}.`;
	const rose = latest.value > first.value;
	const wanted = direction === null ? "" : `, ${rose === (direction === "up") ? "the" : "not the"} desired direction`;
	return `Over ${count} periods the figure ${rose ? "rose" : "fell"} from ${point(first, comparison)} to ${point(latest, comparison)}${wanted}.`;
}

function describeExtremes(points: readonly TrendPoint[], comparison: Comparison): string {
	const inside = points.slice(1, -1);
	const ends = [points[0], points.at(-1)].flatMap((end) => (end ? [end.value] : []));
	const highest = inside.reduce<TrendPoint | undefined>(
		(best, at) => (!best || at.value > best.value ? at : best),
		undefined,
	);
	const lowest = inside.reduce<TrendPoint | undefined>(
		(best, at) => (!best || at.value < best.value ? at : best),
		undefined,
	);
	const between = [
		highest && highest.value > Math.max(...ends) ? `as high as ${point(highest, comparison)}` : "",
		lowest && lowest.value < Math.min(...ends) ? `as low as ${point(lowest, comparison)}` : "",
	].filter((part) => part !== "");
	return between.length === 0 ? "" : `In between it was ${between.join(" and ")}.`;
}

function describeStatus(standard: Standard | null): string {
	if (!standard || standard.status === "confirmed" || standard.kind === "national-performance") return "";
	const { standard: value } = formatPair(standard.value, standard.value, standard.unit);
	return `The standard of ${value} is not yet confirmed in a published source.`;
}
