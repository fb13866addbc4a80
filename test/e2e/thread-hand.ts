import { buffer } from "node:stream/consumers";
import type { Locator, Page } from "playwright-core";

/** A file to hand in. */
export type HandedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** What was fetched by a link to a paper. */
export type FetchedPaper = { readonly bytes: Buffer; readonly fileName: string };

/**
 * Somebody's hand on the pages: everything is named as it is read on the screen. The same walk is taken by a hand that
 * has the mouse and by one that has nothing but the keyboard. What is not there, or twice there, throws.
 */
export type Hand = {
	readonly page: Page;
	/** The same hand, looking at one part of the page only. */
	within(part: Locator): Hand;
	/** Writes into the field of this label, in place of what stands there. */
	fill(label: string, text: string): Promise<void>;
	/** Chooses from a list the entry that begins so. */
	choose(label: string, entry: string): Promise<void>;
	/** Chooses one of several radio buttons by the beginning of its label. */
	pick(label: string): Promise<void>;
	/** Ticks the box whose label is, or begins, so. */
	tick(label: string | RegExp): Promise<void>;
	attach(label: string, file: HandedFile): Promise<void>;
	/** Opens a part that is folded away. */
	unfold(summary: string): Promise<void>;
	/** Presses a button that leads to a page. */
	press(name: string | RegExp): Promise<void>;
	/** Presses a button that brings a file. */
	download(name: string): Promise<FetchedPaper>;
	/** Saves a form of a plan and waits until the page says so. */
	save(thing: string): Promise<void>;
	/** Follows a link to another page. */
	follow(name: string | RegExp): Promise<void>;
	/** Follows a link to a paper. A paper that the browser can show then stands in place of the page. */
	fetch(name: string): Promise<FetchedPaper>;
};

/** How a hand touches the controls: all that differs between mouse and keyboard. */
export type Touch = {
	fill(field: Locator, text: string): Promise<void>;
	choose(list: Locator, entry: string): Promise<void>;
	pick(radio: Locator): Promise<void>;
	tick(box: Locator): Promise<void>;
	/** Goes to a control without touching it: to a file field too, since the browser's own window cannot be driven. */
	reach(control: Locator): Promise<void>;
	press(target: Locator): Promise<void>;
	/** Whether a save of a plan's form brings a new page, as it does without script. */
	readonly saveBringsPage: boolean;
};

/** Makes a hand of a touch. */
export function createHand(page: Page, touch: Touch, part: Locator = page.locator("body")): Hand {
	// A list that comes with a field to type in has the label too.
	const field = (label: string) => part.getByLabel(labelled(label)).and(page.locator(":not([role=listbox])"));
	const button = (name: string | RegExp) => part.getByRole("button", { name: named(name) });
	const link = (name: string | RegExp) => part.getByRole("link", { name: named(name) });

	async function toPage(target: Locator): Promise<void> {
		// The way there may be long on a long page; the page that follows is waited for from the press on.
		await touch.reach(target);
		const arrived = page.waitForEvent("load");
		// Told by the touch when that fails first.
		arrived.catch(() => undefined);
		await touch.press(target);
		await arrived;
	}

	return {
		page,
		within: (inner) => createHand(page, touch, inner),
		fill: (label, text) => touch.fill(field(label), text),
		choose: (label, entry) => touch.choose(field(label), entry),
		pick: (label) => touch.pick(part.getByRole("radio", { name: beginning(label) })),
		tick: (label) =>
			touch.tick(part.getByRole("checkbox", { name: typeof label === "string" ? beginning(label) : label })),
		attach: async (label, file) => {
			await touch.reach(field(label));
			await field(label).setInputFiles(file);
		},
		unfold: (summary) => touch.press(part.locator("summary").filter({ hasText: summary })),
		press: (name) => toPage(button(name)),
		download: async (name) => {
			await touch.reach(button(name));
			return takeFile(page, () => touch.press(button(name)));
		},
		save: async (thing) => {
			const save = button(`Save ${thing}`);
			if (touch.saveBringsPage) await toPage(save);
			else await touch.press(save);
			const status = save.locator("xpath=ancestor::form").locator("[data-save-status]");
			await status.filter({ hasText: /^Saved/u }).waitFor();
		},
		follow: (name) => toPage(link(name)),
		fetch: (name) => fetchPaper(page, link(name), () => touch.press(link(name))),
	};
}

/** A label as it is, with or without what pages say after it in brackets: "(optional)". */
function labelled(label: string): RegExp {
	return new RegExp(`^${escapeSigns(label)}( \\([a-z ]+\\))?$`, "u");
}

/** A name as it is read out: where what follows is for listeners only, a browser puts a space before it. */
function named(name: string | RegExp): RegExp {
	if (name instanceof RegExp) return name;
	return new RegExp(`^${escapeSigns(name).replaceAll(":", " ?:")}$`, "u");
}

const beginning = (label: string) => new RegExp(`^${escapeSigns(label)}`, "u");
// Playwright loses its way in a pattern with an apostrophe: any sign will do there.
const escapeSigns = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&").replaceAll("'", ".");

/**
 * Follows the link for real. What comes is fetched a second time with the same session, since a browser that shows a PDF
 * does not hand out its bytes.
 */
async function fetchPaper(page: Page, link: Locator, follow: () => Promise<void>): Promise<FetchedPaper> {
	await link.waitFor();
	const address = new URL((await link.getAttribute("href")) ?? "", page.url()).href;
	const answered = page.waitForResponse(address);
	answered.catch(() => undefined);
	await follow();
	const answer = await answered;
	if (answer.status() !== 200) throw new Error(`The paper at ${address} answers ${answer.status()}.`);
	const again = await page.context().request.get(address);
	const fileName = /filename="([^"]*)"/u.exec(answer.headers()["content-disposition"] ?? "")?.[1] ?? "";
	return { bytes: await again.body(), fileName };
}

/** Does what brings a file, and waits for it. */
async function takeFile(page: Page, act: () => Promise<void>): Promise<FetchedPaper> {
	const arrived = page.waitForEvent("download");
	arrived.catch(() => undefined);
	await act();
	const download = await arrived;
	const bytes = await buffer(await download.createReadStream());
	return { bytes, fileName: download.suggestedFilename() };
}
