import { renderTrendFigure, type TrendFigure } from "../documents/figures/render-trend-figure.ts";
import { type PlainDate, partsOf } from "../domain/calendar/plain-date.ts";
import { findStandardOn } from "../domain/measure/find-standard-on.ts";
import { unitWords } from "../domain/measure/format-value.ts";
import { maskFigure, type Shown } from "../domain/measure/masking.ts";
import type { Direction, Observation, Unit } from "../domain/measure/measure-facts.ts";
import { standardKindWords } from "../domain/measure/standard.ts";
import { findIndicator } from "../frameworks/ca-indicators/catalogue.ts";

/** What a trend is drawn of: one indicator of one vintage, and the target that a plan sets for it. */
export type TrendRequest = {
	readonly title: string;
	readonly indicator: string;
	readonly vintage: string;
	readonly unit: Unit;
	readonly direction: Direction;
	readonly observations: readonly Observation[];
	/** For papers and everything that leaves the agency: figures that rest on small counts are left out. */
	readonly masked?: boolean;
	readonly target?: { readonly value: number; readonly by: PlainDate } | undefined;
};

/** Draws the trend of an indicator with its standard. National performance is shown but never judged by (invariant 9). */
export function drawTrend(request: TrendRequest): Promise<TrendFigure> {
	const latest = request.observations.at(-1);
	const standards = findIndicator(request.vintage, request.indicator)?.standards ?? [];
	const standard = latest && findStandardOn(standards, latest.periodEnd);
	return renderTrendFigure({
		title: request.title,
		unit: request.unit === "percent" ? "%" : unitWords[request.unit],
		direction: request.direction,
		points: request.observations.map((each) => trendPoint(each, request)),
		standard: standard
			? {
					value: standard.value,
					label: capitalize(standardKindWords[standard.kind]),
					judged: standard.kind !== "national-performance",
				}
			: null,
		...(request.target ? { target: { ...request.target, label: quarterLabel(request.target.by) } } : {}),
	});
}

function trendPoint(each: Observation, { masked, unit }: TrendRequest) {
	const point = { periodEnd: each.periodEnd, label: quarterLabel(each.periodEnd) };
	if (masked) {
		const { value, numerator, denominator } = maskFigure(each, unit);
		if (value.masked) return { ...point, value: null, absence: "masked" as const };
		return { ...point, value: value.value, numerator: shown(numerator), denominator: shown(denominator) };
	}
	return {
		...point,
		value: each.value,
		numerator: each.numerator ?? undefined,
		denominator: each.denominator ?? undefined,
	};
}

function shown(count: Shown | null): number | undefined {
	return count && !count.masked ? count.value : undefined;
}

/** "Jun 2026": short enough for an axis. */
function quarterLabel(date: PlainDate): string {
	const { year, month } = partsOf(date);
	return `${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1]} ${year}`;
}

function capitalize(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
