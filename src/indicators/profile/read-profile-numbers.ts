import { formatValue, unitWords } from "../../domain/measure/format-value.ts";
import type { NationalPerformance } from "../../domain/measure/national-performance.ts";
import { rate } from "../../domain/measure/rate.ts";
import { readNumber } from "../figures/read-number.ts";
import type { ProfileCells } from "./profile-cells.ts";

/** The numbers of a row in the indicator's unit, and how they were told. */
export interface ProfileNumbers {
	readonly denominator: number | null;
	readonly numerator: number | null;
	readonly observed: number | null;
	readonly riskStandardized: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
	/** Some cell says DQ. */
	readonly notCalculated: boolean;
	/** The row was written in shares (0.458) and was taken times 100. */
	readonly asShare: boolean;
}

type Cell = { readonly value: number; readonly decimals: number; readonly percentSign: boolean };
type Reading = Cell | "dq" | null;

const measures = ["observed", "riskStandardized", "lower", "upper"] as const;
type Measure = (typeof measures)[number];
type Counts = { readonly numerator: number | null; readonly denominator: number | null };

/** Reads the numbers of a row. Undefined when one cannot stand; the reason has been reported. */
export function readProfileNumbers(cells: ProfileCells, national: NationalPerformance): ProfileNumbers | undefined {
	const counts = { numerator: readCount(cells, "numerator"), denominator: readCount(cells, "denominator") };
	const interval = splitInterval(cells);
	const texts = { observed: cells.text("observed"), riskStandardized: cells.text("riskStandardized"), ...interval };
	const readings = measures.map((measure) => readMeasure(cells, measure, texts[measure]));
	if (counts.numerator === undefined || counts.denominator === undefined || readings.includes(undefined))
		return undefined;
	const [observed = null, riskStandardized = null, lower = null, upper = null] = readings;
	const known = { numerator: counts.numerator, denominator: counts.denominator };
	const read = { observed, riskStandardized, lower, upper };
	const scale = national.unit === "percent" ? findScale(cells, read, known) : checkRate(cells, read, national);
	if (scale === undefined) return undefined;
	const value = (reading: Reading) => (isCell(reading) ? plain(reading.value * scale) : null);
	const numbers = {
		...known,
		observed: value(observed),
		riskStandardized: value(riskStandardized),
		lower: value(lower),
		upper: value(upper),
	};
	const given = isCell(observed) ? { ...observed, decimals: observed.decimals - (scale === 100 ? 2 : 0) } : undefined;
	if (!checkCounts(cells, numbers, national, given)) return undefined;
	return {
		...numbers,
		observed: numbers.observed ?? observedOf(known, national),
		notCalculated: Object.values(read).includes("dq"),
		asShare: scale === 100,
	};
}

function isCell(reading: Reading | undefined): reading is Cell {
	return typeof reading === "object" && reading !== null;
}

/** Without the noise of 0.441 * 100. */
function plain(value: number): number {
	return Number(value.toPrecision(12));
}

const saysDq = /^(dq\b.*|dq\d*|not calculated.*)$/i;

function readCount(cells: ProfileCells, column: "numerator" | "denominator"): number | null | undefined {
	const text = cells.text(column);
	if (saysDq.test(text)) return null;
	const reading = readNumber(text, false);
	if (reading.kind === "empty") return null;
	if (reading.kind === "number" && !reading.percentSign) {
		if (Number.isInteger(reading.value)) return reading.value;
		cells.report("profile-count-not-whole", column);
	} else cells.report("profile-number", column);
	return undefined;
}

/** Both bounds: from their own columns, or from one cell that holds both ("44.9%-47.8%", "(44.9, 47.8)"). */
function splitInterval(cells: ProfileCells): { readonly lower: string; readonly upper: string } {
	const [lower, upper, both] = [cells.text("lower"), cells.text("upper"), cells.text("interval")];
	if (lower !== "" || upper !== "" || both === "") return { lower, upper };
	const match = /^[([]?\s*([\d.]+\s*%?)\s*(?:[-\u2010-\u2015,;]|to)\s*([\d.]+\s*%?)\s*[)\]]?$/i.exec(both);
	return { lower: match?.[1] ?? both, upper: match?.[2] ?? both };
}

function readMeasure(cells: ProfileCells, measure: Measure, text: string): Reading | undefined {
	if (saysDq.test(text)) return "dq";
	const reading = readNumber(text, false);
	if (reading.kind === "empty") return null;
	if (reading.kind === "number") return reading;
	const fromInterval = (measure === "lower" || measure === "upper") && cells.text(measure) === "";
	cells.report("profile-number", fromInterval ? "interval" : measure);
	return undefined;
}

type Readings = Readonly<Record<Measure, Reading>>;

/**
 * 100 where a row of percent was written in shares, else 1. Told by percent signs; else by the counts, which say what observed
 * performance must be; else by the numbers: a row with none above 1 is in shares.
 */
function findScale(cells: ProfileCells, read: Readings, counts: Counts): 1 | 100 | undefined {
	const given = measures.map((measure) => read[measure]).filter(isCell);
	const signs = given.filter(({ percentSign }) => percentSign).length;
	const mixed = () => {
		cells.report("profile-unit-mixed", "riskStandardized");
		return undefined;
	};
	if (signs > 0) return signs === given.length ? 1 : mixed();
	const standardized = [read.riskStandardized, read.lower, read.upper].filter(isCell);
	const allBelowOne = standardized.length > 0 && standardized.every(({ value }) => value <= 1);
	const byCounts = scaleByCounts(read.observed, counts);
	if (byCounts === undefined) return given.length > 0 && given.every(({ value }) => value <= 1) ? 100 : 1;
	if (standardized.length === 0) return byCounts;
	if (byCounts === 100) return allBelowOne ? 100 : mixed();
	return allBelowOne && isCell(read.observed) && read.observed.value > 1 ? mixed() : 1;
}

/** What the counts say: undefined where they say nothing, or fit neither unit or both. */
function scaleByCounts(observed: Reading, { numerator, denominator }: Counts): 1 | 100 | undefined {
	if (!isCell(observed) || numerator === null || !denominator) return undefined;
	const share = numerator / denominator;
	const [asShare, asPercent] = [agrees(observed, share), agrees(observed, share * 100)];
	if (asShare === asPercent) return undefined;
	return asShare ? 100 : 1;
}

/** Whether a number as it was written can be the rounding of the exact one. */
function agrees({ value, decimals }: Pick<Cell, "value" | "decimals">, exact: number): boolean {
	return Math.abs(value - exact) <= 10 ** -decimals / 2 + 1e-6 * Math.max(1, exact);
}

function checkRate(cells: ProfileCells, read: Readings, { code, unit }: NationalPerformance): 1 | undefined {
	const signed = measures.find((measure) => {
		const reading = read[measure];
		return isCell(reading) && reading.percentSign;
	});
	if (!signed) return 1;
	cells.report("profile-percent-sign", signed, { indicator: code, unit: unitWords[unit] });
	return undefined;
}

function observedOf({ numerator, denominator }: Counts, { unit }: NationalPerformance): number | null {
	return numerator === null || denominator === null ? null : rate(numerator, denominator, unit);
}

function checkCounts(
	cells: ProfileCells,
	numbers: Pick<ProfileNumbers, Measure | "numerator" | "denominator">,
	national: NationalPerformance,
	given: Pick<Cell, "decimals"> | undefined,
): boolean {
	const { numerator, denominator, observed } = numbers;
	if (national.unit === "percent") {
		const above = measures.find((measure) => (numbers[measure] ?? 0) > 100);
		if (above) cells.report("profile-percent-above-100", above, { indicator: national.code });
		const tooMany = numerator !== null && denominator !== null && numerator > denominator;
		if (tooMany) cells.report("profile-numerator-above", "numerator", { denominator: String(denominator) });
		if (above || tooMany) return false;
	}
	const computed = observedOf(numbers, national);
	if (computed === null || observed === null || !given) return true;
	if (agrees({ value: observed, decimals: given.decimals }, computed)) return true;
	cells.report("profile-observed-disagrees", "observed", { computed: formatValue(computed, national.unit) });
	return false;
}
