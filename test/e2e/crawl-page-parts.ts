import type { JSHandle, Page } from "playwright-core";

/** What a page is built of: each part with the elements that are so. Some parts are of the page as a whole, with no element. */
export type PageParts = JSHandle<ReadonlyMap<string, readonly Element[]>>;

/**
 * What a page is built of, without its words: each element with what matters to a checker (class, role, states) and the
 * two elements around it, the steps between headings, and whether ids or names of regions come twice.
 */
export function readPageParts(page: Page): Promise<PageParts> {
	return page.evaluateHandle(() => {
		const valued = new Set(["class", "role", "type", "aria-current", "aria-expanded", "aria-hidden", "open", "scope"]);
		const markOf = ({ name, value }: Attr) =>
			valued.has(name) ? `${name}=${value}` : `${name}${value.trim() === "" ? " empty" : ""}`;
		const describe = (element: Element) => {
			const marks = [...element.attributes].map(markOf).filter((mark) => !mark.startsWith("data-"));
			return `${element.localName}[${marks.sort().join(" ")}]`;
		};
		const hasText = (element: Element) =>
			[...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
		const isTwice = (values: readonly string[]) => values.length > new Set(values).size;
		const parts = new Map<string, Element[]>();
		for (const element of document.querySelectorAll("*:not(svg *)")) {
			const around = [element.parentElement?.parentElement, element.parentElement];
			const path = [...around.flatMap((each) => (each ? [describe(each)] : [])), describe(element)].join(" > ");
			const part = hasText(element) ? `${path} with text` : path;
			const alike = parts.get(part);
			if (alike) alike.push(element);
			else parts.set(part, [element]);
		}
		const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ localName }) => localName);
		const steps = levels.map((level, index) => `${level} after ${levels[index - 1] ?? "nothing"}`);
		const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
		const regions = [...document.querySelectorAll("nav, section, aside, form, [role=region]")].flatMap((element) => {
			const name = element.getAttribute("aria-label") ?? element.getAttribute("aria-labelledby");
			return name === null ? [] : [`${element.localName} ${name}`];
		});
		const twice = [...(isTwice(ids) ? ["an id twice"] : []), ...(isTwice(regions) ? ["a region twice"] : [])];
		for (const part of [...steps, ...twice]) parts.set(part, []);
		return parts;
	});
}

/** The names of the parts. */
export function namesOf(parts: PageParts): Promise<readonly string[]> {
	return parts.evaluate((map) => [...map.keys()]);
}

/** The first elements of each of these parts. */
export function elementsOf(parts: PageParts, names: readonly string[]): Promise<JSHandle<readonly Element[]>> {
	return parts.evaluateHandle((map, wanted) => wanted.flatMap((name) => map.get(name)?.slice(0, 2) ?? []), names);
}

/** Where the links of a page lead on this site, as paths, in the order of the page. */
export function readLinks(page: Page): Promise<readonly string[]> {
	return page.evaluate(() => {
		const links = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map(({ href }) => new URL(href));
		const here = links.filter(({ origin }) => origin === location.origin);
		return [...new Set(here.map(({ pathname, search }) => pathname + search))];
	});
}
