import { expect, it } from "vitest";
import { cell, heading, neutralDocument, paragraph, paragraphs, strong, table, tableRow } from "./build-blocks.ts";
import { nameParagraphs } from "./name-paragraphs.ts";
import { parseNeutralDocument } from "./parse-neutral-document.ts";

const metadata = {
	...{ title: "Plan", language: "en", author: "County", subject: "Plan", edition: "2004" },
	...{ created: "2026-07-01", status: { label: "Submitted", draft: false } },
} as Parameters<typeof neutralDocument>[0];

it("names each further paragraph of a text after its first, in cells too, and no label", () => {
	const paper = neutralDocument(metadata, [
		heading(1, "Narrative", { id: "section/narrative" }),
		paragraph("Nobody's."),
		...paragraphs("One.\n\nTwo.\n\nThree.", { id: "a/text" }),
		paragraph([strong("Newest figure: "), "8.6%"]),
		paragraph("Behind a label."),
		table({
			caption: "Strategy 1.1",
			headerRows: 0,
			weights: [1],
			rows: [tableRow([cell([paragraph(strong("Strategy 1.1")), ...paragraphs("Four.\n\nFive.", { id: "b/text" })])])],
		}),
	]);
	const named = nameParagraphs(paper);
	const ids = [...JSON.stringify(named).matchAll(/"id":"([^"]+)"/gu)].map(([, id]) => id);
	expect(ids.sort()).toEqual(["a/text", "a/text:p2", "a/text:p3", "b/text", "b/text:p2", "section/narrative"]);
	expect(() => parseNeutralDocument(named)).not.toThrow();
	expect(nameParagraphs(named)).toEqual(named);
});
