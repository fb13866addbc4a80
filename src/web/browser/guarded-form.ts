import { keyOf } from "./autosave.ts";
import { valuesOf } from "./form-fields.ts";
import type { KeptTexts } from "./kept-texts.ts";

/** A form that is sent by its button only. What is typed into it is not lost when the page goes before that. */
type GuardedForm = { readonly isUnsaved: () => boolean; readonly leave: () => void };

export function guardForm(form: HTMLFormElement, kept: KeptTexts, now: () => Date): GuardedForm {
	let first = JSON.stringify(valuesOf(form));
	let isSent = false;
	const isUnsaved = () => !isSent && JSON.stringify(valuesOf(form)) !== first;
	form.addEventListener("submit", () => {
		isSent = true;
		kept.forget(keyOf(form));
	});
	// A page that comes back from the browser's memory can be written again.
	window.addEventListener("pageshow", (event) => {
		if (!event.persisted) return;
		isSent = false;
		first = "";
	});
	return {
		isUnsaved,
		leave: () => {
			if (isUnsaved()) kept.keep(keyOf(form), { at: now().getTime(), values: valuesOf(form) });
		},
	};
}
