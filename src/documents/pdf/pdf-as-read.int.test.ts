import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { poppler, taggedText, wordsOf } from "../../../test/golden/documents/read-back.ts";
import { sampleCountyPlan } from "../../../test/golden/documents/sample-county-plan.ts";
import { heading, neutralDocument, paragraph, table } from "../neutral/build-blocks.ts";
import { toPlainTextLines } from "../neutral/plain-text.ts";
import { createPdfRenderer } from "./create-pdf-renderer.ts";

const renderer = createPdfRenderer();
const letters = (text: string) => text.replace(/\s+/gu, "");
let bytes: Uint8Array;
let structure: string;

beforeAll(async () => {
	bytes = (await renderer.render(sampleCountyPlan())).bytes;
	structure = await poppler("pdfinfo", ["-struct-text"], bytes);
});
afterAll(() => renderer.close());

describe("a PDF, read by another program", () => {
	it("is tagged, with title, author and the language of the document", async () => {
		const info = await poppler("pdfinfo", [], bytes);
		expect(info).toMatch(/^Tagged:\s+yes$/mu);
		expect(info).toMatch(/^Title:\s+Alder County System Improvement Plan$/mu);
		expect(info).toMatch(/^Author:\s+Alder County Human Services Agency$/mu);
		expect(info).toMatch(/^Page size:.*letter/mu);
		expect(Buffer.from(bytes).toString("latin1")).toContain("/Lang (en-US)");
	});

	it("claims PDF/UA-1", async () => {
		expect(await poppler("pdfinfo", ["-meta"], bytes)).toMatch(/<pdfuaid:part>1</u);
	});

	it("says in the order of its tags what the neutral document says, in the same order, but for spaces", () => {
		const expected = toPlainTextLines(sampleCountyPlan()).join(" ");
		expect(letters(taggedText(structure).replaceAll("‣", "•"))).toBe(letters(expected));
	});

	it("never reads text as code of the typesetter", async () => {
		const texts = [
			'#panic("x")',
			'#read("/etc/passwd")',
			"$x^2$ *b* _i_ `c` @ref <label> // \\",
			'#import "@preview/x:1.0.0"',
			"= Heading",
			"- item",
		];
		const document = neutralDocument(sampleCountyPlan().metadata, [
			heading(1, texts[0] ?? ""),
			...texts.map((text) => paragraph(text)),
		]);
		const text = await poppler("pdftotext", ["-layout"], (await renderer.render(document)).bytes);
		for (const each of texts) expect(wordsOf(text).join(" ")).toContain(each);
	});

	it("keeps the caption of a table with its first row, wherever on the page the table begins", async () => {
		const rows = Array.from({ length: 60 }, (_, row) => [
			`1.1.${row}`,
			`Milestone ${row} of the strategy is completed.`,
		]);
		// One line more before the table each time, until it has gone over the foot of the page.
		for (let lines = 20; lines <= 30; lines += 1) {
			const document = neutralDocument(sampleCountyPlan().metadata, [
				heading(1, "Strategies"),
				...Array.from({ length: lines }, (_, line) => paragraph(`Line ${line}.`)),
				table({ caption: "The strategies of goal 1", weights: [1, 5], rows: [["No.", "Milestone"], ...rows] }),
			]);
			const pages = (await poppler("pdftotext", ["-layout"], (await renderer.render(document)).bytes)).split("\f");
			const page = pages.find((text) => text.includes("The strategies of goal 1")) ?? "";
			expect(page, `after ${lines} lines`).toContain("Milestone 0 of");
		}
	}, 120_000);

	it("has headings, tables with header cells, lists and links among its tags", () => {
		for (const tag of ["H1", "H2", "H3", "H4", "Table", "THead", "TH", "TD", "L", "LI", "Link", "Figure", "Caption"]) {
			expect(structure, tag).toMatch(new RegExp(`^\\s*${tag}\\b`, "mu"));
		}
		expect(structure).toMatch(/\/Scope \/Column/u);
	});

	it("gives the figure its text alternative", () => {
		expect(Buffer.from(bytes).toString("latin1")).toMatch(
			/\/Alt \(Children reunified within 12 months of entry\. Line chart\. Sep 2003: 38\.0%/u,
		);
	});

	it("has a bookmark for every heading", () => {
		const raw = Buffer.from(bytes).toString("latin1");
		const headings = sampleCountyPlan()
			.blocks.flatMap((block) => ("blocks" in block ? block.blocks : []))
			.filter((block) => block.type === "heading");
		expect(raw.match(/\/Title [(<]/gu)?.length ?? 0).toBeGreaterThanOrEqual(headings.length);
		expect(raw).toContain("/Outlines");
	});

	it("embeds its fonts", async () => {
		const raw = Buffer.from(bytes).toString("latin1");
		expect(raw).toContain("SourceSansPro-Regular");
		expect(raw).toMatch(/\/FontFile2 \d+ 0 R/u);
	});

	it("prints page numbers and the draft mark on every page, and no mark of a draft on what was submitted", async () => {
		const pages = (await poppler("pdftotext", ["-layout"], bytes)).split("\f").filter((page) => page.trim() !== "");
		pages.forEach((page, index) => {
			expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
			expect(page).toContain("DRAFT");
		});
		const { metadata, blocks } = sampleCountyPlan();
		const sent = await renderer.render(
			neutralDocument({ ...metadata, status: { label: "Submitted", draft: false } }, blocks),
		);
		const text = await poppler("pdftotext", [], sent.bytes);
		expect(text).toContain("Submitted");
		expect(text).not.toContain("DRAFT");
	});

	it("repeats the header of a table on every page that it covers", async () => {
		const rows = Array.from({ length: 120 }, (_, index) => [`row ${index}`, "Program manager"]);
		const long = neutralDocument(sampleCountyPlan().metadata, [
			table({ caption: "T", weights: [1, 1], rows: [["Milestone", "Assigned to"], ...rows] }),
		]);
		const pages = (await poppler("pdftotext", ["-layout"], (await renderer.render(long)).bytes))
			.split("\f")
			.filter((page) => page.trim() !== "");
		expect(pages.length).toBeGreaterThan(2);
		for (const page of pages) expect(page).toContain("Assigned to");
	});

	it("speaks Spanish where the document does", async () => {
		const document = neutralDocument({ ...sampleCountyPlan().metadata, language: "es" }, [
			heading(1, "Uno"),
			paragraph("Niños"),
		]);
		const spanish = await renderer.render(document);
		expect(await poppler("pdftotext", ["-layout"], spanish.bytes)).toMatch(/Página 1 de 1/u);
		expect(Buffer.from(spanish.bytes).toString("latin1")).toContain("/Lang (es-US)");
	});
});
