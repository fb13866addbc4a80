import type { Interval } from "../change/interval.ts";
import type { MeasureKind } from "../masking/published-family.ts";
import { type Disparity, disparityIndex, type GroupCount } from "./disparity-index.ts";

/** How a group stands to the reference group, in one word: what chance alone could explain is not enough to say. */
export type EquityVerdict = Disparity["reason"] | "higher" | "lower" | "not-enough" | "not-compared";

export type EquityRow = GroupCount & {
	readonly index: Interval | null;
	readonly says: Exclude<EquityVerdict, "">;
};

export type EquityComparison = {
	/** The group that the others are compared with; null where none of them can be. */
	readonly reference: string | null;
	readonly rows: readonly EquityRow[];
};

/**
 * The groups of a measure side by side, from counts that are masked already. Compared with the group that is asked for where it is
 * there and shown, else with the largest that is. Without a `kind` (months of one child, medians) groups are not compared.
 */
export function compareEquity(
	groups: readonly GroupCount[],
	kind: MeasureKind | null,
	wanted: string,
): EquityComparison {
	const shown = groups.filter(({ numerator, denominator }) => numerator !== null && (denominator ?? 0) > 0);
	const largest = shown.toSorted((a, b) => (b.denominator ?? 0) - (a.denominator ?? 0))[0];
	const reference = (shown.find(({ group }) => group === wanted) ?? largest)?.group ?? null;
	if (kind === null || reference === null) {
		const says = kind === null ? "not-compared" : "masked";
		return { reference: null, rows: groups.map((each) => ({ ...each, index: null, says })) };
	}
	const disparities = disparityIndex(groups, kind, { group: reference });
	return {
		reference,
		rows: groups.map((each, i) => {
			const found = disparities[i];
			return { ...each, index: found?.index ?? null, says: found ? verdictOf(found) : "masked" };
		}),
	};
}

function verdictOf({ index, reason }: Disparity): EquityRow["says"] {
	if (reason !== "") return reason;
	if (index === null) return "masked";
	if (index.lower <= 1 && index.upper >= 1) return "not-enough";
	return index.estimate > 1 ? "higher" : "lower";
}
