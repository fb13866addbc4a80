/**
 * Whoever is chosen beside a comment is named in its text, with an @ before the name, and the list is free for the next: so several
 * can be named. Without script the one who is chosen is told.
 */
export function nameChosenPeople(): void {
	for (const list of document.querySelectorAll<HTMLSelectElement>("select[data-mention]")) {
		list.addEventListener("change", () => {
			const text = document.getElementById(list.dataset.mention ?? "");
			const name = list.selectedOptions[0]?.label.split(",")[0]?.trim();
			if (!(text instanceof HTMLTextAreaElement) || !list.value || !name) return;
			insert(text, `@${name} `);
			const combo = list.closest(".usa-combo-box");
			// The combo box hears of the change before the text has the focus.
			window.setTimeout(() => {
				combo?.querySelector<HTMLButtonElement>(".usa-combo-box__clear-input")?.click();
				text.focus();
			});
		});
	}
}

function insert(text: HTMLTextAreaElement, words: string): void {
	const at = text.selectionStart;
	const before = text.value.slice(0, at);
	const gap = before === "" || /\s$/u.test(before) ? "" : " ";
	text.value = `${before}${gap}${words}${text.value.slice(text.selectionEnd)}`;
	const end = at + gap.length + words.length;
	text.setSelectionRange(end, end);
	text.dispatchEvent(new Event("input", { bubbles: true }));
}
