/** What adding and subtracting known sums tells. */
export type KnownSums = {
	/** Does the sum of these unknowns follow from the known ones? */
	tells(unknowns: readonly number[]): boolean;
};

/**
 * Brings sums of unknowns to a form (row echelon) from which it can be read which other sums follow. `sums` lists for each known sum
 * the places of its unknowns; `size` is how many unknowns there are.
 */
export function knownSums(size: number, sums: readonly (readonly number[])[]): KnownSums {
	const rows = new Map<number, Float64Array>();
	for (const sum of sums) {
		const left = reduce(vectorOf(sum));
		const pivot = firstIn(left);
		if (pivot === -1) continue;
		const scale = left[pivot] ?? 1;
		rows.set(
			pivot,
			left.map((value) => value / scale),
		);
	}
	return { tells: (unknowns) => firstIn(reduce(vectorOf(unknowns))) === -1 };

	function vectorOf(unknowns: readonly number[]): Float64Array {
		const vector = new Float64Array(size);
		for (const at of unknowns) vector[at] = 1;
		return vector;
	}

	function reduce(vector: Float64Array): Float64Array {
		for (let at = 0; at < size; at += 1) {
			const factor = vector[at] ?? 0;
			const row = Math.abs(factor) > tiny ? rows.get(at) : undefined;
			if (!row) continue;
			for (let each = at; each < size; each += 1) vector[each] = (vector[each] ?? 0) - factor * (row[each] ?? 0);
		}
		return vector;
	}
}

/** Below it a number is what rounding left of zero. */
const tiny = 1e-7;

function firstIn(vector: Float64Array): number {
	return vector.findIndex((value) => Math.abs(value) > tiny);
}
