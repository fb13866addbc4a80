import type { Locator, Page } from "playwright-core";

/** Somebody who uses the keyboard alone. */
export type Keyboard = {
	/** Moves the focus with Tab until it is on the element. Throws when Tab never gets there. */
	to(target: Locator): Promise<void>;
	/** The same, backwards with Shift+Tab. */
	back(target: Locator): Promise<void>;
	/** Goes to a link or button and presses Enter; waits for the page that follows when told that one does. */
	press(target: Locator): Promise<void>;
	/** Goes to a field, takes out what stands there, and types. */
	type(target: Locator, text: string): Promise<void>;
	/** Goes to a checkbox and ticks it with Space, when it is not ticked. */
	tick(target: Locator): Promise<void>;
	/** Goes to a group of radio buttons and chooses one with the arrows. */
	pick(target: Locator): Promise<void>;
	/** Goes to a list to choose from, with or without a field to type in, and types the beginning of an entry. */
	choose(target: Locator, entry: string): Promise<void>;
	/** How often a key was pressed. */
	presses(): number;
};

/** More elements than any page has. */
const mostSteps = 600;

export function createKeyboard(page: Page): Keyboard {
	let presses = 0;
	const key = async (name: string) => {
		presses += 1;
		await page.keyboard.press(name);
	};

	/**
	 * Tells whether one of the targets has the focus. They are looked for once, since finding them takes longer than a key, and again
	 * when another page or part has come in their place.
	 */
	function watch(targets: Locator): () => Promise<boolean> {
		let elements: Awaited<ReturnType<Locator["elementHandles"]>> = [];
		const look = () =>
			page.evaluate(
				(each) =>
					each.length > 0 && each.every((element) => element.isConnected)
						? each.some((element) => element === document.activeElement)
						: undefined,
				elements,
			);
		return async () => {
			const known = await look().catch(() => undefined);
			if (known !== undefined) return known;
			elements = await targets.elementHandles();
			return (await look().catch(() => undefined)) ?? false;
		};
	}

	/** Goes on until one of the targets has the focus. */
	async function move(targets: Locator, step: "Tab" | "Shift+Tab") {
		await targets.first().waitFor();
		const haveFocus = watch(targets);
		for (let steps = 0; steps < mostSteps; steps += 1) {
			if (await haveFocus()) {
				await mustBeSeen(page.locator(":focus"));
				return;
			}
			await key(step);
		}
		throw new Error(`The keyboard does not reach ${String(targets)}.`);
	}

	const to = (target: Locator) => move(target, "Tab");
	return {
		to,
		back: (target) => move(target, "Shift+Tab"),
		press: async (target) => {
			await to(target);
			await key("Enter");
		},
		type: async (target, text) => {
			await to(target);
			await key("Control+A");
			await page.keyboard.type(text);
			presses += text.length;
		},
		tick: async (target) => {
			if (await target.isChecked()) return;
			await to(target);
			await key("Space");
		},
		pick: async (target) => {
			const name = await target.getAttribute("name");
			const group = page.locator(`input[type=radio][name="${name}"]`);
			const chosen = page.locator(`input[type=radio][name="${name}"]:checked`);
			// Of a group in which nothing is chosen, a browser stops at the first button or at the last.
			await move((await chosen.count()) > 0 ? chosen : group, "Tab");
			if (!(await target.isChecked())) await key("Space");
			for (let steps = await group.count(); steps > 0 && !(await target.isChecked()); steps -= 1)
				await key("ArrowDown");
			if (!(await target.isChecked())) throw new Error(`The arrows do not reach ${String(target)}.`);
		},
		choose: async (target, entry) => {
			await to(target);
			await page.keyboard.type(entry);
			presses += entry.length;
			if ((await target.getAttribute("role")) === "combobox") {
				for (const name of ["ArrowDown", "Enter"]) await key(name);
				const value = await target.inputValue();
				if (!value.startsWith(entry)) throw new Error(`Typing "${entry}" chose "${value}" in ${String(target)}.`);
				return;
			}
			const chosen = await target.evaluate((element) => (element as HTMLSelectElement).selectedOptions[0]?.label ?? "");
			if (!chosen.startsWith(entry)) throw new Error(`Typing "${entry}" chose "${chosen}" in ${String(target)}.`);
		},
		presses: () => presses,
	};
}

/** The focus must be visible: an outline or a shadow, on an element that is on the screen (WCAG 2.4.7 and 2.4.11). */
async function mustBeSeen(target: Locator): Promise<void> {
	const seen = await target.evaluate((element) => {
		const box = element.getBoundingClientRect();
		const shown = box.bottom > 0 && box.top < innerHeight && box.width > 0;
		const label = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null;
		const marked = [element, ...(label ? [label] : [])].some((each) =>
			[getComputedStyle(each), getComputedStyle(each, "::before")].some(
				(style) => (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none",
			),
		);
		return { shown, marked };
	});
	if (!seen.shown) throw new Error(`The focus is off the screen at ${String(target)}.`);
	if (!seen.marked) throw new Error(`The focus cannot be seen at ${String(target)}.`);
}
