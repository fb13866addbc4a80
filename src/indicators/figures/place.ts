/** Where a problem is. All null: the file as a whole. */
export interface Place {
	/** Row as spreadsheets count: the first is 1. */
	readonly row: number | null;
	/** Column as spreadsheets letter it: A, B, ... Z, AA. */
	readonly column: string | null;
	/** What the column holds ("numerator"). */
	readonly columnName: string | null;
}

export const wholeFile: Place = { row: null, column: null, columnName: null };

/** The letters of a column, counted from 0: 0 is A, 25 is Z, 26 is AA. */
export function columnLetters(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`;
}

/** A place in words: "Row 14, column D (numerator)", "Row 14", "The file". */
export function placeInWords({ row, column, columnName }: Place): string {
	const name = columnName === null ? "" : column === null ? columnName : ` (${columnName})`;
	const columnWords = column === null && columnName === null ? "" : `column ${column ?? ""}${name}`;
	const parts = [row === null ? "" : `row ${row}`, columnWords].filter((part) => part !== "");
	const words = parts.length === 0 ? "the file" : parts.join(", ");
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
