/** One row of a table as it was found: its number (the first is 1, as spreadsheets count) and its cells as text. */
export interface SheetRow {
	readonly row: number;
	readonly cells: readonly string[];
}
