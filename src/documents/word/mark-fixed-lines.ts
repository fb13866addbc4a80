import type { ZipContent } from "../zip/write-zip.ts";
import { readWordBlocks } from "./read/read-word-blocks.ts";
import { paragraphsOf } from "./read/word-content.ts";
import { findChild, readXmlTree } from "./read/xml-tree.ts";
import { fixedMark, readPlaceMark } from "./word-marks.ts";

/**
 * Puts a hidden bookmark on each line of a working copy that is not a text of the plan: headings, labels, numbers, figures.
 * Read back, a line without a mark is known to be somebody's own, and a marked one that changed is told of.
 */
export async function markFixedLines(part: ZipContent): Promise<ZipContent> {
	if (part.name !== "word/document.xml") return part;
	const xml = Buffer.from(part.content).toString("utf8");
	// The library ends a cell with an empty paragraph where it knows no better; a content control ends one as well.
	const whole = xml.replaceAll("</w:sdt><w:p/></w:tc>", "</w:sdt></w:tc>");
	const body = findChild(await readXmlTree(whole), "w:body");
	const lines = body === undefined ? [] : paragraphsOf(readWordBlocks(body));
	let number = -1;
	const marked = whole.replace(
		/<w:p(?:\s[^>]*[^/>])?>(?:<w:pPr>.*?<\/w:pPr>|<w:pPr\/>)?|<w:p(?:\s[^>]*)?\/>/gsu,
		(start) => {
			number += 1;
			const line = lines[number];
			if (line === undefined || line.text.trim() === "" || line.marks.some(readPlaceMark)) return start;
			const id = 1_000_000 + number;
			const name = fixedMark(line.text, number);
			return `${start}<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:bookmarkEnd w:id="${id}"/>`;
		},
	);
	return { name: part.name, content: Buffer.from(marked, "utf8") };
}
