import { z } from "zod";
import type { Fact } from "../domain/workflow/fact-kinds.ts";
import { compareGroups } from "../indicators/engine/groups.ts";
import type { IndicatorId } from "../indicators/engine/indicator.ts";
import { InvalidInput } from "./errors.ts";
import { cellsOf, countOf, findIndicatorPlace, resultOf, runOf, summaryOf } from "./indicator-places.ts";
import type { CellColumn, CellSum } from "./indicator-runs.ts";
import { hideGroups, maskCount, maskResult } from "./mask-indicators.ts";
import { defineOperation } from "./operation.ts";
import {
	IndicatorIdInput,
	type IndicatorTable,
	IndicatorTableOutput,
	type TableGrouping,
	type TableRow,
	tableGroupings,
	ViewInput,
	WindowInput,
} from "./outputs/indicator-outputs.ts";

/** One indicator of a place in one window, by one or two of county, region, age group, race and ethnicity, and sex. */
export const getIndicatorTable = defineOperation({
	name: "get-indicator-table",
	title: "Get an indicator by groups",
	http: { method: "get", path: "/jurisdictions/{jurisdictionId}/indicator-tables/{indicator}/{window}" },
	input: z.object({
		jurisdictionId: z.uuid(),
		indicator: IndicatorIdInput,
		window: WindowInput,
		by: z.string().max(60).default("county").describe('One grouping, or two with a comma: "county,ageGroup".'),
		runId: z.uuid().optional().describe("An earlier counting of the window."),
		view: ViewInput,
	}),
	output: IndicatorTableOutput,
	async run(context, input): Promise<IndicatorTable> {
		const by = readBy(input.by);
		const place = await findIndicatorPlace(context, input.jurisdictionId, { currentOnly: input.runId === undefined });
		const run = runOf(place, input.window, input.runId);
		const { facts, indicators } = context.stores;
		const filter = cellsOf(place, [run.id], input.indicator);
		const [total] = await indicators.sumCells(filter, []);
		const sums = await indicators.sumCells(filter, columnsOf(by));
		const isUnmasked = place.mayReadUnmasked && input.view === "own-use";
		const result = resultOf(run, input.indicator, total);
		return {
			jurisdiction: place.jurisdiction,
			indicator: input.indicator,
			run: summaryOf(run),
			by,
			total: isUnmasked ? result : maskResult(result),
			rows: rowsOf({ ...input, by, isUnmasked }, sums, await facts.list("jurisdiction")),
			mayReadCases: place.mayReadCases,
			isUnmasked,
			mayReadUnmasked: place.mayReadUnmasked,
		};
	},
});

function readBy(text: string): readonly TableGrouping[] {
	const by = text.split(",").map((name) => tableGroupings.find((each) => each === name.trim()));
	const known = by.filter((each) => each !== undefined);
	if (known.length !== by.length || known.length > 2 || new Set(known).size !== known.length) {
		throw new InvalidInput([
			{
				field: "by",
				message: `Give one or two different groupings of ${tableGroupings.join(", ")}, with a comma between.`,
			},
		]);
	}
	return known;
}

/** A region is worked out from the counties. */
function columnsOf(by: readonly TableGrouping[]): readonly CellColumn[] {
	return [...new Set(by.map((each): CellColumn => (each === "region" ? "county" : each)))];
}

const noRegion = "unknown";

function rowsOf(
	asked: {
		readonly indicator: IndicatorId;
		readonly by: readonly TableGrouping[];
		readonly isUnmasked: boolean;
	},
	sums: readonly CellSum[],
	places: readonly Fact<"jurisdiction">[],
): readonly TableRow[] {
	const { indicator, by } = asked;
	const counties = new Map(places.filter(({ kind }) => kind === "county").map((each) => [each.code, each]));
	const regions = new Map(places.filter(({ kind }) => kind === "region").map((each) => [each.id, each]));
	const regionOf = (county: string) => regions.get(counties.get(county)?.parentId ?? "")?.code ?? noRegion;
	const groups = new Map<string, { group: TableRow["group"]; numerator: number; denominator: number }>();
	for (const sum of sums) {
		const group = Object.fromEntries(
			by.map((each) => [each, each === "region" ? regionOf(sum.county ?? "") : (sum[each] ?? "")]),
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
	const counted = [...groups.values()].map((each) => ({
		...each,
		region: each.group.region ?? regionOf(each.group.county ?? ""),
	}));
	const hidden = asked.isUnmasked ? [] : hideGroups(indicator, by, counted);
	return counted
		.map(({ group, region: _region, ...sum }, index) => ({
			group,
			labels: Object.fromEntries(Object.entries(group).map(([each, value]) => [each, nameOf(each, value)])),
			...maskCount(countOf(indicator, sum), hidden[index]),
		}))
		.sort(inOrder);
}

function inOrder(a: Pick<TableRow, "group">, b: Pick<TableRow, "group">): number {
	const [left = "", right = ""] = [a.group.region, b.group.region];
	if (left !== right) return left < right ? -1 : 1;
	return compareGroups(withoutRegion(a.group), withoutRegion(b.group));
}

function withoutRegion({ region: _region, ...group }: TableRow["group"]) {
	return group;
}
