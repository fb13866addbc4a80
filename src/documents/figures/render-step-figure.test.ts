import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { isSafeSvg } from "../neutral/safe-svg.ts";
import { renderStepFigure } from "./render-step-figure.ts";

const line = (label: string, values: readonly (number | null)[]) => ({
	label,
	points: values.map((value, month) => ({ month, value })),
});

test("lines are steps with a key, and the same in words; they end where nobody was seen for so long", async () => {
	const { svg, sentence, altText } = await renderStepFigure({
		title: "Entered care, Halcyon",
		axis: "Months since entry",
		lines: [line("Permanency", [0, 10, 25, null]), line("Adopted", [0, 0, 5, 7.25])],
	});
	expect(isSafeSvg(svg)).toBe(true);
	const { documentElement } = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document;
	const words = [...documentElement.querySelectorAll("text")].map((each) => each.textContent);
	expect(words).toEqual(expect.arrayContaining(["Permanency", "Adopted", "Months since entry"]));
	// The words of the key stand beside their lines, not over them.
	const key = [...documentElement.querySelectorAll("text")].filter((each) => each.textContent === "Adopted");
	expect(key.map((each) => each.getAttribute("text-anchor"))).toEqual(["start"]);
	expect(sentence).toBe("Permanency 25.0% by month 2; Adopted 7.3% by month 3. The table below has all months.");
	expect(documentElement.querySelector("desc")?.textContent).toBe(altText);
});

test("nothing, zeros and hostile titles are drawn", async () => {
	for (const lines of [[], [line("Permanency", [0, 0])], [line("Permanency", [0, null])]]) {
		const { svg } = await renderStepFigure({ title: "<b>x</b>", axis: "Months", lines });
		expect(isSafeSvg(svg)).toBe(true);
		expect(svg).not.toMatch(/NaN|undefined|Infinity|<b>/u);
	}
});
