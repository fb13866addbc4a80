/** Points by which the federal share falls for a shortfall against one standard (C17): under 10 full points 1, under 20 3, else 5. */
function points(standard: number, percent: number): number {
	if (percent >= standard) return 0;
	const full = Math.floor(standard - percent);
	if (full < 10) return 1;
	return full < 20 ? 3 : 5;
}

/** C17: each standard by itself: monthly visits against 95 percent, visits in the child's residence against 50 percent. */
export function caseworkerShortfall(percents: { readonly visits: number; readonly inResidence: number }) {
	return { visits: points(95, percents.visits), inResidence: points(50, percents.inResidence) };
}
