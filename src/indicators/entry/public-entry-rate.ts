import { maskBeside } from "../../domain/measure/masking/mask-beside.ts";
import { decideFamily, maskFamily } from "../../domain/measure/masking/mask-family.ts";
import { groupKey } from "../../domain/measure/masking/published-family.ts";
import type { Grouping } from "../engine/groups.ts";
import { measureKinds } from "../engine/indicator.ts";
import { publicCells, publicViews } from "../engine/public-results.ts";
import type { IndicatorResults } from "../engine/results.ts";
import type { EntryRateResult, EntryRateValue } from "./run-entry-rate.ts";

type Group = Readonly<Record<string, string>>;

/** An entry rate that may have been masked: then its entries and its rate are null. Population is published, so it stays. */
export type PublicEntryRate =
	| (Omit<EntryRateValue, "numerator" | "observed"> & {
			readonly numerator: number | null;
			readonly observed: number | null;
			readonly masked: boolean;
	  })
	| Extract<EntryRateResult, { readonly status: string }>;

/**
 * The entry rates as the public may see them: the total and the groups are masked together, and beside what is shown of P1, which counts
 * nearly the same children. Groups whose population is not given are in the total alone; what they hold together is one more group, so
 * that it is not given away either.
 */
export function publicEntryRates(
	results: readonly EntryRateResult[],
	by: readonly Grouping[],
	indicators: IndicatorResults["results"],
): readonly PublicEntryRate[] {
	const [total, ...groups] = results.filter((each): each is EntryRateValue => !("status" in each));
	if (!total) return results.filter((each) => "status" in each);
	const named = new Set(groups.map(({ group }) => groupKey(group)));
	const rest = total.numerator - groups.reduce((sum, { numerator }) => sum + numerator, 0);
	const entries = [
		...groups.map(({ group, numerator }) => ({ group: group as Group, numerator })),
		...(rest > 0 ? [{ group: {} as Group, numerator: rest }] : []),
	];
	const views = publicViews(by);
	const alone = maskFamily(
		entries.map((each) => ({ ...each, denominator: 0 })),
		"count",
		views,
	);
	const p1 = publicCells("P1", indicators, by);
	const { isKnown } = decideFamily(p1, measureKinds.P1, views);
	const unnamed = p1.filter(({ group }) => !named.has(groupKey(group)));
	const childrenOf = (cells: typeof p1) => cells.reduce((sum, { denominator }) => sum + denominator, 0);
	const besideOf = (key: string) => (named.has(key) ? p1.filter(({ group }) => groupKey(group) === key) : unnamed);
	const beside = maskBeside(
		entries.map(({ group, numerator }) => ({
			...{ group, count: numerator, beside: childrenOf(besideOf(groupKey(group))) },
		})),
		views,
		(key) => {
			const group: Group = Object.fromEntries(JSON.parse(key));
			if (groupKey(group) === groupKey({}) || named.has(key)) return isKnown(group).denominator;
			return unnamed.every((cell) => isKnown(cell.group).denominator);
		},
	);
	return [total, ...groups].map((each) => {
		const isShown = alone(each.group).numerator && beside(each.group);
		const { numerator, observed } = each;
		return { ...each, numerator: isShown ? numerator : null, observed: isShown ? observed : null, masked: !isShown };
	});
}
