import type { Locator, Page } from "playwright-core";
import { createKeyboard } from "../support/keyboard.ts";
import type { Touch } from "./thread-hand.ts";

/** The mouse, and typing into what it has clicked. */
export function mouseTouch(page: Page, { script }: { readonly script: boolean }): Touch {
	// The design system draws boxes and radio buttons by their labels: that is where people click.
	const clickLabel = async (control: Locator) => {
		const id = await control.getAttribute("id");
		await page.locator(`label[for="${id}"]`).click();
		if (!(await control.isChecked())) throw new Error(`A click on its label does not choose ${String(control)}.`);
	};
	return {
		fill: (field, text) => field.fill(text),
		choose: async (list, entry) => {
			await list.waitFor();
			const labels = await list.locator("option").allInnerTexts();
			const label = labels.find((each) => each.startsWith(entry));
			if (label === undefined) throw new Error(`There is no "${entry}" among: ${labels.join("; ")}`);
			await list.selectOption({ label });
		},
		pick: clickLabel,
		tick: clickLabel,
		reach: (field) => field.waitFor(),
		press: (target) => target.click(),
		saveBringsPage: !script,
	};
}

/** The keyboard alone. Every control is reached by Tab, and must show that it has the focus. */
export function keyboardTouch(page: Page): Touch {
	const keyboard = createKeyboard(page);
	return {
		fill: keyboard.type,
		choose: keyboard.choose,
		pick: keyboard.pick,
		tick: keyboard.tick,
		reach: keyboard.to,
		press: keyboard.press,
		saveBringsPage: false,
	};
}
