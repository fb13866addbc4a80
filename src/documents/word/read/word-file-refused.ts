/**
 * A Word file cannot be read. `message` is for the person who chose the file: what is wrong and what to do. The technical
 * reason is in `cause`.
 */
export class WordFileRefused extends Error {
	override readonly name = "WordFileRefused";
}

export const SAVE_AS_DOCX = "Open it in your word processor, save it as a Word document (.docx), and load that file.";
