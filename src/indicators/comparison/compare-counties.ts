import { type IntervalJudgement, judgeInterval } from "../../domain/measure/judge-interval.ts";
import { getNationalPerformanceOn } from "../../frameworks/us-cfsr/national-performance.ts";
import { type IndicatorId, measureKinds, observedScale } from "../engine/indicator.ts";
import type { RiskCell } from "../engine/risk-cells.ts";
import { fitMixedModel } from "../risk-adjustment/fit-mixed-model.ts";
import type { GroupEffect, MixedModelData, MixedModelFit, ModelRow } from "../risk-adjustment/mixed-model.ts";
import { familyValues } from "../risk-adjustment/model-family.ts";
import { type AgeRange, ageRangeWords, joinAges } from "./join-ages.ts";

/** A county with fewer children than this is not judged. It stays in the fit. */
export const fewestChildren = 30;

/** With fewer counties than this how much counties differ cannot be told. */
export const fewestCounties = 5;

/** Bounds of 95 percent of a normal distribution, in standard deviations. */
const boundOf95Percent = 1.959964;

/** Label of children whose county is not known: in the fit, but no county that is judged. */
const unknownCounty = "unknown";

/** A county beside its state, given the ages of its children. */
export type ComparedCounty = {
	readonly county: string;
	readonly children: number;
	readonly numerator: number;
	readonly denominator: number;
	/** As counted, in the indicator's unit. */
	readonly observed: number;
	/** Predicted over expected, times the state's rate; null for a county that is not judged. */
	readonly adjusted: number | null;
	/** Null for a county that is not judged, and where counties differ no more than chance makes them. */
	readonly lower: number | null;
	readonly upper: number | null;
	readonly judgement: IntervalJudgement | "too-few-children" | "county-not-known";
};

/** What one indicator gives when the counties of a state are compared. */
export type CountyComparison = {
	readonly indicator: IndicatorId;
	readonly status: "compared";
	/** All children of the state. */
	readonly state: {
		readonly children: number;
		readonly numerator: number;
		readonly denominator: number;
		readonly observed: number;
	};
	/** How much the counties differ beyond chance and age, on the scale of log odds or of the log rate. */
	readonly standardDeviation: number;
	/** Age categories of the fit: "0-3 mos to 2 yrs" where some had to be joined. */
	readonly ages: readonly string[];
	readonly counties: readonly ComparedCounty[];
};

export type NoComparison = {
	readonly indicator: IndicatorId;
	readonly status: "not-compared";
	/** In plain words. */
	readonly reason: string;
};

/**
 * Compares the counties of one state on one indicator by the models of risk-standardized performance, with counties in the place of
 * states: a local approximation, not federal. `cells` are all of the indicator's cells of the state; `fitModel` throws a `RangeError`
 * when it does not settle.
 */
export function compareCounties(
	indicator: IndicatorId,
	cells: readonly RiskCell[],
	fitModel: (data: MixedModelData) => MixedModelFit = fitMixedModel,
): CountyComparison | NoComparison {
	const counted = cells.filter(({ denominator }) => denominator > 0);
	const family = measureKinds[indicator] === "share" ? "binomial" : "poisson";
	const ages = joinAges(counted, family);
	const names = [...new Set(counted.map(({ county }) => county))].sort();
	const refuse = (reason: string): NoComparison => ({ indicator, status: "not-compared", reason });
	const known = names.filter((county) => county !== unknownCounty).length;
	if (known < fewestCounties) {
		return refuse(
			`Only ${known} ${known === 1 ? "county has" : "counties have"} children in it; a comparison needs at least ${fewestCounties}.`,
		);
	}
	if (ages.length === 0)
		return refuse("No child of the state differs from the others, so there is nothing to compare.");
	const data = modelData(family, names, ages, counted);
	const fit = tryToFit(data, fitModel);
	if (!fit) return refuse("The model did not settle on these counts. The other indicators are not touched by this.");
	return {
		indicator,
		status: "compared",
		state: { ...sumOf(counted), observed: observedOf(indicator, sumOf(counted)) },
		standardDeviation: fit.standardDeviation,
		ages: ages.map(ageRangeWords),
		counties: names.map((county, group) => {
			const sum = sumOf(counted.filter((each) => each.county === county));
			const rows = data.rows.filter((row) => row.group === group);
			const judged = judgeCounty(indicator, county, sum.children, {
				...{ fit, family, rows, effect: fit.groupEffects[group] ?? { mode: 0, variance: 0 } },
				stateRate: observedOf(indicator, sumOf(counted)),
			});
			return { county, ...sum, observed: observedOf(indicator, sum), ...judged };
		}),
	};
}

/** The fit, or undefined where it does not settle. */
function tryToFit(data: MixedModelData, fitModel: (data: MixedModelData) => MixedModelFit): MixedModelFit | undefined {
	try {
		const fit = fitModel(data);
		const found = [
			...fit.fixedEffects,
			fit.standardDeviation,
			...fit.groupEffects.flatMap(({ mode, variance }) => [mode, variance]),
		];
		return found.every(Number.isFinite) ? fit : undefined;
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

function modelData(
	family: MixedModelData["family"],
	names: readonly string[],
	ages: readonly AgeRange[],
	cells: readonly RiskCell[],
): MixedModelData {
	const rows = new Map<string, ModelRow>();
	for (const { county, riskAge, numerator, denominator } of cells) {
		const age = ages.findIndex(({ from, to }) => from <= riskAge && riskAge <= to);
		const known = rows.get(`${county} ${age}`);
		rows.set(`${county} ${age}`, {
			group: names.indexOf(county),
			covariates: ages.map((_, index) => (index === age ? 1 : 0)),
			numerator: numerator + (known?.numerator ?? 0),
			exposure: denominator + (known?.exposure ?? 0),
		});
	}
	return { family, groups: names.length, rows: [...rows.values()] };
}

type Sum = { readonly children: number; readonly numerator: number; readonly denominator: number };

function sumOf(cells: readonly RiskCell[]): Sum {
	const add = (field: keyof Sum) => cells.reduce((sum, each) => sum + each[field], 0);
	return { children: add("children"), numerator: add("numerator"), denominator: add("denominator") };
}

function observedOf(indicator: IndicatorId, { numerator, denominator }: Omit<Sum, "children">): number {
	return (numerator / denominator) * observedScale[indicator];
}

type Judged = Pick<ComparedCounty, "adjusted" | "lower" | "upper" | "judgement">;

/**
 * Section 2.1 with a county in the place of a state: the events that its children would have with the county's own intercept, over
 * those with the intercept of the average county, times the rate of the state. The interval moves the county's intercept by 1.96 of
 * its own standard deviations to either side; age effects and spread are held at their best values.
 */
function judgeCounty(
	indicator: IndicatorId,
	county: string,
	children: number,
	fitted: {
		readonly fit: MixedModelFit;
		readonly family: MixedModelData["family"];
		readonly rows: readonly ModelRow[];
		readonly effect: GroupEffect;
		readonly stateRate: number;
	},
): Judged {
	const { fit, effect, stateRate } = fitted;
	const nothing = { adjusted: null, lower: null, upper: null };
	if (county === unknownCounty) return { ...nothing, judgement: "county-not-known" };
	if (children < fewestChildren) return { ...nothing, judgement: "too-few-children" };
	if (fit.isSingular) return { ...nothing, adjusted: stateRate, judgement: "no-different" };
	const expected = eventsAt(fitted, 0);
	const at = (intercept: number) => (eventsAt(fitted, intercept) / expected) * stateRate;
	const reach = boundOf95Percent * Math.sqrt(effect.variance);
	const [lower, upper] = [at(effect.mode - reach), at(effect.mode + reach)];
	const { direction, decimals } = getNationalPerformanceOn("round-4", indicator);
	const judgement = judgeInterval({ lower, upper }, stateRate, { direction, decimals });
	return { adjusted: at(effect.mode), lower, upper, judgement };
}

/** The events that a county's children would have with an intercept beside the average county's. */
function eventsAt(
	{ fit, family, rows }: Pick<Parameters<typeof judgeCounty>[3], "fit" | "family" | "rows">,
	intercept: number,
): number {
	return rows.reduce((sum, row) => {
		const effect = fit.fixedEffects[row.covariates.indexOf(1)] ?? 0;
		return sum + familyValues(family, effect + intercept, row).mean;
	}, 0);
}
