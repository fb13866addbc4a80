/** A title as the name of a file that is safe on every system and carries no path; without its ending. */
export function fileNameOf(title: string): string {
	const plain = title
		.normalize("NFKD")
		.replace(/[^A-Za-z0-9]+/g, "-")
		.replace(/^-+|-+$/g, "")
		.toLowerCase();
	return plain.slice(0, 80) || "plan";
}
