import type { Page } from "playwright-core";

/** A form that is sent with something wrong in it: as it is sent where no script runs, so that a whole page comes back. */
export type WrongForm = {
	/** What is wrong, for the report. */
	readonly name: string;
	/** The page of the form. */
	readonly path: string;
	/** Which form of the page. */
	readonly form: string;
	/** What is typed, by the names of the fields; the rest is sent as it stands. */
	readonly typed?: Readonly<Record<string, string>>;
};

/** Sends a form with a fault and waits for the page that names it. Throws when no page comes back with a message. */
export async function sendWrong(page: Page, { name, path, form, typed = {} }: WrongForm): Promise<void> {
	await page.goto(path);
	const loaded = page.waitForEvent("load");
	const answered = page.waitForResponse((response) => response.request().isNavigationRequest());
	await page
		.locator(form)
		.first()
		.evaluate((element, values) => {
			for (const [field, value] of Object.entries(values)) {
				const control = (element as HTMLFormElement).elements.namedItem(field);
				if (control === null || !("value" in control)) throw new Error(`The form has no field ${field}.`);
				control.value = value;
			}
			HTMLFormElement.prototype.submit.call(element);
		}, typed);
	const status = (await answered).status();
	await loaded;
	const told = await page.locator("main .usa-alert--error, main .usa-error-message").count();
	if (status < 400 || told === 0) throw new Error(`${name}: answered ${status} with ${told} messages at ${page.url()}`);
}

/** The first address among the links of a page that fits. Throws when there is none. */
export async function getLink(page: Page, from: string, pattern: RegExp): Promise<string> {
	await page.goto(from);
	const links = await page
		.locator("a[href]")
		.evaluateAll((each) => each.map((link) => link.getAttribute("href") ?? ""));
	const found = links.find((link) => pattern.test(link));
	if (!found) throw new Error(`No link on ${from} fits ${pattern}.`);
	return found;
}
