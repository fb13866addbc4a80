import type { Page } from "playwright-core";

/** A page that was reached by links from the home page. */
export type CrawledPage = {
	readonly path: string;
	/** What kind of page it is: its address without ids and values. */
	readonly kind: string;
	readonly title: string;
	/** What it is built of: two pages of one kind with the same shape hold the same elements in the same states. */
	readonly shape: string;
};

/** Addresses that are files or descriptions for programs, not pages. */
const noPage = /^\/(api|assets)\/|\.(csv|docx|pdf|html|json|xlsx)(\?|$)/;

/** How many pages of one kind are looked at. */
const pagesOfKind = 2;

/**
 * Follows the links of the site from the home page, breadth first, a few pages of each kind, and hands each page over while
 * it is open. Only asks for pages: nothing is sent.
 */
export async function crawl(page: Page, look: (crawled: CrawledPage) => Promise<void>): Promise<number> {
	const waiting = ["/"];
	const perKind = new Map<string, number>([["/", 1]]);
	const seen = new Set(waiting);
	let visited = 0;
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		const answer = await page.goto(path);
		if (answer?.status() !== 200) throw new Error(`A link leads to ${path}, which answers ${answer?.status()}.`);
		visited += 1;
		await look({ path, kind: kindOf(path), title: await page.title(), shape: await shapeOf(page) });
		for (const link of await linksOf(page)) {
			const count = perKind.get(kindOf(link)) ?? 0;
			if (seen.has(link) || noPage.test(link) || count >= pagesOfKind) continue;
			seen.add(link);
			perKind.set(kindOf(link), count + 1);
			waiting.push(link);
		}
	}
	return visited;
}

/** The address with `:id` for ids, `:code` for what names an indicator, and without values of the query. */
export function kindOf(path: string): string {
	return path
		.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
		.replace(/^(\/outcomes\/:id\/[^/]+\/)[^/?]+/, "$1:code")
		.replace(/\/submissions\/\d+/, "/submissions/:number")
		.replaceAll(/=[^&]*/g, "=");
}

function linksOf(page: Page): Promise<readonly string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
			.map((link) => new URL(link.href))
			.filter((url) => url.origin === location.origin)
			.map((url) => url.pathname + url.search),
	);
}

/** The kinds of elements on the page, with their classes and what makes them other things: type, role, state. */
function shapeOf(page: Page): Promise<string> {
	return page.evaluate(() => {
		const marks = ["type", "role", "aria-current", "aria-invalid", "open", "disabled", "readonly"];
		const kinds = [...document.querySelectorAll("body, body *")].map((element) =>
			[
				element.localName,
				element.getAttribute("class") ?? "",
				...marks.map((name) => element.getAttribute(name) ?? ""),
			].join(" "),
		);
		return [...new Set(kinds)].sort().join("\n");
	});
}
