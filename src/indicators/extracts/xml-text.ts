import { ExtractRefusal } from "./extract-refusal.ts";

const predefined: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", apos: "'", quot: '"' };

/** Refuses what is not XML; `what` says what was found. */
export function malformed(what: string): never {
	throw new ExtractRefusal("xml-not-well-formed", what);
}

/** Characters that XML 1.0 has (section 2.2, Char). */
function isXmlCharacter(code: number): boolean {
	if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
	return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

/** Refuses control characters between two places of a text. Quick, since it sees every character of every value. */
export function checkCharacters(text: string, from: number, to: number): void {
	for (let at = from; at < to; at++) {
		const code = text.charCodeAt(at);
		if ((code < 0x20 && code !== 0xa && code !== 0x9 && code !== 0xd) || code >= 0xfffe)
			malformed(`the control character U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
	}
}

/** Line ends as XML hands them on (section 2.11). */
export function withPlainLineEnds(text: string): string {
	return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/**
 * Puts characters in the place of `&amp;`, `&#65;` and the like. Refuses every name that XML does not know by itself: entities
 * that a file declares can grow without bound or reach for other files.
 */
export function withoutEntities(text: string): string {
	if (!text.includes("&")) return text;
	return text.replace(/&([^;&<\s]{0,60};?)/g, (found, rest: string) => {
		if (!rest.endsWith(";") || rest === ";") malformed(`an "&" that begins no entity ("${found}")`);
		const name = rest.slice(0, -1);
		if (name.startsWith("#")) return fromReference(name, found);
		const character = Object.hasOwn(predefined, name) ? predefined[name] : undefined;
		if (character === undefined) throw new ExtractRefusal("xml-entity", found);
		return character;
	});
}

function fromReference(name: string, found: string): string {
	const match = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,9}))$/.exec(name);
	const code = match === null ? -1 : match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
	if (!isXmlCharacter(code) || code < 0) malformed(`the character reference "${found}"`);
	return String.fromCodePoint(code);
}
