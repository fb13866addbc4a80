import { expect, it } from "vitest";
import { heading, paragraph, under } from "./build-blocks.ts";

it("moves headings together to stand below a label, and leaves all else as it is", () => {
	const blocks = [heading(3, "Goal 1.0"), paragraph("Why."), heading(4, "Its strategies")];
	expect(under(1, blocks)).toEqual([heading(2, "Goal 1.0"), paragraph("Why."), heading(3, "Its strategies")]);
	expect(under(3, blocks)).toEqual([heading(4, "Goal 1.0"), paragraph("Why."), heading(4, "Its strategies")]);
	expect(under(2, [paragraph("No heading.")])).toEqual([paragraph("No heading.")]);
});
