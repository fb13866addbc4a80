/** Waits for work, but no longer than so many milliseconds: for stopping, where whoever hangs is left behind. */
export async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const timeUp = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, milliseconds);
	});
	try {
		await Promise.race([work, timeUp]);
	} finally {
		clearTimeout(timer);
	}
}
