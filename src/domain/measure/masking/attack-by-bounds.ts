import { peopleOf } from "./attack.ts";
import type { FamilyMask } from "./mask-family.ts";
import type { FamilyCell, MeasureKind, View } from "./published-family.ts";

// The second attacker of the tests. It knows what `attack.ts` knows, and that no group has less than 0 children and nothing masked is
// 0. A number is given away when it cannot be raised and cannot be lowered while everything that is published stays as it is: two
// linear programs, solved by the simplex method. It even knows which of the smallest groups exist.

/** The small numbers that could have no other value, as sentences; none is as it should be. */
export function attackByBounds(
	cells: readonly FamilyCell[],
	kind: MeasureKind,
	views: readonly View[],
	mayShow: FamilyMask,
): readonly string[] {
	const width = cells.length;
	const truth = [
		...cells.map((cell) => cell.numerator),
		...cells.map((cell) => (kind === "share" ? cell.denominator - cell.numerator : cell.denominator)),
	];
	const countIn = (terms: ReadonlySet<number>) => [...terms].reduce((sum, term) => sum + (truth[term] ?? 0), 0);
	const shown: ReadonlySet<number>[] = [];
	const masked: ReadonlySet<number>[] = [];
	const targets: { name: string; terms: ReadonlySet<number>; people: number }[] = [];
	for (const view of views) {
		for (const name of new Set(cells.map((cell) => nameOf(cell, view)))) {
			const members = cells.flatMap((cell, index) => (nameOf(cell, view) === name ? [index] : []));
			const numerator = new Set(members);
			const rest = new Set(members.map((member) => member + width));
			const denominator = kind === "share" ? new Set([...numerator, ...rest]) : rest;
			const may = mayShow(JSON.parse(name) as Record<string, string>);
			(may.numerator ? shown : masked).push(numerator);
			(may.denominator ? shown : masked).push(denominator);
			const people = peopleOf(members.flatMap((member) => cells[member] ?? []));
			targets.push({ name: `numerator of ${name}`, terms: numerator, people });
			targets.push({ name: `denominator of ${name}`, terms: denominator, people });
			if (kind === "share") targets.push({ name: `rest of ${name}`, terms: rest, people });
		}
	}
	// Ways up and ways down of each number of the smallest groups; none down from 0.
	const ways = truth.flatMap((value, term) =>
		value > 0 ? [[term, 1] as const, [term, -1] as const] : [[term, 1] as const],
	);
	const along = (terms: ReadonlySet<number>, sign: number) =>
		ways.map(([term, direction]) => (terms.has(term) ? sign * direction : 0));
	const limits = [
		...shown.flatMap((terms) => [along(terms, 1), along(terms, -1)]),
		...masked.filter((terms) => countIn(terms) === 1).map((terms) => along(terms, -1)),
	];
	return targets
		.filter(({ terms, people }) => countIn(terms) > 0 && Math.min(countIn(terms), people) < 11)
		.filter(({ terms }) => ![1, -1].some((sign) => canGrow(along(terms, sign), limits)))
		.map(({ name, terms }) => `${name} is ${countIn(terms)}`);
}

function nameOf({ group }: FamilyCell, view: View): string {
	return JSON.stringify(Object.fromEntries([...view].sort().map((dimension) => [dimension, group[dimension]])));
}

/**
 * Is there a step along the ways, all of them forward, that keeps every limit at 0 or below and makes the goal more than 0? From the
 * step of 0 by Bland's rule, which never goes round in a circle; a way with gain that no limit stops is the answer.
 */
function canGrow(goal: readonly number[], limits: readonly (readonly number[])[]): boolean {
	const tiny = 1e-9;
	const width = goal.length;
	const table = limits.map((limit, index) => [...limit, ...limits.map((_, other) => (index === other ? 1 : 0))]);
	const gain = [...goal, ...limits.map(() => 0)];
	const basis = limits.map((_, index) => width + index);
	for (;;) {
		const enters = gain.findIndex((each) => each > tiny);
		if (enters < 0) return false;
		const [leaves] = table
			.map((row, index) => ({ index, at: row[enters] ?? 0 }))
			.filter(({ at }) => at > tiny)
			.sort((a, b) => (basis[a.index] ?? 0) - (basis[b.index] ?? 0));
		if (leaves === undefined) return true;
		const pivot = (table[leaves.index] ?? []).map((each) => each / leaves.at);
		table[leaves.index] = pivot;
		for (const row of [...table.filter((each) => each !== pivot), gain]) {
			const factor = row[enters] ?? 0;
			if (Math.abs(factor) <= tiny) continue;
			for (const [column, value] of pivot.entries()) if (value !== 0) row[column] = (row[column] ?? 0) - factor * value;
		}
		basis[leaves.index] = enters;
	}
}
