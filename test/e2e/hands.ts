import type { Locator, Page } from "playwright-core";
import { createKeyboard } from "../support/keyboard.ts";

/** How somebody works a page: with the keyboard alone and script, or with clicks and no script. */
export type Hands = {
	readonly page: Page;
	/** Follows a link or sends a form, and waits for the page that comes. */
	follow(target: Locator): Promise<void>;
	/** Opens or closes what is folded. */
	unfold(summary: Locator): Promise<void>;
	type(field: Locator, text: string): Promise<void>;
	/** Chooses an entry of a list, by its words or their beginning. */
	choose(list: Locator, entry: string): Promise<void>;
	/** Ticks a box. */
	tick(box: Locator): Promise<void>;
	/** Chooses one of several radio buttons. */
	pick(radio: Locator): Promise<void>;
	upload(field: Locator, file: { readonly name: string; readonly content: string }): Promise<void>;
	/** Presses the button that saves a form, and waits until the page says that it is saved. */
	save(button: Locator): Promise<void>;
};

/** Keyboard alone: Tab, Shift+Tab, arrows, Enter, Space and typing. No pointer is ever used. */
export function keyboardHands(page: Page): Hands {
	const keyboard = createKeyboard(page);
	return {
		page,
		follow: async (target) => {
			await keyboard.to(target);
			await nextPage(page, () => page.keyboard.press("Enter"));
		},
		unfold: (summary) => keyboard.press(summary),
		type: keyboard.type,
		choose: keyboard.choose,
		tick: keyboard.tick,
		pick: keyboard.pick,
		upload: async (field, { name, content }) => {
			await keyboard.to(field);
			const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Enter")]);
			await chooser.setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
		},
		save: async (button) => {
			const status = page.locator("form", { has: button }).locator("[data-save-status]");
			await keyboard.to(button);
			const answered = page.waitForResponse((response) => response.request().method() === "POST");
			await page.keyboard.press("Enter");
			await answered;
			await status.filter({ hasText: /^Saved at / }).waitFor();
		},
	};
}

/** A pointer and a browser that runs no script: every form is sent and every link followed as plain HTML. */
export function plainHands(page: Page): Hands {
	return {
		page,
		follow: (target) => nextPage(page, () => target.click()),
		unfold: (summary) => summary.click(),
		type: (field, text) => field.fill(text),
		choose: async (list, entry) => {
			const label = (await list.locator("option").allTextContents()).find((each) => each.startsWith(entry));
			await list.selectOption({ label: label ?? entry });
		},
		tick: async (box) => {
			if (!(await box.isChecked())) await clickLabel(page, box);
		},
		pick: (radio) => clickLabel(page, radio),
		upload: (field, { name, content }) =>
			field.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) }),
		save: async (button) => {
			await nextPage(page, () => button.click());
			await page.getByText("Saved.", { exact: true }).first().waitFor();
		},
	};
}

/** Does what leads to another page, or to another place of this one, and waits for it. */
async function nextPage(page: Page, act: () => Promise<unknown>): Promise<void> {
	await Promise.all([page.waitForEvent("framenavigated"), act()]);
	await page.waitForLoadState("load");
}

/** The design system puts its own mark over the control: a person presses the label. */
async function clickLabel(page: Page, control: Locator): Promise<void> {
	await page.locator(`label[for="${await control.getAttribute("id")}"]`).click();
}
