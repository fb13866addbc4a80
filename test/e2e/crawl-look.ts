import type { Page } from "playwright-core";
import { sendWrong, type WrongForm } from "./crawl-forms.ts";
import type { PageBook } from "./crawl-page-book.ts";

/** Looks at pages that no link leads to. */
export async function lookAt(
	book: PageBook,
	page: Page,
	who: string,
	paths: readonly string[],
): Promise<readonly string[]> {
	const faults: string[] = [];
	for (const path of paths) {
		await page.goto(path);
		faults.push(...(await book.look(page, who)));
	}
	return faults;
}

/** Sends forms with a fault each, and looks at the pages that come back. */
export async function lookAtWrong(
	book: PageBook,
	page: Page,
	who: string,
	forms: readonly WrongForm[],
): Promise<readonly string[]> {
	const faults: string[] = [];
	for (const form of forms) {
		await sendWrong(page, form);
		faults.push(...(await book.look(page, `${who}, ${form.name},`, form.path)));
	}
	return faults;
}
