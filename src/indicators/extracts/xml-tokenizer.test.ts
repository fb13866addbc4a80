import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { extractLimits } from "./extract-limits.ts";
import { ExtractRefusal } from "./extract-refusal.ts";
import { type WantedTags, XmlTokenizer } from "./xml-tokenizer.ts";

const wanted: WantedTags = {
	groups: new Set(["group", "list"]),
	values: new Map([
		["one", 1],
		["two", 2],
	]),
};

/** What our tokenizer tells of a document that comes in pieces, or the id of the refusal. */
function tokens(pieces: readonly string[]): readonly string[] | string {
	const told: string[] = [];
	const xml = new XmlTokenizer(wanted, {
		open: (group) => told.push(`<${group}`),
		close: (group) => told.push(`>${group}`),
		value: (element, text) => told.push(`${element}=${text}`),
	});
	try {
		for (const piece of pieces) xml.push(piece);
		xml.end();
		return told;
	} catch (error) {
		if (error instanceof ExtractRefusal) return error.id;
		throw error;
	}
}

/** The same from saxes. "refused" when it finds any fault. */
function oracle(document: string): readonly string[] | "refused" {
	const told: string[] = [];
	const open: { name: string; text: string }[] = [];
	const parser = new SaxesParser();
	const addText = (text: string) => {
		const top = open[open.length - 1];
		if (top) top.text += text;
	};
	let faults = 0;
	parser.on("error", () => faults++);
	parser.on("text", addText);
	parser.on("cdata", addText);
	parser.on("opentag", ({ name }) => {
		const local = name.slice(name.indexOf(":") + 1);
		open.push({ name: local, text: "" });
		if (wanted.groups.has(local)) told.push(`<${local}`);
	});
	parser.on("closetag", () => {
		const { name, text } = open.pop() ?? { name: "", text: "" };
		const element = wanted.values.get(name);
		if (element !== undefined) told.push(`${element}=${text}`);
		if (wanted.groups.has(name)) told.push(`>${name}`);
	});
	parser.write(document).close();
	return faults > 0 ? "refused" : told;
}

const name = fc.constantFrom("one", "two", "group", "list", "x:one", "other", "E9_é", "a.b-c");
const plain = fc.string({ maxLength: 8 }).map((text) => text.replace(/[<&\]\p{Cc}]/gu, "_"));
const text = fc.oneof(
	plain,
	fc.constantFrom(" \r\n\t", "\r", "&amp;", "&lt;b&gt;", "&#65;&#x42;", "&quot;&apos;", "]] >", "a\r\rb"),
);
const attributes = fc
	.uniqueArray(fc.constantFrom("id", "xmlns:acf", "xsi:type"), { maxLength: 2 })
	.chain((keys) =>
		fc.tuple(...keys.map((key) => fc.constantFrom(` ${key}="a>b"`, `\n${key} = 'it"s &amp;'`, ` ${key}=""`))),
	)
	.map((parts) => parts.join(""));
const space = fc.constantFrom("", " ", "\n\t");
const misc = fc.constantFrom("<!-- a > <b> & -->", "<?go on?>", "<!---->");
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
	content: fc.oneof(
		{ depthSize: "small", withCrossShrink: true },
		text,
		misc,
		plain.map((inner) => `<![CDATA[${inner}<&]]>`),
		tie("element"),
	),
	element: fc
		.tuple(name, attributes, space, fc.array(tie("content"), { maxLength: 4 }), fc.boolean())
		.map(([tag, attribute, blank, inner, empty]) =>
			empty ? `<${tag}${attribute}${blank}/>` : `<${tag}${attribute}${blank}>${inner.join("")}</${tag}${blank}>`,
		),
}));
const document = fc
	.tuple(
		fc.constantFrom("", '<?xml version="1.0" encoding="UTF-8"?>', "<?xml version='1.0'?>\n"),
		space,
		element,
		space,
	)
	.map(([declaration, before, root, after]) => `${declaration}${declaration === "" ? "" : before}${root}${after}`);

/** The document in pieces that end at the given places. */
function split(whole: string, places: readonly number[]): readonly string[] {
	const cuts = [...new Set(places.map((place) => place % (whole.length + 1)))].sort((a, b) => a - b);
	return [...cuts, whole.length].map((cut, at) => whole.slice(cuts[at - 1] ?? 0, cut));
}

describe("XmlTokenizer", () => {
	it("reads every well-formed document as saxes does, however it is cut", () => {
		fc.assert(
			fc.property(document, fc.array(fc.nat(), { maxLength: 6 }), (whole, places) => {
				const expected = oracle(whole);
				expect(expected).not.toBe("refused");
				expect(tokens([whole])).toEqual(expected);
				expect(tokens(split(whole, places))).toEqual(expected);
			}),
			{ numRuns: 400, seed: 20260101 },
		);
	});

	it("refuses what saxes refuses, one fault in a good document, and tells the same otherwise", () => {
		const fault = fc.constantFrom(
			"<",
			">",
			"&",
			"/",
			'"',
			"=",
			"]]>",
			"</one>",
			"<one>",
			"<!--",
			"<!",
			"<?",
			"-",
			"\u0001",
			"x",
			"",
		);
		let refused = 0;
		fc.assert(
			fc.property(document, fault, fc.nat(), fc.nat({ max: 2 }), fc.nat(), (whole, sign, at, taken, cut) => {
				const place = at % (whole.length + 1);
				const broken = whole.slice(0, place) + sign + whole.slice(place + taken);
				const expected = oracle(broken);
				const found = tokens([broken]);
				if (expected === "refused") {
					refused++;
					expect(typeof found, broken).toBe("string");
				} else expect(found, broken).toEqual(expected);
				expect(tokens(split(broken, [cut]))).toEqual(found);
			}),
			{ numRuns: 1_500, seed: 20260102 },
		);
		expect(refused).toBeGreaterThan(300);
	});

	it.each([
		['<!DOCTYPE data [<!ENTITY a "b">]><data/>', "xml-doctype"],
		["<!doctype html><data/>", "xml-doctype"],
		["<data><!ENTITY a 'b'></data>", "xml-doctype"],
		["<data>&nbsp;</data>", "xml-entity"],
		["<data>&constructor;</data>", "xml-entity"],
		["<data a='&who;'/>", "xml-entity"],
		["<data>&#0;</data>", "xml-not-well-formed"],
		["<data>&#xD800;</data>", "xml-not-well-formed"],
		["<data>&#99999999999;</data>", "xml-not-well-formed"],
		["<data>a & b</data>", "xml-not-well-formed"],
		["<data>\u0007</data>", "xml-not-well-formed"],
		["<data><one></data></one>", "xml-not-well-formed"],
		["<data a=1/>", "xml-not-well-formed"],
		["<data a='1' a='2'/>", "xml-not-well-formed"],
		["<data/><data/>", "xml-not-well-formed"],
		["<data/>text", "xml-not-well-formed"],
		["text", "xml-not-well-formed"],
		[" <?xml version='1.0'?><data/>", "xml-not-well-formed"],
		["</data>", "xml-not-well-formed"],
		["", "xml-not-well-formed"],
		["<data><one>1</one>", "xml-truncated"],
		["<data><one>1</on", "xml-truncated"],
		["<data/><!-- and", "xml-truncated"],
		["<data", "xml-truncated"],
	])("refuses %j as %s", (whole, id) => {
		expect(tokens([whole])).toBe(id);
		expect(tokens([...whole])).toBe(id);
	});

	it("refuses tags that lie too deep and values, tags and comments that do not end", () => {
		const long = "x".repeat(extractLimits.tokenCharacters + 1);
		expect(tokens(["<a>".repeat(extractLimits.depth + 1)])).toBe("xml-too-deep");
		expect(tokens([`<a>${long}</a>`])).toBe("value-too-long");
		expect(tokens([`<a b="${long}"/>`])).toBe("value-too-long");
		expect(tokens([`<a><!--${long}`])).toBe("value-too-long");
		expect(tokens([`<a>${long}`, "<b/></a>"])).toBe("value-too-long");
		const parts = "<![CDATA[xxxxxxxxxx]]>".repeat(30_000);
		expect(tokens([`<a><one>${parts}</one></a>`])).toBe("value-too-long");
	});

	it("counts lines up to the token that is read", () => {
		const lines: number[] = [];
		const xml = new XmlTokenizer(wanted, { open: () => lines.push(xml.line), close: () => {}, value: () => {} });
		for (const piece of ["<a>\n\n<gro", "up>\n</group>\n", "<other/>\n<list\n>", "</list></a>"]) xml.push(piece);
		xml.end();
		expect(lines).toEqual([3, 6]);
	});
});
