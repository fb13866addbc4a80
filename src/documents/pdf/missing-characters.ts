import type { DocumentLanguage } from "../neutral/neutral-document.ts";

const COMPLAINT = /the text `(.+?)` could not be displayed/gu;
const STEERING = /^[\p{Cf}\p{Mn}\p{Me}\p{Zs}]$/u;

/**
 * The characters that the compiler says no font can show. It quotes them as Rust prints strings, and quotes the whole
 * message once more where several faults come as one text.
 */
export function findMissingCharacters(problems: readonly string[]): string[] {
	const texts = problems.flatMap((problem) => [...problem.matchAll(COMPLAINT)].map(([, text = ""]) => unquote(text)));
	return [...new Set(texts.flatMap((text) => [...text]))];
}

function unquote(text: string): string {
	return text
		.replace(/\\+u\{([0-9a-f]+)\}/giu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
		.replace(/^\\*"|\\*"$/gu, "")
		.replace(/\\+(.)/gu, "$1");
}

/** The words that stand for a character without a sign: its name in Unicode; nothing for one that only steers the text. */
export function characterInWords(character: string, language: DocumentLanguage): string {
	if (STEERING.test(character)) return "";
	return `${language === "es" ? "carácter" : "character"} ${character} (${codePoint(character)})`;
}

/** What to tell the person who printed: the characters, and how to mend it. Undefined where all could be shown. */
export function missingCharactersWarning(characters: readonly string[]): string | undefined {
	const shown = characters.filter((character) => !STEERING.test(character));
	if (shown.length === 0) return undefined;
	const names = shown.slice(0, 10).map((character) => `${character} (${codePoint(character)})`);
	const more = shown.length > 10 ? ` and ${shown.length - 10} more` : "";
	return `No font on the server can show ${names.join(", ")}${more}. The PDF has an empty box in each place, with the character as its text alternative. Ask the administrator to install a font that has them, then print again.`;
}

function codePoint(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
