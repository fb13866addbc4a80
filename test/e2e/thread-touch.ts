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

/** The keyboard alone. Every control is reached by Tab or Shift+Tab, and must show that it has the focus. */
export function keyboardTouch(page: Page): Touch {
	const keyboard = createKeyboard(page);
	const near = async (target: Locator) => {
		await approach(page, target);
		return target;
	};
	return {
		fill: async (field, text) => keyboard.type(await near(field), text),
		choose: async (list, entry) => keyboard.choose(await near(list), entry),
		pick: async (radio) => keyboard.pick(await near(radio)),
		tick: async (box) => keyboard.tick(await near(box)),
		reach: async (field) => keyboard.to(await near(field)),
		press: async (target) => keyboard.press(await near(target)),
		saveBringsPage: false,
	};
}

/**
 * Goes most of the way as somebody who knows the page does: by the shorter way round, without stopping to look. The last
 * stops are left to the keyboard that looks at each.
 */
async function approach(page: Page, target: Locator): Promise<void> {
	const margin = 3;
	const [forward, round] = await target.evaluate((element): readonly [forward: number, round: number] => {
		const named = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
		const from = document.activeElement === document.body ? named : document.activeElement;
		const stops = [
			...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]"),
		].filter(
			(each) => (each as HTMLElement).tabIndex >= 0 && each.getClientRects().length > 0 && !each.matches(":disabled"),
		);
		const before = (place: Element) =>
			stops.filter((each) => each.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING).length;
		const start = from ? before(from) : -1;
		return [(before(element) - start + stops.length) % stops.length, stops.length];
	});
	const back = round - forward;
	const [key, steps] = forward <= back ? ["Tab", forward - margin] : ["Shift+Tab", back + margin];
	for (let step = 0; step < steps; step += 1) await page.keyboard.press(key);
}
