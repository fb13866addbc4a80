import type { Attachment, ScanState } from "../../../domain/approval/approval-facts.ts";

/** What a scanner said of a file, for the person who attached it. */
export const scanWords: Readonly<Record<ScanState, string>> = {
	clean: "Scanned: nothing harmful found",
	"not-scanned": "Not scanned: no scanner is set up here",
	waiting: "Waits for the scanner, and does not count yet",
	infected: "Something harmful was found, and the file was thrown away",
};

/** "1.4 MB", "120 KB". */
export function sizeWords(bytes: number): string {
	if (bytes >= 1024 * 1024) return `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
	return bytes >= 1024 ? `${Math.round(bytes / 1024)} KB` : `${bytes} bytes`;
}

/** What the file is called on pages: its title, or the name that it came with. */
export function attachmentName({ title, fileName }: Pick<Attachment, "title" | "fileName">): string {
	return title || fileName;
}
