/** A file's name as a page shows it: without folders and signs that nobody sees, at most 255 characters. Never a path. */
export function shownFileName(name: string): string {
	const shown = name
		.replace(/^.*[\\/]/, "")
		.replace(/[\p{Cc}\p{Cf}]/gu, "")
		.slice(-255)
		.trim();
	return shown || "figures";
}
