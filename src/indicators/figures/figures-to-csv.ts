import { csvCell } from "./csv-cell.ts";
import { type FigureColumnKey, figureColumns } from "./figure-columns.ts";
import type { FigureRow, KnownCounty } from "./figure-row.ts";

/** The columns of the template: what a file needs when all is given by dates and codes. */
export const templateColumns = [
	"county",
	"indicator",
	"vintage",
	"periodStart",
	"periodEnd",
	"numerator",
	"denominator",
	"value",
	"populationGroup",
	"source",
	"dataAsOf",
] as const satisfies readonly FigureColumnKey[];

/** The template: a row of headings and nothing else. */
export function figuresTemplate(): string {
	return `${templateColumns.map((key) => figureColumns[key].name).join(",")}\r\n`;
}

/**
 * Figures as a file that `readFigures` reads back to the same figures. Values are written for figures without both counts
 * only: the others are worked out. Throws a `RangeError` when a figure is of a county that is not listed.
 */
export function figuresToCsv(figures: readonly FigureRow[], counties: readonly KnownCounty[]): string {
	const codes = new Map(counties.map(({ id, code }) => [id, code]));
	const lines = figures.map((figure) => {
		const county = codes.get(figure.jurisdictionId);
		if (county === undefined) throw new RangeError(`No county is listed for the figure of row ${figure.row}.`);
		const { numerator, denominator } = figure;
		const cells: Record<(typeof templateColumns)[number], string> = {
			county,
			indicator: figure.indicator,
			vintage: figure.vintage,
			periodStart: figure.periodStart,
			periodEnd: figure.periodEnd,
			numerator: numerator === null ? "" : String(numerator),
			denominator: denominator === null ? "" : String(denominator),
			value: numerator === null || denominator === null ? String(figure.value) : "",
			populationGroup: figure.populationGroup,
			source: figure.source,
			dataAsOf: figure.dataAsOf,
		};
		return `${templateColumns.map((key) => csvCell(cells[key])).join(",")}\r\n`;
	});
	return figuresTemplate() + lines.join("");
}
