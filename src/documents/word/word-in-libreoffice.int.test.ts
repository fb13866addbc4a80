import { expect, it } from "vitest";
import { wordsOf, wordTextByLibreOffice } from "../../../test/golden/documents/read-back.ts";
import { sampleCountyPlan } from "../../../test/golden/documents/sample-county-plan.ts";
import { toPlainTextLines } from "../neutral/plain-text.ts";
import { renderWordDocument } from "./render-word-document.ts";

it("opens in LibreOffice and comes back with the same words, markers of lists included", async () => {
	const document = sampleCountyPlan();
	const text = await wordTextByLibreOffice(await renderWordDocument(document));
	const expected = wordsOf(toPlainTextLines(document).join(" "));
	expect(wordsOf(text.replace(/^\s*[◦–▪]/gmu, "•"))).toEqual(expected);
}, 180_000);
