import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { compareGroups } from "../indicators/engine/groups.ts";
import type { CountedId } from "../indicators/engine/indicator.ts";
import { noRegion, restOfState } from "./indicator-masks.ts";
import { countOf, type PlaceMask } from "./indicator-places.ts";
import type { CellSum } from "./indicator-runs.ts";
import type { TableGrouping, TableRow } from "./outputs/indicator-outputs.ts";

/** The rows of an indicator's table: sums by one or two groupings, with what may not be shown of them left out. */
export function rowsOf(
	indicator: CountedId,
	by: readonly TableGrouping[],
	sums: readonly CellSum[],
	places: readonly Fact<"jurisdiction">[],
	mask: PlaceMask,
): readonly TableRow[] {
	const counties = new Map(places.filter(({ kind }) => kind === "county").map((each) => [each.code, each]));
	const regions = new Map(places.filter(({ kind }) => kind === "region").map((each) => [each.id, each]));
	const regionOf = (county: string) => regions.get(counties.get(county)?.parentId ?? "");
	const groups = new Map<string, { group: TableRow["group"]; numerator: number; denominator: number }>();
	for (const sum of sums) {
		// Children of counties that a file of population does not name belong to the total alone.
		if (sum.county === restOfState) continue;
		const group = Object.fromEntries(
			by.map((each) => [each, each === "region" ? (regionOf(sum.county ?? "")?.code ?? noRegion) : (sum[each] ?? "")]),
		);
		const key = JSON.stringify(group);
		const known = groups.get(key) ?? { group, numerator: 0, denominator: 0 };
		groups.set(key, {
			group,
			numerator: known.numerator + sum.numerator,
			denominator: known.denominator + sum.denominator,
		});
	}
	const nameOf = (grouping: string, value: string): string => {
		if (grouping === "county") return counties.get(value)?.name ?? (value === "unknown" ? "County not known" : value);
		if (grouping !== "region") return value;
		return [...regions.values()].find(({ code }) => code === value)?.name ?? "No region";
	};
	return [...groups.values()].sort(inOrder).map(({ group, ...sum }) => ({
		group,
		labels: Object.fromEntries(Object.entries(group).map(([each, value]) => [each, nameOf(each, value)])),
		...countOf(indicator, sum, mask(group)),
	}));
}

function inOrder(a: Pick<TableRow, "group">, b: Pick<TableRow, "group">): number {
	const [left = "", right = ""] = [a.group.region, b.group.region];
	if (left !== right) return left < right ? -1 : 1;
	return compareGroups(withoutRegion(a.group), withoutRegion(b.group));
}

function withoutRegion({ region: _region, ...group }: TableRow["group"]) {
	return group;
}
