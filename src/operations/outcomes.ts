import { findStandardOn } from "../domain/measure/find-standard-on.ts";
import type { Indicator } from "../domain/measure/indicator.ts";
import { type Judgement, judge } from "../domain/measure/judgement.ts";
import type { Observation, PopulationGroup } from "../domain/measure/measure-facts.ts";
import { findIndicator } from "../frameworks/ca-indicators/catalogue.ts";

/** One indicator in one jurisdiction for one group: its figures, oldest first, and how the latest stands. */
export type OutcomeSeries = {
	readonly jurisdictionId: string;
	readonly indicator: Indicator;
	readonly populationGroup: PopulationGroup;
	readonly observations: readonly Observation[];
	readonly latest: Observation;
	readonly judgement: Judgement;
};

/** Groups observations into series, in the catalogue's order of codes. Figures of unknown indicators are left out. */
export function seriesOf(observations: readonly Observation[]): readonly OutcomeSeries[] {
	const groups = new Map<string, Observation[]>();
	for (const each of observations) {
		const key = [each.jurisdictionId, each.vintage, each.indicator, each.populationGroup].join("|");
		const group = groups.get(key);
		if (group) group.push(each);
		else groups.set(key, [each]);
	}
	return [...groups.values()]
		.flatMap((group) => {
			const sorted = group.sort((a, b) => a.periodEnd.localeCompare(b.periodEnd));
			const latest = sorted.at(-1);
			const indicator = latest && findIndicator(latest.vintage, latest.indicator);
			if (!latest || !indicator) return [];
			return [
				{
					jurisdictionId: latest.jurisdictionId,
					indicator,
					populationGroup: latest.populationGroup,
					observations: sorted,
					latest,
					judgement: judgeLatest(indicator, latest),
				},
			];
		})
		.sort((a, b) => codeOrder.compare(a.indicator.code, b.indicator.code));
}

/** Made once: a State's counties have thousands of series to put in order. */
const codeOrder = new Intl.Collator("en", { numeric: true });

const groupOrder: readonly PopulationGroup[] = ["all", "child-welfare", "probation"];

/** Series of one indicator, all children first. */
export function byGroup(a: OutcomeSeries, b: OutcomeSeries): number {
	return groupOrder.indexOf(a.populationGroup) - groupOrder.indexOf(b.populationGroup);
}

/** One series for each place and indicator: all children where there are figures for them, else the first group. */
export function mainSeries(series: readonly OutcomeSeries[]): readonly OutcomeSeries[] {
	const main = new Map<string, OutcomeSeries>();
	for (const each of series) {
		const key = [each.jurisdictionId, each.indicator.vintage, each.indicator.code].join("|");
		const known = main.get(key);
		if (!known || byGroup(each, known) < 0) main.set(key, each);
	}
	return [...main.values()];
}

function judgeLatest(indicator: Indicator, latest: Observation): Judgement {
	if (!indicator.unit) return { verdict: "not-comparable", reason: "The unit of this indicator is not known." };
	return judge(
		latest,
		{ unit: indicator.unit, direction: indicator.desiredDirection },
		findStandardOn(indicator.standards, latest.periodEnd) ?? null,
	);
}
