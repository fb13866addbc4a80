import type { TableBlock, TableCell } from "./neutral-document.ts";

/** A cell with its place in the grid, counted from 0, and what it is the header of. */
export interface PlacedCell {
	readonly cell: TableCell;
	readonly row: number;
	readonly column: number;
	readonly colspan: number;
	readonly rowspan: number;
	readonly header: "row" | "column" | undefined;
}

/** The cells of each row in order, placed, or the reason why they do not fill the grid of the table. */
export type TableGrid = { readonly rows: readonly (readonly PlacedCell[])[] } | { readonly problem: string };

/** Places the cells of a table as HTML does: each cell takes the first free place of its row. */
export function placeCells(table: TableBlock): TableGrid {
	const width = table.columns.length;
	const taken = table.rows.map(() => new Array<boolean>(width).fill(false));
	const rows: PlacedCell[][] = [];
	for (const [row, { cells }] of table.rows.entries()) {
		const placed: PlacedCell[] = [];
		for (const cell of cells) {
			const column = (taken[row] ?? []).indexOf(false);
			const { colspan = 1, rowspan = 1 } = cell;
			const lastHeader = row < table.headerRows && row + rowspan > table.headerRows;
			if (lastHeader) return { problem: `a header cell of row ${row + 1} reaches below the header rows` };
			if (!take(taken, { row, column, colspan, rowspan })) {
				return { problem: `row ${row + 1} has more cells than the ${width} columns can hold` };
			}
			placed.push({ cell, row, column, colspan, rowspan, header: headerOf(table, cell, row, column) });
		}
		if ((taken[row] ?? []).includes(false)) {
			return { problem: `row ${row + 1} has too few cells for ${width} columns` };
		}
		rows.push(placed);
	}
	return { rows };
}

/** The placed cells of a table that has been checked. Throws where `placeCells` names a problem. */
export function getPlacedCells(table: TableBlock): readonly (readonly PlacedCell[])[] {
	const grid = placeCells(table);
	if ("problem" in grid) throw new RangeError(`Table "${table.caption}": ${grid.problem}.`);
	return grid.rows;
}

function headerOf(table: TableBlock, cell: TableCell, row: number, column: number): PlacedCell["header"] {
	if (row < table.headerRows) return "column";
	if (column < table.headerColumns) return "row";
	return cell.header;
}

function take(taken: boolean[][], place: { row: number; column: number; colspan: number; rowspan: number }): boolean {
	if (place.column < 0) return false;
	for (let row = place.row; row < place.row + place.rowspan; row += 1) {
		for (let column = place.column; column < place.column + place.colspan; column += 1) {
			if (taken[row]?.[column] !== false) return false;
			const line = taken[row];
			if (line) line[column] = true;
		}
	}
	return true;
}
