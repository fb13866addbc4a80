import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cell, table } from "./build-blocks.ts";
import type { TableCell } from "./neutral-document.ts";
import { placeCells } from "./table-grid.ts";

/** A table cut at random into spanning cells: place after place takes as much as fits of what was drawn for it. */
const cutTable = fc
	.record({
		width: fc.integer({ min: 1, max: 5 }),
		height: fc.integer({ min: 2, max: 6 }),
		spans: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
			minLength: 30,
			maxLength: 30,
		}),
	})
	.map(({ width, height, spans }) => {
		const owner = Array.from({ length: height }, () => new Array<number>(width).fill(-1));
		const rows: TableCell[][] = owner.map(() => []);
		let next = 0;
		for (let row = 0; row < height; row += 1) {
			for (let column = 0; column < width; column += 1) {
				if (owner[row]?.[column] !== -1) continue;
				const [wish = 1, depth = 1] = spans[next] ?? [];
				let colspan = 1;
				while (colspan < wish && owner[row]?.[column + colspan] === -1) colspan += 1;
				const rowspan = Math.min(depth, height - row);
				for (let down = row; down < row + rowspan; down += 1) {
					for (let right = column; right < column + colspan; right += 1) owner[down]?.splice(right, 1, next);
				}
				rows[row]?.push(cell(String(next), { colspan, rowspan }));
				next += 1;
			}
		}
		return { owner, rows, width };
	});

describe("placeCells", () => {
	it("places every cell of a table cut at random where it was cut", () => {
		fc.assert(
			fc.property(cutTable, ({ owner, rows, width }) => {
				const grid = placeCells(
					table({
						caption: "T",
						weights: new Array<number>(width).fill(1),
						headerRows: 0,
						rows: rows.map((cells) => ({ cells })),
					}),
				);
				if ("problem" in grid) throw new Error(grid.problem);
				for (const placed of grid.rows.flat()) {
					const number = Number(
						placed.cell.blocks.map((block) => ("runs" in block ? block.runs[0]?.text : "")).join(""),
					);
					expect(owner[placed.row]?.[placed.column]).toBe(number);
					expect(owner[placed.row + placed.rowspan - 1]?.[placed.column + placed.colspan - 1]).toBe(number);
				}
			}),
			{ seed: 20_261_121 },
		);
	});

	it("knows the headers: first rows, first columns, and single cells", () => {
		const grid = placeCells(
			table({
				caption: "T",
				weights: [1, 1],
				headerColumns: 1,
				rows: [
					["a", "b"],
					["c", "d"],
					["e", cell("f", { header: "column" })],
				],
			}),
		);
		expect("rows" in grid && grid.rows.map((row) => row.map((placed) => placed.header))).toEqual([
			["column", "column"],
			["row", undefined],
			["row", "column"],
		]);
	});

	it.each([
		["a cell that leaves the table below", [[cell("a", { rowspan: 3 })], []], /row 1 has more cells|too few/u],
		[
			"a cell that leaves it at the side",
			[[cell("a", { colspan: 2 })], ["b"]],
			/row 1 has more cells than the 1 columns/u,
		],
		["a header cell that reaches into the body", [[cell("a", { rowspan: 2 })], []], /below the header rows/u],
	])("refuses %s", (_, rows, problem) => {
		const grid = placeCells(
			table({
				caption: "T",
				weights: [1],
				rows: rows.map((cells) => ({ cells: cells.map((each) => (typeof each === "string" ? cell(each) : each)) })),
				headerRows: /header/u.test(String(_)) ? 1 : 0,
			}),
		);
		expect("problem" in grid && grid.problem).toMatch(problem);
	});
});
