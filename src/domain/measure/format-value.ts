import type { Unit } from "./measure-facts.ts";

const usualDecimals: Readonly<Record<Unit, number>> = {
	percent: 1,
	months: 1,
	"per-1000": 2,
	"per-1000-days": 2,
	"per-100000-days": 2,
	count: 0,
	ratio: 2,
};

const withUnit: Readonly<Record<Unit, (number: string) => string>> = {
	percent: (number) => `${number}%`,
	months: (number) => `${number} months`,
	"per-1000": (number) => `${number} per 1,000`,
	"per-1000-days": (number) => `${number} per 1,000 days`,
	"per-100000-days": (number) => `${number} per 100,000 days`,
	count: (number) => number,
	ratio: (number) => number,
};

const mostDecimals = 6;

const formats = Array.from(
	{ length: mostDecimals + 1 },
	(_, decimals) =>
		new Intl.NumberFormat("en-US", {
			minimumFractionDigits: decimals,
			maximumFractionDigits: decimals,
			signDisplay: "negative",
		}),
);

/** How a unit is named beside a column of plain numbers. */
export const unitWords: Readonly<Record<Unit, string>> = {
	percent: "percent",
	months: "months",
	"per-1000": "per 1,000 children",
	"per-1000-days": "per 1,000 days in care",
	"per-100000-days": "per 100,000 days in care",
	count: "count",
	ratio: "ratio",
};

/**
 * A value as readers see it: "75.2%", "5.4 months", "4.12 per 1,000 days", "1,234". Decimals default to what the field
 * uses for the unit: one for percent and months, two for rates, none for counts.
 */
export function formatValue(value: number, unit: Unit, decimals: number = usualDecimals[unit]): string {
	const format = formats[Math.min(Math.max(Math.trunc(decimals), 0), mostDecimals)];
	return withUnit[unit](format ? format.format(value) : String(value));
}

/** A value of a measure that no catalogue has, so that its unit is not known: the number as it was given, with two decimals at most. */
function formatPlain(value: number): string {
	return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

/** The value with its unit, or as a plain number where the unit is not known. */
export function formatGiven(value: number, unit: Unit | undefined): string {
	return unit === undefined ? formatPlain(value) : formatValue(value, unit);
}

/** How many decimals a number is written with, at most six: 99.68 has two. */
function decimalsOf(value: number): number {
	const written = value.toFixed(mostDecimals).replace(/0+$/, "");
	return written.length - written.indexOf(".") - 1;
}

/**
 * A value and what it is held against, written with as many decimals as it takes to see that they differ: 94.58 beside a
 * standard of 94.6 is "94.58%" and "94.60%", not "94.6%" twice with one of them called short.
 */
export function formatPair(value: number, standard: number, unit: Unit): { value: string; standard: string } {
	let decimals = Math.max(usualDecimals[unit], Math.min(decimalsOf(standard), 4));
	const at = (places: number) => [formatValue(value, unit, places), formatValue(standard, unit, places)] as const;
	while (value !== standard && decimals < mostDecimals && at(decimals)[0] === at(decimals)[1]) decimals += 1;
	const [first, second] = at(decimals);
	return { value: first, standard: second };
}
