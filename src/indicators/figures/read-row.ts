import { describePeriod } from "../../domain/measure/describe-period.ts";
import { figureLimits } from "./figure-limits.ts";
import type { FigureOptions } from "./figure-options.ts";
import type { FigureRow } from "./figure-row.ts";
import type { CountyFinder } from "./find-county.ts";
import { readCounty, readGroup, readIndicator } from "./read-subject.ts";
import { readDataAsOf, readFigurePeriod } from "./read-time.ts";
import { readNumbers } from "./read-value.ts";
import type { RowCells } from "./row-cells.ts";

function readSource(cells: RowCells, options: FigureOptions): string | undefined {
	const text = cells.text("source") || (options.source ?? "").trim();
	if (text === "") cells.report("source-missing", "source");
	else if (text.length <= figureLimits.sourceLength) return text;
	else
		cells.report("source-too-long", "source", {
			length: String(text.length),
			limit: String(figureLimits.sourceLength),
		});
	return undefined;
}

/**
 * One row as a figure. Everything that is wrong with the row is reported at once, not only the first thing. Undefined when
 * the row gives no figure; the reason has been reported.
 */
export function readRow(cells: RowCells, finder: CountyFinder, options: FigureOptions): FigureRow | undefined {
	const county = readCounty(cells, finder);
	const indicator = readIndicator(cells, options);
	const populationGroup = readGroup(cells, indicator, options);
	const period = readFigurePeriod(cells, indicator, options);
	const numbers = indicator && readNumbers(cells, indicator, options.commaUnclear ?? false);
	const source = readSource(cells, options);
	const dataAsOf = readDataAsOf(cells, period, options);
	if (!county || !indicator || !populationGroup || !period || !numbers || numbers === "left-out") return undefined;
	if (source === undefined || dataAsOf === undefined) return undefined;
	return {
		row: cells.row,
		jurisdictionId: county.id,
		indicator: indicator.code,
		vintage: indicator.vintage,
		populationGroup,
		periodStart: period.start,
		periodEnd: period.end,
		...numbers,
		source,
		dataAsOf,
	};
}

/** What a figure is of, without its numbers: two rows with the same key are the same figure. */
export function figureKey(figure: FigureRow): string {
	const { jurisdictionId, indicator, vintage, populationGroup, periodStart, periodEnd } = figure;
	return JSON.stringify([jurisdictionId, vintage, indicator, populationGroup, periodStart, periodEnd]);
}

/** True when two rows say the same of the same figure. */
export function saysTheSame(a: FigureRow, b: FigureRow): boolean {
	return (["numerator", "denominator", "value", "source", "dataAsOf"] as const).every((part) => a[part] === b[part]);
}

/** A figure in words, for the sentence that names it: "4-P1 (cfsr4) for probation, 12 months ending June 30, 2026". */
export function figureInWords({ indicator, vintage, populationGroup, periodStart, periodEnd }: FigureRow): string {
	const group = { all: "all children", "child-welfare": "child welfare", probation: "probation" }[populationGroup];
	return `${indicator} (${vintage}) for ${group}, ${describePeriod(periodStart, periodEnd)},`;
}
