/** A control of a form that holds a value. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The named controls of a form. */
export function controlsOf(form: HTMLFormElement): readonly Control[] {
	return [...form.elements].filter(
		(each): each is Control =>
			(each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement) &&
			each.name !== "",
	);
}

/** What the form would send, names and texts. Passwords and files are left out. */
export function valuesOf(form: HTMLFormElement): readonly (readonly [string, string])[] {
	const secret = new Set(controlsOf(form).flatMap((each) => (each.type === "password" ? [each.name] : [])));
	return [...new FormData(form).entries()].flatMap(([name, value]) =>
		typeof value === "string" && !secret.has(name) ? [[name, value] as const] : [],
	);
}

/** Puts values back into a form: texts, choices and ticks. Controls that are not named keep what they have. */
export function putValues(form: HTMLFormElement, values: readonly (readonly [string, string])[]): void {
	const names = new Set(values.map(([name]) => name));
	for (const control of controlsOf(form)) {
		const isBox = control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");
		if (isBox) {
			control.checked = values.some(([name, value]) => name === control.name && value === control.value);
		} else if (names.has(control.name)) {
			control.value = values.find(([name]) => name === control.name)?.[1] ?? "";
		}
	}
}

/**
 * The names to send of a form whose fields are kept one by one: those that were touched, each text together with its box
 * for "none" (`none:<name>`), since the two are one answer.
 */
export function namesToSend(touched: Iterable<string>): ReadonlySet<string> {
	const bases = [...touched].map((name) => name.replace(/^none:/u, ""));
	return new Set(bases.flatMap((name) => [name, `none:${name}`]));
}
