/** Mends what the design system's own script leaves wrong for those who listen to a page. */
export function mendDesignSystem(): void {
	nameOpenMenu();
	mendCalendars();
}

/**
 * On a phone the open menu covers the page and hides the rest from screen readers: it is a dialog then, and says so. On a
 * wide screen, and closed, it is plain navigation.
 */
function nameOpenMenu(): void {
	const menu = document.querySelector(".usa-header .usa-nav");
	if (!menu) return;
	new MutationObserver(() => {
		if (menu.classList.contains("is-visible")) {
			menu.setAttribute("role", "dialog");
			menu.setAttribute("aria-modal", "true");
			menu.setAttribute("aria-label", "Menu");
		} else {
			for (const name of ["role", "aria-modal", "aria-label"]) menu.removeAttribute(name);
		}
	}).observe(menu, { attributes: true, attributeFilter: ["class"] });
}

/** A day in the calendar of a date is a button, and a button cannot be selected: the chosen day is a pressed button. */
function mendCalendars(): void {
	const mend = () => {
		for (const button of document.querySelectorAll(".usa-date-picker__calendar button[aria-selected]")) {
			if (button.getAttribute("aria-selected") === "true") button.setAttribute("aria-pressed", "true");
			button.removeAttribute("aria-selected");
		}
	};
	for (const picker of document.querySelectorAll(".usa-date-picker")) {
		new MutationObserver(mend).observe(picker, { childList: true, subtree: true });
	}
}
