import type { DocumentLanguage } from "../neutral/neutral-document.ts";

/** One period of an indicator. A figure that may not or cannot be shown has no value and leaves a gap. */
export interface TrendPoint {
	/** Last day of the period, `YYYY-MM-DD`; orders the points. */
	readonly periodEnd: string;
	/** How the period is named on the axis and in words. */
	readonly label: string;
	readonly value: number | null;
	readonly numerator?: number | undefined;
	readonly denominator?: number | undefined;
	/** Why there is no value: too few children to show (`masked`), or no data (`missing`, the default). */
	readonly absence?: "masked" | "missing" | undefined;
}

export interface TrendStandard {
	readonly value: number;
	/** What the line is, for instance `National standard`. */
	readonly label: string;
	/**
	 * False where the value may be shown beside the line but not judged by it: observed performance is never judged
	 * against national performance. Default true.
	 */
	readonly judged?: boolean | undefined;
}

export interface TrendTarget {
	readonly value: number;
	/** The day by which it is to be reached, `YYYY-MM-DD`. */
	readonly by: string;
	/** How that day is named in words, for instance `June 2007`. */
	readonly label: string;
}

export interface TrendInput {
	readonly title: string;
	/** Printed after each number: `%`, or words such as `days` or `per 1,000 children`; empty for plain counts. */
	readonly unit: string;
	/** Which way is better; null where a change is only told and not called better or worse. */
	readonly direction: "up" | "down" | null;
	readonly points: readonly TrendPoint[];
	readonly standard: TrendStandard | null;
	readonly target?: TrendTarget | undefined;
	/** Digits after the decimal point; default 1. */
	readonly decimals?: number | undefined;
	/** Default English. */
	readonly language?: DocumentLanguage | undefined;
}

/** Writes a number of the trend with its unit: `38.0%`, `412.0 days`. */
export function formatValue(value: number, input: TrendInput): string {
	const number = formatNumber(value, input);
	if (input.unit === "") return number;
	return input.unit === "%" ? `${number}%` : `${number} ${input.unit}`;
}

/** The same without the unit. */
export function formatNumber(value: number, input: TrendInput): string {
	const digits = input.decimals ?? 1;
	const format = new Intl.NumberFormat(input.language === "es" ? "es-US" : "en-US", {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
	const text = format.format(value);
	return /^-[0.,]+$/u.test(text) ? text.slice(1) : text;
}
