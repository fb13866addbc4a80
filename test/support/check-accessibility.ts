import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { JSHandle, Page } from "playwright-core";

/** WCAG 2.2 at levels A and AA, and what axe-core holds for good practice. No rule is switched off. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Screen widths at which every page must hold: phone, tablet, desk. CSS pixels. */
export const widths = [320, 768, 1280] as const;

/** Rules on how an element looks where it stands: they take most of a run, and say the same of every element of one shape. */
const looks = ["color-contrast", "target-size"];

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * What axe-core finds wrong with the page as it stands: rule, why it matters, the elements. None when all is well. Given
 * elements, the rules on looks are held for these alone, all others for the whole page.
 */
export async function findViolations(page: Page, elements?: JSHandle<readonly Element[]>): Promise<readonly string[]> {
	const present = await page.evaluate(() => "axe" in globalThis);
	if (!present) await page.evaluate(source);
	const violations = await page.evaluate(
		async ({ values, looks, elements }) => {
			const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
			const resultTypes: axe.resultGroups[] = ["violations"];
			const whole = (enabled: boolean): axe.RunOptions => ({
				runOnly: { type: "tag", values },
				rules: Object.fromEntries(looks.map((rule) => [rule, { enabled }])),
				resultTypes,
			});
			const found = (await run(document, whole(elements === undefined))).violations;
			if (elements === undefined || elements.length === 0) return found;
			const seen = await run({ include: [...elements] }, { runOnly: { type: "rule", values: looks }, resultTypes });
			return [...found, ...seen.violations];
		},
		{ values: tags, looks, elements },
	);
	return violations.map(
		({ id, help, nodes }) =>
			`${id} (${help}): ${nodes
				.slice(0, 3)
				.map(
					(node) =>
						`${node.target.join(" ")} ${node.html.slice(0, 160)} -- ${(node.failureSummary ?? "").replace(/\s+/g, " ").slice(0, 240)}`,
				)
				.join(" | ")}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ""}`,
	);
}

/** What is wrong with the page's outline: it must have one h1, a language and a title. */
export function findOutlineFaults(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const headings = document.querySelectorAll("h1").length;
		return [
			...(headings === 1 ? [] : [`${headings} h1 headings`]),
			// Pages for the public are in Spanish too.
			...(document.documentElement.lang === (location.search.includes("lang=es") ? "es" : "en") ? [] : ["no language"]),
			...(document.title.endsWith(" | Throughline") ? [] : [`title "${document.title}"`]),
		];
	});
}

/** The elements that make the page scroll sideways, outermost first; none when it does not. */
export function findSidewaysScroll(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return [];
		const wide = [...document.querySelectorAll("body *")].filter((element) => {
			const box = element.getBoundingClientRect();
			return box.width > 0 && box.right + scrollX > width + 1 && getComputedStyle(element).position !== "fixed";
		});
		return [
			`page is ${document.documentElement.scrollWidth} wide at ${width}`,
			...wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)),
		];
	});
}

/** All that is wrong with the page as it stands, at one width or at each of them. */
export async function findPageFaults(page: Page, at: readonly number[] = widths): Promise<readonly string[]> {
	const faults = [...(await findOutlineFaults(page))];
	for (const width of at) {
		await page.setViewportSize({ width, height: 900 });
		const found = [...(await findSidewaysScroll(page)), ...(await findViolations(page))];
		faults.push(...found.map((fault) => `at ${width}: ${fault}`));
	}
	return faults;
}
