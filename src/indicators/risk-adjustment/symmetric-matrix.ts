/**
 * The inverse of a symmetric positive definite matrix, by Cholesky's factors. Undefined when it is not positive definite to working
 * precision.
 */
export function invertSymmetric(matrix: readonly (readonly number[])[]): number[][] | undefined {
	const factor = factorize(matrix);
	if (factor === undefined) return undefined;
	const size = matrix.length;
	const inverse = matrix.map(() => new Array<number>(size).fill(0));
	for (let column = 0; column < size; column++) {
		const solution = solve(factor, column);
		for (let row = 0; row < size; row++) setAt(inverse, row, column, solution[row] ?? 0);
	}
	return inverse;
}

/** A matrix times a vector. */
export function multiply(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
	return matrix.map((row) => dot(row, vector));
}

export function dot(a: readonly number[], b: readonly number[]): number {
	let sum = 0;
	for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
	return sum;
}

function factorize(matrix: readonly (readonly number[])[]): number[][] | undefined {
	const factor = matrix.map((row) => new Array<number>(row.length).fill(0));
	for (let row = 0; row < matrix.length; row++) {
		for (let column = 0; column <= row; column++) {
			let rest = at(matrix, row, column);
			for (let index = 0; index < column; index++) rest -= at(factor, row, index) * at(factor, column, index);
			if (row === column && !(rest > 1e-11 * at(matrix, row, row))) return undefined;
			setAt(factor, row, column, row === column ? Math.sqrt(rest) : rest / at(factor, column, column));
		}
	}
	return factor;
}

/** One column of the inverse. */
function solve(factor: readonly (readonly number[])[], column: number): number[] {
	const size = factor.length;
	const solution = new Array<number>(size).fill(0);
	for (let row = 0; row < size; row++) {
		let rest = row === column ? 1 : 0;
		for (let index = 0; index < row; index++) rest -= at(factor, row, index) * (solution[index] ?? 0);
		solution[row] = rest / at(factor, row, row);
	}
	for (let row = size - 1; row >= 0; row--) {
		let rest = solution[row] ?? 0;
		for (let index = row + 1; index < size; index++) rest -= at(factor, index, row) * (solution[index] ?? 0);
		solution[row] = rest / at(factor, row, row);
	}
	return solution;
}

function at(matrix: readonly (readonly number[])[], row: number, column: number): number {
	return matrix[row]?.[column] ?? 0;
}

function setAt(matrix: readonly number[][], row: number, column: number, value: number): void {
	const cells = matrix[row];
	if (cells) cells[column] = value;
}
