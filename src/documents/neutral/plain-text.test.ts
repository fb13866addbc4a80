import { describe, expect, it } from "vitest";
import { sampleCountyPlan } from "../../../test/golden/documents/sample-county-plan.ts";
import { bulletList, listItem, neutralDocument, numberedList, signature } from "./build-blocks.ts";
import { toPlainTextLines } from "./plain-text.ts";

describe("toPlainTextLines", () => {
	it("begins with title, subtitle, author, edition, state and date", () => {
		expect(toPlainTextLines(sampleCountyPlan()).slice(0, 6)).toEqual([
			"Alder County System Improvement Plan",
			"July 1, 2004 to June 30, 2007",
			"Alder County Human Services Agency",
			"California C-CFSR, 2004 edition",
			"Draft, September 28, 2004",
			"County\tAlder",
		]);
	});

	it("indents nested lists, counts each on its own, and leaves markers out on request", () => {
		const { metadata } = sampleCountyPlan();
		const list = numberedList([
			"a",
			listItem("b", { nested: bulletList(["c"]) }),
			listItem("d", { nested: numberedList(["e", "f"]) }),
		]);
		const lines = (listMarkers: boolean) =>
			toPlainTextLines(neutralDocument(metadata, [list]), { listMarkers }).slice(5);
		expect(lines(true)).toEqual(["1. a", "2. b", "  • c", "3. d", "  1. e", "  2. f"]);
		expect(lines(false)).toEqual(["a", "b", "c", "d", "e", "f"]);
	});

	it("speaks the language of the document", () => {
		const { metadata } = sampleCountyPlan();
		const lines = toPlainTextLines(
			neutralDocument({ ...metadata, language: "es" }, [signature({ label: "Directora", signedOn: "2004-09-01" })]),
		);
		expect(lines).toContain("Draft, 28 de septiembre de 2004");
		expect(lines.slice(-4)).toEqual(["Directora", "Firma\tFirmado", "Nombre", "Fecha\t1 de septiembre de 2004"]);
	});
});
