import type { Page } from "playwright-core";

/**
 * The build of a page without its words: elements with what matters to a checker (class, role, states), repeated ones
 * once. Two pages of one shape differ in nothing that axe-core can find, so that one of them is enough.
 */
export function readPageShape(page: Page): Promise<string> {
	return page.evaluate(() => {
		const valued = new Set(
			"class role type aria-current aria-expanded aria-hidden aria-live lang open scope".split(" "),
		);
		const repeated = (values: readonly string[]) => values.length - new Set(values).size > 0;
		const childrenOf = (element: Element): string => {
			const shapes = [...element.children].map(shapeOf);
			const once = [...new Set(shapes)];
			return `${repeated(shapes) ? "+" : ""}(${once.join(",")})`;
		};
		const shapeOf = (element: Element): string => {
			const attributes = [...element.attributes]
				.map(({ name, value }) => (valued.has(name) ? `${name}=${value}` : `${name}${value.trim() === "" ? "-" : ""}`))
				.filter((each) => !each.startsWith("data-"))
				.sort();
			const text = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
			const inside = element.tagName === "svg" ? "" : childrenOf(element);
			return `${element.tagName}[${attributes.join(" ")}]${text ? "t" : ""}${inside}`;
		};
		const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ tagName }) => tagName);
		const steps = new Set(levels.map((level, index) => `${levels[index - 1] ?? ""}${level}`));
		const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
		const names = [...document.querySelectorAll("nav, section, aside, form, [role=region]")]
			.map(
				(element) =>
					`${element.tagName} ${element.getAttribute("aria-label") ?? element.getAttribute("aria-labelledby")}`,
			)
			.filter((name) => !name.endsWith(" null"));
		return [childrenOf(document.documentElement), [...steps].sort(), repeated(ids), repeated(names)].join(" ");
	});
}

/** Where the links of a page lead on this site, as paths, in the order of the page. */
export function readLinks(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => new URL(href));
		const here = links.filter(({ origin }) => origin === location.origin);
		return [...new Set(here.map(({ pathname, search }) => pathname + search))];
	});
}
