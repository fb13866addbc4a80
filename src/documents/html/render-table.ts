import type { CellBlock, TableBlock } from "../neutral/neutral-document.ts";
import { getPlacedCells, type PlacedCell } from "../neutral/table-grid.ts";
import { attributes, escapeHtml } from "./escape-html.ts";

/**
 * A table that can be scrolled sideways on a narrow screen, with its caption, header cells with scope, and column
 * widths by class (no style attributes, so that a strict content security policy holds).
 */
export function renderTable(table: TableBlock, renderBlock: (block: CellBlock) => string): string {
	const rows = getPlacedCells(table).map((cells, row) => {
		const html = cells.map((cell) => renderCell(cell, renderBlock)).join("");
		return `<tr${attributes({ id: table.rows[row]?.id })}>${html}</tr>`;
	});
	const head = rows.slice(0, table.headerRows);
	return [
		`<div${attributes({ class: "usa-table-container--scrollable", tabindex: 0, role: "group", "aria-label": table.caption })}>`,
		`<table${attributes({ id: table.id, class: "usa-table document-table" })}>`,
		`<caption>${escapeHtml(table.caption)}</caption>`,
		`<colgroup>${columnClasses(table)
			.map((name) => `<col class="${name}">`)
			.join("")}</colgroup>`,
		...(head.length > 0 ? ["<thead>", ...head, "</thead>"] : []),
		"<tbody>",
		...rows.slice(table.headerRows),
		"</tbody>",
		"</table>",
		"</div>",
	].join("\n");
}

/** Width classes of the columns in steps of five percent, as the style sheet has them. */
function columnClasses(table: TableBlock): string[] {
	const total = table.columns.reduce((sum, { weight }) => sum + weight, 0);
	return table.columns.map(({ weight }) => `document-column-${Math.max(5, Math.round((weight / total) * 20) * 5)}`);
}

function renderCell(placed: PlacedCell, renderBlock: (block: CellBlock) => string): string {
	const { cell, colspan, rowspan } = placed;
	const name = placed.header === undefined ? "td" : "th";
	const html = cell.blocks.map(renderBlock).join("\n");
	const shown = attributes({
		id: cell.id,
		scope: scopeOf(placed),
		colspan: colspan > 1 ? colspan : undefined,
		rowspan: rowspan > 1 ? rowspan : undefined,
		class: cell.align === undefined || cell.align === "start" ? undefined : `document-align-${cell.align}`,
	});
	return `<${name}${shown}>${html}</${name}>`;
}

function scopeOf({ header, colspan, rowspan }: PlacedCell): string | undefined {
	if (header === "column") return colspan > 1 ? "colgroup" : "col";
	if (header === "row") return rowspan > 1 ? "rowgroup" : "row";
	return undefined;
}
