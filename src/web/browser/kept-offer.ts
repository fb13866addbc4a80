import { keyOf } from "./autosave.ts";
import { momentWords } from "./clock-time.ts";
import { putValues, valuesOf } from "./form-fields.ts";
import type { KeptText, KeptTexts } from "./kept-texts.ts";

/**
 * Offers back what was typed into a form on this device and did not reach the server: after a lost connection, a closed
 * window or the end of a session. `onPutBack` runs when the person takes it.
 */
export function offerKept(form: HTMLFormElement, kept: KeptTexts, onPutBack: () => void): void {
	const key = keyOf(form);
	const text = kept.find(key);
	if (!text) return;
	if (isSame(text, form)) {
		kept.forget(key);
		return;
	}
	const box = document.createElement("div");
	box.className = "usa-alert usa-alert--warning kept-offer";
	box.setAttribute("role", "region");
	box.setAttribute("aria-label", "Text that was not saved");
	const body = document.createElement("div");
	body.className = "usa-alert__body";
	const words = document.createElement("p");
	words.className = "usa-alert__text";
	words.textContent = `What you typed here on ${momentWords(new Date(text.at))} was not saved. It is still on this device.`;
	const buttons = document.createElement("p");
	buttons.className = "button-row";
	const done = () => {
		kept.forget(key);
		box.remove();
	};
	buttons.append(
		button("Put it back", "usa-button", () => {
			putValues(form, text.values);
			done();
			onPutBack();
			form.querySelector<HTMLElement>("textarea, input:not([type=hidden]), select")?.focus();
		}),
		button("Throw it away", "usa-button usa-button--outline", done),
	);
	body.append(words, buttons);
	box.append(body);
	form.before(box);
}

/** The form holds the same already, versions aside. */
function isSame({ values }: KeptText, form: HTMLFormElement): boolean {
	const versions = new Set(
		[...form.querySelectorAll<HTMLInputElement>("input[data-version]")].map((each) => each.name),
	);
	const plain = (pairs: readonly (readonly [string, string])[]) =>
		JSON.stringify(
			pairs.filter(([name]) => !versions.has(name)).map(([name, value]) => [name, value.replace(/\r\n/gu, "\n")]),
		);
	return plain(values) === plain(valuesOf(form));
}

function button(label: string, className: string, act: () => void): HTMLButtonElement {
	const made = document.createElement("button");
	made.type = "button";
	made.className = className;
	made.textContent = label;
	made.addEventListener("click", act);
	return made;
}
