import type { ZipContent } from "../zip/write-zip.ts";

/**
 * Makes the parts of a Word file depend on the document alone. The library numbers relationships at random, counts
 * bookmarks and drawings over the life of the process, and writes the present time; here they are numbered in order and
 * dated by the document, so that the same facts give the same file.
 */
export function stableParts(parts: readonly ZipContent[], created: string): ZipContent[] {
	const text = new Map(parts.filter(({ name }) => isText(name)).map(({ name, content }) => [name, decode(content)]));
	for (const [name, relationships] of text) {
		const owner = ownerOf(name);
		if (owner === undefined) continue;
		const ids = [...relationships.matchAll(/\bId="([^"]+)"/gu)].map(([, id = ""]) => id);
		const names = new Map(ids.map((id, index) => [id, `rId${index + 1}`]));
		text.set(name, renameAttributes(relationships, /\b(Id)="([^"]+)"/gu, names));
		const part = text.get(owner);
		if (part !== undefined) text.set(owner, renameAttributes(part, /\b(r:[a-z]+)="([^"]+)"/gu, names));
	}
	for (const [name, part] of text) text.set(name, renumber(part));
	const core = text.get("docProps/core.xml");
	if (core !== undefined) text.set("docProps/core.xml", dated(core, created));
	return parts.map(({ name, content }) => {
		const changed = text.get(name);
		return { name, content: changed === undefined ? content : Buffer.from(changed, "utf8") };
	});
}

function isText(name: string): boolean {
	return name.endsWith(".xml") || name.endsWith(".rels");
}

function decode(content: Uint8Array): string {
	return Buffer.from(content).toString("utf8");
}

/** The part that a relationships part belongs to: `word/_rels/document.xml.rels` to `word/document.xml`. */
function ownerOf(name: string): string | undefined {
	const match = /^(.*?)_rels\/([^/]+)\.rels$/u.exec(name);
	return match === null ? undefined : `${match[1]}${match[2]}`;
}

function renameAttributes(part: string, attribute: RegExp, names: ReadonlyMap<string, string>): string {
	return part.replace(attribute, (whole, name: string, id: string) => {
		const renamed = names.get(id);
		return renamed === undefined ? whole : `${name}="${renamed}"`;
	});
}

/** Numbers bookmarks and drawings from 1 in the order of the text. */
function renumber(part: string): string {
	const bookmarks = new Map<string, number>();
	let drawings = 0;
	return part
		.replace(/(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")([^"]+)"/gu, (_, before: string, id: string) => {
			const number = bookmarks.get(id) ?? bookmarks.size + 1;
			bookmarks.set(id, number);
			return `${before}${number}"`;
		})
		.replace(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bid=")([^"]+)"/gu, (_, before: string) => {
			drawings += 1;
			return `${before}${drawings}"`;
		});
}

function dated(core: string, created: string): string {
	return core.replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/gu, `$1${created}T00:00:00Z`);
}
