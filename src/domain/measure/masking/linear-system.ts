// What can be worked out from numbers that add up. A term is the number of a variable; an equation says that its terms, each times its
// coefficient, are nothing together.

export type Equation = ReadonlyMap<number, number>;

/** Prime, and small enough that a product of two remainders is exact. Whether a number is determined is asked, not which it is. */
const prime = 67_108_859;

/**
 * The unknown variables that the equations determine when all others are known: Gaussian elimination to reduced rows; a row with one
 * unknown alone determines it.
 */
export function determinedBy(
	equations: readonly Equation[],
	isKnown: (variable: number) => boolean,
): ReadonlySet<number> {
	const rows = new ReducedRows();
	for (const equation of equations) {
		const row = new Map<number, number>();
		for (const [variable, coefficient] of equation) if (!isKnown(variable)) add(row, variable, coefficient);
		rows.take(row);
	}
	return rows.determined();
}

/** Rows that each have a pivot which stands in no other row. */
class ReducedRows {
	readonly #rows = new Map<number, Map<number, number>>();
	/** Pivots of the rows in which a variable stands. */
	readonly #users = new Map<number, Set<number>>();

	take(row: Map<number, number>): void {
		for (const [variable, coefficient] of [...row]) {
			const known = this.#rows.get(variable);
			if (known) this.#subtract(row, known, coefficient);
		}
		const [pivot] = [...row.keys()].sort((a, b) => this.#usersOf(a).size - this.#usersOf(b).size);
		if (pivot === undefined) return;
		const scale = inverse(row.get(pivot) ?? 1);
		for (const [variable, coefficient] of row) row.set(variable, remainder(coefficient * scale));
		for (const user of [...this.#usersOf(pivot)]) {
			const other = this.#rows.get(user);
			const factor = other?.get(pivot);
			if (!other || factor === undefined) continue;
			this.#subtract(other, row, factor);
			for (const variable of row.keys()) this.#usersOf(variable).add(user);
		}
		this.#rows.set(pivot, row);
		for (const variable of row.keys()) this.#usersOf(variable).add(pivot);
	}

	determined(): ReadonlySet<number> {
		return new Set([...this.#rows].filter(([, row]) => row.size === 1).map(([pivot]) => pivot));
	}

	#subtract(from: Map<number, number>, row: ReadonlyMap<number, number>, times: number): void {
		for (const [variable, coefficient] of row) add(from, variable, -remainder(times * coefficient));
	}

	/** Some may have lost the variable meanwhile. */
	#usersOf(variable: number): Set<number> {
		const known = this.#users.get(variable);
		if (known) return known;
		const made = new Set<number>();
		this.#users.set(variable, made);
		return made;
	}
}

function add(row: Map<number, number>, variable: number, amount: number): void {
	const sum = remainder((row.get(variable) ?? 0) + remainder(amount));
	if (sum === 0) row.delete(variable);
	else row.set(variable, sum);
}

function remainder(value: number): number {
	const rest = value % prime;
	return rest < 0 ? rest + prime : rest;
}

/** By Fermat: the power prime - 2. */
function inverse(value: number): number {
	let [result, base, exponent] = [1, remainder(value), prime - 2];
	while (exponent > 0) {
		if (exponent % 2 === 1) result = (result * base) % prime;
		base = (base * base) % prime;
		exponent = Math.floor(exponent / 2);
	}
	return result;
}
