import { maskFamily } from "../domain/measure/masking/mask-family.ts";
import { type FamilyCell, groupKey, type View } from "../domain/measure/masking/published-family.ts";
import { type BandCell, cohortBands, isWithinYear } from "../indicators/curves/cohort-bands.ts";
import type { Cohort } from "../indicators/curves/run-curves.ts";
import type { IndicatorMask } from "./indicator-runs.ts";

const dimensions = ["county", "ageGroup", "raceEthnicity", "sex"] as const;
const groups: readonly View[] = [
	[],
	...dimensions.map((each) => [each]),
	...dimensions.flatMap((one, index) => dimensions.slice(index + 1).map((other) => [one, other])),
];

/**
 * Everything that is published of a cohort and of the indicator whose cohort it is: denominators and numerators of P1 or P4 in all
 * their tables, and the bands of all children and of each single grouping. A band lies within 12 months or beyond them, so that the
 * lines between numerator and bands are found like those between counties and regions.
 */
export const cohortViews: readonly View[] = [
	...groups,
	...groups.map((view) => ["within", ...view]),
	...groups.filter((view) => view.length < 2).map((view) => ["band", ...view]),
];

/** Every smallest group with all bands, those of nobody too: which of them are empty is told by what is shown alone. */
export function cohortFamily(cohort: Cohort, cells: readonly BandCell[]): readonly FamilyCell[] {
	const found = new Map<string, { readonly group: Record<string, string>; readonly counts: Map<string, number> }>();
	for (const { children, band, ...group } of cells) {
		const known = found.get(groupKey(group)) ?? { group, counts: new Map() };
		known.counts.set(band, children + (known.counts.get(band) ?? 0));
		found.set(groupKey(group), known);
	}
	return [...found.values()].flatMap(({ group, counts }) =>
		cohortBands[cohort].map((band) => ({
			group: { ...group, band, within: isWithinYear(band) ? "yes" : "no" },
			...{ numerator: counts.get(band) ?? 0, denominator: 0 },
		})),
	);
}

/**
 * What is shown of a number of the indicator, by its key in `cohortViews`; undefined for a band that is to be decided. Of a group
 * whose numerator or denominator is masked no band is shown, not even that it is 0.
 */
export function decidedByIndicator(masks: readonly IndicatorMask[]): (key: string) => boolean | undefined {
	const found = new Map(masks.map((mask) => [mask.groupKey, mask]));
	return (key) => {
		const { band, within, ...group } = Object.fromEntries(JSON.parse(key)) as Record<string, string>;
		const mask = found.get(groupKey(group));
		const showsBoth = mask?.showsNumerator === true && mask.showsDenominator;
		if (band !== undefined) return showsBoth ? undefined : false;
		if (within === "no") return showsBoth;
		return (within === undefined ? mask?.showsDenominator : mask?.showsNumerator) ?? false;
	};
}

/**
 * Decides which bands of a cohort may be shown beside what is already shown of its indicator: none of 1 to 10, and none from which
 * one of these could be worked out. Asks for a band of all children or of one group.
 */
export function cohortMasks(
	cohort: Cohort,
	cells: readonly BandCell[],
	masks: readonly IndicatorMask[],
): (group: Readonly<Record<string, string>>) => boolean {
	const mayShow = maskFamily(cohortFamily(cohort, cells), "count", cohortViews, decidedByIndicator(masks));
	return (group) => mayShow(group).numerator;
}
