/** How often the server is asked, in milliseconds. */
const pause = 2000;

/** Keeps the progress of a file that is being read up to date, and loads the page again when it has been read. */
export function watchReading(): void {
	const part = document.querySelector<HTMLElement>("[data-watch-reading]");
	const address = part?.dataset.watchReading;
	if (!part || !address) return;
	const ask = async () => {
		const answer = await fetch(address, { headers: { accept: "application/json" } });
		if (!answer.ok) return;
		const { state, bytes, bytesRead } = (await answer.json()) as { state: string; bytes: number; bytesRead: number };
		if (state !== "reading") return window.location.reload();
		const percent = bytes === 0 ? 0 : Math.floor((bytesRead / bytes) * 100);
		const bar = part.querySelector("progress");
		if (bar) bar.value = percent;
		const words = part.querySelector("[role=status]");
		if (words) words.textContent = (words.textContent ?? "").replace(/^\d+%/, `${percent}%`);
	};
	window.setInterval(() => {
		if (!document.hidden) ask().catch(() => undefined);
	}, pause);
}
