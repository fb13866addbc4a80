import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openVisit, openVisitAs, peopleByRole } from "../support/browser.ts";
import { findOutlineFaults, findPageFaults, findSidewaysScroll, widths } from "../support/check-accessibility.ts";
import { type CrawledPage, crawl } from "./crawl.ts";

// Every page that a person of each role reaches by links, at three widths: no violation of WCAG 2.2 AA or of good practice,
// no sideways scroll, one h1. axe-core looks at one page of each kind and shape; the rest is asked of every page.

const looked = new Set<string>();

async function faultsOf(page: Page, crawled: CrawledPage): Promise<readonly string[]> {
	const key = `${crawled.kind}\n${crawled.shape}`;
	const faults = looked.has(key)
		? [...(await findOutlineFaults(page)), ...(await findSidewaysScroll(page))]
		: await findPageFaults(page);
	looked.add(key);
	await page.setViewportSize({ width: widths[0], height: 900 });
	return faults.map((fault) => `${crawled.path}: ${fault}`);
}

describe("every page", () => {
	it.each(Object.entries(peopleByRole))(
		"holds for the %s",
		async (role, name) => {
			const { page } = await openVisitAs(name, { width: widths[0] });
			const faults: string[] = [];
			const titles = new Map<string, string>();
			const begun = performance.now();
			const before = looked.size;
			const pages = await crawl(page, async (crawled) => {
				faults.push(...(await faultsOf(page, crawled)));
				const other = titles.get(crawled.title);
				if (other && other !== crawled.kind)
					faults.push(`${crawled.kind} and ${other} have one title: ${crawled.title}`);
				titles.set(crawled.title, crawled.kind);
			});
			console.log(role, pages, looked.size - before, Math.round(performance.now() - begun));
			expect(faults).toEqual([]);
			expect(pages).toBeGreaterThan(6);
		},
		300_000,
	);

	it("holds for visitors who are not signed in", async () => {
		const { page } = await openVisit({ width: widths[0] });
		const faults: string[] = [];
		for (const path of [
			"/sign-in",
			"/forgot-password",
			"/help",
			"/help/figures-file",
			"/sign-in/code",
			"/reset-password?token=spent",
			"/nowhere",
		]) {
			await page.goto(path);
			faults.push(...(await findPageFaults(page)).map((fault) => `${path}: ${fault}`));
		}
		expect(faults).toEqual([]);
	});
});
