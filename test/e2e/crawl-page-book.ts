import type { JSHandle, Page } from "playwright-core";
import { findOutlineFaults, findSidewaysScroll, findViolations, widths } from "../support/check-accessibility.ts";
import { pageKind } from "./crawl-page-kind.ts";
import { elementsOf, namesOf, readPageParts } from "./crawl-page-parts.ts";

/** What was looked at in a run. */
export type PageBook = {
	/**
	 * All that is wrong with the page as it stands: one line each, with who saw it and where. A form that comes back stands
	 * at the address that it was sent to: `path` is then that of its own page.
	 */
	look(page: Page, who: string, path?: string): Promise<readonly string[]>;
	/** One line: kinds, pages, axe runs. */
	summary(): string;
};

/**
 * Looks at every page for its outline, its title and sideways scroll. axe-core runs at each width on the first page of a
 * kind, folded and open. A later page that holds anything which no page of its kind has held (another role, another state) is
 * checked open, at the narrowest and the widest: whole, but for how the elements look that were seen before.
 */
export function openPageBook(): PageBook {
	const kindsByTitle = new Map<string, string>();
	const partsByKind = new Map<string, Set<string>>();
	let pages = 0;
	let runs = 0;

	/** Which of these parts no page of this kind had; undefined when this is its first page. */
	function takeNewParts(kind: string, parts: readonly string[]): readonly string[] | undefined {
		const known = partsByKind.get(kind);
		partsByKind.set(kind, new Set([...(known ?? []), ...parts]));
		return known && parts.filter((part) => !known.has(part));
	}

	async function findTitleFaults(page: Page, kind: string): Promise<readonly string[]> {
		const title = await page.title();
		const other = kindsByTitle.get(title);
		kindsByTitle.set(title, other ?? kind);
		return other === undefined || other === kind ? [] : [`title "${title}" is also that of ${other}`];
	}

	async function findViolationsAt(
		page: Page,
		width: number,
		{ state = "", elements }: { readonly state?: string; readonly elements?: JSHandle<readonly Element[]> } = {},
	): Promise<readonly string[]> {
		await resize(page, width);
		runs += 1;
		return (await findViolations(page, elements)).map((fault) => `at ${width}${state}: ${fault}`);
	}

	/**
	 * Closed folds hide what is in them: the first page of a kind is checked as it came, then with all of it open. Given what is new on a
	 * later one, it is checked open alone.
	 */
	async function findAllViolations(page: Page, elements?: JSHandle<readonly Element[]>): Promise<readonly string[]> {
		const [narrow, , wide] = widths;
		const faults: string[] = [];
		if ((await page.locator("main details:not([open])").count()) > 0) {
			if (elements === undefined) faults.push(...(await findViolationsAt(page, narrow, { state: ", folded" })));
			await unfold(page);
			faults.push(...(await findSidewaysScroll(page)));
		}
		const at = elements === undefined ? { widths } : { widths: [narrow, wide], elements };
		for (const width of at.widths) faults.push(...(await findViolationsAt(page, width, at)));
		return faults;
	}

	async function findAll(page: Page, kind: string): Promise<readonly string[]> {
		await resize(page, widths[0]);
		// A paper is a document of its own, with its own title: a plan, a form, a checklist, a packet.
		const isPaper = kind.endsWith(".html");
		const outline = await findOutlineFaults(page);
		const faults = [
			...outline.filter((fault) => !(isPaper && fault.startsWith("title"))),
			...(isPaper ? [] : await findTitleFaults(page, kind)),
			...(await findSidewaysScroll(page)),
		];
		const parts = await readPageParts(page);
		const fresh = takeNewParts(kind, await namesOf(parts));
		if (fresh === undefined) return [...faults, ...(await findAllViolations(page))];
		if (fresh.length === 0) return faults;
		return [...faults, ...(await findAllViolations(page, await elementsOf(parts, fresh)))];
	}

	return {
		look: async (page, who, path) => {
			const { pathname, search } = new URL(page.url());
			const kind = pageKind(path ?? pathname);
			pages += 1;
			return (await findAll(page, kind)).map((fault) => `${who} on ${kind} (${pathname}${search}): ${fault}`);
		},
		summary: () => `${partsByKind.size} kinds, ${pages} pages, ${runs} axe runs`,
	};
}

function resize(page: Page, width: number): Promise<void> {
	return page.setViewportSize({ width, height: 900 });
}

/** Opens all that is folded in the main part. */
function unfold(page: Page): Promise<void> {
	return page.evaluate(() => {
		for (const details of document.querySelectorAll<HTMLDetailsElement>("main details")) details.open = true;
	});
}
