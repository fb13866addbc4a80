import { openWordFile } from "./open-word-file.ts";
import { revisionOf } from "./read-paragraph.ts";
import { readWordBlocks } from "./read-word-blocks.ts";
import { paragraphsOf, type WordComment, type WordContent } from "./word-content.ts";
import { SAVE_AS_DOCX, WordFileRefused } from "./word-file-refused.ts";
import { childElements, childValue, findChild, readXmlTree, textBelow, type XmlElement } from "./xml-tree.ts";

/** Reads a Word document: its text with tracked changes accepted, who made them, and its comments. Rejects with `WordFileRefused`. */
export async function readWordContent(bytes: Uint8Array): Promise<WordContent> {
	const parts = await openWordFile(bytes);
	const body = findChild(await readXmlTree(parts.document), "w:body");
	if (body === undefined) throw new WordFileRefused(`There is no text in this Word document. ${SAVE_AS_DOCX}`);
	return {
		blocks: readWordBlocks(body),
		comments: parts.comments === undefined ? new Map() : readComments(await readXmlTree(parts.comments)),
		properties:
			parts.customProperties === undefined ? new Map() : readProperties(await readXmlTree(parts.customProperties)),
		headings: parts.styles === undefined ? new Map() : readHeadings(await readXmlTree(parts.styles)),
	};
}

function readComments(comments: XmlElement): ReadonlyMap<string, WordComment> {
	return new Map(
		childElements(comments)
			.filter(({ name }) => name === "w:comment")
			.map((comment) => [
				comment.attributes.get("w:id") ?? "",
				{
					...revisionOf(comment),
					text: paragraphsOf(readWordBlocks(comment))
						.map(({ text }) => text.trim())
						.filter((text) => text !== "")
						.join("\n"),
				},
			]),
	);
}

function readProperties(properties: XmlElement): ReadonlyMap<string, string> {
	return new Map(
		childElements(properties).map((each) => [each.attributes.get("name") ?? "", textBelow(each).trim()] as const),
	);
}

/** The levels of headings: by a style's outline level, or by its English name, which Word keeps in every language. */
function readHeadings(styles: XmlElement): ReadonlyMap<string, number> {
	const headings = new Map<string, number>();
	for (const style of childElements(styles)) {
		const id = style.attributes.get("w:styleId");
		if (id === undefined || style.attributes.get("w:type") !== "paragraph") continue;
		const named = /^heading ([1-9])$/iu.exec(childValue(style, "w:name") ?? "")?.[1];
		const outline = childValue(findChild(style, "w:pPr"), "w:outlineLvl");
		const level = named === undefined ? (outline === undefined ? undefined : Number(outline) + 1) : Number(named);
		if (level !== undefined && level >= 1 && level <= 9) headings.set(id, level);
	}
	return headings;
}
