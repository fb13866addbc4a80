import type { Page } from "playwright-core";
import type { PageBook } from "./crawl-page-book.ts";
import { askedKind, findPlanId, isFile } from "./crawl-page-kind.ts";
import { readLinks } from "./crawl-page-parts.ts";

/** Files are the same for everybody who may read the plan: one of a kind in a run is enough. */
const knownFiles = new Set<string>();

/**
 * Goes through all pages that links lead to from the home page, breadth first, and looks at two of each kind: of the
 * pages of plans, one of a plan that is being written and one of an accepted plan. Answers all that is wrong.
 */
export async function crawlSite(page: Page, book: PageBook, who: string): Promise<readonly string[]> {
	const plans = await choosePlans(page);
	const queue = ["/"];
	const known = new Set(queue);
	const seen = new Set<string>();
	const counts = new Map<string, number>();
	const faults: string[] = [];

	function isWanted(path: string): boolean {
		const planId = findPlanId(path);
		if (planId && !plans.includes(planId)) return false;
		const key = `${askedKind(path)} ${planId ?? ""}`;
		const most = planId && plans.length > 1 ? 1 : 2;
		const count = counts.get(key) ?? 0;
		counts.set(key, count + 1);
		return count < most;
	}

	async function visit(each: Page, path: string) {
		if (isFile(path)) {
			faults.push(...(await findFileFaults(each, path)));
			return;
		}
		const response = await each.goto(path);
		const { pathname, search } = new URL(each.url());
		const here = pathname + search;
		if (seen.has(here)) return;
		seen.add(here);
		known.add(here);
		if (response?.status() !== 200) faults.push(`${who}: the link to ${path} answers ${response?.status()}`);
		faults.push(...(await book.look(each, who)));
		for (const link of await readLinks(each)) {
			if (known.has(link)) continue;
			known.add(link);
			queue.push(link);
		}
	}

	// Two pages at a time: while one is checked, the server makes the other.
	const pages = [page, await page.context().newPage()];
	while (queue.length > 0) {
		const batch = pages.flatMap((each) => {
			const path = takeNext(queue, isWanted);
			return path === undefined ? [] : [visit(each, path)];
		});
		await Promise.all(batch);
	}
	return faults;
}

function takeNext(queue: string[], isWanted: (path: string) => boolean): string | undefined {
	for (let path = queue.shift(); path !== undefined; path = queue.shift()) if (isWanted(path)) return path;
	return undefined;
}

async function findFileFaults(page: Page, path: string): Promise<readonly string[]> {
	const kind = askedKind(path);
	if (knownFiles.has(kind)) return [];
	knownFiles.add(kind);
	const answer = await page.request.get(path);
	return answer.status() === 200 ? [] : [`The link to ${path} answers ${answer.status()}`];
}

/** The ids of a plan in work (drafting, else returned, ready or submitted) and of an accepted one, as far as there are. */
async function choosePlans(page: Page): Promise<readonly string[]> {
	await page.goto("/plans");
	const rows = await page.locator("tbody tr").evaluateAll((each) =>
		each.map((row) => ({
			path: row.querySelector("a")?.getAttribute("href") ?? "",
			state: row.querySelector(".usa-tag")?.textContent ?? "",
		})),
	);
	const order = ["Drafting", "Returned", "Ready for signature", "Submitted"];
	const inWork = order.flatMap((state) => rows.filter((row) => row.state === state)).at(0);
	const accepted = rows.find(({ state }) => state === "Accepted");
	if (rows.length > 0 && !inWork && !accepted) throw new Error("The states of the plans cannot be read at /plans.");
	return [inWork, accepted].flatMap((row) => findPlanId(row?.path ?? "") ?? []);
}
