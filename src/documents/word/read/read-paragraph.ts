import type { WordParagraph, WordRevision } from "./word-content.ts";
import { childElements, childValue, findChild, textBelow, type XmlElement } from "./xml-tree.ts";

/** A paragraph, and whether its end was deleted in a tracked change, so that the next one continues it. */
export type ReadParagraph = WordParagraph & { readonly joinsNext: boolean };

type Collected = {
	text: string;
	boldStart: string;
	bold: boolean;
	readonly marks: string[];
	readonly revisions: WordRevision[];
	readonly comments: string[];
};

/** Elements whose content is part of the running text. */
const TRANSPARENT = new Set([
	"w:hyperlink",
	"w:smartTag",
	"w:fldSimple",
	"w:customXml",
	"w:dir",
	"w:bdo",
	"w:sdtContent",
]);

/** Reads a paragraph with its tracked changes accepted. `marks`: the tags of the controls around it. */
export function readParagraph(element: XmlElement, marks: readonly string[]): ReadParagraph {
	const properties = findChild(element, "w:pPr");
	const mark = findChild(properties, "w:rPr");
	const found: Collected = { text: "", boldStart: "", bold: true, marks: [], revisions: [], comments: [] };
	for (const change of ["w:ins", "w:del", "w:moveFrom", "w:moveTo"]) {
		const made = findChild(mark, change);
		if (made) found.revisions.push(revisionOf(made));
	}
	readInline(element, found);
	const numbered = findChild(properties, "w:numPr");
	return {
		type: "paragraph",
		text: found.text,
		marks: [...marks, ...found.marks],
		revisions: found.revisions,
		comments: [...new Set(found.comments)],
		style: childValue(properties, "w:pStyle") ?? "",
		listed: numbered !== undefined && childValue(numbered, "w:numId") !== "0",
		boldStart: found.boldStart,
		joinsNext: findChild(mark, "w:del") !== undefined || findChild(mark, "w:moveFrom") !== undefined,
	};
}

function readInline(element: XmlElement, found: Collected): void {
	for (const child of childElements(element)) {
		switch (child.name) {
			case "w:r":
				readRun(child, found);
				break;
			case "w:ins":
			case "w:moveTo":
				found.revisions.push(revisionOf(child));
				readInline(child, found);
				break;
			case "w:del":
			case "w:moveFrom":
				found.revisions.push(revisionOf(child));
				break;
			case "w:bookmarkStart":
				found.marks.push(child.attributes.get("w:name") ?? "");
				break;
			case "w:commentRangeStart":
				found.comments.push(child.attributes.get("w:id") ?? "");
				break;
			case "w:sdt": {
				const tag = childValue(findChild(child, "w:sdtPr"), "w:tag");
				if (tag !== undefined) found.marks.push(tag);
				readInline(child, found);
				break;
			}
			case "mc:AlternateContent": {
				const shown = findChild(child, "mc:Choice") ?? findChild(child, "mc:Fallback");
				if (shown) readInline(shown, found);
				break;
			}
			default:
				if (TRANSPARENT.has(child.name)) readInline(child, found);
		}
	}
}

function readRun(run: XmlElement, found: Collected): void {
	const properties = findChild(run, "w:rPr");
	if (findChild(properties, "w:vanish")) return;
	const setBold = findChild(properties, "w:b");
	const bold = setBold !== undefined && !["0", "false", "off"].includes(setBold.attributes.get("w:val") ?? "");
	const before = found.text.length;
	for (const child of childElements(run)) {
		switch (child.name) {
			case "w:t":
				found.text += textBelow(child);
				break;
			case "w:tab":
			case "w:ptab":
				found.text += "\t";
				break;
			case "w:br":
			case "w:cr":
				if (!["page", "column"].includes(child.attributes.get("w:type") ?? "")) found.text += "\n";
				break;
			case "w:noBreakHyphen":
				found.text += "\u2011";
				break;
			case "w:commentReference":
				found.comments.push(child.attributes.get("w:id") ?? "");
				break;
		}
	}
	const added = found.text.slice(before);
	if (added.trim() === "") return;
	if (found.bold && bold) found.boldStart = found.text;
	else found.bold = false;
}

export function revisionOf(element: XmlElement): WordRevision {
	return { author: element.attributes.get("w:author") ?? "", at: element.attributes.get("w:date") ?? "" };
}
