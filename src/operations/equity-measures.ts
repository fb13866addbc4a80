import { describePeriod } from "../domain/measure/describe-period.ts";
import type {
	EquityCounts,
	EquityGrouping,
	EquityMeasure,
	EquityTable,
} from "../domain/measure/disparity/equity-measure.ts";
import { compareEquity } from "../domain/measure/disparity/equity-rows.ts";
import { maskGroups } from "../domain/measure/mask-groups.ts";
import type { MeasureKind } from "../domain/measure/masking/published-family.ts";
import type { MaskedFigure, Shown } from "../domain/measure/masking.ts";
import { isRateUnit } from "../domain/measure/rate.ts";
import { type CountedId, countedIds, isIndicatorId, measureKinds } from "../indicators/engine/indicator.ts";
import { countedName } from "./counted-names.ts";
import { cellsOf, countOf, type IndicatorPlace, publicMasks } from "./indicator-places.ts";
import { rowsOf } from "./indicator-rows.ts";
import type { CellSum, IndicatorRun } from "./indicator-runs.ts";
import type { OperationContext } from "./operation.ts";
import { byGroup, mainSeries, type OutcomeSeries, seriesOf } from "./outcomes.ts";

/** The groupings of what is counted from files, in the order in which they are shown. */
export const countedGroupings = ["raceEthnicity", "ageGroup", "sex", "county"] as const;
type CountedGrouping = (typeof countedGroupings)[number];

/**
 * Every measure of a place with its groups, as the public may see them, whoever asks: what was counted from files in the newest window,
 * and what was loaded from tables. Of one code where that is asked for.
 */
export async function equityMeasures(
	context: OperationContext,
	place: IndicatorPlace,
	groupings: readonly EquityGrouping[],
	code?: string,
): Promise<readonly EquityMeasure[]> {
	const [run] = place.runs;
	const counted = run ? await countedMeasures(context, place, run, groupings, code) : [];
	const { figures } = context.stores;
	const observations = await figures.list({ jurisdictionIds: [place.jurisdiction.id], newestOnly: true });
	const series = seriesOf(observations).filter(({ indicator }) => code === undefined || indicator.code === code);
	return [...counted, ...mainSeries(series).map((main) => loadedMeasure(main, series))];
}

async function countedMeasures(
	context: OperationContext,
	place: IndicatorPlace,
	run: IndicatorRun,
	groupings: readonly EquityGrouping[],
	code: string | undefined,
): Promise<readonly EquityMeasure[]> {
	const { facts, indicators } = context.stores;
	const ids = countedIds.filter(
		(id) =>
			(code === undefined || code === id) &&
			run.statuses.some(({ indicator, status }) => indicator === id && status === "counted"),
	);
	if (ids.length === 0) return [];
	const filter = cellsOf(place, [run.id], ids.length === 1 ? ids[0] : undefined);
	const totals = await indicators.sumCells(filter, ["indicator"]);
	const sums = new Map<CountedGrouping, readonly CellSum[]>();
	for (const by of countedGroupings.filter((each) => groupings.includes(each))) {
		sums.set(by, await indicators.sumCells(filter, ["indicator", by]));
	}
	const groups = [...sums].flatMap(([by, rows]) => rows.map((row) => ({ [by]: row[by] ?? "" })));
	const maskOf = await publicMasks(context, place, run, [{}, ...groups]);
	const places = sums.has("county") ? await facts.list("jurisdiction") : [];
	return ids.map((id) => {
		const own = <Sum extends CellSum>(each: Sum) => each.indicator === id;
		const total = totals.find(own);
		const { label, unit } = countedName(id);
		return {
			...{ code: id, vintage: "", label: label ?? "", unit, period: run.windowName },
			total: total ? countsOf(countOf(id, total, maskOf(id)({}))) : null,
			tables: [...sums].flatMap(([by, rows]) =>
				countedTable(id, by, rowsOf(id, [by], rows.filter(own), places, maskOf(id))),
			),
		};
	});
}

function countsOf({ numerator, denominator, observed }: ReturnType<typeof countOf>): EquityCounts {
	return { numerator, denominator, value: observed };
}

/** Nothing where there is one group alone. The entry rate is by county, as its population is. */
function countedTable(id: CountedId, by: CountedGrouping, rows: ReturnType<typeof rowsOf>): readonly EquityTable[] {
	if (rows.length < 2 || (id === "ENTRY" && by !== "county")) return [];
	// Months of one child stand and fall together: groups of them are not compared.
	const kind = isIndicatorId(id) || id === "ENTRY" ? measureKinds[id] : null;
	const groups = rows.map((row) => ({ group: row.labels[by] ?? "", ...countsOf(row) }));
	return [equityTable(by, groups, kind, by === "raceEthnicity" ? "White" : "")];
}

function equityTable(
	by: EquityGrouping,
	groups: readonly (EquityCounts & { readonly group: string })[],
	kind: MeasureKind | null,
	wanted: string,
): EquityTable {
	const compared = compareEquity(
		groups.map(({ value: _value, ...counts }) => counts),
		kind,
		wanted,
	);
	const rows = compared.rows.map((each, i) => ({ ...each, value: groups[i]?.value ?? null }));
	return { by, reference: compared.reference, rows };
}

const agencyLabels = { "child-welfare": "Child welfare", probation: "Probation" } as const;

/** What was loaded from tables has the groups of its two agencies, where the file gave them. */
function loadedMeasure({ indicator, latest }: OutcomeSeries, all: readonly OutcomeSeries[]): EquityMeasure {
	const { code, vintage, label, unit } = indicator;
	const same = all
		.filter((each) => each.indicator === indicator && each.latest.periodEnd === latest.periodEnd)
		.toSorted(byGroup);
	const figures = same.map((each) => each.latest);
	const masked = unit ? maskGroups(figures, unit) : [];
	const shown = same.flatMap(({ populationGroup }, i) => {
		const figure = masked[i];
		return figure ? [{ populationGroup, counts: shownCounts(figure) }] : [];
	});
	const groups = shown.flatMap(({ populationGroup, counts }) =>
		populationGroup === "all" ? [] : [{ group: agencyLabels[populationGroup], ...counts }],
	);
	const kind = unit && isRateUnit(unit) && unit !== "ratio" ? (unit === "percent" ? "share" : "rate") : null;
	return {
		...{ code, vintage, label: label ?? "", unit: unit ?? "" },
		period: describePeriod(latest.periodStart, latest.periodEnd),
		total: shown.find(({ populationGroup }) => populationGroup === "all")?.counts ?? null,
		tables: groups.length < 2 ? [] : [equityTable("agency", groups, kind, agencyLabels["child-welfare"])],
	};
}

function shownCounts({ numerator, denominator, value }: MaskedFigure): EquityCounts {
	return { numerator: shownCount(numerator), denominator: shownCount(denominator), value: shownCount(value) };
}

function shownCount(shown: Shown | null): number | null {
	return shown === null || shown.masked ? null : shown.value;
}
