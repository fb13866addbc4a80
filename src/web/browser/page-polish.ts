import { momentWords } from "./clock-time.ts";

/** Moments in the reader's own time; the page came with them in UTC, which stays as the tooltip. */
export function localizeMoments(root: ParentNode): void {
	for (const time of root.querySelectorAll<HTMLTimeElement>("time[datetime*='T']")) {
		const moment = new Date(time.dateTime);
		if (Number.isNaN(moment.getTime())) continue;
		time.title = time.textContent ?? "";
		time.textContent = momentWords(moment);
	}
}

/** Times that are typed are in the reader's own zone: the form says so, and tells the server which it is. */
export function takeOwnZone(): void {
	const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
	for (const input of document.querySelectorAll<HTMLInputElement>("input[data-zone]")) input.value = timeZone;
	for (const words of document.querySelectorAll("[data-zone-words]")) words.textContent = "your own time";
}

/** What is wrong with a form comes first to those who cannot see the whole page. */
export function focusErrorSummary(): void {
	document.querySelector<HTMLElement>("[data-focus-first]")?.focus();
}

/** Goes to the part of the page that the address names: opens what is folded around it and puts the cursor there. */
export function openTarget(): void {
	const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
	if (!target) return;
	for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
		fold.open = true;
	target.scrollIntoView({ block: "center" });
	target.focus({ preventScroll: true });
}
