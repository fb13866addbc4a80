/** How often the server is told that the page is open, in milliseconds. */
const pause = 20_000;

/** Says while the page is looked at that somebody has the plan open, and keeps the names of the others up to date. */
export function watchHereNow(): void {
	const place = document.querySelector<HTMLElement>("#here-now");
	const { document: plan, place: title = "" } = place?.dataset ?? {};
	if (!place || !plan) return;
	const ask = async () => {
		const answer = await fetch(`/plans/${plan}/present?place=${encodeURIComponent(title)}`, {
			headers: { accept: "application/json" },
		});
		if (!answer.ok) return;
		const { html } = (await answer.json()) as { html: string };
		if (place.innerHTML !== html) place.innerHTML = html;
	};
	window.setInterval(() => {
		if (!document.hidden) ask().catch(() => undefined);
	}, pause);
}
