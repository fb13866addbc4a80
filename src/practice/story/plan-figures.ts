import { addMonths, type PlainDate } from "../../domain/calendar/plain-date.ts";
import { describePeriod } from "../../domain/measure/describe-period.ts";
import { formatValue } from "../../domain/measure/format-value.ts";
import type { Observation } from "../../domain/measure/measure-facts.ts";
import type { OutcomeSeries } from "../../operations/outcomes.ts";
import type { PersonKey } from "../data/people.ts";
import type { CountyKey } from "../data/places.ts";
import type { TargetText } from "../plan-text.ts";
import type { Desk } from "./session.ts";

/** What a writer sees of one indicator: the figure of the plan's quarter, the one a year before, and the standard. */
export type FigureAtHand = {
	readonly series: OutcomeSeries;
	readonly figure: Observation;
	readonly earlier: Observation | undefined;
};

/** The figure of one indicator for the plan's quarter, as the writer sees it; undefined when there is none. */
export async function findFigure(
	desk: Desk,
	who: PersonKey,
	place: { readonly county: CountyKey; readonly code: string; readonly quarter: PlainDate },
): Promise<FigureAtHand | undefined> {
	const [series] = await desk.readFigures(who, place.county, place.code);
	const figure = series?.observations.find((each) => each.periodEnd === place.quarter);
	if (!series || !figure) return undefined;
	const yearBefore = addMonths(place.quarter, -12);
	const earlier = series.observations.find((each) => each.periodEnd.slice(0, 7) === yearBefore.slice(0, 7));
	return { series, figure, earlier };
}

/** The newest quarter for which the county has figures when the writer looks. */
export async function findNewestQuarter(desk: Desk, who: PersonKey, county: CountyKey): Promise<PlainDate> {
	const newest = (await desk.readFigures(who, county))
		.map((series) => series.latest.periodEnd)
		.sort()
		.at(-1);
	if (!newest) throw new Error(`${county} has no figures yet.`);
	return newest;
}

/** Fills the places of a text that stand for figures. Throws when there is no figure for one of them. */
export function fillFigures(text: string, atHand: FigureAtHand | undefined): string {
	return text.replace(/\{(\w+)\}/gu, (_, word: string) => {
		const filled = atHand && wordsFor(word, atHand);
		if (filled === undefined) throw new Error(`There is no figure for {${word}} in: ${text.slice(0, 80)}`);
		return filled;
	});
}

function wordsFor(word: string, { series, figure, earlier }: FigureAtHand): string | undefined {
	const unit = series.indicator.unit ?? "percent";
	const percent = (value: number) => formatValue(value, unit, unit === "percent" && value < 1 ? 2 : 1);
	const standard = series.indicator.standard?.value;
	switch (word) {
		case "value":
			return percent(figure.value);
		case "earlier":
			return earlier && percent(earlier.value);
		case "standard":
			return standard === undefined ? undefined : percent(standard);
		case "period":
			return describePeriod(figure.periodStart, figure.periodEnd);
		case "count":
			return figure.numerator === null || figure.denominator === null
				? undefined
				: `${formatValue(figure.numerator, "count")} of ${formatValue(figure.denominator, "count")}`;
		default:
			return undefined;
	}
}

/** Where a goal is to go: to the standard, or better than the figure by a share of it, as people would write the number. */
export function targetValue({ to }: TargetText, { series, figure }: FigureAtHand): number {
	const { standard, desiredDirection, code } = series.indicator;
	if (to === "standard") {
		if (!standard) throw new Error(`${code} has no standard to aim at.`);
		return standard.value;
	}
	const factor = desiredDirection === "down" ? 1 - to.better : 1 + to.better;
	return Math.min(100, Math.round(figure.value * factor * 10) / 10);
}
