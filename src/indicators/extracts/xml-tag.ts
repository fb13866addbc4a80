import { checkCharacters, malformed, withoutEntities } from "./xml-text.ts";

// Names of XML 1.0 (section 2.3).
const start =
	":A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}";
const name = `[${start}][${start}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
const nameOnly = new RegExp(`^${name}$`, "u");
const nameFirst = new RegExp(name, "uy");
const attribute = new RegExp(`[ \\t\\r\\n]+(${name})[ \\t\\r\\n]*=[ \\t\\r\\n]*(?:"([^"<]*)"|'([^'<]*)')`, "uy");
const tagEnd = /[ \t\r\n]*(\/?)>/y;

export function isXmlName(text: string): boolean {
	return nameOnly.test(text);
}

/** The place after the `>` that ends the tag which begins at `from`, quotes minded; -1 when it is not there yet. */
export function findTagEnd(text: string, from: number): number {
	const sign = /[>"']/g;
	sign.lastIndex = from;
	for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
		if (found[0] === ">") return found.index + 1;
		const close = text.indexOf(found[0], found.index + 1);
		if (close < 0) return -1;
		sign.lastIndex = close + 1;
	}
	return -1;
}

/** Reads a start tag or an empty-element tag, `<name a="b">` or `<name/>`. Attributes are checked and left out. */
export function readTag(tag: string): { readonly name: string; readonly empty: boolean } {
	nameFirst.lastIndex = 1;
	const found = nameFirst.exec(tag)?.[0] ?? malformed(`the tag "${tag}"`);
	let at = 1 + found.length;
	const seen = new Set<string>();
	for (;;) {
		attribute.lastIndex = at;
		const match = attribute.exec(tag);
		if (match === null) break;
		const key = match[1] ?? "";
		const value = match[2] ?? match[3] ?? "";
		if (seen.has(key)) malformed(`the attribute "${key}" twice in one tag`);
		seen.add(key);
		checkCharacters(value, 0, value.length);
		withoutEntities(value);
		at += match[0].length;
	}
	tagEnd.lastIndex = at;
	const end = tagEnd.exec(tag);
	if (end === null || tagEnd.lastIndex !== tag.length) malformed(`the tag "${tag}"`);
	return { name: found, empty: end?.[1] === "/" };
}
