import { maskFamily } from "../../domain/measure/masking/mask-family.ts";
import type { Grouping } from "./groups.ts";
import { type IndicatorId, indicatorIds, measureKinds } from "./indicator.ts";
import type { QualityResult } from "./quality-checks.ts";
import type { IndicatorResults, IndicatorStatus, IndicatorValue } from "./results.ts";

/** A number that may have been masked: `masked` says that one of its parts was, and those are null. */
type Masked<Value, Parts extends keyof Value> = Omit<Value, Parts> & {
	readonly [Part in Parts]: number | null;
} & { readonly masked: boolean };

export type PublicValue = Masked<IndicatorValue, "numerator" | "denominator" | "observed">;
export type PublicQuality = Masked<QualityResult, "failed" | "of" | "percent">;

export type PublicResults = {
	readonly window: string;
	readonly results: readonly (PublicValue | IndicatorStatus)[];
	readonly quality: readonly PublicQuality[];
};

/**
 * The results as the public may see them: the total and the groups by `by` of each indicator are masked together. Small numbers of
 * a data-quality check are masked on their own: nothing else adds up to them.
 */
export function publicResults({ window, results, quality }: IndicatorResults, by: readonly Grouping[]): PublicResults {
	const masks = new Map(indicatorIds.map((indicator) => [indicator, maskOf(indicator, results, by)]));
	return {
		window,
		results: results.map((result) => {
			if (!("group" in result)) return result;
			const shown = masks.get(result.indicator)?.(result.group);
			return {
				...result,
				numerator: shown?.numerator ? result.numerator : null,
				denominator: shown?.denominator ? result.denominator : null,
				observed: shown?.numerator && shown.denominator ? result.observed : null,
				masked: !(shown?.numerator && shown.denominator),
			};
		}),
		quality: quality.map((check) => {
			const cells = [{ group: {}, numerator: check.failed, denominator: check.of }];
			const shown = maskFamily(cells, "share", [[]])({});
			return {
				...check,
				failed: shown.numerator ? check.failed : null,
				of: shown.denominator ? check.of : null,
				percent: shown.numerator && shown.denominator ? check.percent : null,
				masked: !(shown.numerator && shown.denominator),
			};
		}),
	};
}

function maskOf(indicator: IndicatorId, results: IndicatorResults["results"], by: readonly Grouping[]) {
	const values = results.filter((each) => each.indicator === indicator && "group" in each) as readonly IndicatorValue[];
	const groups = by.length === 0 ? values : values.slice(1);
	const cells = groups.map(({ group, ...counts }) => ({ ...counts, group: group as Readonly<Record<string, string>> }));
	return maskFamily(cells, measureKinds[indicator], by.length === 0 ? [[]] : [[], by]);
}
