import { JSDOM } from "jsdom";

/** A form of a page, filled in as somebody with the right would fill it in. */
export type SentForm = {
	readonly action: string;
	readonly fields: readonly (readonly [name: string, value: string])[];
};

/** Links of a page to other pages of the site, without what stands after `#`. */
export function linksOf(html: string): readonly string[] {
	return [...html.matchAll(/(?:href|action)="(\/[^"#]*)/g)]
		.map((match) => (match[1] ?? "").replaceAll("&amp;", "&"))
		.filter((link) => !link.startsWith("//") && !link.startsWith("/assets/"));
}

/** Every form of a page that changes something, with one value in every field. */
export function formsOf(html: string): readonly SentForm[] {
	const { document, FormData } = new JSDOM(html, { url: "http://localhost:3000/" }).window;
	return [...document.querySelectorAll<HTMLFormElement>('form[method="post"]')].flatMap((form) => {
		for (const field of form.elements) fillIn(field);
		const action = form.getAttribute("action") ?? "";
		const fields = [...new FormData(form)].flatMap(([name, value]) =>
			typeof value === "string" ? [[name, value] as const] : [],
		);
		const buttons = [...form.querySelectorAll<HTMLButtonElement>("button[name]")];
		const choices = buttons.length > 0 ? buttons.map((button) => [[button.name, button.value] as const]) : [[]];
		return choices.map((choice) => ({ action, fields: [...fields, ...choice] }));
	});
}

const typed = "overwritten by somebody without the right";

function fillIn(field: Element): void {
	const view = field.ownerDocument.defaultView;
	if (!view) return;
	if (field instanceof view.HTMLTextAreaElement) field.value = typed;
	else if (field instanceof view.HTMLSelectElement) chooseSomething(field);
	else if (field instanceof view.HTMLInputElement) fillInput(field);
}

function chooseSomething(field: HTMLSelectElement): void {
	const filled = [...field.options].find((option) => option.value !== "");
	if (field.value === "" && filled) field.value = filled.value;
}

function fillInput(field: HTMLInputElement): void {
	switch (field.type) {
		case "hidden":
		case "file":
		case "submit":
			return;
		case "radio":
		case "checkbox":
			field.checked = true;
			return;
		default:
			field.value = valueFor(field);
	}
}

function valueFor({ id, name, inputMode, parentElement }: HTMLInputElement): string {
	if (/mail/i.test(id + name)) return "somebody.new@example.org";
	if (parentElement?.className.includes("usa-date-picker")) return "06/30/2027";
	if (inputMode === "numeric" || inputMode === "decimal") return "12";
	return typed;
}
