import { formatValue } from "./trend-input.ts";

/** Estimates with their intervals beside one value that they are held against. */
export interface IntervalInput {
	readonly title: string;
	/** Printed after each number: `%`, or words such as `per 1,000 days`. */
	readonly unit: string;
	readonly decimals: number;
	readonly reference: { readonly label: string; readonly value: number };
	readonly rows: readonly {
		readonly label: string;
		readonly estimate: number;
		/** Null where there is no interval. */
		readonly lower: number | null;
		readonly upper: number | null;
	}[];
}

/** How many rows are drawn; the words and the table have them all. */
export const mostIntervals = 60;

export function formatIntervalValue(value: number, { unit, decimals }: IntervalInput): string {
	return formatValue(value, { title: "", unit, decimals, direction: null, points: [], standard: null });
}

/** What the drawing shows in words; every value stands in the table below it. */
export function intervalSentence(input: IntervalInput): string {
	const { rows, reference } = input;
	if (rows.length === 0) return "No adjusted figure can be shown.";
	const beside = `${reference.label} is ${formatIntervalValue(reference.value, input)}`;
	if (rows.every(({ lower }) => lower === null)) {
		return `${beside}. None of the ${rows.length} adjusted figures has an interval. The table below has all values.`;
	}
	const above = rows.filter(({ lower }) => lower !== null && lower > reference.value).length;
	const below = rows.filter(({ upper }) => upper !== null && upper < reference.value).length;
	const drawn = rows.length > mostIntervals ? ` The first ${mostIntervals} are drawn.` : "";
	return `${beside}. Of ${rows.length} adjusted figures the whole interval of ${above} lies above it and that of ${below} below it. The table below has all values.${drawn}`;
}

export function intervalAltText(input: IntervalInput): string {
	return `${input.title}. Chart of figures with their 95 percent intervals. ${intervalSentence(input)}`;
}
