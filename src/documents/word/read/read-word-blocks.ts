import { type ReadParagraph, readParagraph, revisionOf } from "./read-paragraph.ts";
import type { WordBlock, WordCell, WordParagraph, WordRow, WordTable } from "./word-content.ts";
import { childElements, childValue, findChild, type XmlElement } from "./xml-tree.ts";

type Container = { readonly blocks: (ReadParagraph | WordTable)[]; pending: string[] };

/** The paragraphs and tables below the body of a document, or in a cell, with tracked changes accepted. */
export function readWordBlocks(parent: XmlElement, marks: readonly string[] = []): WordBlock[] {
	const container: Container = { blocks: [], pending: [] };
	readInto(container, parent, marks);
	return joinParagraphs(container.blocks);
}

function readInto(container: Container, parent: XmlElement, marks: readonly string[]): void {
	for (const child of childElements(parent)) {
		switch (child.name) {
			case "w:p": {
				container.blocks.push(readParagraph(child, [...marks, ...container.pending]));
				container.pending = [];
				break;
			}
			case "w:tbl":
				container.blocks.push(readTable(child, marks));
				break;
			case "w:sdt":
				readInto(container, findChild(child, "w:sdtContent") ?? child, [...tagOf(child), ...marks]);
				break;
			case "w:bookmarkStart":
				container.pending.push(child.attributes.get("w:name") ?? "");
				break;
			case "w:ins":
			case "w:moveTo":
			case "w:customXml":
			case "mc:Choice":
				readInto(container, child, marks);
				break;
			case "mc:AlternateContent":
				readInto(container, findChild(child, "mc:Choice") ?? child, marks);
		}
	}
}

function tagOf(control: XmlElement): string[] {
	const tag = childValue(findChild(control, "w:sdtPr"), "w:tag");
	return tag === undefined ? [] : [tag];
}

/** The rows that are left when tracked changes are accepted, each with its cells. Controls may stand around either. */
function readTable(table: XmlElement, marks: readonly string[]): WordTable {
	return { type: "table", rows: unwrapped(table, "w:tr", marks).flatMap(([row, inside]) => readRow(row, inside)) };
}

function readRow(row: XmlElement, marks: readonly string[]): WordRow[] {
	const properties = findChild(row, "w:trPr");
	if (findChild(properties, "w:del")) return [];
	const inserted = findChild(properties, "w:ins");
	const cells = unwrapped(row, "w:tc", marks).flatMap(([cell, inside]): WordCell[] => {
		const cellProperties = findChild(cell, "w:tcPr");
		const merged = findChild(cellProperties, "w:vMerge");
		if (merged && merged.attributes.get("w:val") !== "restart") return [];
		const columns = Number(childValue(cellProperties, "w:gridSpan") ?? "1");
		return [{ blocks: readWordBlocks(cell, inside), columns: Number.isInteger(columns) && columns > 0 ? columns : 1 }];
	});
	return [{ cells, revisions: inserted ? [revisionOf(inserted)] : [] }];
}

function unwrapped(parent: XmlElement, name: string, marks: readonly string[]): [XmlElement, readonly string[]][] {
	return childElements(parent).flatMap((child): [XmlElement, readonly string[]][] => {
		if (child.name === name) return [[child, marks]];
		if (child.name === "w:sdt") return unwrapped(child, name, [...tagOf(child), ...marks]);
		if (child.name === "w:sdtContent" || child.name === "w:customXml") return unwrapped(child, name, marks);
		return [];
	});
}

/** Joins a paragraph whose end was deleted with the next one. One that was emptied keeps its place without its words. */
function joinParagraphs(blocks: readonly (ReadParagraph | WordTable)[]): WordBlock[] {
	const joined: WordBlock[] = [];
	let open: WordParagraph | undefined;
	for (const block of blocks) {
		if (block.type === "table") {
			if (open) joined.push(open);
			open = undefined;
			joined.push(block);
			continue;
		}
		const { joinsNext, ...paragraph } = block;
		const whole: WordParagraph = open ? together(open, paragraph) : paragraph;
		open = undefined;
		if (joinsNext && whole.text.trim() !== "") open = whole;
		else joined.push(whole);
	}
	if (open) joined.push(open);
	return joined;
}

function together(first: WordParagraph, second: WordParagraph): WordParagraph {
	return {
		...first,
		text: first.text + second.text,
		marks: [...first.marks, ...second.marks],
		revisions: [...first.revisions, ...second.revisions],
		comments: [...first.comments, ...second.comments],
	};
}
