import { maskBeside } from "../domain/measure/masking/mask-beside.ts";
import { type DecidedFamily, decideFamily, type FamilyMask } from "../domain/measure/masking/mask-family.ts";
import { type FamilyCell, groupKey, publishedFamily, type View } from "../domain/measure/masking/published-family.ts";
import { type CountedId, countedIds, measureKinds } from "../indicators/engine/indicator.ts";
import type { CountedCell, IndicatorMask } from "./indicator-runs.ts";

/** Comes back when whatever waits has had its turn. */
export type Pause = () => Promise<void>;

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

/**
 * What may be shown of every number of a run that the public may see. `regionOf` gives the code of a county's region. A large State's
 * measures take some tenths of a second each: between them `pause` lets other work have its turn.
 */
export async function masksOf(
	cells: readonly CountedCell[],
	regionOf: (county: string) => string,
	pause: Pause,
): Promise<readonly IndicatorMask[]> {
	const families = new Map(countedIds.map((indicator) => [indicator, familyOf(indicator, cells, regionOf)]));
	const decided = new Map<CountedId, DecidedFamily>();
	for (const [indicator, family] of families) {
		decided.set(indicator, decideFamily(family, measureKinds[indicator], viewsOf(indicator)));
		await pause();
	}
	const entriesMayShow = besideP1(families, decided.get("P1")?.isKnown);
	return togetherOf(
		[...families].flatMap(([indicator, family]) =>
			[...publishedFamily(family, viewsOf(indicator)).cells.keys()].map((key) => {
				const group = Object.fromEntries(JSON.parse(key)) as Record<string, string>;
				const shown = decided.get(indicator)?.mayShow(group);
				const showsNumerator = shown?.numerator === true && (indicator !== "ENTRY" || entriesMayShow(group));
				return { indicator, groupKey: key, showsNumerator, showsDenominator: shown?.denominator === true };
			}),
		),
	);
}

function familyOf(
	indicator: CountedId,
	cells: readonly CountedCell[],
	regionOf: (county: string) => string,
): readonly FamilyCell[] {
	return cells
		.filter((cell) => cell.indicator === indicator)
		.map(({ county, ageGroup, raceEthnicity, sex, numerator, denominator, people }) => ({
			group: { county, ageGroup, raceEthnicity, sex, region: regionOf(county) },
			...{ numerator, denominator },
			...(people === undefined ? {} : { people }),
		}));
}

/** Entries are nearly the children of P1: those who stayed under 8 days are the difference of the two. Which entries may be shown beside P1. */
function besideP1(
	families: ReadonlyMap<CountedId, readonly FamilyCell[]>,
	isKnown: FamilyMask | undefined,
): (group: Readonly<Record<string, string>>) => boolean {
	const byCounty = new Map<string, { group: Record<string, string>; count: number; beside: number }>();
	const countyCell = ({ group: { county = "", region = "" } }: FamilyCell) => {
		const known = byCounty.get(county) ?? { group: { county, region }, count: 0, beside: 0 };
		byCounty.set(county, known);
		return known;
	};
	for (const cell of families.get("ENTRY") ?? []) countyCell(cell).count += cell.numerator;
	for (const cell of families.get("P1") ?? []) countyCell(cell).beside += cell.denominator;
	return maskBeside([...byCounty.values()], entryViews, (key) => {
		const known = isKnown?.(Object.fromEntries(JSON.parse(key)));
		return known?.denominator === true;
	});
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
