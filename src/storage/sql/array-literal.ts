import type { Cell, ColumnType } from "../../operations/indicator-engine.ts";

/**
 * Cells of one column as PostgreSQL reads an array: `{1,NULL,3}`, `{"a","b \" c"}`. Only texts can hold a sign that means
 * something, so this takes less time than what the client library does for a list of anything.
 */
export function arrayLiteral(cells: readonly Cell[], type: ColumnType): string {
	const words = type === "text" ? cells.map(quoted) : cells.map((cell) => (cell === null ? "NULL" : String(cell)));
	return `{${words.join(",")}}`;
}

function quoted(cell: Cell): string {
	if (cell === null) return "NULL";
	const text = String(cell);
	return /["\\]/.test(text) ? `"${text.replace(/["\\]/g, "\\$&")}"` : `"${text}"`;
}
