import {
	type CellSum,
	type Counts,
	type Hidden,
	hideSmallCounts,
	hideTableCounts,
} from "../domain/measure/hide-counts.ts";
import { isSmallCount } from "../domain/measure/masking.ts";
import { type IndicatorId, observedScale } from "../indicators/engine/indicator.ts";
import type { QualityResult } from "./indicator-runs.ts";
import type {
	IndicatorCount,
	PlaceResult,
	ShownQuality,
	TableGrouping,
	TableRow,
} from "./outputs/indicator-outputs.ts";

/** A group of a table with its counts. */
export type CountedGroup = { readonly group: TableRow["group"] } & Counts;

/** A result as anybody may see it: its number judged on its own. */
export function maskResult(result: PlaceResult): PlaceResult {
	if (result.status !== "counted") return result;
	return { ...result, ...maskCount(result, hideSmallCounts(countsOf(result), isPercent(result.indicator))) };
}

/** A data-quality check as anybody may see it: whether it is over its limit stays. None for a file of 1 to 10. */
export function maskQuality(check: QualityResult): readonly ShownQuality[] {
	const { failed, of } = check;
	if (isSmallCount(of)) return [];
	return [isSmallCount(failed) || isSmallCount(of - failed) ? { ...check, failed: null, percent: null } : check];
}

/** A number without what is hidden of it. */
export function maskCount(count: IndicatorCount, hidden: Hidden | undefined): IndicatorCount {
	if (!hidden?.numerator && !hidden?.denominator) return count;
	return {
		numerator: null,
		denominator: hidden.denominator ? null : count.denominator,
		observed: null,
		isMasked: true,
	};
}

/**
 * What is hidden of the groups of a table, in their order. The tables that it is a refinement of (each of its groupings alone, regions
 * for counties, the total) are masked first, so that they look the same wherever they are shown, and none gives away another.
 */
export function hideGroups(
	indicator: IndicatorId,
	by: readonly TableGrouping[],
	groups: readonly (CountedGroup & { readonly region: string })[],
): readonly Hidden[] {
	if (by.length === 0) return [hideSmallCounts(sumOf(groups), isPercent(indicator))];
	const cells = mergeGroups(by, groups);
	const index = new Map(cells.map(({ key }, at) => [key, at]));
	const sums = coarserThan(by).flatMap((coarser): readonly CellSum[] => {
		const hidden = hideGroups(indicator, coarser, groups);
		return mergeGroups(coarser, groups).map(({ members, numerator, denominator }, at) => ({
			...{ numerator, denominator },
			cells: [...new Set(members.flatMap((each) => index.get(keyOf(by, each)) ?? []))],
			hidden: hidden[at] ?? { numerator: true, denominator: true },
		}));
	});
	return hideTableCounts(cells, sums, isPercent(indicator));
}

/** All groupings that this one refines, each once: fewer of its columns, and regions for counties. */
function coarserThan(by: readonly TableGrouping[]): readonly (readonly TableGrouping[])[] {
	const found = new Map<string, readonly TableGrouping[]>();
	const add = (coarser: readonly TableGrouping[]) => {
		const key = coarser.toSorted().join(",");
		if (found.has(key)) return;
		found.set(key, coarser);
		for (const each of coarserThan(coarser)) add(each);
	};
	for (const each of by) {
		add(by.filter((other) => other !== each));
		if (each === "county" && !by.includes("region")) add(by.map((other) => (other === each ? "region" : other)));
	}
	return [...found.values()];
}

type Member = CountedGroup & { readonly region: string };

function keyOf(by: readonly TableGrouping[], { group, region }: Member): string {
	return JSON.stringify(by.map((each) => (each === "region" ? region : group[each])));
}

/** Groups added up by some of their groupings, in the order in which they first come. */
function mergeGroups(by: readonly TableGrouping[], groups: readonly Member[]) {
	const merged = new Map<string, Member[]>();
	for (const each of groups) {
		const known = merged.get(keyOf(by, each));
		if (known) known.push(each);
		else merged.set(keyOf(by, each), [each]);
	}
	return [...merged].map(([key, members]) => ({ key, members, ...sumOf(members) }));
}

function sumOf(groups: readonly Counts[]): Counts {
	return groups.reduce<Counts>(
		(sum, { numerator, denominator }) => ({
			numerator: sum.numerator + numerator,
			denominator: sum.denominator + denominator,
		}),
		{ numerator: 0, denominator: 0 },
	);
}

function countsOf({ numerator, denominator }: IndicatorCount): Counts {
	return { numerator: numerator ?? 0, denominator: denominator ?? 0 };
}

function isPercent(indicator: IndicatorId): boolean {
	return observedScale[indicator] === 100;
}
