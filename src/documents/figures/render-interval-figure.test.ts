import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { isSafeSvg } from "../neutral/safe-svg.ts";
import type { IntervalInput } from "./interval-input.ts";
import { renderIntervalFigure } from "./render-interval-figure.ts";

const input: IntervalInput = {
	title: "P1, counties compared",
	unit: "%",
	decimals: 1,
	reference: { label: "Halcyon", value: 40 },
	rows: [
		{ label: "Alder County", estimate: 50, lower: 45, upper: 55 },
		{ label: "Birch County", estimate: 30, lower: 25, upper: 35 },
		{ label: "A county with a very long name", estimate: 41, lower: 39, upper: 43 },
		{ label: "Marlowe County", estimate: 40, lower: null, upper: null },
	],
};

test("figures stand with their intervals beside the value that they are held against, and the same in words", async () => {
	const { svg, sentence, altText } = await renderIntervalFigure(input);
	expect(isSafeSvg(svg)).toBe(true);
	const { documentElement } = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
	const words = [...documentElement.querySelectorAll("text")].map((each) => each.textContent);
	expect(words).toEqual(
		expect.arrayContaining(["Alder County", "Birch County", "A county with a very…", "Marlowe County"]),
	);
	expect(documentElement.querySelectorAll("circle")).toHaveLength(4);
	expect(sentence).toBe(
		"Halcyon is 40.0%. Of 4 adjusted figures the whole interval of 1 lies above it and that of 1 below it. The table below has all values.",
	);
	expect(documentElement.querySelector("desc")?.textContent).toBe(altText);
});

test("the words say so when no figure has an interval", async () => {
	const rows = input.rows.map((each) => ({ ...each, lower: null, upper: null }));
	const { sentence } = await renderIntervalFigure({ ...input, rows });
	expect(sentence).toContain("None of the 4 adjusted figures has an interval.");
});

test("many, none, hostile names and values of zero are drawn", async () => {
	const many = Array.from({ length: 80 }, (_, index) => ({
		label: `<b>${index}</b>`,
		estimate: 0,
		lower: 0,
		upper: 0,
	}));
	for (const rows of [many, []]) {
		const { svg, sentence } = await renderIntervalFigure({ ...input, reference: { label: "All", value: 0 }, rows });
		expect(isSafeSvg(svg)).toBe(true);
		expect(svg).not.toMatch(/NaN|undefined|Infinity|<b>/u);
		expect(sentence).toContain(rows.length > 0 ? "The first 60 are drawn." : "No adjusted figure can be shown.");
	}
});
