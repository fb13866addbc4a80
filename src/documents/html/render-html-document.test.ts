import axe from "axe-core";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { wordsOf } from "../../../test/golden/documents/read-back.ts";
import { sampleCountyPlan } from "../../../test/golden/documents/sample-county-plan.ts";
import { cell, field, heading, link, neutralDocument, paragraph, table } from "../neutral/build-blocks.ts";
import type { NeutralDocument } from "../neutral/neutral-document.ts";
import { parseNeutralDocument } from "../neutral/parse-neutral-document.ts";
import { toPlainTextLines } from "../neutral/plain-text.ts";
import { renderHtmlDocument, renderHtmlFragment } from "./render-html-document.ts";

function open(html: string) {
	return new JSDOM(html).window.document;
}

/** The words of header and text, without what is drawn and what is only said to screen readers. */
function textOf(html: string): string {
	const page = open(html);
	for (const extra of page.querySelectorAll("nav, footer, svg, .usa-sr-only, .document-skip, style, title"))
		extra.remove();
	for (const block of page.querySelectorAll("p, li, dt, dd, td, th, caption, figcaption, br, h1, h2, h3, h4, h5, h6"))
		block.after(" ");
	return page.body.textContent ?? "";
}

function hostile(text: string): NeutralDocument {
	const { metadata } = sampleCountyPlan();
	const title = text.trim() === "" ? "x" : text;
	return neutralDocument({ ...metadata, title, author: title, subject: title }, [
		heading(1, title),
		paragraph([text, field("plan/1", text), { text, strong: true }]),
		table({ caption: title, weights: [1], rows: [[text], [cell(text, { align: "end" })]] }),
	]);
}

describe("renderHtmlDocument", () => {
	it("says word for word what the neutral document says", () => {
		const document = sampleCountyPlan();
		const expected = wordsOf(toPlainTextLines(document, { listMarkers: false }).join(" "));
		expect(wordsOf(textOf(renderHtmlDocument(document)))).toEqual(expected);
		expect(wordsOf(textOf(renderHtmlFragment(document)))).toEqual(expected);
	});

	it("has language, title, landmarks, one h1, and headings that skip no level", () => {
		const page = open(renderHtmlDocument(sampleCountyPlan()));
		expect(page.documentElement.lang).toBe("en");
		expect(page.title).toBe("Alder County System Improvement Plan");
		expect(["header", "nav", "main", "footer"].map((name) => page.querySelectorAll(name).length)).toEqual([1, 1, 1, 1]);
		const levels = [...page.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((each) => Number(each.tagName.slice(1)));
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
	});

	it("gives tables their caption and header cells with scope", () => {
		const page = open(renderHtmlDocument(sampleCountyPlan()));
		const overview = [...page.querySelectorAll("table")].find((each) => each.caption?.textContent?.startsWith("Goals"));
		const header = [...(overview?.querySelectorAll("thead th") ?? [])];
		expect(header.map((each) => [each.textContent, each.getAttribute("scope")])).toEqual([
			["Goal", "col"],
			["Strategy", "col"],
			["Milestone", "col"],
			["Timeframe", "col"],
		]);
		const goal = overview?.querySelector("tbody th");
		expect([goal?.getAttribute("scope"), goal?.getAttribute("rowspan")]).toEqual(["rowgroup", "6"]);
	});

	it("keeps anchors, fields and links", () => {
		const page = open(renderHtmlDocument(sampleCountyPlan()));
		expect(page.getElementById("plan/7/planning-bodies")?.textContent).toMatch(/^The system improvement team/u);
		expect(page.querySelector('[data-field="plan/7/county"]')?.textContent).toBe("Alder");
		const targets = [...page.querySelectorAll("a")].map((each) => each.getAttribute("href"));
		expect(targets).toContain("https://example.org/outcomes?county=alder&quarter=2003q2");
		for (const anchor of page.querySelectorAll('a[href^="#"]')) {
			expect(page.getElementById(anchor.getAttribute("href")?.slice(1) ?? ""), anchor.outerHTML).not.toBeNull();
		}
	});

	it("asks nothing of another host and runs nothing", () => {
		const html = renderHtmlDocument(sampleCountyPlan());
		const page = open(html);
		expect(page.querySelectorAll("script, iframe, object, embed, link, img, [style]")).toHaveLength(0);
		expect(html).not.toMatch(/@import|url\(/u);
	});

	it("links a style sheet of this server in place of its own, and no other", () => {
		const page = open(renderHtmlDocument(sampleCountyPlan(), { stylesheetHref: "/assets/document.css?v=1" }));
		expect(page.querySelector("link")?.getAttribute("href")).toBe("/assets/document.css?v=1");
		expect(page.querySelector("style")).toBeNull();
		for (const stylesheetHref of ["//evil.example/a.css", "https://evil.example/a.css", "/\\evil.example"]) {
			expect(() => renderHtmlDocument(sampleCountyPlan(), { stylesheetHref })).toThrow(RangeError);
		}
	});

	it("has no accessibility violation that axe can see without layout", async () => {
		const { window } = new JSDOM(renderHtmlDocument(sampleCountyPlan()), { runScripts: "outside-only" });
		window.eval(axe.source);
		const options = { rules: { "color-contrast": { enabled: false } } };
		const { violations } = (await window.axe.run(window.document, options)) as axe.AxeResults;
		expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
		window.close();
	});

	it.each([
		"<script>alert(1)</script>",
		'"><img src=x onerror=alert(1)>',
		"' onmouseover='alert(1)",
		"</title></style></textarea><script>alert(1)</script>",
		"<!--",
		"&lt;b&gt; &amp;amp;",
		'{{constructor.constructor("alert(1)")()}}',
	])("shows %s as text", (text) => {
		const html = renderHtmlDocument(hostile(text));
		const page = open(html);
		const own = new Set([
			"HTML",
			"HEAD",
			"META",
			"TITLE",
			"STYLE",
			"BODY",
			"A",
			"HEADER",
			"DIV",
			"H1",
			"H2",
			"P",
			"MAIN",
			"SPAN",
			"STRONG",
			"TABLE",
			"CAPTION",
			"COLGROUP",
			"COL",
			"THEAD",
			"TBODY",
			"TR",
			"TH",
			"TD",
			"FOOTER",
		]);
		expect([...page.querySelectorAll("*")].map((each) => each.tagName).filter((name) => !own.has(name))).toEqual([]);
		expect(
			[...page.querySelectorAll("*")]
				.flatMap((each) => each.getAttributeNames())
				.filter((name) => name.startsWith("on")),
		).toEqual([]);
		expect(page.title).toBe(text);
		expect(page.querySelector("td")?.textContent).toBe(text);
	});

	it("says any text unchanged", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), (text) => {
				const document = parseNeutralDocument(hostile(text));
				const expected = wordsOf(toPlainTextLines(document).join(" ")).join("");
				expect(wordsOf(textOf(renderHtmlDocument(document))).join("")).toBe(expected);
			}),
			{ seed: 20_261_121, numRuns: 50 },
		);
	});

	it("refuses a dangerous link even when the document was not read by the schema", () => {
		const { metadata } = sampleCountyPlan();
		expect(() => renderHtmlDocument(neutralDocument(metadata, [paragraph(link("x", "javascript:alert(1)"))]))).toThrow(
			/must begin with https/u,
		);
	});
});

describe("renderHtmlFragment", () => {
	it("leaves the h1 to the page and names the language", () => {
		const { metadata } = sampleCountyPlan();
		const page = open(
			renderHtmlFragment(neutralDocument({ ...metadata, language: "es" }, [heading(1, "Uno"), heading(2, "Dos")])),
		);
		expect([...page.querySelectorAll("h1, h2, h3, h4")].map((each) => each.tagName)).toEqual(["H2", "H3", "H4"]);
		expect(page.querySelector("article")?.lang).toBe("es");
	});
});
