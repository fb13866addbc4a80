import type { WordParagraph } from "./word-content.ts";

/** Lines of one place as a text: paragraphs set apart by an empty line, items of a list by a line end and a hyphen. */
export function textOfLines(lines: readonly WordParagraph[]): string {
	let text = "";
	let inList = false;
	for (const line of lines) {
		const words = line.text.replace(/[^\S\n]+/gu, " ").trim();
		if (words === "") continue;
		if (text !== "") text += inList && line.listed ? "\n" : "\n\n";
		text += line.listed ? `- ${words}` : words;
		inList = line.listed;
	}
	return text;
}
