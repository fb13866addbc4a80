import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { isSafeSvg } from "../neutral/safe-svg.ts";
import { createLatestUsed } from "./latest-used.ts";
import { renderTrendFigure } from "./render-trend-figure.ts";
import type { TrendInput, TrendPoint } from "./trend-input.ts";

const points = (values: readonly (number | null)[]): TrendPoint[] =>
	values.map((value, index) => ({
		periodEnd: `${2001 + index}-06-30`,
		label: `Jul ${2000 + index}–Jun ${2001 + index}`,
		value,
	}));
const INPUT: TrendInput = {
	title: "Reunified within 12 months",
	unit: "%",
	direction: "up",
	points: points([36, 37, null, 38, 39.5]),
	standard: { value: 48.4, label: "National standard" },
	target: { value: 44, by: "2007-06-30", label: "June 2007" },
};

async function draw(input: TrendInput) {
	const { svg } = await renderTrendFigure(input);
	return new JSDOM(svg, { contentType: "image/svg+xml" }).window.document.documentElement;
}

describe("renderTrendFigure", () => {
	it("is an image with a name and a description, safe inside a page, without ids", async () => {
		const figure = await renderTrendFigure(INPUT);
		const svg = await draw(INPUT);
		expect(isSafeSvg(figure.svg)).toBe(true);
		expect([svg.getAttribute("role"), svg.getAttribute("viewBox")]).toEqual(["img", "0 0 400 250"]);
		expect(svg.querySelector("title")?.textContent).toBe(INPUT.title);
		expect(svg.querySelector("desc")?.textContent).toBe(figure.altText);
		expect(figure.altText).toBe(`${INPUT.title}. Line chart. ${figure.sentence}`);
		expect(svg.querySelectorAll("[id], [style], style, script")).toHaveLength(0);
	});

	it("leaves a gap where there is no value", async () => {
		const svg = await draw(INPUT);
		const line = [...svg.querySelectorAll("path")].find(
			(path) => (path.getAttribute("d")?.match(/M/gu)?.length ?? 0) === 2,
		);
		expect(line).toBeDefined();
		expect(svg.querySelectorAll("circle")).toHaveLength(4);
	});

	it("names the standard, the target, and the first and last value", async () => {
		const words = [...(await draw(INPUT)).querySelectorAll("text")].map((text) => text.textContent);
		expect(words).toContain("– – –  National standard 48.4%");
		expect(words).toContain("Target 44.0%, June 2007");
		expect(words).toEqual(expect.arrayContaining(["36.0%", "39.5%"]));
	});

	it("draws the points in the order of their periods, however they come", async () => {
		const shuffled = { ...INPUT, points: INPUT.points.toReversed() };
		expect((await renderTrendFigure(shuffled)).svg).toBe((await renderTrendFigure(INPUT)).svg);
	});

	it("draws one point, none at all, equal values, negative values, and forty periods", async () => {
		for (const values of [
			[36],
			[],
			[null, null],
			[5, 5, 5],
			[-3, 2],
			Array.from({ length: 40 }, (_, index) => index),
		]) {
			const { svg } = await renderTrendFigure({ ...INPUT, points: points(values), standard: null, target: undefined });
			expect(isSafeSvg(svg)).toBe(true);
			expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
		}
	});

	it("shows hostile words as words", async () => {
		const hostile = "</title><script>alert(1)</script>&\u0000";
		const { svg } = await renderTrendFigure({ ...INPUT, title: hostile, standard: { value: 1, label: hostile } });
		expect(isSafeSvg(svg)).toBe(true);
		expect(svg).not.toContain("<script");
	});

	it("gives the same figure for the same input without drawing it again", async () => {
		expect(await renderTrendFigure({ ...INPUT })).toBe(await renderTrendFigure(INPUT));
	});
});

describe("createLatestUsed", () => {
	it("forgets what was used longest ago, and only that", () => {
		const kept = createLatestUsed<number>(2);
		let made = 0;
		const get = (key: string) =>
			kept.get(key, () => {
				made += 1;
				return made;
			});
		expect([get("a"), get("b"), get("a"), get("c"), get("a"), get("b")]).toEqual([1, 2, 1, 3, 1, 4]);
	});

	it("makes a refused promise again", async () => {
		const kept = createLatestUsed<Promise<string>>(2);
		await expect(kept.get("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
		expect(await kept.get("a", () => Promise.resolve("yes"))).toBe("yes");
	});
});
