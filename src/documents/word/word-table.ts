import { BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { DocumentWords } from "../neutral/document-words.ts";
import type { CellBlock, TableBlock } from "../neutral/neutral-document.ts";
import { cellLength } from "../neutral/plain-text.ts";
import { getPlacedCells, type PlacedCell } from "../neutral/table-grid.ts";
import { PAGE } from "./word-styles.ts";

/** A row with more text than this may be split between two pages. */
const LONGEST_UNSPLIT_ROW = 700;
const BORDER = { style: BorderStyle.SINGLE, size: 4, color: "71767A" } as const;

export type WriteCell = (placed: PlacedCell, blocks: readonly CellBlock[]) => (Paragraph | Table)[];

/** A table as wide as the text; its header rows are repeated on every page. */
export function wordTable(
	table: TableBlock,
	words: DocumentWords,
	writeCell: WriteCell,
	beforeRow: (row: number) => void,
): Table {
	const total = table.columns.reduce((sum, { weight }) => sum + weight, 0);
	const widths = table.columns.map(({ weight }) => Math.round((weight / total) * PAGE.textWidth));
	const rows = getPlacedCells(table).map((cells, row) => {
		beforeRow(row);
		const length = cells.reduce((sum, { cell }) => sum + cellLength(cell, words), 0);
		return new TableRow({
			children: cells.map((placed) => wordCell(placed, widths, writeCell)),
			...(row < table.headerRows ? { tableHeader: true } : {}),
			cantSplit: length <= LONGEST_UNSPLIT_ROW,
		});
	});
	return new Table({
		rows,
		width: { size: PAGE.textWidth, type: WidthType.DXA },
		columnWidths: widths,
		layout: TableLayoutType.FIXED,
		margins: { top: 40, bottom: 40, left: 100, right: 100 },
		borders: {
			top: BORDER,
			bottom: BORDER,
			left: BORDER,
			right: BORDER,
			insideHorizontal: BORDER,
			insideVertical: BORDER,
		},
		tableLook: { firstRow: table.headerRows > 0, firstColumn: table.headerColumns > 0, noHBand: true, noVBand: true },
	});
}

function wordCell(placed: PlacedCell, widths: readonly number[], writeCell: WriteCell): TableCell {
	const { cell, column, colspan, rowspan, header } = placed;
	const width = widths.slice(column, column + colspan).reduce((sum, size) => sum + size, 0);
	return new TableCell({
		children: writeCell(placed, cell.blocks),
		width: { size: width, type: WidthType.DXA },
		...(colspan > 1 ? { columnSpan: colspan } : {}),
		...(rowspan > 1 ? { rowSpan: rowspan } : {}),
		...(header === undefined ? {} : { shading: { fill: "F0F0F0" } }),
	});
}
