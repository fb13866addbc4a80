import { isListField } from "../../domain/word/word-facts.ts";
import type { ZipContent } from "../zip/write-zip.ts";
import { readWordBlocks } from "./read/read-word-blocks.ts";
import { paragraphsOf } from "./read/word-content.ts";
import { findChild, readXmlTree } from "./read/xml-tree.ts";
import { fixedMark, nextMark, readPartMark, readPlaceMark, rowMark } from "./word-marks.ts";

/**
 * Puts a hidden bookmark on each line of a working copy that is not a text of the plan: headings, labels, numbers, figures.
 * Read back, a line without a mark is known to be somebody's own, and a marked one that changed is told of. The line before a
 * text names it a second time; the first cell of a row of a list names all texts of the row.
 */
export async function markFixedLines(part: ZipContent): Promise<ZipContent> {
	if (part.name !== "word/document.xml") return part;
	const xml = Buffer.from(part.content).toString("utf8");
	const body = findChild(await readXmlTree(xml), "w:body");
	const lines = (body === undefined ? [] : paragraphsOf(readWordBlocks(body))).map(({ text, marks }) => ({
		text,
		isText: marks.some((mark) => readPlaceMark(mark) ?? readPartMark(mark)),
		place: marks.find(readPlaceMark),
	}));
	let number = -1;
	const marked = xml.replace(
		/<w:p(?:\s[^>]*[^/>])?>(?:<w:pPr>.*?<\/w:pPr>|<w:pPr\/>)?|<w:p(?:\s[^>]*)?\/>/gsu,
		(start) => {
			number += 1;
			const line = lines[number];
			if (line === undefined || line.isText || line.text.trim() === "") return start;
			const next = lines[number + 1]?.place;
			const names = [
				fixedMark(line.text, number),
				...(next === undefined ? [] : [nextMark(next)]),
				...rowAfter(number).map(rowMark),
			];
			return start + names.map((name, index) => bookmark(1_000_000 + 20 * number + index, name)).join("");
		},
	);
	return { name: part.name, content: Buffer.from(marked, "utf8") };

	/** The texts of a list that follow a line, up to the next line that is none. */
	function rowAfter(number: number): readonly string[] {
		const names: string[] = [];
		for (let at = number + 1; lines[at]?.isText; at += 1) {
			const place = lines[at]?.place;
			const mark = place === undefined ? undefined : readPlaceMark(place);
			if (place !== undefined && mark !== undefined && isListField(mark.field)) names.push(place);
		}
		return names;
	}
}

function bookmark(id: number, name: string): string {
	return `<w:bookmarkStart w:id="${id}" w:name="${name}"/><w:bookmarkEnd w:id="${id}"/>`;
}
