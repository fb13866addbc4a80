import { afterAll, describe, expect, it } from "vitest";
import { openVisitAs, peopleByRole } from "../support/browser.ts";
import { openPageBook } from "./crawl-page-book.ts";
import { crawlSite } from "./crawl-site.ts";

// Every page, signed in as each role, empty and full, at 320, 768 and 1280 pixels: no axe violation with no rule switched
// off, no sideways scroll, one h1, a title of its own. The guard of the browser (test/support/browser-guard.ts) holds that
// no page asks another host, breaks the content policy or writes an error to the console. Full pages here; forms that come
// back in crawl-answers.e2e.ts, empty pages in crawl-empty.e2e.ts.

const book = openPageBook();
const people = Object.entries(peopleByRole);
const patience = { timeout: 600_000 };
afterAll(() => console.log(`Practice pages: ${people.length} roles, ${book.summary()}`));

describe("the practice state", () => {
	it.each(people)("holds on every page for the %s", patience, async (role, name) => {
		const { page } = await openVisitAs(name);
		expect(await crawlSite(page, book, role)).toEqual([]);
	});
});
