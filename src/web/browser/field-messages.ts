import { localizeMoments } from "./page-polish.ts";

/** A message at a field, as the server sends it. */
export type FieldProblem = { readonly field: string; readonly message: string };

/** The place of a field in its form, by the control's name. */
function placeOf(form: HTMLFormElement, field: string): HTMLElement | null {
	return form.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
}

/** Takes back what was said at the fields of a form. The server's own messages of an earlier page go too. */
export function clearMessages(form: HTMLFormElement): void {
	for (const message of form.querySelectorAll(".usa-error-message")) message.remove();
	for (const control of form.querySelectorAll("[aria-invalid]")) {
		control.removeAttribute("aria-invalid");
		control.classList.remove("usa-input--error");
	}
	for (const group of form.querySelectorAll(".usa-form-group--error")) group.classList.remove("usa-form-group--error");
	for (const label of form.querySelectorAll(".usa-label--error")) label.classList.remove("usa-label--error");
}

/** Says at each field what is wrong with it, tied to its control. Leaves the cursor where it is. */
export function showProblems(form: HTMLFormElement, problems: readonly FieldProblem[]): void {
	for (const { field, message } of problems) {
		const place = placeOf(form, field) ?? form;
		const control = place.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select");
		const error = document.createElement("div");
		error.className = "usa-error-message";
		error.id = `${control?.id || form.id}-error`;
		error.textContent = message;
		(control?.closest(".usa-form-group") ?? place).prepend(error);
		if (!control) continue;
		control.setAttribute("aria-invalid", "true");
		const described = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== error.id);
		control.setAttribute("aria-describedby", [...described, error.id].join(" "));
	}
}

/** Puts somebody else's text beside the field that both have changed, and says before the first of them what happened. */
export function showTheirs(
	form: HTMLFormElement,
	clashes: readonly { readonly field: string; readonly html: string }[],
	alertHtml: string,
): void {
	clearTheirs(form);
	for (const { field, html } of clashes) {
		const place = placeOf(form, field);
		place?.classList.add("clash-pair");
		place?.insertAdjacentHTML("afterbegin", html);
	}
	const first = form.querySelector(".clash-pair") ?? form;
	const alert = document.createElement("div");
	alert.className = "clash-alert";
	alert.innerHTML = alertHtml;
	if (first === form) form.prepend(alert);
	else first.before(alert);
	localizeMoments(form);
}

export function clearTheirs(form: HTMLFormElement): void {
	for (const theirs of form.querySelectorAll(".clash-theirs, .clash-alert")) theirs.remove();
	for (const pair of form.querySelectorAll(".clash-pair")) pair.classList.remove("clash-pair");
}
