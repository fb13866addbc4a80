import { setImmediate } from "node:timers/promises";
import { SaxesParser } from "saxes";
import { SAVE_AS_DOCX, WordFileRefused } from "./word-file-refused.ts";

/** An element of a part of a Word file. Names of Word's own vocabulary begin with `w:`, whatever the file calls it. */
export interface XmlElement {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly (XmlElement | string)[];
}

type OpenElement = XmlElement & { readonly children: (XmlElement | string)[] };

const PREFIXES: ReadonlyMap<string, string> = new Map([
	["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w:"],
	["http://purl.oclc.org/ooxml/wordprocessingml/main", "w:"],
	["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:"],
	["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:"],
	["http://purl.oclc.org/ooxml/officeDocument/relationships", "r:"],
]);
const DEEPEST = 256;
const MOST_ELEMENTS = 3_000_000;
const PIECE = 262_144;

/**
 * Reads a part as a tree. A document type is refused, so that no entity can be declared; depth and number of elements are
 * bounded; other work gets its turn between pieces. Throws `WordFileRefused`.
 */
export async function readXmlTree(xml: string): Promise<XmlElement> {
	const root: OpenElement = { name: "", attributes: new Map(), children: [] };
	const open: OpenElement[] = [root];
	let elements = 0;
	const parser = new SaxesParser({ xmlns: true, position: false });
	parser.on("doctype", () => {
		throw refused("it declares a document type, which Word files do not have");
	});
	parser.on("opentag", (tag) => {
		elements += 1;
		if (open.length > DEEPEST || elements > MOST_ELEMENTS) throw refused("its parts are nested too deeply or too many");
		const element: OpenElement = {
			name: nameOf(tag),
			attributes: new Map(Object.values(tag.attributes).map((each) => [nameOf(each), each.value])),
			children: [],
		};
		open.at(-1)?.children.push(element);
		open.push(element);
	});
	parser.on("closetag", () => {
		open.pop();
	});
	const addText = (text: string) => {
		open.at(-1)?.children.push(text);
	};
	parser.on("text", addText);
	parser.on("cdata", addText);
	try {
		for (let start = 0; start < xml.length; start += PIECE) {
			parser.write(xml.slice(start, start + PIECE));
			await setImmediate();
		}
		parser.close();
	} catch (error) {
		if (error instanceof WordFileRefused) throw error;
		throw new WordFileRefused(`The file is damaged or was cut off on its way. ${SAVE_AS_DOCX}`, { cause: error });
	}
	const top = root.children.find((each) => typeof each !== "string");
	if (top === undefined) throw new WordFileRefused(`The file is empty inside. ${SAVE_AS_DOCX}`);
	return top;
}

function refused(reason: string): WordFileRefused {
	return new WordFileRefused(`The file was not read, since ${reason}. ${SAVE_AS_DOCX}`);
}

function nameOf({
	uri,
	local,
	prefix,
}: {
	readonly uri: string;
	readonly local: string;
	readonly prefix: string;
}): string {
	const known = PREFIXES.get(uri);
	if (known !== undefined) return known + local;
	return prefix === "" ? local : `${prefix}:${local}`;
}

export function childElements(element: XmlElement): XmlElement[] {
	return element.children.filter((each): each is XmlElement => typeof each !== "string");
}

export function findChild(element: XmlElement | undefined, name: string): XmlElement | undefined {
	return element?.children.find((each): each is XmlElement => typeof each !== "string" && each.name === name);
}

/** `w:val` of a child: `<w:tag w:val="..."/>`. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
	return findChild(element, name)?.attributes.get("w:val");
}

/** All text below an element. */
export function textBelow(element: XmlElement): string {
	return element.children.map((each) => (typeof each === "string" ? each : textBelow(each))).join("");
}
