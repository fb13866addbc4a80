import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { isSafeSvg } from "../neutral/safe-svg.ts";
import type { GroupInput } from "./group-input.ts";
import { renderGroupFigure } from "./render-group-figure.ts";

const input: GroupInput = {
	title: "P1, Alder County",
	unit: "%",
	decimals: 1,
	groups: [
		{ label: "female", value: 36.25, isMasked: false },
		{ label: "male", value: null, isMasked: true },
		{ label: "unknown", value: null, isMasked: false },
	],
};

test("bars have names and values, a star for what is masked, and the same in words", async () => {
	const { svg, sentence, altText } = await renderGroupFigure(input);
	expect(isSafeSvg(svg)).toBe(true);
	const { documentElement } = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
	const words = [...documentElement.querySelectorAll("text")].map((each) => each.textContent);
	expect(words).toEqual(["female", "male", "unknown", "36.3%", "*", "–"]);
	expect(sentence).toBe("3 groups. female 36.3%. 1 not shown, to protect small counts.");
	expect(documentElement.querySelector("desc")?.textContent).toBe(altText);
	expect(altText).toBe(`P1, Alder County. Bar chart. ${sentence}`);
});

test("many groups, none, hostile names and values of zero are drawn", async () => {
	const many = Array.from({ length: 80 }, (_, index) => ({ label: `<b>${index}</b>`, value: 0, isMasked: false }));
	for (const groups of [many, []]) {
		const { svg, sentence } = await renderGroupFigure({ ...input, groups });
		expect(isSafeSvg(svg)).toBe(true);
		expect(svg).not.toMatch(/NaN|undefined|Infinity|<b>/u);
		expect(sentence).toContain(groups.length > 0 ? "The first 60 are drawn." : "No figure can be shown.");
	}
});
