import { decideFamily } from "../../domain/measure/masking/mask-family.ts";
import type { FamilyCell, View } from "../../domain/measure/masking/published-family.ts";
import type { Grouping } from "./groups.ts";
import { type IndicatorId, indicatorIds, measureKinds } from "./indicator.ts";
import type { QualityResult } from "./quality-checks.ts";
import type { IndicatorResults, IndicatorStatus, IndicatorValue } from "./results.ts";

/** A number that may have been masked: `masked` says that one of its parts was, and those are null. */
type Masked<Value, Parts extends keyof Value> = Omit<Value, Parts> & {
	readonly [Part in Parts]: number | null;
} & { readonly masked: boolean };

export type PublicValue = Masked<Omit<IndicatorValue, "children">, "numerator" | "denominator" | "observed">;
export type PublicQuality = Masked<QualityResult, "failed" | "of" | "percent">;

export type PublicResults = {
	readonly window: string;
	readonly results: readonly (PublicValue | IndicatorStatus)[];
	readonly quality: readonly PublicQuality[];
};

/**
 * The results as the public may see them: the total and the groups by `by` of each indicator are masked together. Of a data-quality
 * check only that nothing failed, and whether its limit is exceeded.
 */
export function publicResults({ window, results, quality }: IndicatorResults, by: readonly Grouping[]): PublicResults {
	const masks = new Map(indicatorIds.map((indicator) => [indicator, maskOf(indicator, results, by)]));
	return {
		window,
		results: results.map((result) => {
			if (!("group" in result)) return result;
			const shown = masks.get(result.indicator)?.(result.group);
			const { children: _children, ...value } = result;
			return {
				...value,
				numerator: shown?.numerator ? result.numerator : null,
				denominator: shown?.denominator ? result.denominator : null,
				observed: shown?.numerator && shown.denominator ? result.observed : null,
				masked: !(shown?.numerator && shown.denominator),
			};
		}),
		quality: quality.map(publicQuality),
	};
}

/**
 * The checks of a file count parts of the same records: 497 records with birth date and removal date, of 500, give away 3 without
 * birth date. How these parts overlap is not published, so no rule of lines that add up holds for them, and their counts are left out.
 */
function publicQuality(check: QualityResult): PublicQuality {
	const { failed, of } = check;
	return {
		...check,
		failed: failed === 0 ? 0 : null,
		of: of === 0 ? 0 : null,
		percent: failed === 0 && of > 0 ? 0 : null,
		masked: of > 0,
	};
}

function maskOf(indicator: IndicatorId, results: IndicatorResults["results"], by: readonly Grouping[]) {
	return decideFamily(publicCells(indicator, results, by), measureKinds[indicator], publicViews(by)).mayShow;
}

/** What is published of each measure: the total, and the groups. */
export function publicViews(by: readonly Grouping[]): readonly View[] {
	return by.length === 0 ? [[]] : [[], by];
}

/** The smallest groups of an indicator that are published. */
export function publicCells(
	indicator: IndicatorId,
	results: IndicatorResults["results"],
	by: readonly Grouping[],
): readonly FamilyCell[] {
	const values = results.filter((each) => each.indicator === indicator && "group" in each) as readonly IndicatorValue[];
	const groups = by.length === 0 ? values : values.slice(1);
	return groups.map(({ group, numerator, denominator, children }) => ({
		...{ numerator, denominator, group: group as Readonly<Record<string, string>> },
		...(children === undefined ? {} : { people: children }),
	}));
}
