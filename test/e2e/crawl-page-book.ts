import type { Page } from "playwright-core";
import { findOutlineFaults, findSidewaysScroll, findViolations, widths } from "../support/check-accessibility.ts";
import { pageKind } from "./crawl-page-kind.ts";
import { readPageShape } from "./crawl-page-shape.ts";

/** What was looked at in a run. */
export type PageBook = {
	/** All that is wrong with the page as it stands: one line each, with who saw it and where. */
	look(page: Page, who: string): Promise<readonly string[]>;
	/** One line: kinds, pages, axe runs. */
	summary(): string;
};

/**
 * Every page is looked at for its outline, its title and sideways scroll; axe-core runs at each width on every shape
 * of page that was not seen before, folded parts closed and open.
 */
export function openPageBook(): PageBook {
	const kindsByTitle = new Map<string, string>();
	const shapes = new Set<string>();
	const kinds = new Set<string>();
	let pages = 0;
	let runs = 0;

	async function findTitleFaults(page: Page, kind: string): Promise<readonly string[]> {
		const title = await page.title();
		const other = kindsByTitle.get(title);
		kindsByTitle.set(title, other ?? kind);
		return other === undefined || other === kind ? [] : [`title "${title}" is also that of ${other}`];
	}

	async function findViolationsAt(page: Page, width: number, state: string): Promise<readonly string[]> {
		await page.setViewportSize({ width, height: 900 });
		runs += 1;
		return (await findViolations(page)).map((fault) => `at ${width}${state}: ${fault}`);
	}

	async function findAll(page: Page, kind: string): Promise<readonly string[]> {
		const [narrow] = widths;
		await page.setViewportSize({ width: narrow, height: 900 });
		// The paper of a plan is a document of its own and has the title of the plan.
		const outline = (await findOutlineFaults(page)).filter(
			(fault) => !(kind.endsWith("/plan.html") && fault.startsWith("title")),
		);
		const scroll = await findSidewaysScroll(page);
		const faults = [...outline, ...scroll, ...(await findTitleFaults(page, kind))];
		const shape = await readPageShape(page);
		if (shapes.has(shape)) return faults;
		shapes.add(shape);
		for (const width of widths) faults.push(...(await findViolationsAt(page, width, "")));
		await page.setViewportSize({ width: narrow, height: 900 });
		if (!(await unfold(page))) return faults;
		faults.push(...(await findSidewaysScroll(page)));
		for (const width of [1280, 320]) faults.push(...(await findViolationsAt(page, width, ", unfolded")));
		return faults;
	}

	return {
		look: async (page, who) => {
			const url = new URL(page.url());
			const kind = pageKind(url.pathname);
			kinds.add(kind);
			pages += 1;
			const faults = await findAll(page, kind);
			return faults.map((fault) => `${who} on ${kind} (${url.pathname}${url.search}): ${fault}`);
		},
		summary: () => `${kinds.size} kinds, ${pages} pages, ${shapes.size} shapes, ${runs} axe runs`,
	};
}

/** Opens all that is folded in the main part. Answers whether there was anything. */
function unfold(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const folded = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
		for (const details of folded) details.open = true;
		return folded.length > 0;
	});
}
