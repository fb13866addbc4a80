/** A file's name as a page shows it: without folders and signs that nobody sees, at most 255 characters. Never a path. */
export function shownFileName(name: string, otherwise = "figures"): string {
	const shown = name
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
		.replace(/^.*[\\/]/u, "")
		.slice(-255)
		.trim();
	return shown || otherwise;
}
