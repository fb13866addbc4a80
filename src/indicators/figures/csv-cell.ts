/** Quotes a cell where CSV needs it, and guards one that a spreadsheet would take for a formula. */
export function csvCell(text: string): string {
	const guarded = /^[=+\-@]/.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
