/** Rows of cells as lines of text with columns below each other; numbers stand to the right. */
export function alignColumns(rows: readonly (readonly string[])[], numbers: readonly number[]): readonly string[] {
	const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0)));
	return rows.map((row) =>
		row
			.map((cell, index) =>
				numbers.includes(index) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0),
			)
			.join("  ")
			.trimEnd(),
	);
}
