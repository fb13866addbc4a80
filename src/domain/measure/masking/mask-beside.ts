import { maskFamily } from "./mask-family.ts";
import { groupKey, type View } from "./published-family.ts";

/** One of the smallest groups: how many children are counted in it, and how many of nearly the same children another measure counts. */
export type BesideCell = {
	readonly group: Readonly<Record<string, string>>;
	readonly count: number;
	readonly beside: number;
};

/**
 * Masks counts that stand beside those of another measure of nearly the same children, whose masks are decided: 50 who entered care beside
 * 47 who entered it and stayed give away 3. The other count is read as a part of this one, and what is left of it is protected like what is
 * left of a share; only the count here can be masked for it. `isKnown` says of a group, by its key, whether everybody knows the other count.
 *
 * Where the other measure counts more in one of the smallest groups (files of later periods tell it of children whom this one does not
 * know), the count of that group is masked, and the difference is left to the groups around it, where it is no number of any children.
 */
export function maskBeside(
	cells: readonly BesideCell[],
	views: readonly View[],
	isKnown: (key: string) => boolean,
): (group: Readonly<Record<string, string | undefined>>) => boolean {
	const family = cells.map(({ group, count, beside }) => ({
		...{ group, numerator: beside, denominator: Math.max(count, beside) },
	}));
	const fewer = new Set(
		cells.filter(({ count, beside }) => count < beside).flatMap(({ group }) => views.map((view) => keyIn(group, view))),
	);
	const wider = new Set(
		cells
			.filter(({ count, beside }) => count >= beside)
			.flatMap(({ group }) => views.map((view) => keyIn(group, view))),
	);
	const mayShow = maskFamily(family, "share", views, (key) => ({
		numerator: isKnown(key),
		denominator: fewer.has(key) && !wider.has(key) ? false : undefined,
	}));
	return (group) => mayShow(group).denominator;
}

function keyIn(group: Readonly<Record<string, string>>, view: View): string {
	return groupKey(Object.fromEntries(view.map((dimension) => [dimension, group[dimension]])));
}
