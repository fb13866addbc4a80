import type { PacketFigure } from "../documents/planning/meeting-packet.ts";
import { describePeriod } from "../domain/measure/describe-period.ts";
import { formatValue } from "../domain/measure/format-value.ts";
import { maskedMark, maskFigure, type Shown } from "../domain/measure/masking.ts";
import { isRateUnit, rate } from "../domain/measure/rate.ts";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { mainSeries, type OutcomeSeries, seriesOf } from "./outcomes.ts";
import type { Stores } from "./ports.ts";

/** The newest result of each indicator of the State's data profile. */
export async function yearlyResults(stores: Stores, stateId: string): Promise<readonly PacketFigure[]> {
	const results = await stores.facts.list("federal-result", { jurisdictionId: stateId });
	const newest = new Map<string, Fact<"federal-result">>();
	for (const each of results) {
		const known = newest.get(each.indicator);
		if (!known || (each.periodEnd + each.profile).localeCompare(known.periodEnd + known.profile) > 0) {
			newest.set(each.indicator, each);
		}
	}
	return [...newest.values()]
		.sort((a, b) => a.indicator.localeCompare(b.indicator, "en", { numeric: true }))
		.map(({ indicator, period, observed, numerator, denominator, profile }) => ({
			...{ name: indicator, period, from: `State data profile ${profile}` },
			value: observed === null ? "" : String(observed),
			count: numerator === null || denominator === null ? "" : `${numerator} of ${denominator}`,
		}));
}

/**
 * The newest figure of each indicator for the whole State: the counties' numerators and denominators of one period added up, never
 * their percentages. Counties without a figure of that period are told.
 */
export async function newestFigures(
	stores: Stores,
	places: readonly Fact<"jurisdiction">[],
): Promise<readonly PacketFigure[]> {
	const counties = places.filter(({ kind }) => kind === "county");
	const observations = await stores.figures.list({ jurisdictionIds: counties.map(({ id }) => id), newestOnly: true });
	const groups = new Map<string, OutcomeSeries[]>();
	for (const series of mainSeries(seriesOf(observations))) {
		const key = `${series.indicator.vintage}|${series.indicator.code}`;
		groups.set(key, [...(groups.get(key) ?? []), series]);
	}
	return [...groups.values()].flatMap((group) => {
		const end = group
			.map(({ latest }) => latest.periodEnd)
			.sort()
			.at(-1);
		const same = group.filter(({ latest }) => latest.periodEnd === end);
		const [first] = same;
		const unit = first?.indicator.unit;
		if (!first || !unit) return [];
		const numerator = sum(same.map(({ latest }) => latest.numerator));
		const denominator = sum(same.map(({ latest }) => latest.denominator));
		if (numerator === null || denominator === null) return [];
		// Medians and counts cannot be added up to a rate; what was withheld in one county would show in a sum.
		if (!isRateUnit(unit) || same.some(({ latest }) => (latest.withheld ?? "nothing") !== "nothing")) return [];
		const value = rate(numerator, denominator, unit);
		if (value === null) return [];
		const shown = maskFigure({ numerator, denominator, value }, unit);
		const words = (each: Shown | null) =>
			each === null ? "" : each.masked ? maskedMark : formatValue(each.value, "count");
		return [
			{
				name: `${first.indicator.code} ${first.indicator.label}`,
				period: describePeriod(first.latest.periodStart, first.latest.periodEnd),
				value: shown.value.masked ? maskedMark : formatValue(shown.value.value, unit),
				count: `${words(shown.numerator)} of ${words(shown.denominator)}`,
				from: `${same.length} of ${counties.length} counties`,
			},
		];
	});
}

function sum(numbers: readonly (number | null)[]): number | null {
	return numbers.reduce<number | null>((all, each) => (all === null || each === null ? null : all + each), 0);
}
