import { maskFamily } from "../domain/measure/masking/mask-family.ts";
import { groupKey, publishedFamily, type View } from "../domain/measure/masking/published-family.ts";
import { type CountedId, countedIds, measureKinds } from "../indicators/engine/indicator.ts";
import type { CountedCell, IndicatorMask } from "./indicator-runs.ts";

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

/** The entry rate is by county and region alone, as its population is. */
const entryViews: readonly View[] = [[], ["county"], ["region"]];

function viewsOf(indicator: CountedId): readonly View[] {
	return indicator === "ENTRY" ? entryViews : publishedViews;
}

/** What stands in the place of a region's code where a county lies in none. */
export const noRegion = "unknown";

/** What stands in the place of a county where a population is of the State, and of none of the counties that are named. */
export const restOfState = "";

/** What may be shown of every number of a run that the public may see. `regionOf` gives the code of a county's region. */
export function masksOf(cells: readonly CountedCell[], regionOf: (county: string) => string): readonly IndicatorMask[] {
	return togetherOf(
		countedIds.flatMap((indicator) => {
			const views = viewsOf(indicator);
			const family = cells
				.filter((cell) => cell.indicator === indicator)
				.map(({ county, ageGroup, raceEthnicity, sex, numerator, denominator, people }) => ({
					group: { county, ageGroup, raceEthnicity, sex, region: regionOf(county) },
					...{ numerator, denominator },
					...(people === undefined ? {} : { people }),
				}));
			const mayShow = maskFamily(family, measureKinds[indicator], views);
			return [...publishedFamily(family, views).cells.keys()].map((key) => {
				const shown = mayShow(Object.fromEntries(JSON.parse(key)));
				return { indicator, groupKey: key, showsNumerator: shown.numerator, showsDenominator: shown.denominator };
			});
		}),
	);
}

/**
 * The months with a visit are a numerator of one measure and the denominator of the other: shown in both or in neither. Less is
 * shown then than each of the two allows alone, and no line that adds up has numbers of both but these.
 */
function togetherOf(masks: readonly IndicatorMask[]): readonly IndicatorMask[] {
	const find = (indicator: CountedId) =>
		new Map(masks.filter((each) => each.indicator === indicator).map((each) => [each.groupKey, each]));
	const [visits, residence] = [find("VISITS"), find("RESIDENCE")];
	return masks.map((mask) => {
		if (mask.indicator === "VISITS" && residence.get(mask.groupKey)?.showsDenominator === false) {
			return { ...mask, showsNumerator: false };
		}
		if (mask.indicator === "RESIDENCE" && visits.get(mask.groupKey)?.showsNumerator === false) {
			return { ...mask, showsNumerator: false, showsDenominator: false };
		}
		return mask;
	});
}

/** The key of a group of a run, as the masks have it. */
export const maskKey = groupKey;
