import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { wordsOf, wordTextByMammoth } from "../../../test/golden/documents/read-back.ts";
import { sampleCountyPlan } from "../../../test/golden/documents/sample-county-plan.ts";
import {
	bulletList,
	heading,
	neutralDocument,
	numberedList,
	pageBreak,
	paragraph,
	table,
} from "../neutral/build-blocks.ts";
import type { Block } from "../neutral/neutral-document.ts";
import { toPlainTextLines } from "../neutral/plain-text.ts";
import { readZipDirectory, readZipEntry } from "../zip/read-zip.ts";
import { renderWordDocument } from "./render-word-document.ts";
import { anchorBookmark, fieldBookmark } from "./word-anchors.ts";

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
	const parts = new Map<string, string>();
	for (const entry of readZipDirectory(bytes))
		parts.set(entry.name, (await readZipEntry(bytes, entry)).toString("utf8"));
	return parts;
}

async function render(...blocks: Block[]): Promise<Map<string, string>> {
	return partsOf(await renderWordDocument(neutralDocument(sampleCountyPlan().metadata, blocks)));
}

describe("renderWordDocument", () => {
	it("comes back from another reader with the same words", async () => {
		const document = sampleCountyPlan();
		const text = await wordTextByMammoth(await renderWordDocument(document));
		expect(wordsOf(text)).toEqual(wordsOf(toPlainTextLines(document, { listMarkers: false }).join(" ")));
	});

	it("is the same file for the same document, in whatever order documents are made", async () => {
		const first = await renderWordDocument(sampleCountyPlan());
		await renderWordDocument(neutralDocument(sampleCountyPlan().metadata, [heading(1, "Another", { id: "x" })]));
		expect(Buffer.from(await renderWordDocument(sampleCountyPlan())).equals(first)).toBe(true);
	});

	it("has well-formed parts", async () => {
		const { window } = new JSDOM("");
		const parser = new window.DOMParser();
		for (const [name, xml] of await partsOf(await renderWordDocument(sampleCountyPlan()))) {
			if (!/\.(?:xml|rels)$/u.test(name)) continue;
			expect(parser.parseFromString(xml, "application/xml").querySelector("parsererror"), name).toBeNull();
		}
	});

	it("states title, author, date and language", async () => {
		const parts = await partsOf(await renderWordDocument(sampleCountyPlan()));
		const core = parts.get("docProps/core.xml");
		expect(core).toContain("<dc:title>Alder County System Improvement Plan</dc:title>");
		expect(core).toContain("<dc:creator>Alder County Human Services Agency</dc:creator>");
		expect(core?.match(/2004-09-28T00:00:00Z/gu)).toHaveLength(2);
		expect(parts.get("word/styles.xml")).toContain('<w:lang w:val="en-US"/>');
	});

	it("marks a draft in the running header, and names any other state", async () => {
		const draft = await partsOf(await renderWordDocument(sampleCountyPlan()));
		expect(draft.get("word/header1.xml")).toContain("DRAFT");
		const { metadata, blocks } = sampleCountyPlan();
		const sent = neutralDocument({ ...metadata, status: { label: "Submitted", draft: false } }, blocks);
		const header = (await partsOf(await renderWordDocument(sent))).get("word/header1.xml");
		expect(header).toContain("Submitted");
		expect(header).not.toContain("DRAFT");
	});

	it("counts pages in the footer", async () => {
		const footer = (await render(paragraph("x"))).get("word/footer1.xml");
		expect(footer).toMatch(/Page .*PAGE.* of .*NUMPAGES/su);
	});

	it("repeats the header rows of tables and only those", async () => {
		const xml = (
			await render(table({ caption: "T", weights: [1], headerRows: 2, rows: [["a"], ["b"], ["c"], ["d"]] }))
		).get("word/document.xml");
		const rows = xml?.split("<w:tr>").slice(1) ?? [];
		expect(rows.map((row) => row.includes("<w:tblHeader"))).toEqual([true, true, false, false]);
	});

	it("gives a figure its text alternative, as a drawing with a picture behind it", async () => {
		const parts = await partsOf(await renderWordDocument(sampleCountyPlan()));
		expect(parts.get("word/document.xml")).toMatch(/<wp:docPr[^>]*descr="Children reunified[^"]*Line chart\./u);
		expect([...parts.keys()].filter((name) => name.startsWith("word/media/")).sort()).toEqual([
			"word/media/image1.png",
			"word/media/image1.svg",
		]);
	});

	it("starts every numbered list at 1", async () => {
		const parts = await render(numberedList(["a", "b"]), paragraph("between"), numberedList(["c"]), bulletList(["d"]));
		const used = [...(parts.get("word/document.xml") ?? "").matchAll(/<w:numId w:val="(\d+)"/gu)].map(([, id]) => id);
		expect(used).toHaveLength(4);
		expect(used[0]).toBe(used[1]);
		expect(new Set(used).size).toBe(3);
		const numbering = parts.get("word/numbering.xml") ?? "";
		for (const id of new Set(used))
			expect(numbering).toMatch(new RegExp(`<w:num w:numId="${id}".*?startOverride w:val="1"`, "su"));
	});

	it("bookmarks anchors and fields, so that a reader finds them again", async () => {
		const xml = (await partsOf(await renderWordDocument(sampleCountyPlan()))).get("word/document.xml") ?? "";
		const names = [...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/gu)].map(([, name]) => name);
		expect(names).toContain(anchorBookmark("plan/7/planning-bodies"));
		expect(names).toContain(anchorBookmark("component-c3-1"));
		expect(names).toContain(fieldBookmark("plan/7/county", 1));
		expect(new Set(names).size).toBe(names.length);
		expect(names.every((name) => /^[A-Za-z]\w{0,39}$/u.test(name ?? ""))).toBe(true);
		const targets = [...xml.matchAll(/<w:hyperlink[^>]*w:anchor="([^"]+)"/gu)].map(([, name]) => name);
		expect(targets).toEqual([anchorBookmark("component-c3-1")]);
	});

	it("begins a section and what follows a page break on a new page", async () => {
		const xml =
			(await render(paragraph("one"), pageBreak(), paragraph("two"), paragraph("three"))).get("word/document.xml") ??
			"";
		const broken = xml.split("<w:p>").filter((each) => each.includes("<w:pageBreakBefore/>"));
		expect(broken.map((each) => each.includes("two"))).toEqual([true]);
	});

	it.each(["<w:p>", "]]>", "&quot;", '=HYPERLINK("x")', "a\u0000b\u0008c", "\uD800", "أهلا", "👩‍👧"])(
		"takes %j as text",
		async (text) => {
			const document = neutralDocument(sampleCountyPlan().metadata, [heading(1, `x${text}`), paragraph(text)]);
			const printable = wordsOf(
				toPlainTextLines(document)
					.join(" ")
					.replace(/[\0\b\uD800]/gu, ""),
			);
			expect(wordsOf(await wordTextByMammoth(await renderWordDocument(document)))).toEqual(printable);
		},
	);
});
