import { isSmallCount } from "../measure/masking.ts";
import type { DemographicPanel } from "./planning-facts.ts";

/** A group of a demographic table as it may be shown: null where its number would give few people away. */
export type ProfileValue = { readonly label: string; readonly value: number | null };

/**
 * The groups of a table with their numbers. Counts of children, people or households from 1 to 10 are not shown; where only one of a
 * table's groups is hidden, the next smallest is hidden too, since the one could be worked out from a total. Percent and dollars of an
 * outside source are shown as published.
 */
export function profileValue(table: Pick<DemographicPanel, "groups" | "values" | "unit">): readonly ProfileValue[] {
	const rows = table.groups.map((label, index) => ({ label, value: table.values[index] ?? 0 }));
	if (table.unit === "percent" || table.unit === "dollars") return rows;
	const hidden = new Set(rows.filter(({ value }) => isSmallCount(value)));
	if (hidden.size === 1) {
		const [next] = rows.filter((row) => !hidden.has(row) && row.value > 0).toSorted((a, b) => a.value - b.value);
		if (next) hidden.add(next);
	}
	return rows.map((row) => ({ label: row.label, value: hidden.has(row) ? null : row.value }));
}
