import { expect, test } from "vitest";
import { knownSums } from "./known-sums.ts";

test("tells what follows by adding and subtracting, and nothing more", () => {
	const known = knownSums(4, [[0, 1, 2], [2], [2, 3]]);
	expect(known.tells([0, 1])).toBe(true);
	expect(known.tells([3])).toBe(true);
	expect(known.tells([0])).toBe(false);
	expect(known.tells([1, 3])).toBe(false);
	expect(knownSums(2, []).tells([0])).toBe(false);
});

test("finds a cell that hangs between two rings of hidden ones, though each line has two", () => {
	// Columns a b | c d over two rows each, and one cell that joins the rings.
	const rows = [
		[0, 1],
		[2, 3, 4],
		[5, 6],
		[7, 8],
	];
	const columns = [
		[0, 2],
		[1, 3],
		[4, 5, 7],
		[6, 8],
	];
	expect(knownSums(9, [...rows, ...columns]).tells([4])).toBe(true);
});
