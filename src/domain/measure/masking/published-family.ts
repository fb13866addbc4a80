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
 *
 * Rows and smallest groups are numbers while this is worked out: a large State has some 10,000 smallest groups in 50 views, and a text for
 * each of them takes ten times as long as all the rest.
 */
export function publishedFamily(cells: readonly FamilyCell[], views: readonly View[]): PublishedFamily {
	const labels = makeLabels(cells, [...new Set(views.flat())]);
	const smallest = rowsOf(labels, [...labels.keys()], cells.length);
	const summed = new Map<string, ViewCell>();
	const members = new Map<string, readonly number[]>();
	const tables = views.map((view) => {
		const rows = rowsOf(labels, view, cells.length);
		const keys = rows.first.map((cell) => groupKey(within(cells[cell]?.group ?? {}, view)));
		for (const [row, { cell, groups }] of sumRows(cells, rows, smallest).entries()) {
			const key = keys[row] ?? "";
			summed.set(key, { key, view, ...cell });
			members.set(key, groups);
		}
		return { view, rows, keys };
	});
	const lines: { readonly line: Line; readonly key: string }[] = [];
	for (const coarse of tables) {
		for (const fine of tables) {
			const wholeOf = coarse === fine ? undefined : wholesOf(coarse.rows, fine.rows);
			if (wholeOf === undefined) continue;
			for (const line of linesBetween(coarse.keys, fine.keys, wholeOf)) lines.push({ line, key: lineKey(line) });
		}
	}
	return {
		cells: new Map([...summed].sort(([a], [b]) => (a < b ? -1 : 1))),
		lines: lines.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ line }) => line),
		members,
	};
}

/** Of each dimension the label of each cell as a number, and how many labels there are. Labels are numbered in their own order. */
type Labels = ReadonlyMap<string, { readonly ofCell: Uint32Array; readonly count: number }>;

function makeLabels(cells: readonly FamilyCell[], dimensions: View): Labels {
	return new Map(
		dimensions.map((dimension) => {
			const texts = cells.map(({ group }) => group[dimension] ?? "");
			const numbers = new Map([...new Set(texts)].sort().map((text, index) => [text, index]));
			return [dimension, { ofCell: Uint32Array.from(texts, (text) => numbers.get(text) ?? 0), count: numbers.size }];
		}),
	);
}

/** The rows of a view: of each cell the row that it is in, of each row the first cell in it. */
type Rows = { readonly ofCell: Uint32Array; readonly first: readonly number[] };

/** Beyond as many possible combinations of labels those that there are are looked up, not counted off. */
const mostCountedOff = 1_000_000;

/** Rows are numbered by their labels, so that they are the same whatever order the cells come in. */
function rowsOf(labels: Labels, view: View, cells: number): Rows {
	const codes = new Float64Array(cells);
	let combinations = 1;
	for (const dimension of [...view].sort()) {
		const { ofCell, count } = labels.get(dimension) ?? { ofCell: new Uint32Array(cells), count: 1 };
		combinations *= count;
		for (let cell = 0; cell < cells; cell++) codes[cell] = (codes[cell] ?? 0) * count + (ofCell[cell] ?? 0);
	}
	return combinations > mostCountedOff ? lookUpRows(codes) : countOffRows(codes, combinations);
}

function countOffRows(codes: Float64Array, combinations: number): Rows {
	const cellOf = new Int32Array(combinations).fill(-1);
	for (let cell = codes.length - 1; cell >= 0; cell--) cellOf[codes[cell] ?? 0] = cell;
	const rowOf = new Uint32Array(combinations);
	const first: number[] = [];
	for (let code = 0; code < combinations; code++) {
		const cell = cellOf[code] ?? -1;
		if (cell >= 0) rowOf[code] = first.push(cell) - 1;
	}
	return { ofCell: Uint32Array.from(codes, (code) => rowOf[code] ?? 0), first };
}

function lookUpRows(codes: Float64Array): Rows {
	const cellOf = new Map<number, number>();
	for (const [cell, code] of codes.entries()) if (!cellOf.has(code)) cellOf.set(code, cell);
	const sorted = [...cellOf].sort(([a], [b]) => a - b);
	const rowOf = new Map(sorted.map(([code], row) => [code, row]));
	return { ofCell: Uint32Array.from(codes, (code) => rowOf.get(code) ?? 0), first: sorted.map(([, cell]) => cell) };
}

/** Each row's counts, and the smallest groups in it. */
function sumRows(cells: readonly FamilyCell[], rows: Rows, smallest: Rows) {
	const sums = rows.first.map(() => ({ numerator: 0, denominator: 0, people: undefined as number | undefined }));
	const groups = rows.first.map((): number[] => []);
	// A smallest group lies in one row, with all of its cells.
	const isKnown = new Uint8Array(smallest.first.length);
	for (const [index, { numerator, denominator, people }] of cells.entries()) {
		const row = rows.ofCell[index] ?? 0;
		const group = smallest.ofCell[index] ?? 0;
		const sum = sums[row];
		if (sum === undefined) continue;
		sum.numerator += numerator;
		sum.denominator += denominator;
		if (people !== undefined) sum.people = people + (sum.people ?? 0);
		if (isKnown[group] === 0) groups[row]?.push(group);
		isKnown[group] = 1;
	}
	return sums.map((cell, row) => ({ cell, groups: groups[row] ?? [] }));
}

function within(group: FamilyCell["group"], view: View): Record<string, string> {
	return Object.fromEntries(view.map((dimension) => [dimension, group[dimension] ?? ""]));
}

/** The row of the coarser view in which each row of the finer one lies; undefined where one lies in several: then it is not finer. */
function wholesOf(coarse: Rows, fine: Rows): Uint32Array | undefined {
	const wholeOf = Uint32Array.from(fine.first, (cell) => coarse.ofCell[cell] ?? 0);
	for (const [cell, row] of fine.ofCell.entries()) if (wholeOf[row] !== coarse.ofCell[cell]) return undefined;
	return wholeOf;
}

function linesBetween(wholes: readonly string[], parts: readonly string[], wholeOf: Uint32Array): readonly Line[] {
	const partsOf = wholes.map((): string[] => []);
	for (const [row, whole] of wholeOf.entries()) partsOf[whole]?.push(parts[row] ?? "");
	return wholes.map((whole, row) => ({ whole, parts: (partsOf[row] ?? []).sort() }));
}

function lineKey({ whole, parts }: Line): string {
	return `${whole} ${parts.join(" ")}`;
}
