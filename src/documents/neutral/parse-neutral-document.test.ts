import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleCountyPlan } from "../../../test/golden/documents/sample-county-plan.ts";
import { DocumentRenderError } from "../document-error.ts";
import { bulletList, cell, heading, link, neutralDocument, paragraph, table } from "./build-blocks.ts";
import type { Block, DocumentMetadata } from "./neutral-document.ts";
import { parseNeutralDocument } from "./parse-neutral-document.ts";

const METADATA: DocumentMetadata = {
	title: "Plan",
	language: "en",
	author: "Alder County",
	created: "2004-09-28",
	status: { label: "Draft", draft: true },
};

function parse(...blocks: Block[]) {
	return parseNeutralDocument(neutralDocument(METADATA, blocks));
}

describe("parseNeutralDocument", () => {
	it("takes the sample plan, and takes it unchanged after a journey through JSON", () => {
		const document = sampleCountyPlan();
		expect(parseNeutralDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
	});

	it.each([
		["javascript:alert(1)"],
		["JAVASCRIPT:alert(1)"],
		["data:text/html,x"],
		["/etc/passwd"],
		["//evil.example"],
		['https://a.example/"onclick="x'],
		["https://a.example/ x"],
		["vbscript:x"],
		[""],
	])("refuses a link to %s", (href) => {
		expect(() => parse(paragraph(link("here", href)))).toThrow(DocumentRenderError);
	});

	it("refuses a heading that skips a level, and names it", () => {
		expect(() => parse(heading(1, "One"), heading(3, "Three"))).toThrow(
			/"Three" has level 3; after level 1 at most 2/u,
		);
		expect(() => parse(heading(2, "Two"))).toThrow(/"Two" has level 2/u);
		expect(() => parse(heading(1, "One"), heading(2, "Two"), heading(1, "One again"))).not.toThrow();
	});

	it("refuses an anchor that stands twice, also inside tables and lists", () => {
		const inTable = table({ caption: "T", weights: [1], rows: [["a"], [cell("b", { id: "x" })]] });
		expect(() => parse(inTable, paragraph("c", { id: "x" }))).toThrow(/anchor "x" stands twice/u);
	});

	it("refuses a link to an anchor that is nowhere", () => {
		expect(() => parse(paragraph(link("there", "#nowhere")))).toThrow(/leads to "#nowhere"/u);
		expect(() => parse(paragraph(link("there", "#here")), paragraph("x", { id: "here" }))).not.toThrow();
	});

	it.each([
		["too few cells", [["a", "b"], ["c"]]],
		[
			"more cells",
			[
				["a", "b"],
				["c", "d", "e"],
			],
		],
	])("refuses a table with %s than columns", (_, rows) => {
		expect(() => parse(table({ caption: "T", weights: [1, 1], rows }))).toThrow(/Table "T": row 2/u);
	});

	it("refuses a table that is only header", () => {
		expect(() => parse(table({ caption: "T", weights: [1], rows: [["a"]] }))).toThrow(/no row below its header/u);
	});

	it("refuses unknown keys and empty titles with the place", () => {
		const document = { ...sampleCountyPlan(), extra: 1 };
		expect(() => parseNeutralDocument(document)).toThrow(/extra/u);
		expect(() => parseNeutralDocument(neutralDocument({ ...METADATA, title: " " }, []))).toThrow(/metadata\.title/u);
	});

	it("makes any text printable: no control characters, no half characters, one kind of line end", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
				const parsed = parse(bulletList([text]));
				const printed = JSON.stringify(parsed.blocks[0]);
				expect(printed).not.toMatch(/\p{Cs}/u);
				expect(printed).not.toMatch(/\\r|\\u00[01]|\\ud[89a-f]/u);
			}),
			{ seed: 20_261_121 },
		);
	});

	it("leaves ordinary text as it is", () => {
		const text = "Tab\there, line\nend, ñ, Nguyễn, 漢字, 👩‍👧, <b>&amp;</b>";
		expect(parse(paragraph(text)).blocks[0]).toEqual(paragraph(text));
	});
});
