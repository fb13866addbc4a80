import { isSmallCount } from "./masking.ts";

/** The two counts of a figure. */
export type Counts = { readonly numerator: number; readonly denominator: number };

/** Which counts of a figure may not be shown. A hidden denominator hides the numerator too; a hidden numerator hides the value. */
export type Hidden = { readonly numerator: boolean; readonly denominator: boolean };

/** Cells that add up to a whole which stands elsewhere: their places in the list of cells, and what is hidden of the whole. */
export type Line = { readonly cells: readonly number[]; readonly whole: Hidden };

/**
 * What is hidden of one figure on its own: counts of 1 to 10, and in percent a rest (denominator less numerator) of 1 to 10
 * (`maskFigure` has the source). Zero is shown.
 */
export function hideSmallCounts({ numerator, denominator }: Counts, isPercent: boolean): Hidden {
	const isSmall = isSmallCount(denominator);
	const smallRest = isPercent && isSmallCount(denominator - numerator);
	return { numerator: isSmall || smallRest || isSmallCount(numerator), denominator: isSmall };
}

/**
 * What is hidden of the cells of a table so that no hidden one follows from the others and the wholes of its lines. In each line
 * with anything hidden at least two numbers are, and one of them is a cell that is not small itself; where there is no such cell,
 * all of the line are hidden. Goes on until nothing changes. Answers in the order of the cells.
 */
export function hideTableCounts(
	cells: readonly Counts[],
	lines: readonly Line[],
	isPercent: boolean,
): readonly Hidden[] {
	const small = cells.map((each) => hideSmallCounts(each, isPercent));
	const hidden = small.map((each) => ({ ...each }));
	for (let isChanged = true; isChanged; ) {
		isChanged = false;
		for (const line of lines) {
			for (const count of ["denominator", "numerator"] as const) {
				for (const index of moreToHide(line, count)) {
					isChanged = true;
					const cell = hidden[index];
					if (!cell) continue;
					cell[count] = true;
					cell.numerator = true;
				}
			}
		}
	}
	return hidden;

	function moreToHide({ cells: members, whole }: Line, count: keyof Counts): readonly number[] {
		const isHidden = (index: number) => hidden[index]?.[count] === true;
		const standing = members.filter((index) => !isHidden(index));
		const [gone, isWholeGone] = [members.filter(isHidden), whole[count]];
		if (standing.length === 0 || (gone.length === 0 && !isWholeGone)) return [];
		const isCovered = gone.some((index) => small[index]?.[count] === false) || (isWholeGone && gone.length > 0);
		if (isCovered && gone.length + (isWholeGone ? 1 : 0) >= 2) return [];
		const size = (index: number) => cells[index]?.[count] ?? 0;
		const large = standing.filter((index) => size(index) > 0).sort((a, b) => size(a) - size(b));
		return large.length > 0 ? large.slice(0, 1) : standing;
	}
}
