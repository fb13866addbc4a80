import { readZipDirectory, readZipEntry } from "../../src/documents/zip/read-zip.ts";
import { writeZip } from "../../src/documents/zip/write-zip.ts";

/** Changes the text of a Word file as a person in a word processor would, at the level of its XML. */
export async function editWordFile(bytes: Uint8Array, edit: (document: string) => string): Promise<Uint8Array> {
	const parts = await Promise.all(
		readZipDirectory(bytes).map(async (entry) => {
			const content = await readZipEntry(bytes, entry);
			if (entry.name !== "word/document.xml") return { name: entry.name, content };
			return { name: entry.name, content: Buffer.from(edit(content.toString("utf8")), "utf8") };
		}),
	);
	return writeZip(parts);
}

export async function wordDocumentXml(bytes: Uint8Array): Promise<string> {
	const entry = readZipDirectory(bytes).find(({ name }) => name === "word/document.xml");
	if (!entry) throw new Error("no document");
	return (await readZipEntry(bytes, entry)).toString("utf8");
}

const PARAGRAPH = /<w:p(?:\s[^>]*)?>(?:(?!<\/w:p>).)*<\/w:p>/gsu;

/** The marks of the texts in a working copy, in order. */
export function tagsOf(document: string): string[] {
	return [...document.matchAll(/<w:bookmarkStart [^>]*w:name="(w[0-9a-z]{25}_[^"]+)"/gu)].map(([, tag = ""]) => tag);
}

/** Changes the last paragraph of the text with a mark. */
export function inText(document: string, tag: string, edit: (paragraph: string) => string): string {
	const part = `v${tag.slice(1, 29)}_`;
	const own = [...document.matchAll(PARAGRAPH)].filter(
		([text]) => text.includes(`"${tag}"`) || text.includes(`"${part}`),
	);
	const last = own.at(-1);
	if (last === undefined) throw new Error(`There is no text ${tag}.`);
	return document.slice(0, last.index) + edit(last[0]) + document.slice(last.index + last[0].length);
}

const LAST_RUN = /<w:r>((?:(?!<\/w:r>).)*)<w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>(?!.*<w:t )/su;

/** Ways in which people edit: each gives a paragraph other words. */
export const wordEdits: Readonly<Record<string, (content: string, words: string) => string>> = {
	"types over the last line": (content, words) =>
		content.replace(LAST_RUN, `<w:r>$1<w:t xml:space="preserve">${words}</w:t></w:r>`),
	"types behind it, tracked": (content, words) =>
		content.replace(
			LAST_RUN,
			`$&<w:ins w:id="9001" w:author="Ana Editor" w:date="2026-08-03T10:00:00Z"><w:r><w:t xml:space="preserve"> ${words}</w:t></w:r></w:ins>`,
		),
	"deletes it and types anew, tracked": (content, words) =>
		content.replace(
			LAST_RUN,
			`<w:del w:id="9002" w:author="Ben Editor" w:date="2026-08-04T10:00:00Z"><w:r>$1<w:delText xml:space="preserve">$2</w:delText></w:r></w:del><w:ins w:id="9003" w:author="Ben Editor" w:date="2026-08-04T10:00:00Z"><w:r><w:t>${words}</w:t></w:r></w:ins>`,
		),
	"adds a paragraph": (content, words) => `${content}<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`,
	// What stands behind a label on one line keeps the bookmark that begins with the label.
	"selects it all and types, so that its bookmark goes": (content, words) =>
		content.includes("<w:tab/>")
			? content.replace(LAST_RUN, `<w:r><w:t>${words}</w:t></w:r>`)
			: `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`,
	"splits the words over runs": (content, words) =>
		content.replace(
			LAST_RUN,
			`<w:r>$1<w:t xml:space="preserve">$2 </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>${words}</w:t></w:r>`,
		),
};

/** A row of a milestone that somebody adds to the table of the last strategy, in Word without any mark. */
export function addRowAfterLastMilestone(document: string, cells: readonly string[]): string {
	const at = document.lastIndexOf("</w:tr></w:tbl>", document.lastIndexOf("_ma_"));
	const end = document.indexOf("</w:tr></w:tbl>", document.lastIndexOf("_ma_"));
	const place = end < 0 ? at : end;
	const row = cells.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join("");
	return `${document.slice(0, place)}</w:tr><w:tr>${row}${document.slice(place)}`;
}
