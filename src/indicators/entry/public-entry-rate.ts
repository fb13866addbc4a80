import { maskFamily } from "../../domain/measure/masking/mask-family.ts";
import type { Grouping } from "../engine/groups.ts";
import type { EntryRateResult, EntryRateValue } from "./run-entry-rate.ts";

/** An entry rate that may have been masked: then its entries and its rate are null. Population is published, so it stays. */
export type PublicEntryRate =
	| (Omit<EntryRateValue, "numerator" | "observed"> & {
			readonly numerator: number | null;
			readonly observed: number | null;
			readonly masked: boolean;
	  })
	| Extract<EntryRateResult, { readonly status: string }>;

/**
 * The entry rates as the public may see them: the total and the groups are masked together. Groups whose population is not given are
 * in the total alone; what they hold together is one more group, so that it is not given away either.
 */
export function publicEntryRates(
	results: readonly EntryRateResult[],
	by: readonly Grouping[],
): readonly PublicEntryRate[] {
	const [total, ...groups] = results.filter((each): each is EntryRateValue => !("status" in each));
	if (!total) return results.filter((each) => "status" in each);
	const cellOf = (group: Readonly<Record<string, string>>, numerator: number) => ({ group, numerator, denominator: 0 });
	const rest = total.numerator - groups.reduce((sum, { numerator }) => sum + numerator, 0);
	const cells = [
		...groups.map(({ group, numerator }) => cellOf(group as Readonly<Record<string, string>>, numerator)),
		...(rest > 0 ? [cellOf({}, rest)] : []),
	];
	const mayShow = maskFamily(cells, "count", by.length === 0 ? [[]] : [[], by]);
	return [total, ...groups].map((each) => {
		const isShown = mayShow(each.group).numerator;
		const { numerator, observed } = each;
		return { ...each, numerator: isShown ? numerator : null, observed: isShown ? observed : null, masked: !isShown };
	});
}
