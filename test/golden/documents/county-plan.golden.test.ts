import { afterAll, describe, it } from "vitest";
import { renderTrendFigure } from "../../../src/documents/figures/render-trend-figure.ts";
import { renderHtmlDocument, renderHtmlFragment } from "../../../src/documents/html/render-html-document.ts";
import { parseNeutralDocument } from "../../../src/documents/neutral/parse-neutral-document.ts";
import { toPlainTextLines } from "../../../src/documents/neutral/plain-text.ts";
import { createPdfRenderer } from "../../../src/documents/pdf/create-pdf-renderer.ts";
import { renderWordDocument } from "../../../src/documents/word/render-word-document.ts";
import { readZipDirectory, readZipEntry } from "../../../src/documents/zip/read-zip.ts";
import { expectGolden } from "./golden-file.ts";
import { poppler, tagOutline } from "./read-back.ts";
import { SAMPLE_TREND, sampleCountyPlan } from "./sample-county-plan.ts";

const WORD_PARTS = [
	"docProps/core.xml",
	"word/_rels/document.xml.rels",
	"word/document.xml",
	"word/footer1.xml",
	"word/header1.xml",
	"word/numbering.xml",
	"word/styles.xml",
];
const renderer = createPdfRenderer();
afterAll(() => renderer.close());

describe("the sample county plan", () => {
	it("is the same neutral document and the same plain text", async () => {
		const document = parseNeutralDocument(sampleCountyPlan());
		await expectGolden("neutral.json", `${JSON.stringify(document, null, "\t")}\n`);
		await expectGolden("plain-text.txt", `${toPlainTextLines(document).join("\n")}\n`);
	});

	it("has the same figure", async () => {
		await expectGolden("../sample-figure.svg", (await renderTrendFigure(SAMPLE_TREND)).svg);
	});

	it("gives the same page", async () => {
		await expectGolden("document.html", renderHtmlDocument(sampleCountyPlan()));
		await expectGolden("fragment.html", `${renderHtmlFragment(sampleCountyPlan())}\n`);
	});

	it("gives the same Word file", async () => {
		const bytes = await renderWordDocument(sampleCountyPlan());
		for (const entry of readZipDirectory(bytes)) {
			if (!WORD_PARTS.includes(entry.name)) continue;
			const xml = (await readZipEntry(bytes, entry)).toString("utf8");
			await expectGolden(entry.name.replace("_rels/", ""), `${xml.replaceAll("><", ">\n<")}\n`);
		}
	});

	it("gives the same PDF: pages, text and tags", async () => {
		const { bytes, pages, pagesBySection, warnings } = await renderer.render(sampleCountyPlan());
		await expectGolden("pdf/pages.json", `${JSON.stringify({ pages, pagesBySection, warnings }, null, "\t")}\n`);
		await expectGolden("pdf/text.txt", await poppler("pdftotext", ["-layout"], bytes));
		await expectGolden("pdf/tags.txt", tagOutline(await poppler("pdfinfo", ["-struct-text"], bytes)));
	});
});
