import { findColumn } from "./figure-columns.ts";

export type Separator = "," | ";" | "\t";
const separators: readonly Separator[] = [",", ";", "\t"];

/** Lines at the start of a file in which the row of headings is looked for. */
export const headingRows = 30;

/**
 * Finds what parts the cells of a text table: the sign that makes the most headings of a figure file out of one of its
 * first lines. Where no line has headings, the sign that occurs most.
 */
export function findSeparator(text: string): Separator {
	const lines = text.slice(0, 100_000).split(/\r\n|\n|\r/, headingRows);
	const most = (score: (line: string, separator: Separator) => number) =>
		separators
			.map((separator) => ({ separator, score: Math.max(...lines.map((line) => score(line, separator))) }))
			.reduce((best, next) => (next.score > best.score ? next : best));
	const byHeadings = most((line, separator) => new Set(line.split(separator).map(findColumn)).size);
	return byHeadings.score > 2
		? byHeadings.separator
		: most((line, separator) => line.split(separator).length).separator;
}
