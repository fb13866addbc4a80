import { formatValue, unitWords } from "../../domain/measure/format-value.ts";
import { isRateUnit, rate } from "../../domain/measure/rate.ts";
import type { FigureColumnKey } from "./figure-columns.ts";
import { type NumberReading, readNumber } from "./read-number.ts";
import type { UsableIndicator } from "./read-subject.ts";
import type { RowCells } from "./row-cells.ts";

/** The numbers of a figure. */
export interface FigureNumbers {
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly value: number;
}

/** A number of a row, or the reason why there is none. */
type Cell = Exclude<NumberReading, { kind: "problem" | "dot" }>;

interface Trio {
	readonly numerator: Cell;
	readonly denominator: Cell;
	readonly value: Cell;
}

const zero: Cell = { kind: "number", value: 0, decimals: 0, percentSign: false };
const empty: Cell = { kind: "empty" };

/**
 * The counts and the value of a row, checked against each other. A rate is worked out from its counts; a value that is
 * given too must agree with them within its rounding. `left-out`: the row has no figure (masked, or nothing to count) and
 * says so in a problem to look at. Undefined when the numbers cannot stand; the reason has been reported.
 */
export function readNumbers(
	cells: RowCells,
	indicator: UsableIndicator,
	commaUnclear: boolean,
): FigureNumbers | "left-out" | undefined {
	const numerator = readCount(cells, "numerator", indicator, commaUnclear);
	const denominator = readCount(cells, "denominator", indicator, commaUnclear);
	const value = readValue(cells, indicator, commaUnclear);
	if (!numerator || !denominator || !value) return undefined;
	return takeNumbers(cells, indicator, { numerator, denominator, value });
}

function readCell(
	cells: RowCells,
	column: FigureColumnKey,
	indicator: UsableIndicator,
	commaUnclear: boolean,
): Cell | undefined {
	const reading = readNumber(cells.text(column), commaUnclear);
	if (reading.kind === "problem") {
		cells.report(reading.id, column);
		return undefined;
	}
	if (reading.kind === "dot") {
		cells.report("dot-as-zero", column);
		return zero;
	}
	if (reading.kind === "number" && reading.percentSign && (column !== "value" || indicator.unit !== "percent")) {
		const unit = column === "value" ? unitWords[indicator.unit] : "whole numbers";
		cells.report("number-percent-sign", column, { indicator: indicator.code, unit });
		return undefined;
	}
	return reading;
}

function readCount(
	cells: RowCells,
	column: "numerator" | "denominator",
	indicator: UsableIndicator,
	commaUnclear: boolean,
): Cell | undefined {
	const cell = readCell(cells, column, indicator, commaUnclear);
	if (cell?.kind !== "number" || Number.isInteger(cell.value)) return cell;
	cells.report("count-not-whole", column);
	return undefined;
}

function readValue(cells: RowCells, indicator: UsableIndicator, commaUnclear: boolean): Cell | undefined {
	// A dot among the values is a rate of nothing: the counts tell.
	if (cells.text("value") === ".") return empty;
	const cell = readCell(cells, "value", indicator, commaUnclear);
	if (cell?.kind !== "number" || indicator.unit !== "percent" || cell.value <= 100) return cell;
	cells.report("percent-above-100", "value", { indicator: indicator.code });
	return undefined;
}

function numberOf(cell: Cell): number | null {
	return cell.kind === "number" ? cell.value : null;
}

function takeNumbers(cells: RowCells, indicator: UsableIndicator, trio: Trio): FigureNumbers | "left-out" | undefined {
	const [numerator, denominator] = [numberOf(trio.numerator), numberOf(trio.denominator)];
	if (isRateUnit(indicator.unit) && numerator !== null && denominator !== null)
		return fromCounts(cells, indicator, { numerator, denominator }, trio.value);
	const masked = (["numerator", "denominator", "value"] as const).filter((column) => trio[column].kind === "masked");
	if (indicator.unit === "count" && numerator !== null) return fromCount(cells, numerator, denominator, trio.value);
	if (trio.value.kind === "number") {
		for (const column of masked) cells.report("masked-count", column);
		checkShare(cells, indicator, trio.value.value);
		return { numerator, denominator, value: trio.value.value };
	}
	const [first] = masked;
	if (first) {
		cells.report("masked-not-taken", first);
		return "left-out";
	}
	reportNoValue(cells, indicator, trio);
	return undefined;
}

function reportNoValue(cells: RowCells, indicator: UsableIndicator, trio: Trio): void {
	const [hasNumerator, hasDenominator] = [trio.numerator.kind === "number", trio.denominator.kind === "number"];
	if (!isRateUnit(indicator.unit) && (hasNumerator || hasDenominator || indicator.unit === "months"))
		cells.report("value-missing", "value", { indicator: indicator.code, unit: unitWords[indicator.unit] });
	else if (hasNumerator) cells.report("count-missing", "denominator");
	else if (hasDenominator) cells.report("count-missing", "numerator");
	else cells.report("figure-missing", "value");
}

/** A plain count: its numerator is its value. */
function fromCount(
	cells: RowCells,
	numerator: number,
	denominator: number | null,
	value: Cell,
): FigureNumbers | undefined {
	if (value.kind !== "number" || value.value === numerator) return { numerator, denominator, value: numerator };
	cells.report("value-disagrees", "value", { computed: formatValue(numerator, "count") });
	return undefined;
}

function fromCounts(
	cells: RowCells,
	{ unit, code }: UsableIndicator,
	counts: { readonly numerator: number; readonly denominator: number },
	given: Cell,
): FigureNumbers | "left-out" | undefined {
	const { numerator, denominator } = counts;
	if (!isRateUnit(unit)) return undefined;
	const value = rate(numerator, denominator, unit);
	if (value === null) return fromNothing(cells, numerator, given);
	if (unit === "percent" && numerator > denominator) {
		cells.report("numerator-above-denominator", "numerator", { denominator: String(denominator) });
		return undefined;
	}
	if (given.kind !== "number" || agrees(given, value)) return { ...counts, value };
	const computed = formatValue(value, unit, Math.min(Math.max(given.decimals, 1), 4));
	const asShare = unit === "percent" && !given.percentSign && given.value <= 1;
	if (asShare && agrees({ ...given, value: given.value * 100, decimals: Math.max(0, given.decimals - 2) }, value)) {
		cells.report("value-as-share", "value", { computed, indicator: code });
		return { ...counts, value };
	}
	cells.report("value-disagrees", "value", { computed });
	return undefined;
}

/** Noise of spreadsheets (75.16483516483517) that is no disagreement. */
const noise = 1e-6;

/** Whether a value as it was written can be the rounding of the exact one: 75.2 stands for 75.15 to 75.25. */
function agrees({ value, decimals }: { readonly value: number; readonly decimals: number }, exact: number): boolean {
	const step = 10 ** -decimals / 2;
	return Math.abs(value - exact) <= step + noise * Math.max(1, exact);
}

function fromNothing(cells: RowCells, numerator: number, given: Cell): "left-out" | undefined {
	const other = numerator !== 0 ? "numerator" : numberOf(given) ? "value" : undefined;
	if (other !== undefined) {
		cells.report("nothing-below", "denominator", { other });
		return undefined;
	}
	cells.report("nothing-to-count", "denominator");
	return "left-out";
}

/** A percent below this share of its standard, and at most 1, may be a share that should be multiplied by 100. */
const lowShare = 0.1;

function checkShare(cells: RowCells, { unit, code, standard }: UsableIndicator, value: number): void {
	if (unit !== "percent" || value <= 0 || value > 1) return;
	if (cells.text("value").endsWith("%") || value >= (standard?.value ?? 100) * lowShare) return;
	cells.report("value-maybe-share", "value", { read: formatValue(value, "percent", 2), indicator: code });
}
