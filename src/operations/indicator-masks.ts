import { maskFamily } from "../domain/measure/masking/mask-family.ts";
import { groupKey, publishedFamily, type View } from "../domain/measure/masking/published-family.ts";
import { indicatorIds, measureKinds } from "../indicators/engine/indicator.ts";
import type { IndicatorCell, IndicatorMask } from "./indicator-runs.ts";

const dimensions = ["county", "ageGroup", "raceEthnicity", "sex"] as const;

/**
 * The views of a run that the public may see: the total, every grouping, and any two of them crossed; a region is one more grouping,
 * crossed with all but the county. Masked together, so that every page and file of a run says the same of the same number.
 */
export const publishedViews: readonly View[] = [
	[],
	...dimensions.map((each) => [each]),
	...dimensions.flatMap((one, index) => dimensions.slice(index + 1).map((other) => [one, other])),
	["region"],
	...dimensions.slice(1).map((each) => ["region", each]),
];

/** What stands in the place of a region's code where a county lies in none. */
export const noRegion = "unknown";

/** What may be shown of every number of a run that the public may see. `regionOf` gives the code of a county's region. */
export function masksOf(
	cells: readonly IndicatorCell[],
	regionOf: (county: string) => string,
): readonly IndicatorMask[] {
	return indicatorIds.flatMap((indicator) => {
		const family = cells
			.filter((cell) => cell.indicator === indicator)
			.map(({ county, ageGroup, raceEthnicity, sex, numerator, denominator }) => ({
				group: { county, ageGroup, raceEthnicity, sex, region: regionOf(county) },
				...{ numerator, denominator },
			}));
		const mayShow = maskFamily(family, measureKinds[indicator], publishedViews);
		return [...publishedFamily(family, publishedViews).cells.keys()].map((key) => {
			const shown = mayShow(Object.fromEntries(JSON.parse(key)));
			return { indicator, groupKey: key, showsNumerator: shown.numerator, showsDenominator: shown.denominator };
		});
	});
}

/** The key of a group of a run, as the masks have it. */
export const maskKey = groupKey;
