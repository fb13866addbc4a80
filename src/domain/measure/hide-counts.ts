import { knownSums } from "./known-sums.ts";
import { isSmallCount } from "./masking.ts";

/** The two counts of a figure. */
export type Counts = { readonly numerator: number; readonly denominator: number };

/** Which counts of a figure may not be shown. A hidden denominator hides the numerator too; a hidden numerator hides the value. */
export type Hidden = { readonly numerator: boolean; readonly denominator: boolean };

/** A sum of cells that stands in another table: the places of its cells, its counts, and what is hidden of them. */
export type CellSum = Counts & { readonly cells: readonly number[]; readonly hidden: Hidden };

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
 * What is hidden of the cells of a table so that no small one, and no small sum of them, follows by adding and subtracting from the
 * cells and sums that are shown. Sums stay as they are; more cells are hidden, the smallest first, until nothing follows. A sum with
 * anything hidden has at least two cells hidden, one of them not small, so that two small ones do not give each other away.
 * Answers in the order of the cells.
 */
export function hideTableCounts(
	cells: readonly Counts[],
	sums: readonly CellSum[],
	isPercent: boolean,
): readonly Hidden[] {
	const alone = cells.map((each) => hideSmallCounts(each, isPercent));
	const denominator = hideCount(
		cells.map((each, at) => ({
			...{ size: each.denominator, isSmall: isSmallCount(each.denominator) },
			isHidden: alone[at]?.denominator ?? true,
		})),
		sums.map(({ denominator: size, hidden, cells: members }) => ({
			...{ cells: members, size, isHidden: hidden.denominator, isSmall: isSmallCount(size) },
		})),
	);
	const numerator = hideCount(
		cells.map((each, at) => ({
			size: each.numerator,
			isSmall: isNumeratorTelling(each, denominator[at] ?? true, isPercent),
			isHidden: alone[at]?.numerator !== false || denominator[at] !== false,
		})),
		sums.map((each) => ({
			...{ cells: each.cells, size: each.numerator, isHidden: each.hidden.numerator },
			isSmall: isNumeratorTelling(each, each.hidden.denominator, isPercent),
		})),
	);
	return cells.map((_, at) => ({ numerator: numerator[at] ?? true, denominator: denominator[at] ?? true }));
}

/** Would a numerator tell of few children: by itself, or by what is left of a denominator that is shown? */
function isNumeratorTelling(counts: Counts, isDenominatorHidden: boolean, isPercent: boolean): boolean {
	const rest = counts.denominator - counts.numerator;
	return isSmallCount(counts.numerator) || (isPercent && !isDenominatorHidden && isSmallCount(rest));
}

/** A count: how large, whether it must not become known, and whether it is hidden. */
type Count = { readonly size: number; readonly isSmall: boolean; readonly isHidden: boolean };
type Sum = Count & { readonly cells: readonly number[] };

/** Which cells are hidden of one of the counts. */
function hideCount(cells: readonly Count[], sums: readonly Sum[]): readonly boolean[] {
	const hidden = cells.map(({ isHidden }) => isHidden);
	const sizeOf = (index: number) => cells[index]?.size ?? 0;
	const standingIn = (among: readonly number[]) => among.filter((index) => !hidden[index]);
	const smallestOf = (among: readonly number[]): readonly number[] => {
		const large = standingIn(among).filter((index) => sizeOf(index) > 0);
		return large.length > 0 ? large.sort((a, b) => sizeOf(a) - sizeOf(b)).slice(0, 1) : standingIn(among);
	};
	for (;;) {
		const thin = sums.find((sum) => standingIn(sum.cells).length > 0 && isThin(sum));
		const told = thin ?? findTold();
		if (!told) return hidden;
		const more = smallestOf(told.cells);
		const all = cells.map((_, index) => index);
		for (const index of more.length > 0 ? more : smallestOf(all)) hidden[index] = true;
		if (standingIn(all).length === 0) return hidden;
	}

	function isThin({ cells: members, isHidden }: Sum): boolean {
		const gone = members.filter((index) => hidden[index]);
		if (gone.length === 0) return isHidden;
		return !isHidden && (gone.length < 2 || !gone.some(covers));
	}

	/** A hidden cell that is not small itself: beside it, others can be anything. */
	function covers(index: number): boolean {
		return cells[index]?.isSmall === false && sizeOf(index) > 10;
	}

	/** A small cell or small sum that follows from what is shown, with the cells of the shown sums that it has part in. */
	function findTold(): { readonly cells: readonly number[] } | undefined {
		const unknown = new Map(
			hidden.flatMap((isHidden, index) => (isHidden ? [index] : [])).map((index, at) => [index, at]),
		);
		const unknownOf = (members: readonly number[]) => members.flatMap((index) => unknown.get(index) ?? []);
		const shown = sums.filter(({ isHidden }) => !isHidden);
		const known = knownSums(unknown.size, [
			...shown.map((sum) => unknownOf(sum.cells)),
			// A sum of zero says that each of its cells is zero.
			...shown.filter(({ size }) => size === 0).flatMap((sum) => unknownOf(sum.cells).map((at) => [at])),
		]);
		const small = cells.flatMap(({ isSmall }, index) => (isSmall ? [{ cells: [index] }] : []));
		const told = [...small, ...sums.filter(({ isSmall }) => isSmall)].find((each) =>
			known.tells(unknownOf(each.cells)),
		);
		return (
			told && {
				cells: shown.filter((sum) => sum.cells.some((index) => told.cells.includes(index))).flatMap((sum) => sum.cells),
			}
		);
	}
}
