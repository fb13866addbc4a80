import { addDays, addMonths, formatDate, type PlainDate } from "../../domain/calendar/plain-date.ts";
import type { FigureColumnKey } from "./figure-columns.ts";
import type { FigureOptions } from "./figure-options.ts";
import { readDate } from "./read-date.ts";
import { findQuarter, type PeriodReading, periodOfQuarter, readPeriod } from "./read-period.ts";
import type { UsableIndicator } from "./read-subject.ts";
import type { RowCells } from "./row-cells.ts";

export interface Period {
	readonly start: PlainDate;
	readonly end: PlainDate;
}

/** A date in a cell. Undefined when there is none to take; the reason has been reported. */
function readDateCell(cells: RowCells, column: FigureColumnKey): PlainDate | undefined {
	const reading = readDate(cells.text(column));
	switch (reading.kind) {
		case "date":
			return reading.date;
		case "impossible":
			cells.report("date-impossible", column, { why: reading.why });
			return undefined;
		case "serial":
			cells.report("date-serial", column);
			return undefined;
		case "unknown":
			cells.report("date-not-understood", column);
			return undefined;
	}
}

/** The period of a row, from its two dates or its label. Undefined when it cannot be told; the reason has been reported. */
export function readFigurePeriod(
	cells: RowCells,
	indicator: UsableIndicator | undefined,
	options: FigureOptions,
): Period | undefined {
	const dated = cells.text("periodStart") !== "" || cells.text("periodEnd") !== "";
	const period = dated || !cells.has("period") ? readTwoDates(cells) : readLabel(cells, indicator);
	return period && checkPeriod(cells, period, options);
}

function readTwoDates(cells: RowCells): Period | undefined {
	const [start, end] = (["periodStart", "periodEnd"] as const).map((column) => {
		if (cells.text(column) !== "") return readDateCell(cells, column);
		cells.report("period-missing", column);
		return undefined;
	});
	return start && end ? { start, end } : undefined;
}

function readLabel(cells: RowCells, indicator: UsableIndicator | undefined): Period | undefined {
	const text = cells.text("period");
	if (text === "") {
		cells.report("period-missing", "period");
		return undefined;
	}
	const reading = readPeriod(text);
	if (reading.kind === "period") return { start: reading.start, end: reading.end };
	if (reading.kind !== "quarter") {
		reportLabel(cells, reading);
		return undefined;
	}
	if (!indicator) return undefined;
	if (indicator.usualPeriod === "day") {
		cells.report("period-needs-day", "period", { indicator: indicator.code });
		return undefined;
	}
	const period = periodOfQuarter(reading, indicator.usualPeriod);
	if (indicator.usualPeriod === null)
		cells.report("quarter-as-year", "period", { start: formatDate(period.start), end: formatDate(period.end) });
	return period;
}

function reportLabel(cells: RowCells, reading: Exclude<PeriodReading, { kind: "period" | "quarter" }>): void {
	switch (reading.kind) {
		case "one-day":
			cells.report("period-one-day", "period");
			return;
		case "unclear-year":
			cells.report("period-unclear-year", "period", { year: reading.year });
			return;
		case "impossible":
			cells.report("date-impossible", "period", { why: reading.why });
			return;
		case "unknown":
			cells.report("period-not-understood", "period");
			return;
	}
}

function checkPeriod(cells: RowCells, period: Period, options: FigureOptions): Period | undefined {
	const { start, end } = period;
	const column = cells.text("periodEnd") === "" ? "period" : "periodEnd";
	const words = { start: formatDate(start), end: formatDate(end) };
	if (end < start) cells.report("period-backwards", column, words);
	else if (end > options.today) cells.report("period-not-over", column, words);
	else {
		if (start !== end && !isWholeMonths(period)) cells.report("period-odd", column, words);
		return period;
	}
	return undefined;
}

function isWholeMonths({ start, end }: Period): boolean {
	const dayAfter = addDays(end, 1);
	return start.slice(8) === dayAfter.slice(8) && addMonths(start, 1) <= dayAfter;
}

/** The day on which the data were drawn. Undefined when it cannot be told; the reason has been reported. */
export function readDataAsOf(
	cells: RowCells,
	period: Period | undefined,
	options: FigureOptions,
): PlainDate | undefined {
	const text = cells.text("dataAsOf");
	const quarter = findQuarter(text);
	// Extracts are cut off on the day after the quarter's last (CCWIP: April 1, July 1, October 1, January 1).
	const drawn = quarter ? addDays(periodOfQuarter(quarter, "quarter").end, 1) : undefined;
	if (text === "" && options.dataAsOf === undefined) cells.report("data-date-missing", "dataAsOf");
	const asOf = text === "" ? options.dataAsOf : (drawn ?? readDateCell(cells, "dataAsOf"));
	if (asOf === undefined) return undefined;
	if (asOf > options.today) cells.report("data-date-future", "dataAsOf", { asOf: formatDate(asOf) });
	else if (period && asOf < period.end)
		cells.report("data-date-early", "dataAsOf", { asOf: formatDate(asOf), end: formatDate(period.end) });
	return asOf;
}
