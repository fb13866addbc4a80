/** One of the smallest groups of an indicator in a window: its label in every dimension, and its counts. */
export type FamilyCell = {
	readonly group: Readonly<Record<string, string>>;
	readonly numerator: number;
	readonly denominator: number;
	/** How many children it is about, where neither count is one of children: months or days in care. */
	readonly people?: number;
};

/** `share`: the numerator is a part of the denominator (S2, P1 to P4). `rate`: it is not (S1 reports and days, P5 moves and days). */
export type MeasureKind = "share" | "rate";

/** What is masked together: also counts without a denominator (children of a cohort by what became of them). */
export type FamilyKind = MeasureKind | "count";

/** A view is a table by these dimensions; `[]` is the total. */
export type View = readonly string[];

/** One row of a view, summed. */
export type ViewCell = {
	readonly key: string;
	readonly view: View;
	readonly numerator: number;
	readonly denominator: number;
	/** Undefined where the counts are of children. */
	readonly people: number | undefined;
};

/** A row of one view and the rows of a finer view that add up to it. */
export type Line = { readonly whole: string; readonly parts: readonly string[] };

export type PublishedFamily = {
	readonly cells: ReadonlyMap<string, ViewCell>;
	readonly lines: readonly Line[];
	/** Of each row, by its key, the smallest groups in it as numbers from 0. They are published in no view, but rows add up from them. */
	readonly members: ReadonlyMap<string, readonly number[]>;
};

/** The key of a group within its view: the same whatever order its dimensions come in. */
export function groupKey(group: Readonly<Record<string, string | undefined>>): string {
	return JSON.stringify(Object.entries(group).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Everything that is published together of one indicator and window: the rows of all views, and how they add up to each other. A view
 * adds up from every other one whose groups lie within its own (counties within regions, and each table within its margins).
 */
export function publishedFamily(cells: readonly FamilyCell[], views: readonly View[]): PublishedFamily {
	const summed = new Map<string, ViewCell>();
	const members = new Map<string, Set<number>>();
	const smallest = smallestGroups(cells, [...new Set(views.flat())]);
	const lines: Line[] = [];
	const keysByView = views.map((view) => {
		const keys = cells.map(({ group }) => groupKey(within(group, view)));
		for (const [index, key] of keys.entries()) {
			const { numerator = 0, denominator = 0, people } = cells[index] ?? {};
			const known = summed.get(key);
			summed.set(key, {
				key,
				view,
				numerator: numerator + (known?.numerator ?? 0),
				denominator: denominator + (known?.denominator ?? 0),
				people: people === undefined ? known?.people : people + (known?.people ?? 0),
			});
			members.set(key, (members.get(key) ?? new Set()).add(smallest[index] ?? 0));
		}
		return keys;
	});
	for (const [coarse, wholes] of keysByView.entries()) {
		for (const [fine, parts] of keysByView.entries()) {
			if (coarse !== fine && isFunctionOf(wholes, parts)) lines.push(...linesBetween(wholes, parts));
		}
	}
	return {
		cells: new Map([...summed].sort(([a], [b]) => (a < b ? -1 : 1))),
		lines: lines.sort((a, b) => (lineKey(a) < lineKey(b) ? -1 : 1)),
		members: new Map([...members].map(([key, list]) => [key, [...list]])),
	};
}

/** The number of each cell's smallest group, by all dimensions that any view has: the same whatever order the cells come in. */
function smallestGroups(cells: readonly FamilyCell[], dimensions: View): readonly number[] {
	const keys = cells.map(({ group }) => groupKey(within(group, dimensions)));
	const numbers = new Map([...new Set(keys)].sort().map((key, index) => [key, index]));
	return keys.map((key) => numbers.get(key) ?? 0);
}

function within(group: FamilyCell["group"], view: View): Record<string, string> {
	return Object.fromEntries(view.map((dimension) => [dimension, group[dimension] ?? ""]));
}

/** Does each group of the finer view lie in one group of the coarser? And is it finer at all? */
function isFunctionOf(wholes: readonly string[], parts: readonly string[]): boolean {
	const wholeOf = new Map<string, string>();
	for (const [index, part] of parts.entries()) {
		const whole = wholes[index] ?? "";
		if ((wholeOf.get(part) ?? whole) !== whole) return false;
		wholeOf.set(part, whole);
	}
	return true;
}

function linesBetween(wholes: readonly string[], parts: readonly string[]): readonly Line[] {
	const partsOf = new Map<string, Set<string>>();
	for (const [index, whole] of wholes.entries()) {
		const known = partsOf.get(whole) ?? new Set();
		partsOf.set(whole, known.add(parts[index] ?? ""));
	}
	return [...partsOf].map(([whole, list]) => ({ whole, parts: [...list].sort() }));
}

function lineKey({ whole, parts }: Line): string {
	return `${whole} ${parts.join(" ")}`;
}
