import type { Page } from "playwright-core";
import { findOutlineFaults, findSidewaysScroll, findViolations, widths } from "../support/check-accessibility.ts";
import { pageKind } from "./crawl-page-kind.ts";
import { readPageParts } from "./crawl-page-parts.ts";

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
 * kind, and at the narrowest and the widest on every later one that holds anything which no page of its kind has held: another
 * role, another state.
 */
export function openPageBook(): PageBook {
	const kindsByTitle = new Map<string, string>();
	const partsByKind = new Map<string, Set<string>>();
	let pages = 0;
	let runs = 0;

	/** The widths at which this page is to be checked: none where all of it was seen before. */
	function widthsFor(kind: string, parts: readonly string[]): readonly number[] {
		const known = partsByKind.get(kind) ?? new Set();
		const isFirst = !partsByKind.has(kind);
		partsByKind.set(kind, known);
		const before = known.size;
		for (const part of parts) known.add(part);
		if (isFirst) return widths;
		return known.size > before ? [widths[0], widths[2]] : [];
	}

	async function findTitleFaults(page: Page, kind: string): Promise<readonly string[]> {
		const title = await page.title();
		const other = kindsByTitle.get(title);
		kindsByTitle.set(title, other ?? kind);
		return other === undefined || other === kind ? [] : [`title "${title}" is also that of ${other}`];
	}

	async function findViolationsAt(page: Page, width: number, state = ""): Promise<readonly string[]> {
		await resize(page, width);
		runs += 1;
		return (await findViolations(page)).map((fault) => `at ${width}${state}: ${fault}`);
	}

	/** Closed folds hide what is in them: the page is checked as it came, then with all of it open. */
	async function findAllViolations(page: Page, at: readonly number[]): Promise<readonly string[]> {
		const [narrow] = widths;
		const faults: string[] = [];
		const folds = await page.locator("main details:not([open])").count();
		if (folds > 0) {
			faults.push(...(await findViolationsAt(page, narrow, ", folded")));
			await unfold(page);
			faults.push(...(await findSidewaysScroll(page)));
		}
		for (const width of at) faults.push(...(await findViolationsAt(page, width)));
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
		const at = widthsFor(kind, await readPageParts(page));
		return at.length > 0 ? [...faults, ...(await findAllViolations(page, at))] : faults;
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
