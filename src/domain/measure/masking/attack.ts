import type { FamilyMask } from "./mask-family.ts";
import type { FamilyCell, MeasureKind, View } from "./published-family.ts";

// The attacker of the tests: a program of its own, so that it does not share the errors of the masking. It reads everything that is
// published as equations in the smallest groups, whose counts it does not know, and solves them with exact fractions.

/** A fraction: numerator and denominator, which is positive. */
type Fraction = readonly [bigint, bigint];
type Row = Map<number, Fraction>;

/** The small numbers that can be worked out from what is shown, as sentences; none is as it should be. */
export function attack(
	cells: readonly FamilyCell[],
	kind: MeasureKind,
	views: readonly View[],
	mayShow: FamilyMask,
): readonly string[] {
	const width = cells.length;
	// Unknowns: of each smallest group its numerator, and what is left of the denominator (of a rate: the denominator).
	const second = (cell: FamilyCell) => (kind === "share" ? cell.denominator - cell.numerator : cell.denominator);
	const truth = [...cells.map((cell) => cell.numerator), ...cells.map(second)];
	const published: number[][] = [];
	const targets: { name: string; terms: number[]; people: number }[] = [];
	for (const view of views) {
		for (const [name, members] of groupsOf(cells, view)) {
			const group = JSON.parse(name) as Record<string, string>;
			const shown = mayShow(group);
			const numerators = members;
			const seconds = members.map((member) => member + width);
			const denominators = kind === "share" ? [...numerators, ...seconds] : seconds;
			if (shown.numerator) published.push(numerators);
			if (shown.denominator) published.push(denominators);
			const people = peopleOf(members.flatMap((member) => cells[member] ?? []));
			targets.push({ name: `numerator of ${name}`, terms: numerators, people });
			targets.push({ name: `denominator of ${name}`, terms: denominators, people });
			if (kind === "share") targets.push({ name: `rest of ${name}`, terms: seconds, people });
		}
	}
	const sumOf = (terms: readonly number[]) => terms.reduce((sum, term) => sum + (truth[term] ?? 0), 0);
	// Nothing in a sum of 0 is more than 0.
	const nothing = new Set(published.filter((terms) => sumOf(terms) === 0).flat());
	const rows = new Map<number, Row>();
	for (const terms of published) insert(rows, reduce(rows, rowOf(terms, nothing)));
	return targets
		.filter(({ terms, people }) => sumOf(terms) > 0 && Math.min(sumOf(terms), people) < 11)
		.filter(({ terms }) => reduce(rows, rowOf(terms, nothing)).size === 0)
		.map(({ name, terms }) => `${name} is ${sumOf(terms)}`);
}

/** How many children the numbers of some cells are about at most; without end where they are children themselves. */
export function peopleOf(cells: readonly FamilyCell[]): number {
	const people = cells.map((cell) => cell.people ?? Number.POSITIVE_INFINITY);
	return people.reduce((sum, each) => sum + each, 0);
}

function groupsOf(cells: readonly FamilyCell[], view: View): ReadonlyMap<string, number[]> {
	const groups = new Map<string, number[]>();
	for (const [index, { group }] of cells.entries()) {
		const name = JSON.stringify(Object.fromEntries([...view].sort().map((dimension) => [dimension, group[dimension]])));
		groups.set(name, [...(groups.get(name) ?? []), index]);
	}
	return groups;
}

function rowOf(terms: readonly number[], nothing: ReadonlySet<number>): Row {
	return new Map(terms.filter((term) => !nothing.has(term)).map((term) => [term, [1n, 1n] as const]));
}

/** What is left of a row when all known rows are taken out of it: nothing when it follows from them. */
function reduce(rows: ReadonlyMap<number, Row>, row: Row): Row {
	const left = new Map(row);
	for (;;) {
		const pivot = [...left.keys()].sort((a, b) => a - b).find((each) => rows.has(each));
		if (pivot === undefined) return left;
		const factor = left.get(pivot) ?? [0n, 1n];
		for (const [term, coefficient] of rows.get(pivot) ?? []) {
			const sum = minus(left.get(term) ?? [0n, 1n], times(factor, coefficient));
			if (sum[0] === 0n) left.delete(term);
			else left.set(term, sum);
		}
	}
}

function insert(rows: Map<number, Row>, row: Row): void {
	const pivot = Math.min(...row.keys());
	const [top, bottom] = row.get(pivot) ?? [0n, 1n];
	if (top === 0n) return;
	const inverse: Fraction = top > 0n ? [bottom, top] : [-bottom, -top];
	rows.set(pivot, new Map([...row].map(([term, coefficient]) => [term, times(coefficient, inverse)])));
}

function times([a, b]: Fraction, [c, d]: Fraction): Fraction {
	return lowest(a * c, b * d);
}

function minus([a, b]: Fraction, [c, d]: Fraction): Fraction {
	return lowest(a * d - c * b, b * d);
}

function lowest(top: bigint, bottom: bigint): Fraction {
	let [a, b] = [top < 0n ? -top : top, bottom];
	while (b > 0n) [a, b] = [b, a % b];
	return a === 0n ? [0n, 1n] : [top / a, bottom / a];
}
