import { formatValue as formatTrendValue } from "./trend-input.ts";

/** The values of groups in one period, in the order in which they are to stand. */
export interface GroupInput {
	readonly title: string;
	/** Printed after each number: `%`, or words such as `per 1,000 days`. */
	readonly unit: string;
	readonly decimals: number;
	/** Null where the value may not be shown, or where there is none. */
	readonly groups: readonly { readonly label: string; readonly value: number | null; readonly isMasked: boolean }[];
}

/** How many groups are drawn; the words and the table have them all. */
export const mostBars = 60;

/** Groups named in words; more would not be listened to. */
const mostNamed = 12;

export function formatGroupValue(value: number, { unit, decimals }: GroupInput): string {
	return formatTrendValue(value, { title: "", unit, decimals, direction: null, points: [], standard: null });
}

/** What the drawing shows: how many groups, their values where they are few, and why any are missing. */
export function groupSentence(input: GroupInput): string {
	const { groups } = input;
	const shown = groups.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
	const masked = groups.filter(({ isMasked, value }) => isMasked && value === null).length;
	const values = shown.map(({ label, value }) => `${label} ${formatGroupValue(value, input)}`);
	return [
		`${groups.length} ${groups.length === 1 ? "group" : "groups"}.`,
		shown.length === 0 ? "No figure can be shown." : "",
		shown.length > 0 && shown.length <= mostNamed ? `${values.join("; ")}.` : "",
		shown.length > mostNamed ? "The table below has all values." : "",
		groups.length > mostBars ? `The first ${mostBars} are drawn.` : "",
		masked > 0 ? `${masked} not shown, to protect small counts.` : "",
	]
		.filter((part) => part !== "")
		.join(" ");
}

export function groupAltText(input: GroupInput): string {
	return `${input.title}. Bar chart. ${groupSentence(input)}`;
}
